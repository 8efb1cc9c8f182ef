import { answerUndoRequests, askPaneToUndo } from '../../../src/ribbon/undo-request';

const PATIENCE = 300;
const BOOK = 'C:\\自评\\2023年度.xlsx';

describe('the ribbon asks the pane to undo', () => {
  let stop: () => void = () => undefined;
  afterEach(() => stop());

  test('and the pane of that workbook takes the request', async () => {
    let asked = 0;
    stop = answerUndoRequests(
      () => BOOK,
      () => (asked += 1),
    );
    expect(await askPaneToUndo(BOOK, PATIENCE)).toBe(true);
    expect(asked).toBe(1);
  });

  test('and the pane of another workbook leaves it alone', async () => {
    let asked = 0;
    stop = answerUndoRequests(
      () => 'C:\\自评\\2022年度.xlsx',
      () => (asked += 1),
    );
    expect(await askPaneToUndo(BOOK, PATIENCE)).toBe(false);
    expect(asked).toBe(0);
  });

  test('and hears nothing when no pane is open, or it was closed', async () => {
    expect(await askPaneToUndo(BOOK, PATIENCE)).toBe(false);
    answerUndoRequests(() => BOOK, fail)();
    expect(await askPaneToUndo(BOOK, PATIENCE)).toBe(false);
  });

  test('and follows a workbook that was saved under another name', async () => {
    let name = '';
    stop = answerUndoRequests(
      () => name,
      () => undefined,
    );
    name = BOOK;
    expect(await askPaneToUndo(BOOK, PATIENCE)).toBe(true);
  });
});

function fail(): void {
  throw new Error('a closed pane was asked');
}
