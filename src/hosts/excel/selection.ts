import type { CellPlace } from '../../model/address';
import type { Session } from './connection';
import { areaOfAddress, sheetOfAddress } from '../sheet-address';

/** Brings a sheet to the front and goes to a cell of it. @throws HostTrouble gone when the sheet is not there */
export async function goTo(session: Session, { sheet, row, column }: CellPlace): Promise<void> {
  const excel = session.sheet(sheet);
  excel.activate();
  excel.getRangeByIndexes(row, column, 1, 1).select();
  await session.sync(sheet);
}

/** The cell she is at. @throws HostTrouble when she is at none, as when a chart is marked */
export async function activeCell(session: Session): Promise<CellPlace | null> {
  const cell = session.workbook.getActiveCell();
  cell.load('address');
  await session.sync();
  const sheet = sheetOfAddress(cell.address);
  const { top, left } = areaOfAddress(cell.address);
  return sheet === null ? null : { sheet, row: top, column: left };
}
