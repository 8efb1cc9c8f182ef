import { createRoot } from 'react-dom/client';
import type { HostProblem, WorkbookHost } from '../hosts/port';
import type { Opening } from '../ribbon/buttons';
import { openingOf } from '../ribbon/opening';
import type { Engine } from './engine/engine';
import { App } from './screens/app';
import { PaneService } from './service/service';
import { themeFor } from './theme';

/** What the pane is put together from: an entry for each program gives its own. */
export interface PaneParts {
  /** The workbook in front; a problem where the program is too old or another one. */
  readonly host: WorkbookHost | { readonly problem: HostProblem };
  readonly startEngine: () => Engine | Promise<Engine>;
  /** Where the sample workbook can be had from the page; null where it is not shipped. */
  readonly sample: string | null;
  /** The program's background as #RRGGBB; null where it does not tell. */
  readonly background: () => string | null;
  /** Takes what the ribbon asks of the open pane; gives what ends the listening. */
  readonly answerRibbon: (pane: RibbonAnswers) => () => void;
  /** Puts the pane out of sight; null where the program has a button of its own for it. */
  readonly onHide: (() => void) | null;
}

/** What buttons of the ribbon may ask of a pane that is open. */
export interface RibbonAnswers {
  askToUndo(): void;
  open(opening: Opening): void;
}

/** Puts the pane together on the page and opens it at the step the ribbon asked for. */
export async function startPane(parts: PaneParts): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place for the pane');
  const { host, sample, onHide } = parts;
  if ('problem' in host) {
    // Before there is a pane: one sentence of plain text.
    root.textContent = host.problem.message;
    return;
  }
  const service = new PaneService({
    host,
    engine: await parts.startEngine(),
    today: () => new Date(),
    sample,
    onBug: reported,
  });
  const pane = createRoot(root);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const draw = (): void => {
    const theme = themeFor(parts.background(), dark.matches);
    pane.render(<App service={service} theme={theme} onReopen={() => window.location.reload()} onHide={onHide} />);
  };
  // The older form: browsers of WPS may not know addEventListener here.
  dark.addListener(draw);
  window.addEventListener('unhandledrejection', ({ reason }) => service.fail(reason));
  const stopAnswering = parts.answerRibbon({
    askToUndo: () => service.askToUndo(),
    open: (opening) => {
      if (service.getState().work === null) void service.open(opening);
    },
  });
  window.addEventListener('pagehide', () => {
    stopAnswering();
    service.close();
  });
  draw();
  await service.open(openingOf(window.location.search));
}

/** For whoever looks after the PC: the console shows it as an error nobody caught. */
function reported(reason: unknown): void {
  setTimeout(() => {
    throw reason;
  });
}
