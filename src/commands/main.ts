import type { FunctionName } from '../ribbon/buttons';
import { askPaneToUndo } from '../ribbon/undo-request';
import { showNotice } from './notice';

/** An open pane answers in a few milliseconds; a hidden one may be slowed down by the browser to one turn a second. */
const PATIENCE = 1_500;

const FUNCTIONS: Readonly<Record<FunctionName, () => Promise<void>>> = {
  undoWriting: async () => {
    const answered = await askPaneToUndo(Office.context.document.url ?? '', PATIENCE);
    if (!answered) await showNotice('undo-notice.html');
  },
};

/** Entry of the commands page: the functions behind the ribbon's buttons. */
void Office.onReady(() => {
  for (const [name, run] of Object.entries(FUNCTIONS)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void run().finally(() => event.completed()));
  }
});
