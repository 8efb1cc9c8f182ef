import type { Area } from '../model/address';
import type { CellValue, Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import type { AmountUnit } from '../model/unit';
import type { Band } from './bands';
import { isColumnLetter } from './bands';
import type { HeaderText } from './header-text';
import { bestFit, isHeaderTerm, readHeader } from './header-text';
import type { ColumnTerm } from './kind';
import { NUMBERING_CELL } from './wording';

/** A column of a region with its header path, outermost first. */
export interface HeaderColumn {
  readonly column: number;
  readonly path: readonly HeaderText[];
  /** False when the header above it is only carried over from the column to the left. */
  readonly own: boolean;
}

/**
 * Header paths without the help of merged cells: a header text spans to the right until the next text of its row, and
 * never beyond the span of a header above it.
 */
export function headerColumns(grid: Grid, area: Area, band: Band, tableYear: number | null): HeaderColumn[] {
  const width = area.right - area.left + 1;
  const rows: (string | null)[][] = [];
  for (let row = band.top; row <= band.bottom; row++) {
    const cells = grid.row(row);
    const hybrid = band.hybrid && row === band.bottom;
    const texts: (string | null)[] = [];
    for (let at = 0; at < width; at++) {
      const text = headerCell(cells[area.left + at] ?? null);
      const numbers =
        band.numbering.has(row) &&
        (text === null || NUMBERING_CELL.test(text) || isColumnLetter(text) || !isHeaderTerm(text));
      const total = hybrid && text !== null && !isHeaderTerm(text);
      texts.push(numbers || total ? null : text);
    }
    if (hybrid) dropTotalLabel(texts);
    if (texts.some((text) => text !== null)) rows.push(texts);
  }
  const spans = spanOwners(rows, width);
  const columns: HeaderColumn[] = [];
  for (let at = 0; at < width; at++) {
    const path: HeaderText[] = [];
    let own = false;
    let lastOwner = '';
    rows.forEach((texts, level) => {
      const owner = spans[level]?.[at] ?? null;
      if (owner === null) return;
      const text = texts[owner] as string;
      if (owner === at) own = true;
      // A header repeated down a vertical merge, or a value written into every merged cell, counts once.
      if (`${owner}:${text}` !== lastOwner && path[path.length - 1]?.raw !== text)
        path.push(readHeader(text, tableYear));
      lastOwner = `${owner}:${text}`;
    });
    // A header reaches over every column to its right; only one that holds something can belong to it.
    const column = area.left + at;
    if (path.length > 0 && (own || isUsed(grid, column, band.bottom + 1, area.bottom)))
      columns.push({ column, path, own });
  }
  return columns;
}

function isUsed(grid: Grid, column: number, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) if (!isBlank(grid.value(row, column))) return true;
  return false;
}

function headerCell(cell: CellValue): string | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1990 && cell <= 2100 ? `${cell}年` : null;
  return typeof cell === 'string' ? cell.replace(/[\r\n]+/g, '').trim() : null;
}

/** In a row of labels that is the total row too, the first 合计 names the row and not a column. */
function dropTotalLabel(texts: (string | null)[]): void {
  const at = texts.findIndex((text) => text !== null && /^合\s*计$/.test(text));
  if (at >= 0) texts[at] = null;
}

/** For every header row and column: the column whose text spans it, or null. */
function spanOwners(rows: readonly (readonly (string | null)[])[], width: number): (number | null)[][] {
  const owners: (number | null)[][] = [];
  rows.forEach((texts, level) => {
    const line = new Array<number | null>(width).fill(null);
    let owner: number | null = null;
    for (let at = 0; at < width; at++) {
      if (texts[at] !== null) owner = at;
      else if (owner !== null && startsAbove(rows, level, at, owners)) owner = null;
      line[at] = owner;
    }
    owners.push(line);
  });
  return owners;
}

function startsAbove(
  rows: readonly (readonly (string | null)[])[],
  level: number,
  at: number,
  owners: (number | null)[][],
): boolean {
  for (let above = 0; above < level; above++) {
    if (rows[above]?.[at] !== null && owners[above]?.[at] === at) return true;
  }
  return false;
}

/** A column of the sheet taken for a column of the pack. */
export interface AssignedColumn {
  readonly term: ColumnTerm;
  readonly column: number;
  readonly block: number;
  /** The whole header path as text, for telling 收入 from 支出. */
  readonly header: string;
  /** Unit in the header, if it states one. */
  readonly unit: AmountUnit | null;
  /** Further columns under the same header: indented names or code levels spread over several columns. */
  readonly spread: readonly number[];
}

const LABEL_ROLES = new Set(['code', 'code1', 'code2', 'code3', 'label']);

/**
 * Gives every column to the pack term its header fits best, each term at most once per block. A new block begins where
 * a code or label column follows figures: 收入 | 支出, or 人员经费 | 公用经费 side by side.
 */
export function assignColumns(columns: readonly HeaderColumn[], terms: readonly ColumnTerm[]): AssignedColumn[] {
  const scored = columns.map((column) => ({ column, fits: termFits(column, terms) }));
  const blockOf = blocksOf(scored);
  const pairs = scored.flatMap(({ column, fits }, index) =>
    fits.map(({ term, fit }) => ({ column, term, fit, block: blockOf[index] as number })),
  );
  pairs.sort(
    (a, b) => b.fit - a.fit || Number(b.column.own) - Number(a.column.own) || a.column.column - b.column.column,
  );
  const taken = new Map<number, AssignedColumn>();
  const used = new Set<string>();
  for (const { column, term, block } of pairs) {
    const key = `${block}:${term.name}`;
    if (taken.has(column.column) || used.has(key)) continue;
    used.add(key);
    const unit =
      column.path
        .map((header) => header.unit)
        .filter((one) => one !== null)
        .pop() ?? null;
    taken.set(column.column, { term, column: column.column, block, header: headerText(column), unit, spread: [] });
  }
  return withSpread(
    [...taken.values()].sort((a, b) => a.column - b.column),
    columns,
    taken,
  );
}

function headerText(column: HeaderColumn): string {
  return column.path.map((header) => header.raw).join('/');
}

function termFits(column: HeaderColumn, terms: readonly ColumnTerm[]): { term: ColumnTerm; fit: number }[] {
  const fits: { term: ColumnTerm; fit: number }[] = [];
  for (const term of terms) {
    const fit = bestFit(term.headers, column.path);
    if (fit > 0) fits.push({ term, fit });
  }
  return fits.sort((a, b) => b.fit - a.fit);
}

function blocksOf(scored: readonly { column: HeaderColumn; fits: readonly { term: ColumnTerm }[] }[]): number[] {
  let block = 0;
  let figures = false;
  const labels = new Set<string>();
  return scored.map(({ column, fits }) => {
    const term = fits[0]?.term;
    if (!term || !column.own) return block;
    if (LABEL_ROLES.has(term.role)) {
      // Only a label of a sort seen before opens a new block; 项目名称 behind a figure may be just another text.
      if (figures && labels.has(term.name)) {
        block += 1;
        figures = false;
        labels.clear();
      }
      labels.add(term.name);
    } else if (term.role === 'amount' || term.role === 'count') {
      figures = true;
    }
    return block;
  });
}

/** Columns without a header of their own, right of a code or label column: parts of it. */
function withSpread(
  assigned: readonly AssignedColumn[],
  columns: readonly HeaderColumn[],
  taken: ReadonlyMap<number, AssignedColumn>,
): AssignedColumn[] {
  return assigned.map((one) => {
    if (!LABEL_ROLES.has(one.term.role)) return one;
    const spread: number[] = [];
    for (const column of columns) {
      if (column.column !== one.column + spread.length + 1 || column.own || taken.has(column.column)) continue;
      spread.push(column.column);
    }
    return { ...one, spread };
  });
}
