import { readFileSync } from 'node:fs';
import { Book } from '../workbook/book';
import { openExcel } from './open-excel';
import { loadRuntime } from './runtime';

// The parts of the runtime this host stands on are undocumented; a new version of the package must show up here first
// (officejs.md §A.2, §A.10). Sources of the rules tested in quirks/: sections of the notes on Office.js.
test('the runtime is Microsoft’s, answers over the native bridge and checks requirement sets', async () => {
  const { Excel, OfficeExtension } = loadRuntime();
  const seams = OfficeExtension as unknown as {
    HostBridge: { instance: unknown };
    CommonUtility: { _doApiNotSupportedCheck: unknown };
  };
  expect(seams.HostBridge.instance).toBeTruthy();
  expect(seams.CommonUtility._doApiNotSupportedCheck).toBe(true);
  expect(packageVersion()).toBe('1.1.110');
  const { book, close } = openExcel({ book: Book.blank('决算'), profile: 'ltsc2021' });
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe(book.activeSheet.name);
  close();
});

test('opening a workbook is quick once the runtime is there', () => {
  loadRuntime();
  const begun = performance.now();
  for (let times = 0; times < 100; times += 1) openExcel({ book: Book.blank() }).close();
  // A budget of the work, not of the machine: 0.3 s each would be 30 s.
  expect((performance.now() - begun) / 100).toBeLessThan(300);
});

function packageVersion(): unknown {
  const manifest = readFileSync(require.resolve('@microsoft/office-js/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: unknown }).version;
}
