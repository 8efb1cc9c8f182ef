import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { manifestFaults } from '../unit/package/manifest-rules';
import { pngSize } from '../unit/package/png';
import { ROOT, build, builtAddIn, filesIn } from './built';

/** What the pane may load before it shows anything: packed JavaScript, without Office.js. */
const FIRST_LOAD_BYTES = 250_000;

const OFFICE_FILES = [
  'en-us/office_strings.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'office.js',
  'zh-cn/office_strings.js',
];

/** Words that stand only in the code of these parts. */
const HEAVY: readonly (readonly [part: string, mark: string])[] = [
  ['the Word document', 'word/document.xml'],
  ['the pipe', '自评_取数'],
  ['the rubrics', 'mof-2013-53'],
];

function scriptsOf(page: string): string[] {
  return (/data-scripts="([^"]+)"/.exec(page)?.[1] ?? '').split(' ');
}

describe('the built add-in', () => {
  let folder = '';
  let files: readonly string[] = [];
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  beforeAll(() => {
    folder = builtAddIn();
    files = filesIn(folder);
  });

  test('loads at most 250 kB of packed JavaScript before the pane shows', () => {
    const [office, ...own] = scriptsOf(read('taskpane.html'));
    expect(office).toBe('lib/office.js');
    expect(own.length).toBeGreaterThan(0);
    const sizes = own.map((file) => [file, gzipSync(readFileSync(join(folder, file)), { level: 9 }).length] as const);
    const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
    process.stdout.write(`First load, packed: ${total} bytes of ${FIRST_LOAD_BYTES} (${sizes.join('; ')})\n`);
    expect(total).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
  });

  test.each(HEAVY)('leaves %s for later', (_, mark) => {
    const scripts = files.filter((file) => file.startsWith('js/') && file.endsWith('.js'));
    const first = new Set(scriptsOf(read('taskpane.html')));
    const holders = scripts.filter((file) => read(file).includes(mark));
    expect(holders.length).toBeGreaterThan(0);
    expect(holders.filter((file) => first.has(file))).toEqual([]);
  });

  test('holds nothing of the workbench, which is for development only', () => {
    expect(files.filter((file) => file.includes('workbench'))).toEqual([]);
    const scripts = files.filter((file) => /^js\/.*\.js$|\.html$/.test(file));
    expect(scripts.filter((file) => read(file).includes('/workbench/'))).toEqual([]);
  });

  test('hands Office.js on as Microsoft wrote it', () => {
    expect(files.filter((file) => file.startsWith('lib/')).map((file) => file.slice('lib/'.length))).toEqual(
      OFFICE_FILES,
    );
    const dist = join(ROOT, 'node_modules/@microsoft/office-js/dist');
    const changed = OFFICE_FILES.filter(
      (file) => !readFileSync(join(folder, 'lib', file)).equals(readFileSync(join(dist, file))),
    );
    expect(changed).toEqual([]);
  });

  test('has a manifest without fault, whose files are all there', () => {
    const faults = manifestFaults(read('manifest.xml'), {
      files: new Set(files),
      pixelsOf: (file) => (files.includes(file) ? pngSize(readFileSync(join(folder, file))) : null),
      functions: new Set(['undoWriting']),
      origin: 'https://localhost:3000',
    });
    expect(faults).toEqual([]);
  });

  test('tells nothing of the machine it was built on, and has no source map', () => {
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    const telling = files.filter((file) => !file.startsWith('lib/') && read(file).includes(ROOT));
    expect(telling).toEqual([]);
  });

  test.each(['taskpane.html', 'commands.html', 'undo-notice.html'])('lets %s ask no other server', (page) => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(read(page))?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'/);
    // Style attributes load nothing that the rest of the policy does not allow.
    expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/https?:|\*|unsafe/);
    expect(read(page)).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('is the same when it is built again, but for what was chosen: the server and where Office.js comes from', () => {
    const other = build('--env', 'origin=https://10.1.2.3/ziping', '--env', 'office=cdn');
    const readOther = (file: string): string => readFileSync(join(other, file), 'utf8');
    try {
      const kept = files.filter((file) => !file.startsWith('lib/'));
      expect(filesIn(other)).toEqual(kept);
      const differing = kept.filter(
        (file) => !readFileSync(join(other, file)).equals(readFileSync(join(folder, file))),
      );
      expect(differing).toEqual(['commands.html', 'manifest.xml', 'taskpane.html']);
      expect(readOther('manifest.xml')).toContain('"https://10.1.2.3/ziping/taskpane.html?open=check"');
      expect(readOther('manifest.xml')).not.toContain('localhost');
      expect(scriptsOf(readOther('taskpane.html'))[0]).toBe(
        'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      );
      expect(readOther('taskpane.html')).toMatch(
        /script-src 'self' 'sha256-\S+' https:\/\/appsforoffice\.microsoft\.com;/,
      );
    } finally {
      rmSync(dirname(other), { recursive: true });
    }
  });
});
