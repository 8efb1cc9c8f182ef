import { tooLarge } from './chunk-size';
import { breathe, ANSWER_BYTES } from './connection';
import type { Session } from './connection';
import type { Entry } from '../entry';
import type { Band, Line, Look, SheetContent, Side } from './content';
import { internedLook, SIDES } from './content';
import { isFormula } from '../entry';
import type { Structure } from './snapshot-structure';

/** What one cell weighs in an answer, with all its properties (measured, rather too much). */
const CELL_BYTES = 900;
/** Row heights and column widths of the reach of a sheet are asked for beside its cells. */
const BAND_BYTES = 60;

const ASKED: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    fill: { color: true, pattern: true },
    font: {
      name: true,
      size: true,
      bold: true,
      italic: true,
      strikethrough: true,
      underline: true,
      color: true,
    },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    shrinkToFit: true,
    indentLevel: true,
    textOrientation: true,
    protection: true,
  },
};

export type Cells = Pick<SheetContent, 'entries' | 'looks' | 'links' | 'columns' | 'rows'>;

/** Rows of one sheet to be asked for together. */
interface Slice {
  readonly sheet: Structure;
  readonly from: number;
  readonly count: number;
}

interface Filling {
  readonly entries: Entry[][];
  readonly looks: (Look | null)[][];
  readonly links: SheetContent['links'][number][];
  readonly columns: Band[];
  readonly rows: Band[];
}

/** Reads the cells of sheets with everything about them, small sheets together and large ones part by part. */
export async function cellsOf(session: Session, sheets: readonly Structure[]): Promise<Map<string, Cells>> {
  const all = new Map<string, Filling>(
    sheets.map(({ id }) => [id, { entries: [], looks: [], links: [], columns: [], rows: [] }]),
  );
  const fillingOf = (sheet: Structure): Filling => all.get(sheet.id) as Filling;
  for (const slices of requestsOf(sheets)) await readSlices(session, slices, fillingOf);
  return new Map([...all].map(([id, filling]) => [id, withDefaults(filling)]));
}

/** The last row and column read lie beyond what the sheet uses: whatever is as wide or high as they is as a new one. */
function withDefaults({ columns, rows, ...filling }: Filling): Cells {
  const free = (bands: readonly Band[]): Band[] => {
    const usual = bands[bands.length - 1]?.size;
    return bands.map(({ size, hidden }) => ({ size: size === usual ? null : size, hidden }));
  };
  return { ...filling, columns: free(columns), rows: free(rows) };
}

function requestsOf(sheets: readonly Structure[]): Slice[][] {
  const requests: Slice[][] = [];
  let room = 0;
  for (const sheet of sheets) {
    const { rows, columns } = sheet.standing;
    const bytesPerRow = Math.max(1, sheet.used.columns) * CELL_BYTES + BAND_BYTES;
    for (let from = 0; from < rows;) {
      const head = from === 0 ? columns * BAND_BYTES : 0;
      let fitting = Math.floor((room - head) / bytesPerRow);
      if (fitting < 1) {
        requests.push([]);
        room = ANSWER_BYTES;
        fitting = Math.max(1, Math.floor((room - head) / bytesPerRow));
      }
      const count = Math.min(fitting, rows - from);
      requests[requests.length - 1]?.push({ sheet, from, count });
      room -= count * bytesPerRow + head;
      from += count;
    }
  }
  return requests;
}

async function readSlices(
  session: Session,
  slices: readonly Slice[],
  fillingOf: (sheet: Structure) => Filling,
): Promise<void> {
  const takers = slices.map((slice) => askSlice(session, slice));
  try {
    await session.sync();
  } catch (error) {
    const [first] = slices;
    if (!tooLarge(error) || !first || (slices.length === 1 && first.count === 1)) throw error;
    for (const half of halves(slices)) await readSlices(session, half, fillingOf);
    return;
  }
  takers.forEach((take, index) => take(fillingOf((slices[index] as Slice).sheet)));
  await breathe();
}

function halves(slices: readonly Slice[]): Slice[][] {
  if (slices.length > 1) {
    const middle = Math.floor(slices.length / 2);
    return [slices.slice(0, middle), slices.slice(middle)];
  }
  const { sheet, from, count } = slices[0] as Slice;
  const half = Math.floor(count / 2);
  return [[{ sheet, from, count: half }], [{ sheet, from: from + half, count: count - half }]];
}

function askSlice(session: Session, { sheet: { id, used, standing }, from, count }: Slice): (into: Filling) => void {
  const sheet = session.sheet(id);
  const heights = sheet
    .getRangeByIndexes(from, 0, count, 1)
    .getRowProperties({ rowHidden: true, format: { rowHeight: true } });
  const widths =
    from === 0
      ? sheet
          .getRangeByIndexes(0, 0, 1, standing.columns)
          .getColumnProperties({ columnHidden: true, format: { columnWidth: true } })
      : null;
  const filled = Math.min(count, used.rows - from);
  const range = filled > 0 ? sheet.getRangeByIndexes(from, 0, filled, used.columns) : null;
  range?.load('formulas,values,numberFormat');
  const properties = range?.getCellProperties(ASKED) ?? null;
  return (into) => {
    for (const { rowHidden, format } of heights.value) {
      into.rows.push({ size: format?.rowHeight ?? null, hidden: rowHidden === true });
    }
    for (const { columnHidden, format } of widths?.value ?? []) {
      into.columns.push({ size: format?.columnWidth ?? null, hidden: columnHidden === true });
    }
    properties?.value.forEach((row, down) => {
      const top = from + down;
      into.entries.push(
        (range?.formulas[down] as unknown[]).map((entry, at) => entryOf(entry, range?.values[down]?.[at])),
      );
      into.looks.push(row.map((cell, at) => lookOf(cell, String(range?.numberFormat[down]?.[at] ?? 'General'))));
      row.forEach(({ hyperlink }, column) => {
        if (hyperlink?.address || hyperlink?.documentReference) into.links.push({ row: top, column, link: hyperlink });
      });
    });
  };
}

function entryOf(entry: unknown, value: unknown): Entry {
  if (entry === '' || entry === null || entry === undefined) return null;
  if (isFormula(entry, value)) return { formula: entry };
  return entry as string | number | boolean;
}

function lookOf({ format }: Excel.CellProperties, numberFormat: string): Look {
  const font = format?.font;
  const fill = format?.fill;
  return internedLook({
    name: font?.name ?? '',
    size: font?.size ?? 11,
    bold: font?.bold === true,
    italic: font?.italic === true,
    strikethrough: font?.strikethrough === true,
    underline: font?.underline ?? 'None',
    color: (font?.color ?? '#000000').toUpperCase(),
    // Excel gives white for a cell without a fill; only the pattern tells it from a white one.
    fill: !fill?.color || (fill.pattern ?? 'None') === 'None' ? null : fill.color.toUpperCase(),
    lines: linesOf(format?.borders),
    horizontal: format?.horizontalAlignment ?? 'General',
    vertical: format?.verticalAlignment ?? 'Center',
    wrap: format?.wrapText === true,
    shrink: format?.shrinkToFit === true,
    indent: format?.indentLevel ?? 0,
    rotation: format?.textOrientation ?? 0,
    locked: format?.protection?.locked !== false,
    formulaHidden: format?.protection?.formulaHidden === true,
    format: numberFormat,
  });
}

function linesOf(borders: Excel.CellBorderCollection | undefined): Look['lines'] {
  const lines = SIDES.map((side): [Side, Line | null] => {
    const border = borders?.[side];
    if (!border?.style || border.style === 'None') return [side, null];
    return [
      side,
      { style: border.style, weight: border.weight ?? 'Thin', color: (border.color ?? '#000000').toUpperCase() },
    ];
  });
  return Object.fromEntries(lines) as Record<Side, Line | null>;
}
