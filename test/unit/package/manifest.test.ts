import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RIBBON } from '../../../src/ribbon/buttons';
import { excelManifest } from '../../../src/ribbon/excel-manifest';
import { manifestFaults } from './manifest-rules';
import type { Surroundings } from './manifest-rules';
import { pngSize } from './png';

const ROOT = join(__dirname, '../../..');
const ORIGIN = 'https://localhost:3000';
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };

/** As the repository stands; test/e2e/package.test.ts asks the same of what was built. */
const SURROUNDINGS: Surroundings = {
  files: new Set([
    'taskpane.html',
    'commands.html',
    ...readdirSync(join(ROOT, 'assets')).map((name) => `assets/${name}`),
  ]),
  pixelsOf: (file) => (existsSync(join(ROOT, file)) ? pngSize(readFileSync(join(ROOT, file))) : null),
  functions: new Set(['undoWriting']),
  origin: ORIGIN,
};

describe('manifest.xml', () => {
  test('has no fault that can be told offline', () => {
    expect(manifestFaults(MANIFEST, SURROUNDINGS)).toEqual([]);
  });

  test('is as src/ribbon and the version have it (write it anew: npx tsx assets/write-manifest.ts)', () => {
    expect(MANIFEST).toBe(excelManifest(version, ORIGIN));
  });

  test('shows the buttons in this order', () => {
    const labels = [...MANIFEST.matchAll(/<Control[^>]*>\s*<Label resid="([^"]+)"/g)].map(
      ([, id]) => new RegExp(`id="${id}" DefaultValue="([^"]+)"`).exec(MANIFEST)?.[1],
    );
    expect(labels).toEqual(['一键生成自评表', '勾稽核对', '报告正文', '撤销写入', '设置']);
    expect(labels).toEqual(RIBBON.buttons.map(({ label }) => label.chinese));
  });
});

/** One broken manifest for every rule: what is replaced by what, and how the fault is told. */
const BROKEN: readonly (readonly [what: string, from: string | RegExp, to: string, fault: string])[] = [
  ['an element that is not closed', '</Hosts>', '', 'well-formed: '],
  [
    'two children that changed places',
    /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
    '$2$1',
    'order: children of <OfficeApp>',
  ],
  ['a button without a tip', /<Supertip>[\s\S]*?<\/Supertip>/, '', 'order: <Control> has no <Supertip>'],
  [
    'a child that is not allowed',
    '<Permissions>',
    '<Licence/><Permissions>',
    'order: <OfficeApp> has a child it may not have',
  ],
  ['an id that is no GUID', /<Id>.*<\/Id>/, '<Id>ziping</Id>', 'id: '],
  ['a version of three parts', /<Version>.*<\/Version>/, '<Version>0.1.0</Version>', 'version: '],
  [
    'a text that is not there',
    'resid="Check.Label"',
    'resid="Check.Lable"',
    'resource: nothing has the id Check.Lable',
  ],
  [
    'a text that nothing uses',
    /(<Title resid="Check.Label"\/>\s*)<Description resid="Check.Tip"\/>/,
    '$1<Description resid="Undo.Tip"/>',
    'unused: nothing uses Check.Tip',
  ],
  ['an id that is there twice', '<bt:String id="Check.Tip"', '<bt:String id="Undo.Tip"', 'twice: Undo.Tip'],
  ['an id that is too long', /Check\.Tip/g, `Check.${'T'.repeat(32)}`, 'length: the id Check.T'],
  ['a label that is too long', 'DefaultValue="勾稽核对"', `DefaultValue="${'核'.repeat(126)}"`, 'length: Check.Label'],
  ['an empty label', 'DefaultValue="勾稽核对"', 'DefaultValue=""', 'length: Check.Label'],
  ['a tip without English', /(<bt:String id="Check.Tip"[^>]*>)\s*<bt:Override[^>]*>/, '$1', 'language: Check.Tip'],
  ['another default language', '<DefaultLocale>zh-CN', '<DefaultLocale>en-US', 'language: the default'],
  [
    'an address without https',
    `DefaultValue="${ORIGIN}/commands.html"`,
    'DefaultValue="http://localhost:3000/commands.html"',
    'https: ',
  ],
  [
    'an address of another server',
    `DefaultValue="${ORIGIN}/commands.html"`,
    'DefaultValue="https://example.com/commands.html"',
    'origin: ',
  ],
  [
    'a page that is not built',
    `${ORIGIN}/commands.html`,
    `${ORIGIN}/command.html`,
    'file: the build has no command.html',
  ],
  [
    'an icon that is not there',
    `${ORIGIN}/assets/undo-20.png`,
    `${ORIGIN}/assets/undo-21.png`,
    'file: the build has no assets/undo-21.png',
  ],
  [
    'an icon of another size',
    `${ORIGIN}/assets/undo-20.png`,
    `${ORIGIN}/assets/undo-24.png`,
    'icon: https://localhost:3000/assets/undo-24.png is not 20 px',
  ],
  [
    'a large icon that is small',
    `<HighResolutionIconUrl DefaultValue="${ORIGIN}/assets/ziping-64.png"`,
    `<HighResolutionIconUrl DefaultValue="${ORIGIN}/assets/ziping-32.png"`,
    'icon: https://localhost:3000/assets/ziping-32.png is not 64 px',
  ],
  ['an obligatory size that is missing', /<bt:Image size="80" resid="Icon.undo.80"\/>/, '', 'icon: no 80 px'],
  [
    'a function that nobody wrote',
    '<FunctionName>undoWriting',
    '<FunctionName>undoWritting',
    'function: nothing answers to undoWritting',
  ],
  [
    'a baseline that is too low',
    '"ExcelApi" MinVersion="1.9"',
    '"ExcelApi" MinVersion="1.7"',
    'requirement: ExcelApi 1.7',
  ],
  ['a permission that is too small', 'ReadWriteDocument', 'ReadDocument', 'requirement: the add-in could not write'],
];

describe('the rules for manifests refuse', () => {
  test.each(BROKEN)('%s', (_, from, to, fault) => {
    const broken = MANIFEST.replace(from, to);
    expect(broken).not.toBe(MANIFEST);
    expect(manifestFaults(broken, SURROUNDINGS)).toContainEqual(expect.stringContaining(fault));
  });

  test('icons that are no pictures', () => {
    const faults = manifestFaults(MANIFEST, { ...SURROUNDINGS, pixelsOf: () => null });
    expect(faults).toContainEqual(expect.stringContaining('assets/ziping-16.png is not 16 px'));
  });
});
