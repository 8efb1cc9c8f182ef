import { answerUndoRequests } from '../ribbon/undo-request';
import { startEngine } from './engine/start';
import { startPane } from './start-pane';

/** Where the build puts the sample workbook, beside the page. */
const SAMPLE = 'sample/庐山市民政局2023年度.xlsx';

/** Entry of the pane in Excel. */
async function main(): Promise<void> {
  await Office.onReady();
  const { openExcelHost } = await import('../hosts/excel/host');
  await startPane({
    host: await openExcelHost(),
    startEngine,
    sample: SAMPLE,
    background: officeBackground,
    answerRibbon: (pane) =>
      answerUndoRequests(
        () => Office.context.document.url ?? '',
        () => pane.askToUndo(),
      ),
    onHide: null,
  });
}

/** The program's background; null where it does not tell, as Excel on the web (office-js#3410). */
function officeBackground(): string | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor ?? null;
}

void main();
