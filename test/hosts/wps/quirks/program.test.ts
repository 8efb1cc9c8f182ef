import type { EtQuirks } from '../quirks';
import { PROFILES } from '../quirks';
import type { Opened, Script } from './et';
import { opened, set } from './et';
import { outcome } from './refused';

// Sheets, window, undo, events and what the program says of itself: wps.md §1.3, §3.3, §3.9.
let wps: Opened;
beforeEach(() => {
  wps = opened();
});
afterEach(() => wps.close());

const book = (): Script => wps.app.ActiveWorkbook;
const sheets = (): Script => book().Worksheets;
const reopen = (quirks: EtQuirks): void => {
  wps.close();
  wps = opened(quirks);
};

test('the program calls itself Microsoft Excel and two objects of one sheet are not the same', () => {
  expect(wps.app.Name).toBe('Microsoft Excel');
  expect(wps.app.ActiveSheet === wps.app.ActiveSheet).toBe(false);
});

test('a missing sheet throws in one build and is undefined in another', () => {
  expect(outcome(() => sheets().Item('没有'))).toBe('refused');
  reopen(PROFILES.kylin);
  expect(sheets().Item('没有')).toBeUndefined();
});

test('a new sheet stands before the one in front unless a place is given, and comes to the front', () => {
  set(sheets().Add(), 'Name', '前');
  set(sheets().Add(null, sheets().Item('决算')), 'Name', '后');
  expect([wps.book.sheets.map(({ name }) => name), wps.book.activeSheet.name]).toEqual([['前', '决算', '后'], '后']);
});

test('the last sheet cannot be deleted, very hidden is 2', () => {
  set(wps.app, 'DisplayAlerts', false);
  expect(outcome(() => wps.sheet.Delete())).toBe('refused');
  wps.book.addSheet('存放');
  set(sheets().Item('存放'), 'Visible', 2);
  expect(wps.book.sheet('存放')?.visibility).toBe('veryHidden');
});

test('only the sheet in front is frozen, and what was scrolled away counts', () => {
  wps.book.addSheet('二');
  const window = wps.app.ActiveWindow;
  set(window, 'ScrollRow', 5);
  set(window, 'SplitRow', 2);
  set(window, 'FreezePanes', true);
  expect(wps.book.sheets.map(({ freeze }) => freeze)).toEqual([{ rows: 6, columns: 0 }, null]);
});

test('pages to fit count only after Zoom was set to false', () => {
  const setup = wps.sheet.PageSetup;
  set(setup, 'FitToPagesWide', 2);
  expect(wps.book.sheets[0]?.page.fit).toBeNull();
  set(setup, 'Zoom', false);
  set(setup, 'FitToPagesWide', 1);
  set(setup, 'FitToPagesTall', false);
  set(setup, 'PrintTitleRows', '$1:$4');
  expect(wps.book.sheets[0]?.page).toMatchObject({ fit: { wide: 1, tall: 0 }, titleRows: { from: 0, to: 3 } });
});

test('a chart has no title before HasTitle', () => {
  const chart = wps.sheet.ChartObjects().Add(10, 10, 200, 100).Chart;
  expect(outcome(() => set(chart.ChartTitle, 'Text', '支出'))).toBe('refused');
  set(chart, 'HasTitle', true);
  set(chart.ChartTitle, 'Text', '支出');
  expect(wps.book.sheets[0]?.charts[0]?.title).toBe('支出');
});

test.each<[keyof typeof PROFILES, { transaction: number | null; plain: number | null; cancelled: number | null }]>([
  ['windows', { transaction: null, plain: 1, cancelled: null }],
  ['kylin', { transaction: 1, plain: 1, cancelled: 1 }],
  ['wps2019', { transaction: null, plain: null, cancelled: 1 }],
])('what Ctrl+Z and cancel=true take back on %s', (profile, expected) => {
  const a1 = (): unknown => wps.book.sheets[0]?.value(0, 0);
  const write = (cancel: boolean | null): void => {
    const tools = cancel === null ? undefined : wps.app.DebugTools;
    tools?.UndoTransBegin(book());
    set(wps.sheet.Range('A1'), 'Value2', 1);
    tools?.UndoTransEnd(book(), cancel, '自评');
  };
  const after = (cancel: boolean | null, undone: boolean): unknown => {
    reopen(PROFILES[profile]);
    write(cancel);
    if (undone) wps.app.Undo();
    return a1();
  };
  expect({ transaction: after(false, true), plain: after(null, true), cancelled: after(true, false) }).toEqual(
    expected,
  );
});

test('listeners hear of changes while events are on, and what they throw is swallowed', () => {
  const heard: unknown[] = [];
  wps.app.ApiEvent.AddApiEventListener('SheetChange', (sheet: Script, range: Script) => {
    heard.push(sheet.Name, range.Address());
    throw new Error('lost');
  });
  set(wps.sheet.Range('B2'), 'Value2', 1);
  set(wps.app, 'EnableEvents', false);
  set(wps.sheet.Range('B3'), 'Value2', 1);
  expect(heard).toEqual(['决算', '$B$2']);
});

test.each<[keyof typeof PROFILES, number]>([
  ['windows', 1],
  ['kylin', 0],
])('selecting a cell on %s is told of %d times', (profile, times) => {
  reopen(PROFILES[profile]);
  let heard = 0;
  wps.app.ApiEvent.AddApiEventListener('SheetSelectionChange', () => (heard += 1));
  wps.sheet.Range('C3').Select();
  expect(heard).toBe(times);
});

test('Enum may be there or not, and a new pane cannot be seen until it is shown', () => {
  expect(wps.app.Enum).toBeUndefined();
  const pane = wps.app.CreateTaskPane('file:///taskpane.html', '自评助手');
  expect(pane.Visible).toBe(false);
  set(pane, 'Visible', true);
  expect(wps.app.GetTaskPane(pane.ID).Visible).toBe(true);
  reopen(PROFILES.wps2019);
  expect(wps.app.Enum).toBeDefined();
});

test('files are read as they were written, byte by byte', () => {
  const files = wps.app.FileSystem;
  files.writeAsBinaryString('/home/user/a.bin', 'PK\u0003\u00ff');
  expect(files.readAsBinaryString('/home/user/a.bin')).toBe('PK\u0003\u00ff');
});
