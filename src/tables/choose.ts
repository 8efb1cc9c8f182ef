import type { Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import type { Confidence } from '../model/table';
import { comparable } from '../model/text';
import type { Band } from './bands';
import type { BodySample } from './body-sample';
import { bodySample } from './body-sample';
import type { AssignedColumn, HeaderColumn } from './columns';
import { assignColumns, headerColumns } from './columns';
import { anyIn, bestFit } from './header-text';
import type { TableKind } from './kind';
import { KINDS } from './packs';
import type { Region } from './regions';
import { matchTitle, speaksAgainst } from './title';

/** A kind that a region may be, with what speaks for it. */
export interface Candidate {
  readonly kind: TableKind;
  readonly band: Band | null;
  readonly columns: readonly AssignedColumn[];
  readonly headers: readonly HeaderColumn[];
  /** Strength of the title or, weaker, of the sheet name; 0 when neither names the kind. */
  readonly named: number;
  /** Required columns (in a matrix or form: required items) that were not found. */
  readonly missing: readonly string[];
  /** Share of the region's headers that are columns or items of the kind; 1 for a form read without a list. */
  readonly recognised: number;
  readonly score: number;
}

export interface Choice {
  readonly best: Candidate;
  readonly confidence: Confidence;
  /** Kinds that fit as well, when the choice is uncertain for that reason. */
  readonly rivals: readonly TableKind[];
}

/** Strength of a pack's full title (title.ts). */
const FULL_NAME = 100;
const MOSTLY = 0.6;
const SHEET_NAME_WEIGHT = 0.6;
/** An unnamed region must be this far ahead of the next kind to be more than a guess. */
const CLEAR_MARGIN = 12;
const LOWEST_UNNAMED_SCORE = 45;
/** Stands among the missing parts when something is there that a table of the kind never has. */
export const BARRED = '—';
/** From this strength on a title says what its table is. */
const SURE_NAME = 70;

/** The kind chosen for a region; null with the nearest candidate when none fits. */
export interface Chosen {
  readonly choice: Choice | null;
  readonly nearest: Candidate | null;
}

/** Scores every kind against a region and picks the best. */
export function chooseKind(grid: Grid, region: Region, title: string | null, tableYear: number | null): Chosen {
  const candidates = candidatesOf({ grid, region, title, tableYear }, KINDS);
  const nearest = candidates[0] ?? null;
  const fitting = candidates.filter((one) => isPossible(one));
  const best = fitting[0];
  if (!best) return { choice: null, nearest };
  const rivals = fitting.filter((one) => one.kind.id !== best.kind.id && best.score - one.score < CLEAR_MARGIN);
  const titled = title !== null && matchTitle(title).length > 0;
  return { choice: { best, confidence: confidenceOf(best, rivals, titled), rivals: unique(rivals) }, nearest };
}

/**
 * How a region reads as a table of the kind she says it is: nothing speaks against it any more, but the columns and
 * rows that the kind cannot do without have to be there.
 * @param kinds the layouts of that kind
 */
export function readAsKind(
  grid: Grid,
  region: Region,
  title: string | null,
  tableYear: number | null,
  kinds: readonly TableKind[],
): Chosen {
  const readings = candidatesOf({ grid, region, title, tableYear }, kinds, true);
  const best = readings.find(({ missing }) => missing.every((name) => name === BARRED));
  const choice: Choice | null = best ? { best, confidence: 'certain', rivals: [] } : null;
  return { choice, nearest: readings[0] ?? null };
}

interface Surroundings {
  readonly grid: Grid;
  readonly region: Region;
  readonly title: string | null;
  readonly tableYear: number | null;
}

/** The readings of a region as one of some kinds, best first. @param stated she says that it is of this kind */
function candidatesOf(
  { grid, region, title, tableYear }: Surroundings,
  kinds: readonly TableKind[],
  stated = false,
): Candidate[] {
  const titled = new Map((title === null ? [] : matchTitle(title)).map((match) => [match.kind, match.strength]));
  const bySheet = new Map(matchTitle(grid.sheet).map((match) => [match.kind, match.strength * SHEET_NAME_WEIGHT]));
  const body = bodySample(grid, region);
  const candidates: Candidate[] = [];
  const headerCache = new Map<Band, HeaderColumn[]>();
  for (const kind of kinds) {
    if (kind.layout === 'text') continue;
    const named = titled.get(kind) ?? (titled.size === 0 ? (bySheet.get(kind) ?? 0) : 0);
    // Headers alone do not make a 《一般公共预算项目支出表》 a table of another kind.
    if (!stated && named === 0 && title !== null && speaksAgainst(title, kind)) continue;
    const bands = kind.layout === 'form' ? [null, ...region.bands] : region.bands;
    for (const band of bands) {
      let headers: HeaderColumn[] = [];
      if (band && isTooWide(grid, region, band)) continue;
      if (band) {
        headers = headerCache.get(band) ?? headerColumns(grid, region, band, tableYear);
        headerCache.set(band, headers);
      }
      candidates.push(scoreKind(kind, band, headers, named, body));
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** The widest table we know has some forty columns; a header of hundreds is no table of ours. */
const MOST_COLUMNS = 512;

function isTooWide(grid: Grid, region: Region, band: Band): boolean {
  const cells = grid.row(band.top).slice(region.left, region.right + 1);
  return cells.length > MOST_COLUMNS && cells.filter((cell) => !isBlank(cell)).length > MOST_COLUMNS;
}

function unique(candidates: readonly Candidate[]): TableKind[] {
  return [...new Map(candidates.map((one) => [one.kind.id, one.kind])).values()];
}

function isPossible(one: Candidate): boolean {
  // A table that lacks required parts is taken for its kind only under the full title and with mostly known headers:
  // 支出决算明细表 by economic classification is no 支出决算表.
  if (one.missing.length > 0) return one.named >= FULL_NAME && one.recognised >= MOSTLY;
  return one.named > 0 || one.score >= LOWEST_UNNAMED_SCORE;
}

function confidenceOf(best: Candidate, rivals: readonly Candidate[], titled: boolean): Confidence {
  if (best.missing.length > 0) return 'uncertain';
  if (titled && best.named >= SURE_NAME) return 'certain';
  if (rivals.length > 0) return 'uncertain';
  return 'likely';
}

function scoreKind(
  kind: TableKind,
  band: Band | null,
  headers: readonly HeaderColumn[],
  named: number,
  body: BodySample,
): Candidate {
  const columns = band ? assignColumns(headers, kind.columns) : [];
  const missing = missingParts(kind, columns, headers, body);
  const ownHeaders = headers.filter((header) => header.own).length;
  const items = kind.layout === 'matrix' ? itemColumns(kind, headers) : 0;
  const recognised = ownHeaders === 0 ? 0 : Math.min(1, (columns.length + items) / ownHeaders);
  let score = named + 40 * recognised - 25 * missing.length;
  score += 3 * new Set(columns.map((one) => one.term.name)).size;
  if (kind.layout === 'form') score += 4 * fieldsFound(kind, body) + (band || kind.columns.length === 0 ? 0 : -15);
  if (kind.layout === 'matrix') score += 3 * fieldsFound(kind, body);
  score += 15 * evidenceShare(kind, body);
  const never = kind.never ?? [];
  // The labels of a form speak against it only where no title speaks for it.
  const mislabelled =
    kind.layout === 'form' && named < SURE_NAME && never.some((text) => body.labels.has(comparable(text)));
  const barred = mislabelled || headers.some((header) => bestFit(never, header.path) > 0);
  if (barred) score -= 60;
  return {
    kind,
    band,
    columns,
    headers,
    named,
    missing: barred ? [...missing, BARRED] : missing,
    recognised: band ? recognised : 1,
    score,
  };
}

function evidenceShare(kind: TableKind, body: BodySample): number {
  const labels = kind.evidence?.labels ?? [];
  const codes = kind.evidence?.codes ?? [];
  const byLabel =
    labels.length === 0 ? 0 : labels.filter((label) => body.labels.has(comparable(label))).length / labels.length;
  const byCode =
    codes.length === 0 || body.codes.length === 0
      ? 0
      : body.codes.filter((code) => codes.some((prefix) => code.startsWith(prefix))).length / body.codes.length;
  return Math.max(byLabel, byCode);
}

function fieldsFound(kind: TableKind, body: BodySample): number {
  return (kind.rows ?? []).filter((row) => anyIn(row.labels, body.labels)).length;
}

function itemColumns(kind: TableKind, headers: readonly HeaderColumn[]): number {
  return headers.filter((header) => header.own && (kind.rows ?? []).some((row) => bestFit(row.labels, header.path) > 0))
    .length;
}

/** Required columns, and for matrices and forms required items, that the region does not show. */
function missingParts(
  kind: TableKind,
  columns: readonly AssignedColumn[],
  headers: readonly HeaderColumn[],
  body: BodySample,
): string[] {
  const found = new Set(columns.map((one) => one.term.name));
  // A form may come without its list of indicators.
  const listed = kind.layout !== 'form' || columns.length > 0;
  const itemsAcross = kind.layout === 'matrix' && itemColumns(kind, headers) >= 2;
  const missing = kind.columns
    .filter((term) => listed && term.required && !found.has(term.name))
    // Under items laid across, the measures name the rows.
    .filter((term) => !(itemsAcross && anyIn(term.headers, body.labels)))
    .map((term) => term.name);
  if (kind.layout === 'list') return missing;
  for (const row of kind.rows ?? []) {
    if (!row.required) continue;
    const inBody = anyIn(row.labels, body.labels);
    const inHeader = headers.some((header) => fitsItem(row.labels, header));
    if (!inBody && !inHeader) missing.push(row.name);
  }
  return missing;
}

function fitsItem(labels: readonly string[], header: HeaderColumn): boolean {
  // The measure may stand below the item (合计/预算数) or above it.
  for (let length = header.path.length; length > 0; length--) {
    if (bestFit(labels, header.path.slice(0, length)) > 0) return true;
  }
  return false;
}
