import './old-browser';
import { openWpsHost } from '../hosts/wps/host';
import type { WpsGlobals } from '../hosts/wps/host';
import { answerPaneRequests, hidePane } from '../ribbon/pane-requests';
import type { AddInProgram } from '../ribbon/pane-requests';
import { inThreadEngine } from './engine/in-thread';
import { startPane } from './start-pane';

/** Entry of the pane in WPS. Pages of `file:` may start no worker, so the pipe runs in slices on the pane's own thread. */
async function main(): Promise<void> {
  const page = window as WpsGlobals & { readonly Application?: AddInProgram };
  await startPane({
    host: openWpsHost(page),
    startEngine: inThreadEngine,
    sample: null,
    background: () => null,
    answerRibbon: (pane) => answerPaneRequests(page.Application, pane),
    onHide: () => hidePane(page.Application),
  });
}

void main();
