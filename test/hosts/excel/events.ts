import type { ContentChange } from '../workbook/book';
import type { ExcelHost } from './excel-host';
import { shortAddress } from './members/cells';

/** Type of the event “worksheet changed” (officejs.md §A.5, Events). */
const WORKSHEET_CHANGED = 10;
/** Where events of the whole collection go (`OfficeExtension.Constants.eventWorkbookId`). */
const WORKBOOK_TARGET = 'Workbook';

/** An event for the client; `message` is JSON. */
export interface HostEvent {
  readonly type: number;
  readonly targetId: string;
  readonly message: string;
}

/** What the client is told of a change, as far as it asked to be. */
export function changeEvents(host: ExcelHost, { sheet, area }: ContentChange): readonly HostEvent[] {
  const targets = [
    ...(host.watchedSheets.has(sheet.id) ? [sheet.id] : []),
    ...(host.watchedSheets.has('') ? [WORKBOOK_TARGET] : []),
  ];
  const message = JSON.stringify({
    type: 'WorksheetChanged',
    changeType: 'RangeEdited',
    source: 'Local',
    triggerSource: host.working ? 'ThisLocalAddin' : 'Unknown',
    worksheetId: sheet.id,
    address: shortAddress(area),
  });
  return targets.map((targetId) => ({ type: WORKSHEET_CHANGED, targetId, message }));
}
