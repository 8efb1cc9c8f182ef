import type { ContentChange } from '../../workbook/book';
import type { EtObject } from '../et-object';
import { etObject } from '../et-object';
import type { EtProgram } from '../et-program';
import { Cells } from './cells';
import { RANGE } from './range';
import { sheetObject } from './worksheet';

/** What SheetChange tells of a change: the sheet and its cells. */
export function cellsOfChange(
  program: EtProgram,
  { sheet, area }: ContentChange,
): { sheet: EtObject; range: EtObject } {
  return {
    sheet: sheetObject(program, sheet.id),
    range: etObject(RANGE, new Cells(program, sheet.id, [area])),
  };
}
