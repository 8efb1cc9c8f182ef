import { cellAddress } from '../../src/model/address';
import type { CellValue } from '../../src/model/grid';
import { readGrid } from '../../src/model/read-grid';
import { readInputList, readMark } from '../../src/report/marks';
import { opened } from './evaluated';

/** A cell she types into, found as a program would: by the hidden ids of its row and column. */
export interface InputCell {
  readonly sheet: string;
  readonly id: string;
  readonly column: string;
  /** “Sheet!K5”. */
  readonly place: string;
  readonly value: CellValue;
}

/** All input cells of the sheets of ours. */
export async function inputCells(bytes: Uint8Array): Promise<InputCell[]> {
  const source = await opened(bytes);
  const cells: InputCell[] = [];
  for (const sheet of await source.describe()) {
    const grid = await readGrid(source, sheet, 'whole');
    const first = grid.row(0);
    const at = first.findIndex((value) => readMark(value) !== null);
    if (at < 0) continue;
    for (let row = 1; row < sheet.rowCount; row += 1) {
      const id = grid.value(row, at);
      if (typeof id !== 'string') continue;
      for (const { column } of readInputList(grid.value(row, at + 1))) {
        const index = first.indexOf(column);
        const place = `${sheet.name}!${cellAddress(row, index)}`;
        cells.push({ sheet: sheet.name, id, column, place, value: grid.value(row, index) });
      }
    }
  }
  return cells;
}
