import type { CellValue, Grid } from '../model/grid';
import { isBlank } from '../model/grid';
import type { AmountUnit } from '../model/unit';
import type { Band } from './bands';
import type { AssignedColumn } from './columns';
import type { TableKind } from './kind';
import { scaleRatios, withoutFilling, withoutIdleLabels } from './list-columns';
import type { GroupWord } from './list-row';
import { NUMBER_ROLES, blockColumns, readRow } from './list-row';
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
  const groupWords = new Map<number, GroupWord>();
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
      for (const note of noteTexts(cells)) notes.push(note);
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
        groupWords,
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
  return { rows: scaleRatios(withoutIdleLabels(withoutFilling(rows.flat())), columns), rowCount, lastRow, notes };
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
