import { cellAddress } from '../../../model/address';
import { Decimal } from '../../../model/decimal';
import type { CellValue, SheetDescription, WorkbookSource } from '../../../model/grid';
import { isCellError } from '../../../model/grid';
import type { Plan } from '../../../sheet/plan';
import { printFormula } from '../../../sheet/print-formula';
import type { CachedValue, Cell, SheetModel } from '../../../sheet/sheet';
import { encodeText } from '../../../sheet/text';
import { openWorkbookFile } from '../open';
import { withoutForbidden } from './escape';
import { hadSheet, partFaults } from './verify-parts';

/** Faults listed of one sheet; one that went wrong altogether needs no more. */
const LISTED_PER_SHEET = 10;

/**
 * Opens a written workbook anew, as if it had come from elsewhere, and says what is not as the plan wants it or was
 * changed without need: one sentence each, empty when all is well. `before` is the workbook that writePlan was given.
 */
export async function verifyWritten(before: Uint8Array, after: Uint8Array, plan: Plan): Promise<string[]> {
  const opened = await openWorkbookFile(after, '');
  if ('problem' in opened) return [`写出的工作簿打不开：${opened.problem.message}`];
  const faults = partFaults(before, after, plan);
  const descriptions = new Map((await opened.source.describe()).map((sheet) => [sheet.name.toLowerCase(), sheet]));
  for (const { model, keepAs } of plan.sheets) {
    const description = descriptions.get(model.name.toLowerCase());
    if (!description) faults.push(`工作表“${model.name}”没有写进去。`);
    else faults.push(...(await sheetFaults(opened.source, description, model)));
    if (keepAs !== null && hadSheet(before, model.name) && !descriptions.has(keepAs.toLowerCase())) {
      faults.push(`原来的工作表“${model.name}”没有保留为“${keepAs}”。`);
    }
  }
  return faults;
}

async function sheetFaults(source: WorkbookSource, sheet: SheetDescription, model: SheetModel): Promise<string[]> {
  const faults: string[] = sheet.visibility === 'visible' ? [] : [`工作表“${model.name}”没有显示出来。`];
  const { rows } = await source.read({ sheet: sheet.name, fromRow: 0, toRow: sheet.rowCount });
  const formulas = await source.formulas(sheet.name);
  const width = Math.max(sheet.columnCount, ...model.rows.map((row) => row.cells.length));
  for (let row = 0; row < Math.max(sheet.rowCount, model.rows.length); row += 1) {
    for (let column = 0; column < width; column += 1) {
      const cell = model.rows[row]?.cells[column] ?? null;
      const address = cellAddress(row, column);
      if (!sameValue(plannedValue(cell), rows[row]?.[column] ?? null)) {
        faults.push(`工作表“${model.name}”的 ${address} 写出的内容与应写的不同。`);
      } else if (plannedFormula(cell) !== (formulas.get(address) ?? null)) {
        faults.push(`工作表“${model.name}”的 ${address} 写出的公式与应写的不同。`);
      }
    }
  }
  return faults.slice(0, LISTED_PER_SHEET);
}

function plannedFormula(cell: Cell | null): string | null {
  return cell?.type === 'formula' ? withoutForbidden(printFormula(cell.formula)) : null;
}

function plannedValue(cell: Cell | null): CachedValue | null {
  if (cell === null || cell.type === 'blank') return null;
  return cell.type === 'text' ? cell.text : cell.value;
}

/** An empty text is read back as nothing, and a number as the nearest one a spreadsheet can hold. */
function sameValue(planned: CachedValue | null, read: CellValue): boolean {
  if (planned === null || planned === '') return read === null;
  if (typeof planned === 'string') return read === encodeText(planned);
  if (typeof planned === 'boolean') return read === planned;
  if (planned instanceof Decimal) return typeof read === 'number' && sameNumber(Number(planned.toString()), read);
  return isCellError(read) && read.error === planned.error;
}

function sameNumber(planned: number, read: number): boolean {
  return planned === read || Decimal.of(planned).equals(Decimal.of(read));
}
