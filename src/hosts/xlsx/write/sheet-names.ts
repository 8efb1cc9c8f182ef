import type { SheetModel } from '../../../sheet/sheet';
import { fixedReference } from './chart-xml';
import type { SheetName } from './workbook-part';

/** The names Excel keeps for one sheet, with the place of its tab: what is printed, repeated and filtered. */
export function sheetNames(model: SheetModel, position: number): SheetName[] {
  const { area, titleRows } = model.print;
  const names: SheetName[] = [{ position, name: '_xlnm.Print_Area', refersTo: fixedReference(model.name, area) }];
  if (titleRows !== null) {
    const sheet = `'${model.name.replace(/'/g, "''")}'`;
    const refersTo = `${sheet}!$${titleRows.from + 1}:$${titleRows.to + 1}`;
    names.push({ position, name: '_xlnm.Print_Titles', refersTo });
  }
  if (model.filter !== null) {
    names.push({ position, name: '_xlnm._FilterDatabase', refersTo: fixedReference(model.name, model.filter) });
  }
  return names;
}
