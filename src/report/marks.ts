import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { Decimal } from '../model/decimal';
import type { CellValue } from '../model/grid';
import { isCellError } from '../model/grid';
import type { Sliced } from '../model/slices';
import { atOnce, mapped } from '../model/slices';
import { canonicalFormula } from '../sheet/canonical-formula';
import { printFormula } from '../sheet/print-formula';
import type { Cell, RowModel, SheetModel } from '../sheet/sheet';
import { encodeText } from '../sheet/text';
import { textCell } from './cells';
import { STYLES } from './styles';

/** Which row of a sheet of ours is about what. */
export interface RowMark {
  /** Stable across runs: key of a check or finding, id of a line. */
  readonly id: string;
  /** Ids of the columns in which this row has cells of hers. */
  readonly inputs: readonly string[];
  /** What we put into cells of hers ourselves, by column id: as long as it stands there, she typed nothing. */
  readonly prefilled?: ReadonlyMap<string, string>;
  /** Fingerprint of the figures the row shows, where a mark of hers depends on them; else empty. */
  readonly figures: string;
}

const OWNER = '自评助手';
const VERSION = '1';
const SEPARATOR = '|';
const LIST_SEPARATOR = ' ';
const PREFILLED = '#';

/** What the mark in the hidden first row says. */
export interface SheetMark {
  readonly name: string;
  readonly digest: string;
}

/** Reads the mark of a sheet of ours; null for any other text. */
export function readMark(value: CellValue): SheetMark | null {
  if (typeof value !== 'string') return null;
  const [owner, version, name, digest] = value.split(SEPARATOR);
  return owner === OWNER && version === VERSION && name !== undefined && digest !== undefined ? { name, digest } : null;
}

/**
 * The sheet with its marks: a hidden first row with the ids of input columns, and behind the last column three hidden
 * ones with the id, the input columns and the figures of each row. They stay with their rows when she sorts or inserts
 * rows, and say of every other cell whether it is still as we wrote it.
 * @param inputs columns she types into, by id
 * @param marks rows, from 0
 */
export function marked(
  sheet: SheetModel,
  inputs: ReadonlyMap<string, number>,
  marks: ReadonlyMap<number, RowMark>,
): SheetModel {
  return atOnce(markedInSlices(sheet, inputs, marks));
}

/** The same, some rows at a time. */
export function* markedInSlices(
  sheet: SheetModel,
  inputs: ReadonlyMap<string, number>,
  marks: ReadonlyMap<number, RowMark>,
): Sliced<SheetModel> {
  const at = sheet.columns.length;
  const withRow = (row: RowModel, cells: readonly (Cell | null)[]): RowModel => {
    const padded = [...row.cells, ...new Array<null>(Math.max(0, at - row.cells.length)).fill(null)];
    return { ...row, cells: [...padded, ...cells] };
  };
  const mark = (content: string): Cell => textCell(content, STYLES.mark);
  const rows = sheet.rows.map((row, index) => {
    const own = marks.get(index);
    if (!own) return row;
    return withRow(row, [mark(own.id), mark(inputList(own)), mark(own.figures)]);
  });
  const contents = yield* mapped(rows.slice(1), ({ cells }) => cells.flatMap((cell) => (cell ? contentOf(cell) : [])));
  const digest = digestOf(contents);
  const first: (Cell | null)[] = new Array<Cell | null>(at).fill(null);
  for (const [id, column] of inputs) first[column] = mark(id);
  first.push(mark([OWNER, VERSION, sheet.name, digest].join(SEPARATOR)));
  const hidden = { width: 4, hidden: true };
  return {
    ...sheet,
    columns: [...sheet.columns, hidden, hidden, hidden],
    rows: [{ cells: first, height: null, hidden: true, breakAfter: false }, ...rows.slice(1)],
  };
}

/** A cell of hers as a row's mark lists it. */
export interface MarkedInput {
  readonly column: string;
  /** Fingerprint of what we put there ourselves; null where nothing was. */
  readonly prefilled: string | null;
}

function inputList({ inputs, prefilled }: RowMark): string {
  const listed = inputs.map((column) => {
    const text = prefilled?.get(column);
    return text === undefined ? column : `${column}${PREFILLED}${fingerprint(text)}`;
  });
  return listed.join(LIST_SEPARATOR);
}

/** The cells of hers that a row's mark lists. */
export function readInputList(value: CellValue): readonly MarkedInput[] {
  if (typeof value !== 'string' || value === '') return [];
  return value.split(LIST_SEPARATOR).map((entry) => {
    const [column = '', prefilled = null] = entry.split(PREFILLED);
    return { column, prefilled };
  });
}

/** What a cell of the model will be found to hold, for the digest; nothing for blanks and for cells of hers. */
function contentOf(cell: Cell): string[] {
  switch (cell.type) {
    case 'text':
      return [contentOfValue(encodeText(cell.text))];
    case 'number':
      return [contentOfValue(Number(cell.value.toString()))];
    case 'formula':
      return [contentOfFormula(printFormula(cell.formula))];
    default:
      return [];
  }
}

/** A constant as the digest knows it. */
export function contentOfValue(value: CellValue): string {
  if (typeof value === 'number') return `n${Decimal.of(value).toString()}`;
  if (isCellError(value)) return `e${value.error}`;
  return `${typeof value === 'string' ? 't' : 'b'}${String(value)}`;
}

/** A formula as the digest knows it: wherever its references point by now. */
export function contentOfFormula(formula: string): string {
  return `f${canonicalFormula(formula)}`;
}

/**
 * A digest of rows of cells in which their order does not count, nor blank rows: sorting a list or inserting an empty
 * row is no change of a cell.
 */
export function digestOf(rows: readonly (readonly string[])[]): string {
  const lines = rows
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.map((cell) => JSON.stringify(cell)).join());
  return fingerprint(lines.sort().join('\n'));
}

/** A short fingerprint of a text. */
export function fingerprint(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);
}
