import { Book } from '../../workbook/book';
import type { OpenWps } from '../open-et';
import { openWps } from '../open-wps';
import type { EtQuirks } from '../quirks';
import { PROFILES } from '../quirks';

/** Members the quirk tests ask for: typed by name only, whether they exist is the model's to say. */
type Member =
  | 'ActiveSheet'
  | 'ActiveWindow'
  | 'ActiveWorkbook'
  | 'Add'
  | 'AddApiEventListener'
  | 'AddComment'
  | 'Address'
  | 'ApiEvent'
  | 'Bold'
  | 'Borders'
  | 'Chart'
  | 'ChartObjects'
  | 'ChartTitle'
  | 'Color'
  | 'ColumnWidth'
  | 'Columns'
  | 'CreateTaskPane'
  | 'DebugTools'
  | 'Delete'
  | 'Enum'
  | 'FileSystem'
  | 'Font'
  | 'Formula'
  | 'Formula1'
  | 'GetTaskPane'
  | 'Hidden'
  | 'ID'
  | 'Interior'
  | 'Item'
  | 'LineStyle'
  | 'Merge'
  | 'Name'
  | 'NumberFormat'
  | 'PageSetup'
  | 'Pattern'
  | 'Protect'
  | 'Range'
  | 'Rows'
  | 'Select'
  | 'Sort'
  | 'SpecialCells'
  | 'Text'
  | 'Type'
  | 'Undo'
  | 'UndoTransBegin'
  | 'UndoTransEnd'
  | 'Unprotect'
  | 'UsedRange'
  | 'Validation'
  | 'Value'
  | 'Value2'
  | 'Value3'
  | 'Visible'
  | 'Width'
  | 'Worksheets'
  | 'insideLines'
  | 'readAsBinaryString'
  | 'writeAsBinaryString';

/** An object of the program, or a value of one, as a script without types sees it. */
export type Script = ((...args: unknown[]) => Script) & { -readonly [Name in Member]: Script };

export interface Opened extends OpenWps {
  readonly app: Script;
  /** The sheet in front, as Application.ActiveSheet. */
  readonly sheet: Script;
}

/** A new workbook with the sheet 决算, in a profile of WPS. */
export function opened(quirks: EtQuirks = PROFILES.windows, book: Book = Book.blank('决算')): Opened {
  const wps = openWps({ book, quirks });
  const app = wps.Application as Script;
  return { ...wps, app, sheet: app['ActiveSheet'] };
}

/** Sets a member of an object of the program. */
export function set(object: unknown, member: string, value: unknown): void {
  (object as Record<string, unknown>)[member] = value;
}
