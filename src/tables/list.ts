import type { CellPlace } from '../model/address';
import type { CellValue, Grid } from '../model/grid';
import { isBlank, isCellError } from '../model/grid';
import { Decimal } from '../model/decimal';
import type { TableCell } from '../model/table';
import type { AmountUnit } from '../model/unit';
import type { Band } from './bands';
import { codeBeforeName, codeDigits, joinCode } from './code';
import type { AssignedColumn } from './columns';
import { readFigure } from './figure';
import type { ColumnRole, TableKind } from './kind';
import { readLabel } from './label';
import { isNoteText } from './notes';
import { holdsNumber } from './number';
import type { Region } from './regions';
import type { RawRow } from './tree';

/** The body of a list as it stands in the sheet. */
export interface ListBody {
  /** Reading order: block by block, top to bottom. */
  readonly rows: readonly RawRow[];
  /** Rows of the sheet that hold data. */
  readonly rowCount: number;
  readonly lastRow: number;
  readonly notes: readonly string[];
}

const NUMBER_ROLES: ReadonlySet<ColumnRole> = new Set(['amount', 'count', 'ratio']);
/** Figures without code and label belong to the table only when no more than this many blank rows stand between. */
const LARGEST_GAP = 2;

/** Reads the rows below a header band, each block of a row as a row of its own. */
export function readListBody(
  grid: Grid,
  region: Region,
  band: Band,
  kind: TableKind,
  columns: readonly AssignedColumn[],
  unit: AmountUnit | null,
): ListBody {
  const blocks = blockColumns(columns);
  const rows: RawRow[][] = blocks.map(() => []);
  const codesAbove: (string | null)[][] = blocks.map(() => [null, null, null]);
  const groupText = new Map<number, string>();
  const notes: string[] = [];
  const otherBands = region.bands.filter((other) => other !== band);
  const left = Math.min(...columns.map((one) => one.column));
  let rowCount = 0;
  let lastRow = band.bottom;
  let ended = false;
  for (let row = band.hybrid ? band.bottom : band.bottom + 1; row <= region.bottom; row++) {
    if (otherBands.some((other) => row >= other.top && row <= other.bottom)) continue;
    const cells = grid.row(row);
    if (isNoteRow(cells, left, region, columns)) {
      notes.push(...noteTexts(cells));
      ended = rowCount > 0;
      continue;
    }
    if (ended) continue;
    let used = false;
    const line = blocks.map((block, index) =>
      readRow({
        grid,
        row,
        cells,
        left: region.left,
        block,
        index,
        kind,
        unit,
        above: codesAbove[index] as (string | null)[],
        groupText,
      }),
    );
    joinMergedLabels(line).forEach((raw, index) => {
      if (!raw || (isBare(raw) && row - lastRow - 1 > LARGEST_GAP)) return;
      (rows[index] as RawRow[]).push(raw);
      used = true;
    });
    if (used) {
      rowCount += 1;
      lastRow = row;
    }
  }
  return { rows: scaleRatios(withoutIdleLabels(rows.flat()), columns), rowCount, lastRow, notes };
}

function isBare(raw: RawRow): boolean {
  return raw.code === null && raw.label.text === '';
}

/**
 * A label merged over two blocks has its figure at the end of the second: 公用经费合计 | | | | | 47.10. The figure
 * belongs to the label.
 */
function joinMergedLabels(line: readonly (RawRow | null)[]): (RawRow | null)[] {
  const joined = [...line];
  for (let at = 1; at < joined.length; at++) {
    const [label, figures] = [joined[at - 1], joined[at]];
    if (!label || !figures || isBare(label) || !isBare(figures)) continue;
    if ([...label.cells.values()].some((cell) => cell.state !== 'blank')) continue;
    joined[at - 1] = { ...label, cells: figures.cells };
    joined[at] = null;
  }
  return joined;
}

/**
 * Header words in the total row (合计 | … | 基本支出 | 项目支出) hide figures only where the column has any; in an empty
 * column they stand for nothing.
 */
function withoutIdleLabels(rows: readonly RawRow[]): RawRow[] {
  const used = new Set(
    rows.flatMap((row) => [...row.cells].flatMap(([name, cell]) => (cell.value?.isZero() === false ? [name] : []))),
  );
  return rows.map((row) => {
    if (![...row.cells.values()].some((cell) => cell.state === 'label')) return row;
    const cells = [...row.cells].map(([name, cell]): [string, TableCell] =>
      cell.state === 'label' && !used.has(name)
        ? [name, { ...cell, state: 'blank', value: Decimal.ZERO }]
        : [name, cell],
    );
    return { ...row, cells: new Map(cells) };
  });
}

/** A ratio above this is written in percent: hardly any budget is spent more than twice over. */
const LARGEST_FRACTION = Decimal.of(2);

/** Rates written without a percent sign (96.72 under 执行率（%）) become fractions, a whole column alike. */
function scaleRatios(rows: readonly RawRow[], columns: readonly AssignedColumn[]): readonly RawRow[] {
  const inPercent = new Set(
    columns
      .filter((one) => one.term.role === 'ratio')
      .filter((one) => {
        const plain = rows.flatMap((row) => plainRatio(row.cells.get(one.term.name)) ?? []);
        const large = plain.filter((value) => value.abs().compare(LARGEST_FRACTION) > 0).length;
        return large > 0 && (/[%％]/.test(one.header) || large * 2 > plain.length);
      })
      .map((one) => one.term.name),
  );
  if (inPercent.size === 0) return rows;
  return rows.map((row) => ({
    ...row,
    cells: new Map(
      [...row.cells].map(([name, cell]) => [
        name,
        inPercent.has(name) && plainRatio(cell) ? { ...cell, value: plainRatio(cell)?.shift(-2) ?? null } : cell,
      ]),
    ),
  }));
}

/** The value of a rate that is written without its percent sign. */
function plainRatio(cell: TableCell | undefined): Decimal | null {
  return cell && cell.value !== null && !cell.value.isZero() && !/[%％]/.test(cell.written) ? cell.value : null;
}

interface Block {
  readonly code: AssignedColumn | null;
  readonly codeParts: readonly AssignedColumn[];
  readonly labels: readonly AssignedColumn[];
  readonly values: readonly AssignedColumn[];
}

function blockColumns(columns: readonly AssignedColumn[]): Block[] {
  const count = Math.max(-1, ...columns.map((one) => one.block)) + 1;
  return Array.from({ length: count }, (_, block) => {
    const own = columns.filter((one) => one.block === block);
    return {
      code: own.find((one) => one.term.role === 'code') ?? null,
      codeParts: own.filter((one) => /^code[123]$/.test(one.term.role)),
      labels: own.filter((one) => one.term.role === 'label'),
      values: own.filter((one) => !/^(?:code[123]?|label)$/.test(one.term.role)),
    };
  });
}

function isNoteRow(
  cells: readonly CellValue[],
  left: number,
  region: Region,
  columns: readonly AssignedColumn[],
): boolean {
  let first: string | null = null;
  for (let column = Math.min(left, region.left); column <= Math.min(region.right, cells.length - 1); column++) {
    const cell = cells[column];
    if (isBlank(cell)) continue;
    if (typeof cell === 'string') first = cell;
    break;
  }
  if (first === null || !isNoteText(first)) return false;
  return !columns.some((one) => NUMBER_ROLES.has(one.term.role) && holdsNumber(cells[one.column] ?? null));
}

function noteTexts(cells: readonly CellValue[]): string[] {
  return cells
    .filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '')
    .map((cell) => cell.trim());
}

interface RowSource {
  readonly grid: Grid;
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** First column of the region: what stands left of it is another table's. */
  readonly left: number;
  readonly block: Block;
  readonly index: number;
  readonly kind: TableKind;
  readonly unit: AmountUnit | null;
  /** 类 / 款 / 项 of the row above, changed in place. */
  readonly above: (string | null)[];
  /** The last text of each group column, changed in place. */
  readonly groupText: Map<number, string>;
}

function readRow(source: RowSource): RawRow | null {
  const { row, cells, block, kind } = source;
  const name = labelOf(cells, block);
  const own = codeOf(cells, block, source.above);
  const inName = kind.codes !== undefined && own.digits === null && name !== null ? codeBeforeName(name.text) : null;
  const digits = own.digits ?? inName?.code ?? null;
  const isCode =
    digits !== null && (kind.codes === 'account' || kind.codes === 'any' || /^\d{3}(?:\d{2}){0,2}$/.test(digits));
  const values = new Map<string, TableCell>();
  let filled = false;
  for (const one of block.values) {
    const cell = readCell(source, one);
    values.set(one.term.name, cell);
    if (cell.state !== 'blank' && cell.state !== 'label' && !isBlank(cells[one.column])) filled = true;
  }
  const labelText =
    inName?.name ??
    name?.text ??
    own.text ??
    groupLabel(source) ??
    (digits === null && filled ? wordBefore(source) : null) ??
    '';
  if (digits === null && labelText.trim() === '' && !filled) return null;
  const label = readLabel(labelText);
  const column = name?.column ?? own.column ?? block.values[0]?.column ?? 0;
  return {
    row,
    block: source.index,
    code: isCode ? digits : null,
    foreignCode: digits !== null && !isCode,
    label: { ...label, indent: label.indent + (name?.shift ?? 0) },
    cells: values,
    place: { sheet: source.grid.sheet, row, column },
  };
}

/** In a table whose only words stand in a group column, that word names the row: 合计, or a programme. */
function groupLabel({ cells, block }: RowSource): string | null {
  const column = block.values.find((one) => one.term.role === 'group' && !isBlank(cells[one.column]))?.column;
  return column === undefined ? null : String(cells[column]);
}

/** 合计 may stand left of the label column, under 序号 or 单位名称: the row's first word names a row without a label. */
function wordBefore({ cells, left, block, index }: RowSource): string | null {
  if (index > 0) return null;
  const label = block.labels[0]?.column ?? 0;
  const codes = new Set([block.code, ...block.codeParts].map((one) => one?.column));
  const word = cells.find((cell, column) => column >= left && column < label && !codes.has(column) && !isBlank(cell));
  return typeof word === 'string' && !holdsNumber(word) ? word : null;
}

function labelOf(cells: readonly CellValue[], block: Block): { text: string; column: number; shift: number } | null {
  for (const label of block.labels) {
    const columns = [label.column, ...label.spread];
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as number;
      const cell = cells[column] ?? null;
      if (isBlank(cell) || isCellError(cell)) continue;
      return { text: String(cell), column, shift: 2 * at };
    }
  }
  return null;
}

interface CodeReading {
  readonly digits: string | null;
  /** A word in the code column: 合计 merged over code and name. */
  readonly text: string | null;
  readonly column: number | null;
}

function codeOf(cells: readonly CellValue[], block: Block, above: (string | null)[]): CodeReading {
  const parts =
    block.codeParts.length > 0
      ? block.codeParts.map((one) => one.column)
      : block.code
        ? [block.code.column, ...block.code.spread]
        : [];
  const values = parts.map((column) => cells[column] ?? null);
  const wordAt = values.findIndex(
    (cell) => typeof cell === 'string' && cell.trim() !== '' && codeDigits(cell) === null,
  );
  const word = wordAt < 0 ? null : { text: String(values[wordAt]).trim(), column: parts[wordAt] as number };
  if (word && !/^[类款项]$/.test(word.text)) {
    const combined = codeBeforeName(word.text);
    return { digits: combined?.code ?? null, text: combined?.name ?? word.text, column: word.column };
  }
  const digits = parts.length > 1 ? joinCode(values, above) : codeDigits(values[0] ?? null);
  return { digits, text: null, column: parts[0] ?? null };
}

function readCell(source: RowSource, one: AssignedColumn): TableCell {
  const place: CellPlace = { sheet: source.grid.sheet, row: source.row, column: one.column };
  const cell = source.cells[one.column] ?? null;
  const written = isCellError(cell) ? cell.error : cell === null ? '' : String(cell).trim();
  const { role } = one.term;
  if (role === 'group') {
    if (written !== '') source.groupText.set(one.column, written);
    return { place, state: 'text', value: null, written: written || (source.groupText.get(one.column) ?? '') };
  }
  if (!NUMBER_ROLES.has(role)) {
    if (typeof cell === 'number') return { place, state: 'number', value: Decimal.of(cell), written };
    return { place, state: written === '' ? 'blank' : 'text', value: null, written };
  }
  return { place, written, ...readFigure(cell, role, source.unit, one.unit) };
}
