import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entry, userFolder } from './user-folder';

// The installer for Linux, run for real on fabricated folders of a user (wps.md §1.4).
const OA = '<jsplugin name="OA" type="et" url="OA_2.1" version="2.1" enable="enable_dev"/>';
const ONLINE = '<jspluginonline name="印章" type="wps" url="http://oa/seal/" debug="" enable="enable"/>';

/** Text as bytes of UTF-8, a character for each. */
const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
/** A register with each add-in in a line of its own. */
const register = (...entries: string[]): string =>
  bytes(
    `<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n${entries.map((one) => `  ${one}\n`).join('')}</jsplugins>\n`,
  );

test('a WPS that never had an add-in gets a register and the folder', () => {
  const user = userFolder(null);
  const { code, said } = user.run('install.sh');
  expect(code).toBe(0);
  expect(user.register()).toBe(register(entry('0.1.0')));
  expect(user.names()).toEqual(['publish.xml', 'ziping_0.1.0']);
  expect(readFileSync(join(user.jsaddons, 'ziping_0.1.0/js/ribbon.js'), 'utf8')).toBe('js/ribbon.js 0.1.0');
  expect(user.copies()).toEqual([]);
  expect(said).toContain(`自评助手 0.1.0 已经装到 ${user.jsaddons}。`);
});

test('she is told to quit, to trust and to start once more', () => {
  const { said } = userFolder(null).run('install.sh');
  expect(said.slice(said.indexOf('接下来'))).toMatch(/完全退出 WPS[\s\S]*选信任[\s\S]*再完全退出一次，重新打开/);
});

/** Registers as other programs left them, and what is to stand in them afterwards. */
const REGISTERS: readonly (readonly [what: string, before: string, after: string])[] = [
  ['nothing in the file', '', register(entry('0.1.0'))],
  ['a byte order mark alone', bytes('\uFEFF'), register(entry('0.1.0'))],
  ['no add-in', register(), register(entry('0.1.0'))],
  ['other add-ins', register(OA, ONLINE), register(OA, ONLINE, entry('0.1.0'))],
  [
    'a mark and lines of Windows',
    bytes(`\uFEFF<jsplugins>\r\n\t${OA}\r\n</jsplugins>`),
    bytes(`\uFEFF<jsplugins>\r\n\t${OA}\r\n  ${entry('0.1.0')}\r\n</jsplugins>`),
  ],
  ['a closed root', '<jsplugins a="1" />', `<jsplugins a="1" >\n  ${entry('0.1.0')}\n</jsplugins>`],
  ['one line', `<jsplugins>${OA}</jsplugins>`, `<jsplugins>${OA}${entry('0.1.0')}</jsplugins>`],
  [
    'comments that name us',
    register(`<!-- ${entry('0.0.9')} </jsplugins> -->`, OA),
    register(`<!-- ${entry('0.0.9')} </jsplugins> -->`, OA, entry('0.1.0')),
  ],
  [
    'our name in words of others',
    register(`<jsplugin name="x" type="et" url="a>b" debug=" name='ziping' type='et' "/>`),
    register(`<jsplugin name="x" type="et" url="a>b" debug=" name='ziping' type='et' "/>`, entry('0.1.0')),
  ],
  [
    'our name in another program',
    register('<jsplugin name="ziping" type="wpp" url="z_1"/>'),
    register('<jsplugin name="ziping" type="wpp" url="z_1"/>', entry('0.1.0')),
  ],
  [
    'what is not UTF-8',
    `<jsplugins>\n<!-- \xd7\xd4\xc6\xc0 -->\n</jsplugins>`,
    `<jsplugins>\n<!-- \xd7\xd4\xc6\xc0 -->\n  ${entry('0.1.0')}\n</jsplugins>`,
  ],
  ['an older version', register(entry('0.0.9'), OA), register(entry('0.1.0'), OA)],
  ['several older versions', register(entry('0.0.8'), OA, entry('0.0.9')), register(entry('0.1.0'), OA)],
  [
    'one that was switched off, written by others',
    register("<jsplugin version='0.1.0' url='ziping_0.1.0' type='et' name='ziping' enable='disable'></jsplugin>"),
    register(entry('0.1.0')),
  ],
  [
    'the online form of ours',
    register('<jspluginonline name="ziping" type="et" url="http://oa/ziping/"/>', OA),
    register(entry('0.1.0'), OA),
  ],
];

test.each(REGISTERS)('a register with %s', (_, before, after) => {
  const user = userFolder(before);
  expect(user.run('install.sh').code).toBe(0);
  expect(user.register()).toBe(after);
  expect(user.copies()).toEqual([before]);
});

test.each(REGISTERS)('installing a second time leaves a register that had %s as it is', (_, before, after) => {
  const user = userFolder(before);
  user.run('install.sh');
  rmSync(join(user.jsaddons, 'ziping_0.1.0/index.html'));
  const { code, said } = user.run('install.sh');
  expect([code, user.register(), user.copies().length]).toEqual([0, after, 1]);
  expect(said).toContain('文件已经重新复制一遍');
  expect(existsSync(join(user.jsaddons, 'ziping_0.1.0/index.html'))).toBe(true);
});

test('uninstalling gives back the register of the others byte by byte', () => {
  for (const before of [
    register(OA, ONLINE),
    `<jsplugins>${OA}</jsplugins>`,
    bytes(`\uFEFF<jsplugins>\r\n${OA}\r\n</jsplugins>\r\n`),
  ]) {
    const user = userFolder(before);
    user.run('install.sh');
    const { code, said } = user.run('uninstall.sh');
    expect([code, user.register(), user.names()]).toEqual([0, before, ['publish.xml']]);
    expect(said).toContain('卸载完毕');
  }
});

test('uninstalling what was never installed changes nothing', () => {
  const without = userFolder(null);
  expect(without.run('uninstall.sh').code).toBe(0);
  expect(existsSync(without.jsaddons)).toBe(false);
  const user = userFolder(register(OA));
  expect([user.run('uninstall.sh').code, user.register(), user.copies()]).toEqual([0, register(OA), []]);
});

test('uninstalling needs no package beside the script', () => {
  const user = userFolder(register(OA));
  user.run('install.sh');
  rmSync(join(user.unpacked, 'ziping_0.1.0'), { recursive: true });
  expect([user.run('uninstall.sh').code, user.names()]).toEqual([0, ['publish.xml']]);
});

test('a newer version takes the place of the older one, folders of others stay', () => {
  const user = userFolder(register(OA));
  user.run('install.sh');
  for (const other of ['OA_2.1', 'ziping_数据', 'zipingplus_1.0']) mkdirSync(join(user.jsaddons, other));
  rmSync(join(user.unpacked, 'ziping_0.1.0'), { recursive: true });
  user.unpack('0.2.0');
  expect(user.run('install.sh').code).toBe(0);
  expect(user.register()).toBe(register(OA, entry('0.2.0')));
  expect(user.names()).toEqual(['OA_2.1', 'publish.xml', 'ziping_0.2.0', 'ziping_数据', 'zipingplus_1.0']);
});

test('a register whose form is broken is written anew with every add-in in it, and kept as it was', () => {
  const broken = [
    `<jsplugins>\n${OA}\n${ONLINE}\n`,
    `<jsplugins>${OA}</jsplugins>\n<jsplugins>${ONLINE}</jsplugins>\n`,
    `${OA}\n${ONLINE}\n`,
    `<jsplugins>${OA} 乱 ${ONLINE}</jsplugin>`,
  ].map(bytes);
  for (const before of broken) {
    const user = userFolder(before);
    const { code, said } = user.run('install.sh');
    expect([code, user.register(), user.copies()]).toEqual([0, register(OA, ONLINE, entry('0.1.0')), [before]]);
    expect(said).toContain('的格式坏了，已经重新写好，里面别的加载项一个不少');
  }
});

test('a register that does not tell which add-ins are in it is left alone', () => {
  const torn = [
    `<jsplugins>\n${OA}\n  <jsplugin name="seal" ty`,
    `<jsplugins>\n${OA}\n<!-- <jsplugin/>`,
    `<jsplugins><jsplugin name=OA type="et"/></jsplugins>`,
    `<jsplugins><jsplugin name="OA" type="et"></jsplugins>`,
    `<plugins><plugin name="OA"/></plugins>`,
    `\xff\xfe${Buffer.from(`<jsplugins>${OA}</jsplugins>`, 'utf16le').toString('latin1')}`,
  ];
  for (const before of torn) {
    const user = userFolder(before);
    const { code, said } = user.run('install.sh');
    expect([code, user.register(), user.names()]).toEqual([1, before, ['publish.xml']]);
    expect(said).toContain('坏了，认不全里面有哪些加载项，所以没有改动任何文件');
    expect(user.run('uninstall.sh').code).toBe(1);
    expect([user.register(), user.copies()]).toEqual([before, []]);
  }
});

test('a folder that takes no files is told of, and nothing is changed', () => {
  const user = userFolder(register(OA));
  chmodSync(user.jsaddons, 0o555);
  const { code, said } = user.run('install.sh', { asNobody: true });
  expect([code, user.register(), user.names()]).toEqual([1, register(OA), ['publish.xml']]);
  expect(said).toContain(`不能写入 ${user.jsaddons}`);
  expect(said).not.toContain('接下来');
});

test('a copy that cannot be made whole leaves the older version standing', () => {
  const user = userFolder(register(entry('0.0.9'), OA));
  mkdirSync(join(user.jsaddons, 'ziping_0.0.9'));
  chmodSync(join(user.unpacked, 'ziping_0.1.0/js/ribbon.js'), 0o000);
  chmodSync(user.jsaddons, 0o777);
  const { code } = user.run('install.sh', { asNobody: true });
  expect([code, user.register()]).toEqual([1, register(entry('0.0.9'), OA)]);
  expect(user.names()).toEqual(['publish.xml', 'ziping_0.0.9']);
});

test('without one package beside it the script says what to do', () => {
  const user = userFolder(register(OA));
  user.unpack('0.2.0');
  expect(user.run('install.sh')).toMatchObject({ code: 1, said: expect.stringContaining('不止一个') as string });
  rmSync(join(user.unpacked, 'ziping_0.2.0'), { recursive: true });
  rmSync(join(user.unpacked, 'ziping_0.1.0/ribbon.xml'));
  expect(user.run('install.sh')).toMatchObject({ code: 1, said: expect.stringContaining('没有找到') as string });
  user.unpack('0.1.0');
  renameSync(join(user.unpacked, 'ziping_0.1.0'), join(user.unpacked, 'ziping_0.1.0 (2)'));
  expect(user.run('install.sh')).toMatchObject({
    code: 1,
    said: expect.stringContaining('版本号 0.1.0 (2) 不对') as string,
  });
  expect([user.register(), user.names()]).toEqual([register(OA), ['publish.xml']]);
});

test('without a word it is the folder of the user, and those of other packagings that are there', () => {
  const user = userFolder(null, '0.1.0', '.local/share/Kingsoft/wps/jsaddons');
  const home = user.jsaddons.replace('/.local/share/Kingsoft/wps/jsaddons', '');
  const others = [
    '.var/app/com.wps.Office/data/Kingsoft/wps',
    'snap/wps-office-multilang/current/.local/share/Kingsoft/wps',
  ];
  for (const other of others) mkdirSync(join(home, other), { recursive: true });
  expect(user.run('install.sh', { env: { HOME: home } }).code).toBe(0);
  const registers = () =>
    ['.local/share/Kingsoft/wps', ...others].map((data) =>
      readFileSync(join(home, data, 'jsaddons/publish.xml'), 'latin1'),
    );
  expect(registers()).toEqual(Array.from({ length: 3 }, () => register(entry('0.1.0'))));
  expect(existsSync(join(home, '.config'))).toBe(false);
  expect(user.run('uninstall.sh', { env: { HOME: home } }).code).toBe(0);
  expect(registers()).toEqual(Array.from({ length: 3 }, () => register()));
});

test('it refuses sudo, under which it would install for root', () => {
  const user = userFolder(null);
  const { code, said } = user.run('install.sh', { env: { HOME: user.unpacked, SUDO_USER: '王会计' } });
  expect([code, existsSync(user.jsaddons)]).toEqual([1, false]);
  expect(said).toContain('请不要用 sudo');
});

test('a register that only its owner may read stays so', () => {
  const user = userFolder(register(OA));
  const file = join(user.jsaddons, 'publish.xml');
  chmodSync(file, 0o600);
  writeFileSync(join(user.jsaddons, '.publish.xml.ziping'), 'left by a run that was cut off');
  user.run('install.sh');
  expect(user.names()).toEqual(['publish.xml', 'ziping_0.1.0']);
  expect(readFileSync(file, 'latin1')).toBe(register(OA, entry('0.1.0')));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
