import type { CellValue, Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import { isHeaderTerm } from './header-text';
import { holdsNumber, readNumber } from './number';
import { looksLikeTitle } from './title';
import { CODE_LEVEL_CELL, LABEL_HEADER, NUMBERING_CELL, TOTAL_CELL, WORDING } from './wording';

/** Consecutive header rows of one table; rows that only number the columns (栏次) are inside. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Rows inside the band that only number columns. */
  readonly numbering: ReadonlySet<number>;
  /** The last band row when it also holds the first figures (合计 beside 类 款 项). */
  readonly hybrid: boolean;
}

/** What one row looks like, before anything is known about its table. */
export interface RowShape {
  readonly texts: number;
  readonly numbers: number;
  readonly terms: number;
  readonly first: string | null;
  /** Column of the first non-blank cell. */
  readonly firstColumn: number;
}

/** 甲 | 乙 | 1 | 2: statistical forms letter their text columns. */
const COLUMN_LETTER = /^[甲乙丙丁戊己庚辛壬癸]$/;
const COLUMN_NUMBER =
  /^(?:[甲乙丙丁戊己庚辛壬癸]|[(（]?\d{1,2}[)）]?|\d{1,2}\s*[=＝][\d\s+＋\-－*×/÷=().（）]+|[A-Za-z]|[①-⑳]|[—-])$/;

/** Counts what stands in a row between two columns (both included). */
export function shapeOf(cells: readonly CellValue[], left: number, right: number): RowShape {
  let texts = 0;
  let numbers = 0;
  let terms = 0;
  let first: string | null = null;
  let firstColumn = -1;
  for (let column = left; column <= Math.min(right, cells.length - 1); column++) {
    const cell = cells[column] ?? null;
    if (isBlank(cell)) continue;
    if (firstColumn < 0) firstColumn = column;
    if (holdsNumber(cell) && !isYear(cell)) {
      numbers += 1;
    } else if (typeof cell === 'string') {
      texts += 1;
      first ??= cell;
      if (isHeaderTerm(cell)) terms += 1;
    }
  }
  return { texts, numbers, terms, first, firstColumn };
}

function isYear(cell: CellValue): boolean {
  return typeof cell === 'number' && Number.isInteger(cell) && cell >= 1990 && cell <= 2100;
}

function isSeed(shape: RowShape): boolean {
  return shape.numbers === 0 && shape.terms >= 2 && shape.terms >= 0.4 * shape.texts;
}

/** True for the mark of a text column (甲, 乙) in a row that numbers the columns. */
export function isColumnLetter(text: string): boolean {
  return COLUMN_LETTER.test(text);
}

/** 栏次 | 1 | 2 | 3: numbers the columns and holds no figures. */
function isNumbering(cells: readonly CellValue[], left: number, right: number): boolean {
  const filled = cells.slice(left, right + 1).filter((cell) => !isBlank(cell));
  const named = filled.some((cell) => typeof cell === 'string' && NUMBERING_CELL.test(cell.trim()));
  // 类 款 项 may stand in the same row: they are headers, not marks.
  const marks = filled.filter(
    (cell) => !(typeof cell === 'string' && (NUMBERING_CELL.test(cell.trim()) || CODE_LEVEL_CELL.test(cell.trim()))),
  );
  if (marks.length < (named ? 1 : 3)) return false;
  if (!marks.every((cell) => COLUMN_NUMBER.test(String(cell).trim()))) return false;
  if (named) return true;
  // Without its name the row must count 1, 2, 3 …: small figures of a real table hardly ever do.
  const counted = marks
    .map((cell) => Number(/\d+/.exec(String(cell))?.[0] ?? Number.NaN))
    .filter((n) => !Number.isNaN(n));
  const lettered = marks.some((cell) => COLUMN_LETTER.test(String(cell).trim())) && counted[0] === 1;
  return (
    (lettered || counted.length >= 3) &&
    counted.every((number, index) => index === 0 || number === (counted[index - 1] as number) + 1)
  );
}

/** No header is higher; a list of header words is none. */
const MOST_HEADER_ROWS = 10;

/** A line above a table: 编制单位：…, 单位：万元. */
const TABLE_HEAD = /(?:单位|部门|年度)\s*[:：]|^[(（]?(?:万元|元)[)）]?$/;

/**
 * A row below a header that still belongs to it.
 * @param above the header text over the row's first cell
 */
function continues(
  shape: RowShape,
  cells: readonly CellValue[],
  left: number,
  right: number,
  above: string | null,
): 'header' | 'hybrid' | null {
  if (shape.terms === 0 || shape.terms * 2 < shape.texts) return null;
  // 预算数 alone below 项目 names an empty row.
  if (shape.texts === 1 && above !== null && LABEL_HEADER.test(above) && !LABEL_HEADER.test(shape.first ?? ''))
    return null;
  const words = cells
    .slice(left, right + 1)
    .filter((cell): cell is string => typeof cell === 'string')
    .map((cell) => cell.trim());
  const threeColumns = WORDING.codeHeaders.filter((word) => words.includes(word)).length >= 2;
  if (shape.numbers > 0) return threeColumns ? 'hybrid' : null;
  if (shape.first !== null && TOTAL_CELL.test(shape.first)) {
    // 合计 alone is the total row of an empty table; 合计 beside 基本支出 … is a row of labels that also is the total row.
    if (shape.terms < 2) return null;
    return shape.terms >= 3 && above !== null && LABEL_HEADER.test(above) ? 'hybrid' : 'header';
  }
  if (threeColumns && words.some((word) => TOTAL_CELL.test(word))) return 'hybrid';
  return 'header';
}

/**
 * The last row of a header, with words of its own (工资福利支出 and 商品和服务支出 below 人员经费): nothing stands under
 * the headers of labels, and below every word the next row holds a figure.
 */
function isDetailHeader(
  grid: Grid,
  row: number,
  shape: RowShape,
  left: number,
  right: number,
  above: string | null,
): boolean {
  if (shape.numbers > 0 || shape.texts < 2 || (above !== null && LABEL_HEADER.test(above))) return false;
  const cells = grid.row(row);
  const below = grid.row(row + 1);
  const words = cells.flatMap((cell, column) => (column < left || column > right || isBlank(cell) ? [] : [column]));
  const labelled = below.slice(left, shape.firstColumn).some((cell) => typeof cell === 'string' && !isBlank(cell));
  return labelled && words.every((column) => holdsNumber(below[column] ?? null));
}

/**
 * Finds the header bands of a sheet part, top to bottom. A band begins at a row with at least two header words and no
 * figures; rows above and below that only refine it belong to it.
 */
export function findBands(grid: Grid, left: number, right: number): Band[] {
  const bands: Band[] = [];
  const rowCount = grid.description.rowCount;
  for (let row = 0; row < rowCount; row++) {
    const cells = grid.row(row);
    if (cells.length === 0 || !isSeed(shapeOf(cells, left, right))) continue;
    const previousBottom = bands[bands.length - 1]?.bottom ?? -1;
    if (previousBottom >= 0 && isBodyRow(grid, previousBottom, row, left, right)) continue;
    let top = row;
    while (top - 1 > previousBottom && isGroupRow(grid.row(top - 1), left, right)) top -= 1;
    const numbering = new Set<number>();
    let bottom = row;
    let hybrid = false;
    for (let next = row + 1; next < Math.min(rowCount, row + MOST_HEADER_ROWS) && !hybrid; next++) {
      const below = grid.row(next);
      if (isNumbering(below, left, right)) {
        numbering.add(next);
      } else {
        const shape = shapeOf(below, left, right);
        const above = textAbove(grid, shape.firstColumn, row, next);
        const verdict =
          continues(shape, below, left, right, above) ??
          (isDetailHeader(grid, next, shape, left, right, above) ? 'header' : null);
        if (verdict === null) break;
        hybrid = verdict === 'hybrid';
      }
      bottom = next;
    }
    bands.push({ top, bottom, numbering, hybrid });
    row = bottom;
  }
  return bands;
}

/**
 * A row of header words with blanks between them, and no title since the last header, is a body row whose labels
 * happen to be header words: 使用非财政拨款结余 | — | 结转下年 | — .
 */
function isBodyRow(grid: Grid, lastHeader: number, row: number, left: number, right: number): boolean {
  const filled = grid
    .row(row)
    .slice(left, right + 1)
    .map((cell) => readNumber(cell).state !== 'blank');
  if (filled.some((one, at) => one && filled[at + 1])) return false;
  for (let above = row - 1; above > lastHeader; above--) {
    const words = grid
      .row(above)
      .slice(left, right + 1)
      .filter((cell): cell is string => typeof cell === 'string');
    if (words.some((word) => looksLikeTitle(word) || TABLE_HEAD.test(word))) return false;
  }
  return true;
}

function textAbove(grid: Grid, column: number, top: number, below: number): string | null {
  for (let row = below - 1; row >= top; row--) {
    const cell = grid.value(row, column);
    if (typeof cell === 'string' && !isBlank(cell)) return cell;
  }
  return null;
}

/** A row of group headers above a header row: nothing but header words. */
function isGroupRow(cells: readonly CellValue[], left: number, right: number): boolean {
  const shape = shapeOf(cells, left, right);
  return shape.numbers === 0 && shape.terms >= 1 && shape.terms === shape.texts;
}
