import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { RIBBON } from '../../src/ribbon/buttons';
import { ribbonCallbacks } from '../../src/wps/ribbon-callbacks';
import { ROOT, build, builtWpsPackage, filesIn } from './built';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };

describe('the package for WPS', () => {
  let folder = '';
  let files: readonly string[] = [];
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  beforeAll(() => {
    folder = builtWpsPackage();
    files = filesIn(folder);
  });

  test('holds what WPS asks for, and nothing that Kingsoft or Microsoft wrote', () => {
    expect(files.filter((file) => !file.startsWith('assets/'))).toEqual([
      'index.html',
      'js/ribbon.js',
      'js/taskpane.js',
      'manifest.xml',
      'ribbon.xml',
      'taskpane.html',
    ]);
  });

  test('has no script with syntax newer than ES2015', () => {
    const home = join(ROOT, 'node_modules/es-check');
    const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    const program = join(home, bin['es-check'] as string);
    const said = execFileSync(process.execPath, [program, 'es2015', join(folder, 'js/*.js')], { encoding: 'utf8' });
    expect(said).toContain('2 files');
  });

  test('names nothing that lies elsewhere: classic scripts beside the page, no address of another server', () => {
    for (const page of ['index.html', 'taskpane.html']) {
      const scripts = [...read(page).matchAll(/<script src="([^"]+)"><\/script>/g)].map(([, script]) => script);
      expect(scripts.length).toBe(1);
      expect(scripts.every((script) => files.includes(script as string))).toBe(true);
      expect(read(page)).not.toMatch(/type="module"|https?:/);
      expect(read(page)).toContain("default-src 'none'");
    }
  });

  test('has a ribbon that begins as WPS wants it, with the buttons of Excel in their order', () => {
    const ribbon = read('ribbon.xml');
    expect(ribbon.startsWith('<customUI ')).toBe(true);
    const labels = [...ribbon.matchAll(/<button id="[^"]+" label="([^"]+)"/g)].map(([, label]) => label);
    expect(labels).toEqual(RIBBON.buttons.map(({ label }) => label.chinese));
  });

  test('has every function and icon the ribbon names', () => {
    const ribbon = read('ribbon.xml');
    const callbacks = ribbonCallbacks({ location: { href: 'file:///x/index.html' }, alert: () => undefined });
    const named = [...ribbon.matchAll(/(?:onLoad|getImage|onAction)="(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(callbacks).sort());
    const ids = [...ribbon.matchAll(/<button id="([^"]+)"/g)].map(([, id]) => id as string);
    const icons = ids.map((id) => callbacks.GetImage({ Id: id }));
    expect(icons.every((icon) => files.includes(icon))).toBe(true);
  });

  test('is the same zip when it is built again, holding the installers and the folder as it is', () => {
    const other = build('--env', 'host=wps');
    const zip = (built: string): Buffer => readFileSync(join(built, '..', `ziping_${version}.zip`));
    expect(zip(other).equals(zip(folder))).toBe(true);
    const entries = unzipSync(zip(folder));
    const inFolder = Object.keys(entries).filter((name) => name.includes('/'));
    expect(inFolder.sort()).toEqual(files.map((file) => `ziping_${version}/${file}`));
    expect(Object.keys(entries)).toEqual(expect.arrayContaining(['install.cmd', 'install.ps1', 'install.sh']));
    const differing = files.filter(
      (file) => !readFileSync(join(folder, file)).equals(Buffer.from(entries[`ziping_${version}/${file}`] ?? [])),
    );
    expect(differing).toEqual([]);
    rmSync(dirname(other), { recursive: true });
  });

  test('tells nothing of the machine it was built on', () => {
    expect(files.filter((file) => read(file).includes(ROOT))).toEqual([]);
  });
});
