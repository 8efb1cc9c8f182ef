/**
 * The ribbon's 撤销写入 asks the open pane to undo: only the pane holds what stood in the workbook before. A function of
 * the ribbon runs in a page of its own (there is no shared runtime), so the two talk over a channel of their origin.
 */
const CHANNEL = 'ziping-undo';

interface UndoRequest {
  readonly type: 'request';
  readonly id: string;
  readonly workbook: string;
}

interface UndoReceipt {
  readonly type: 'received';
  readonly id: string;
}

type Message = UndoRequest | UndoReceipt;

/**
 * Asks the pane of a workbook to undo.
 * @param workbook address of the workbook as the host gives it; two workbooks that were never saved look alike, so the
 *   pane asks her before it changes anything
 * @param patience milliseconds to wait for a pane to answer
 * @returns whether a pane took the request
 */
export function askPaneToUndo(workbook: string, patience: number): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  const id = crypto.randomUUID();
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.type !== 'received' || data.id !== id) return;
      clearTimeout(timer);
      resolve(true);
    });
    channel.postMessage({ type: 'request', id, workbook } satisfies Message);
  }).finally(() => channel.close());
}

/**
 * Takes requests of the ribbon while the pane is open.
 * @param workbook address of the pane's workbook, asked at every request because saving changes it
 * @param undo shows her what would be undone and asks her
 * @returns ends the listening
 */
export function answerUndoRequests(workbook: () => string, undo: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.type !== 'request' || data.workbook !== workbook()) return;
    channel.postMessage({ type: 'received', id: data.id } satisfies Message);
    undo();
  });
  return () => channel.close();
}
