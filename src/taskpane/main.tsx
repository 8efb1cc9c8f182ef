import { createRoot } from 'react-dom/client';
import type { WorkbookHost } from '../hosts/port';
import { openingOf } from '../ribbon/opening';
import { answerUndoRequests } from '../ribbon/undo-request';
import { startEngine } from './engine/start';
import { App } from './screens/app';
import { PaneService } from './service/service';
import { themeFor } from './theme';

/** Where the build puts the sample workbook, beside the page. */
const SAMPLE = 'sample/庐山市民政局2023年度.xlsx';

/** The one place where the pane's parts are put together. */
async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place for the pane');
  await Office.onReady();
  const host = await openHost();
  if ('problem' in host) {
    // Before there is a pane: one sentence of plain text.
    root.textContent = host.problem.message;
    return;
  }
  const service = new PaneService({
    host,
    engine: await startEngine(),
    today: () => new Date(),
    sample: SAMPLE,
    onBug: (reason) => reportError(reason),
  });
  const pane = createRoot(root);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const draw = (): void => {
    const theme = themeFor(officeBackground(), dark.matches);
    pane.render(<App service={service} theme={theme} onReopen={() => window.location.reload()} />);
  };
  dark.addEventListener('change', draw);
  window.addEventListener('unhandledrejection', ({ reason }) => service.fail(reason));
  const stopAnswering = answerUndoRequests(
    () => Office.context.document.url ?? '',
    () => service.askToUndo(),
  );
  window.addEventListener('pagehide', () => {
    stopAnswering();
    service.close();
  });
  draw();
  await service.open(openingOf(window.location.search));
}

async function openHost(): Promise<WorkbookHost | { readonly problem: { readonly message: string } }> {
  const { openExcelHost } = await import('../hosts/excel/host');
  return openExcelHost();
}

/** The program's background; null where it does not tell, as Excel on the web (office-js#3410). */
function officeBackground(): string | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme?.bodyBackgroundColor ?? null;
}

void main();
