import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTALL } from './user-folder';

// PowerShell is not on the machines these tests run on: what is tested is what makes it fail without a word, and that it
// says and reads the same as the script for Linux, which installers.test.ts runs.
const bytesOf = (name: string): Buffer => readFileSync(join(INSTALL, name));
const windows = bytesOf('install.ps1').toString('utf8');
const linux = bytesOf('install.sh').toString('utf8');

test('PowerShell 5 is told by a mark that the script is UTF-8', () => {
  expect([...bytesOf('install.ps1').subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x23]);
});

test('no quotation mark of Chinese stands in it: PowerShell takes them for its own', () => {
  expect(windows.match(/[\u2018-\u201e]/g)).toBeNull();
});

test.each(['install.cmd', 'uninstall.cmd'])('%s is ASCII in lines of Windows', (name) => {
  const words = bytesOf(name).toString('latin1');
  expect(words).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
  expect(words).toContain('-NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1"');
  expect(words.includes(' -Uninstall\r\n')).toBe(name === 'uninstall.cmd');
});

/** What a script says to its user. */
function sentences(script: string): string[] {
  const said = script
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/(["'])([^"'\n]*?[\u4e00-\u9fff][^"'\n]*?)\1/g)].map((match) => match[2] as string),
    );
  return [...new Set(said)].sort();
}

test('both scripts say the same sentences, but for what only one of them knows', () => {
  const onlyLinux = sentences(linux).filter((sentence) => !sentences(windows).includes(sentence));
  expect(sentences(windows).filter((sentence) => !sentences(linux).includes(sentence))).toEqual([]);
  expect(sentences(windows).length).toBeGreaterThan(12);
  expect(onlyLinux).toEqual([
    expect.stringContaining('不认识 ${1}') as string,
    expect.stringContaining('请不要用 sudo') as string,
  ]);
});

test('both scripts write the same line and use the same names of files', () => {
  const line = (script: string, quote: string): string =>
    (/"(<jsplugin name=.*\/>)"/.exec(script.split(quote).join('"'))?.[1] ?? '').replace(/\$\{(\w+)\}/g, '$1');
  const filled = (given: string): string =>
    given
      .replace(/" (addin|folder|version|enable) "/g, '$1')
      .replace(/AddIn_version/g, 'folder')
      .replace(/AddIn/g, 'addin')
      .replace(/Enable/g, 'enable');
  expect(filled(line(windows, '`"'))).toBe(filled(line(linux, '\\"')));
  expect(filled(line(linux, '\\"'))).toContain('url="folder" version="version"');
  for (const name of [
    'publish.xml',
    '.publish.xml.ziping',
    '.ziping.copying',
    '.ziping.replaced',
    '.bak-',
    'ribbon.xml',
  ])
    expect([windows.includes(name), linux.includes(name)]).toEqual([true, true]);
});

/** The regular expression with which the Windows script takes a register apart; the language writes them as JavaScript does. */
function piecesOf(register: string): string[] {
  const written = /^\$Piece = '\\G(.*)'$/m.exec(windows)?.[1]?.replace(/''/g, "'") ?? '';
  const piece = new RegExp(written, 'y');
  const found: string[] = [];
  for (let at = 0; at < register.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    const groups = piece.exec(register)?.groups;
    if (!groups) return [...found, 'torn'];
    const [kind] = ['words', 'comment', 'declaration', 'close', 'open'].filter((name) => groups[name] !== undefined);
    found.push(`${kind ?? ''}${groups['empty'] === '/' ? ' empty' : ''}`);
  }
  return found;
}

test.each([
  ['<?xml version="1.0"?><jsplugins></jsplugins >', ['declaration', 'open', 'close']],
  ["<jsplugins a='1' />", ['open empty']],
  ['<!-- <jsplugin> --><jsplugin name="a>b" type = \'e"t\'\r\n/>', ['comment', 'open empty']],
  ['<jsplugin name=OA/>', ['torn']],
  ['<jsplugin name="OA" ty', ['torn']],
  ['<jsplugin name="O<A"/>', ['torn']],
  ['<!-- <jsplugin/>', ['torn']],
  ['<!DOCTYPE x>', ['torn']],
  [' \r\n<a\tb="\x85\xa0"/>', ['words', 'open empty']],
])('the Windows script takes %j apart', (register, pieces) => {
  expect(piecesOf(register)).toEqual(pieces);
});
