import type { CellPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { CellValue, Grid } from '../model/grid';
import { isBlank, isCellError } from '../model/grid';
import type { TableCell } from '../model/table';
import type { AmountUnit } from '../model/unit';
import { codeBeforeName, codeDigits, isClassified, joinCode } from './code';
import type { AssignedColumn } from './columns';
import { readFigure } from './figure';
import type { ColumnRole, TableKind } from './kind';
import { readLabel } from './label';
import { holdsNumber } from './number';
import type { RawRow } from './tree';

/** Roles of columns that hold figures. */
export const NUMBER_ROLES: ReadonlySet<ColumnRole> = new Set(['amount', 'count', 'ratio']);

/** The columns of one of the blocks that stand side by side in a list, by what they are for. */
export interface Block {
  readonly code: AssignedColumn | null;
  readonly codeParts: readonly AssignedColumn[];
  readonly labels: readonly AssignedColumn[];
  readonly values: readonly AssignedColumn[];
}

/** The columns of every block, left to right. */
export function blockColumns(columns: readonly AssignedColumn[]): Block[] {
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

/** What rows of a group have in common, and the cell it stands in: that of the group's first row. */
export type GroupWord = Pick<TableCell, 'written' | 'place'>;

/** A row of the sheet and one block of it. */
export interface RowSource {
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
  /** The last word of each group column, changed in place. */
  readonly groupWords: Map<number, GroupWord>;
}

/** A word of a row, and the column it stands in. */
interface Word {
  readonly text: string;
  readonly column: number;
}

/** Reads one block of a row; null when the block is empty there. */
export function readRow(source: RowSource): RawRow | null {
  const { row, cells, block, kind } = source;
  const name = labelOf(cells, block);
  const own = codeOf(cells, block, source.above);
  const inName = kind.codes !== undefined && own.digits === null && name !== null ? codeBeforeName(name.text) : null;
  const digits = own.digits ?? inName?.code ?? null;
  const isCode = digits !== null && isClassified(digits, kind.codes ?? '');
  const values = new Map<string, TableCell>();
  let filled = false;
  for (const one of block.values) {
    const cell = readCell(source, one);
    values.set(one.term.name, cell);
    if (cell.state !== 'blank' && cell.state !== 'label' && !isBlank(cells[one.column])) filled = true;
  }
  const outside = digits === null && filled ? wordBefore(source) : null;
  const named = name && { ...name, text: inName?.name ?? name.text };
  const word = named ?? own.word ?? groupWord(source) ?? outside;
  const labelText = word?.text ?? '';
  if (digits === null && labelText.trim() === '' && !filled) return null;
  const label = readLabel(labelText);
  const column = word?.column ?? own.column ?? block.values[0]?.column ?? 0;
  return {
    row,
    block: source.index,
    code: isCode ? digits : null,
    owner: isCode ? null : (digits ?? (labelText === outside?.text ? '' : null)),
    unitNumber: unitNumberOf(cells, block),
    label: { ...label, indent: label.indent + (name?.shift ?? 0) },
    cells: values,
    place: { sheet: source.grid.sheet, row, column },
  };
}

function unitNumberOf(cells: readonly CellValue[], block: Block): string | null {
  const column = block.values.find((one) => one.term.role === 'unit')?.column;
  return column === undefined ? null : codeDigits(cells[column] ?? null);
}

/** In a table whose only words stand in a group column, that word names the row: 合计, or a programme. */
function groupWord({ cells, block }: RowSource): Word | null {
  const column = block.values.find((one) => one.term.role === 'group' && !isBlank(cells[one.column]))?.column;
  return column === undefined ? null : { text: String(cells[column]), column };
}

/** 合计 may stand left of the label column, under 序号 or 单位名称: the row's first word names a row without a label. */
function wordBefore({ cells, left, block, index }: RowSource): Word | null {
  if (index > 0) return null;
  const label = block.labels[0]?.column ?? 0;
  const codes = new Set([block.code, ...block.codeParts].map((one) => one?.column));
  const column = cells.findIndex(
    (cell, column) =>
      column >= left &&
      column < label &&
      !codes.has(column) &&
      typeof cell === 'string' &&
      !isBlank(cell) &&
      !holdsNumber(cell),
  );
  return column < 0 ? null : { text: String(cells[column]), column };
}

function labelOf(cells: readonly CellValue[], block: Block): (Word & { readonly shift: number }) | null {
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
  readonly word: Word | null;
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
    return {
      digits: combined?.code ?? null,
      word: { text: combined?.name ?? word.text, column: word.column },
      column: word.column,
    };
  }
  const digits = parts.length > 1 ? joinCode(values, above) : codeDigits(values[0] ?? null);
  return { digits, word: null, column: parts[0] ?? null };
}

function readCell(source: RowSource, one: AssignedColumn): TableCell {
  const place: CellPlace = { sheet: source.grid.sheet, row: source.row, column: one.column };
  const cell = source.cells[one.column] ?? null;
  const written = isCellError(cell) ? cell.error : cell === null ? '' : String(cell).trim();
  const { role } = one.term;
  if (role === 'group') {
    if (written !== '') source.groupWords.set(one.column, { written, place });
    const { groupWords } = source;
    return { place, written, ...groupWords.get(one.column), state: 'text', value: null };
  }
  if (!NUMBER_ROLES.has(role)) {
    if (typeof cell === 'number') return { place, state: 'number', value: Decimal.of(cell), written };
    return { place, state: written === '' ? 'blank' : 'text', value: null, written };
  }
  return { place, written, ...readFigure(cell, role, source.unit, one.unit) };
}
