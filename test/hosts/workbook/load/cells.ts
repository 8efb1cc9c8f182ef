import { parseAddress } from '../../../../src/hosts/xlsx/places';
import type { CellValue } from '../../../../src/model/grid';
import type { Book } from '../book';
import type { Results } from '../calculation';
import type { Content } from '../cells';
import { asExcelShows, formulaPieces } from '../formula-text';
import { movedReferences } from '../moved-references';
import type { BookSheet } from '../sheet';
import type { LoadedStyle } from './styles';
import type { Node } from './xml';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly book: Book;
  readonly texts: readonly string[];
  readonly styles: readonly LoadedStyle[];
  /** Values the file keeps for formulas; added to. */
  readonly results: Results;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Reads the cells and heights of sheetData (ECMA-376 part 1, 18.3.1.4, .40, .73). */
export function loadCells(sheet: BookSheet, data: Node, context: CellContext): void {
  const shared = new Map<string, SharedFormula>();
  let row = -1;
  for (const line of data.all('row')) {
    row = line.number('r', row + 2) - 1;
    loadRow(sheet, line, row, context);
    let column = -1;
    for (const cell of line.all('c')) {
      column = parseAddress(cell.attribute('r') ?? '')?.column ?? column + 1;
      const loaded = context.styles[cell.number('s', 0)];
      const style = loaded?.style ?? context.book.normal;
      const content = contentOf(cell, row, column, shared, context);
      if (content === null && style === sheet.styleAround(row, column)) continue;
      sheet.load(row, column, content, style, (loaded?.marked ?? false) && content?.kind === 'constant');
    }
  }
}

function loadRow(sheet: BookSheet, line: Node, row: number, { styles }: CellContext): void {
  const height = line.attribute('ht');
  const hidden = line.flag('hidden');
  const style = line.flag('customFormat') ? (styles[line.number('s', 0)]?.style ?? null) : null;
  if (height === null && !hidden && style === null) return;
  sheet.loadLayout((layout) => {
    const points = height === null ? null : Number(height);
    layout.setRows(row, row, { height: points, custom: line.flag('customHeight'), hidden, style });
  });
}

function contentOf(
  cell: Node,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
  context: CellContext,
): Content {
  const value = valueOf(cell, context.texts);
  const formula = cell.first('f');
  const text = formula === null ? '' : formulaText(formula, row, column, shared);
  if (text === '') return value === null ? null : { kind: 'constant', value };
  const content = { kind: 'formula', text: shownFormula(text, context.book) } as const;
  if (value !== null) context.results.set(content, value);
  return content;
}

function formulaText(formula: Node, row: number, column: number, shared: Map<string, SharedFormula>): string {
  const index = formula.attribute('t') === 'shared' ? formula.attribute('si') : null;
  const { text } = formula;
  if (index === null) return text;
  if (text !== '') shared.set(index, { text, row, column });
  const master = shared.get(index);
  return master ? movedReferences(master.text, row - master.row, column - master.column) : '';
}

/** A file may quote sheet names without need; Excel shows them as it would have written them. */
function shownFormula(text: string, book: Book): string {
  const pieces = formulaPieces(text);
  return (pieces && asExcelShows(pieces, (name) => book.sheet(name)?.name ?? name)) ?? text;
}

function valueOf(cell: Node, texts: readonly string[]): CellValue {
  const type = cell.attribute('t') ?? 'n';
  if (type === 'inlineStr') return cell.first('is')?.runs ?? null;
  const value = cell.first('v')?.text;
  if (value === undefined) return null;
  switch (type) {
    case 's':
      return texts[Number(value)] ?? null;
    case 'str':
      return value;
    case 'b':
      return value === '1' || value === 'true';
    case 'e':
      return { error: value };
    default:
      return value.trim() === '' ? null : Number(value);
  }
}
