import type { Session } from './connection';

/** One sheet as the tabs show it. */
export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
}

/** The tabs of the workbook in their order, and where she is. */
export interface BookState {
  readonly sheets: readonly SheetState[];
  /** Id of the sheet in front. */
  readonly active: string;
  readonly structureProtected: boolean;
}

/** Reads the tabs, in one request. */
export async function readBook(session: Session): Promise<BookState> {
  const { worksheets, protection } = session.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  const active = worksheets.getActiveWorksheet();
  active.load('id');
  protection.load('protected');
  await session.sync();
  return {
    sheets: worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility: visibility as 'Visible' })),
    active: active.id,
    structureProtected: protection.protected,
  };
}

/** Names of sheets are the same in capital and small letters. */
export function sheetNamed(book: BookState, name: string): SheetState | null {
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
}
