import type { Finding } from '../model/finding';
import type { Grid } from '../model/grid';
import { yearsIn } from '../model/period';
import { isOwnSheet } from '../model/own-sheet';
import type { Sliced, Step } from '../model/slices';
import { atOnce } from '../model/slices';
import type { Table } from '../model/table';
import type { AmountUnit } from '../model/unit';
import type { Choice, Chosen } from './choose';
import { BARRED, chooseKind, readAsKind } from './choose';
import { buildTable } from './build';
import { coverYear } from './cover';
import { headerYears } from './header-years';
import type { Preamble } from './preamble';
import { KINDS } from './packs';
import { readPreamble } from './preamble';
import type { Region } from './regions';
import { findRegions } from './regions';
import { recogniseText } from './report-text';
import { statedFinding, tableFindings, workbookFindings } from './table-findings';

/** What the user stated because a sheet does not say it, or says it wrongly. */
export interface Statements {
  readonly year?: number;
  readonly unitName?: string;
  /** Unit of money by sheet name. */
  readonly amountUnits?: Readonly<Record<string, AmountUnit>>;
  /** What a sheet is, by sheet name: the id of a kind, or {@link NO_TABLE}. */
  readonly kinds?: Readonly<Record<string, string>>;
}

/** Stated of a sheet that is no table to be checked. */
export const NO_TABLE = '';

/** A sheet, or a part of one, that was not taken for any table, and why. */
export interface Unrecognised {
  readonly sheet: string;
  readonly reason: string;
}

export interface Recognition {
  readonly tables: readonly Table[];
  readonly unrecognised: readonly Unrecognised[];
  readonly findings: readonly Finding[];
}

interface Part {
  readonly grid: Grid;
  readonly region: Region;
  readonly preamble: Preamble;
}

/**
 * Says what every sheet is. No sheet is passed over: each ends as one table or several, or as unrecognised with a
 * reason. Sheets are read by title and header, never by position, table number or merged cells.
 */
export function recognise(grids: readonly Grid[], statements: Statements = {}): Recognition {
  return atOnce(recogniseInSlices(grids, statements));
}

/** The same, sheet by sheet: first where its tables lie, then what each of them is. */
export function* recogniseInSlices(grids: readonly Grid[], statements: Statements = {}): Sliced<Recognition, Step> {
  const sources = grids.filter((grid) => !isOwnSheet(grid.sheet));
  const total = sources.length;
  const parts: Part[] = [];
  for (const grid of sources) {
    yield { done: 0, total, text: grid.sheet };
    parts.push(...partsOf(grid));
  }
  const commonYear = statements.year ?? mostCommonYear(parts) ?? coverYear(sources) ?? mostCommonHeaderYear(parts);
  const tables: Table[] = [];
  const unrecognised: Unrecognised[] = [];
  const findings: Finding[] = [];
  for (const [done, grid] of sources.entries()) {
    yield { done, total, text: grid.sheet };
    const stated = statements.kinds?.[grid.sheet];
    if (stated === NO_TABLE) {
      unrecognised.push({ sheet: grid.sheet, reason: '您指定这张工作表不参加核对' });
      continue;
    }
    const own = parts.filter((part) => part.grid === grid);
    const refused = stated === undefined ? null : refusedKind(own, stated, commonYear);
    if (refused) findings.push(statedFinding(grid.sheet, nameOfKind(stated ?? ''), refused));
    const reasons: string[] = [];
    const before = tables.length;
    for (const part of own) {
      const outcome = recognisePart(part, commonYear, statements);
      if ('reason' in outcome) {
        reasons.push(outcome.reason);
        continue;
      }
      tables.push(outcome.table);
      for (const finding of tableFindings(outcome.table, part.preamble, outcome.choice, commonYear))
        findings.push(finding);
    }
    if (tables.length === before) {
      const text = recogniseText(grid, commonYear);
      if (text) tables.push(text);
      else unrecognised.push({ sheet: grid.sheet, reason: reasonFor(grid, reasons) });
    } else {
      for (const reason of reasons) unrecognised.push({ sheet: grid.sheet, reason });
    }
  }
  yield { done: total, total, text: '' };
  return { tables, unrecognised, findings: [...findings, ...workbookFindings(tables, commonYear)] };
}

function partsOf(grid: Grid): Part[] {
  return findRegions(grid).map((region) => ({ grid, region, preamble: readPreamble(grid, preambleArea(region)) }));
}

function preambleArea(region: Region): Region {
  const firstBand = region.bands[0]?.top ?? region.bottom + 1;
  const bottom = Math.min(
    firstBand - 1,
    region.titleRow === null ? firstBand - 1 : Math.max(region.titleRow + 3, region.top + 3),
  );
  return { ...region, bottom: Math.min(bottom, region.bottom) };
}

function recognisePart(
  part: Part,
  commonYear: number | null,
  statements: Statements,
): { table: Table; choice: Choice } | { reason: string } {
  const { grid, region, preamble } = part;
  const year = yearOf(part, commonYear);
  const { choice, nearest } = chosenKind(part, year, statements.kinds?.[grid.sheet]);
  if (!choice) {
    if (!nearest || nearest.score < 20) return { reason: '没有找到认得的表名和表头' };
    const lacking = nearest.missing.filter((name) => name !== BARRED);
    return {
      reason:
        lacking.length > 0
          ? `最像《${nearest.kind.name}》，但没有找到“${lacking.join('”“')}”`
          : `表头与《${nearest.kind.name}》等相近，但不足以认定`,
    };
  }
  const amountUnit = statements.amountUnits?.[grid.sheet] ?? preamble.amountUnit;
  const unitName = preamble.unitName ?? statements.unitName ?? null;
  return { table: buildTable({ grid, region, preamble, choice, year, amountUnit, unitName }), choice };
}

function yearOf({ grid, region, preamble }: Part, commonYear: number | null): number | null {
  return preamble.years[0] ?? yearsIn(grid.sheet)[0] ?? headerYears(grid, region) ?? commonYear;
}

/**
 * The kind of a part: the one she stated for its sheet, where the part can be read so. Of several parts on such a sheet
 * the others remain what they are.
 */
function chosenKind(part: Part, year: number | null, stated: string | undefined): Chosen {
  const asStated = stated === undefined ? null : readAsStated(part, year, stated);
  if (asStated?.choice) return asStated;
  return chooseKind(part.grid, part.region, part.preamble.title?.text ?? null, year);
}

function readAsStated({ grid, region, preamble }: Part, year: number | null, stated: string): Chosen | null {
  const kinds = KINDS.filter((one) => one.id === stated);
  return kinds.length > 0 ? readAsKind(grid, region, preamble.title?.text ?? null, year, kinds) : null;
}

function nameOfKind(id: string): string {
  return KINDS.find((one) => one.id === id)?.name ?? id;
}

/** What the nearest part of a sheet lacks of the kind she stated; null when one can be read so. */
function refusedKind(parts: readonly Part[], stated: string, commonYear: number | null): readonly string[] | null {
  const readings = parts.map((part) => readAsStated(part, yearOf(part, commonYear), stated));
  if (readings.some((reading) => reading?.choice)) return null;
  const lacking = readings.flatMap((reading) => (reading?.nearest ? [reading.nearest.missing] : []));
  const fewest = lacking.sort((a, b) => a.length - b.length)[0] ?? [];
  return fewest.filter((name) => name !== BARRED);
}

function reasonFor(grid: Grid, reasons: readonly string[]): string {
  if (grid.description.rowCount === 0) return '空工作表';
  return reasons[0] ?? '没有找到认得的表名和表头';
}

/** The year most tables state: the workbook's year, for tables that state none. */
function mostCommonYear(parts: readonly Part[]): number | null {
  return commonest(parts.map(({ preamble, grid }) => preamble.years[0] ?? yearsIn(grid.sheet)[0] ?? null));
}

/** The year most tables name in their headers (2024年执行数 | 2025年预算数). */
function mostCommonHeaderYear(parts: readonly Part[]): number | null {
  return commonest(parts.map(({ grid, region }) => headerYears(grid, region)));
}

function commonest(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return ranked[0]?.[0] ?? null;
}
