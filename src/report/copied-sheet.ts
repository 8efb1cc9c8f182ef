import { Decimal } from '../model/decimal';
import type { CellValue, Grid } from '../model/grid';
import { isCellError } from '../model/grid';
import type { Cell, SheetModel } from '../sheet/sheet';
import { numberCell, textCell } from './cells';
import { FOOTER, MARGINS, row } from './list-sheet';
import { STYLES } from './styles';

const DEFAULT_WIDTH = 14;
const MOST_WIDTH = 40;

/**
 * A sheet copied cell by cell as values, at the same addresses; rows and columns that were hidden stay so and are not
 * printed. A line right of the first row that shows says where it comes from, none where `origin` is empty. For
 * workbooks of a kind that is not written to, and for old sheets of ours (docs/architecture.md).
 */
export function copiedSheet(grid: Grid, name: string, origin: string): SheetModel {
  const { rowCount, columnCount, merges } = grid.description;
  const hiddenRows = new Set(grid.description.hiddenRows);
  const hiddenColumns = new Set(grid.description.hiddenColumns);
  const cells = Array.from({ length: Math.max(1, rowCount) }, (_, index) => grid.row(index).map(cellOf));
  const shown = cells.findIndex((_, index) => !hiddenRows.has(index));
  if (origin !== '' && shown >= 0) cells[shown] = withOrigin(cells[shown] ?? [], columnCount + 1, origin);
  const columns = Array.from({ length: columnCount }, (_, column) => ({
    width: widthOf(grid, column),
    hidden: hiddenColumns.has(column),
  }));
  return {
    name,
    columns,
    rows: cells.map((own, index) => ({ ...row(own, null), hidden: hiddenRows.has(index) })),
    merges,
    freeze: null,
    filter: null,
    print: {
      orientation: columnCount > 8 ? 'landscape' : 'portrait',
      area: {
        top: Math.max(0, shown),
        left: 0,
        bottom: Math.max(0, rowCount - 1),
        right: Math.max(
          0,
          columns.findLastIndex(({ hidden }) => !hidden),
        ),
      },
      titleRows: null,
      margins: MARGINS,
      footer: FOOTER,
    },
    validations: [],
    notes: [],
    charts: [],
  };
}

function withOrigin(cells: readonly (Cell | null)[], column: number, origin: string): (Cell | null)[] {
  const blanks = new Array<null>(Math.max(0, column - cells.length)).fill(null);
  return [...cells, ...blanks, textCell(origin, STYLES.line)];
}

/** A value as a copy holds it: numbers and texts as they are, errors and truth values as their words. */
export function copiedValue(value: CellValue): string | number | null {
  if (isCellError(value)) return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

function cellOf(value: CellValue): Cell | null {
  const copied = copiedValue(value);
  if (copied === null) return null;
  if (typeof copied === 'number') return numberCell(Decimal.of(copied), STYLES.copiedNumber);
  return textCell(copied, STYLES.copiedText);
}

function widthOf(grid: Grid, column: number): number {
  let most = 0;
  for (const block of grid.blocks) {
    for (const cells of block.rows) {
      const value = cells[column];
      // The title runs over its neighbours: it does not make a column wide.
      if (typeof value === 'number') most = Math.max(most, String(value).length + 4);
      else if (typeof value === 'string' && value.length <= MOST_WIDTH / 2) most = Math.max(most, value.length * 2 + 2);
    }
  }
  return Math.min(MOST_WIDTH, most === 0 ? DEFAULT_WIDTH : most);
}
