import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the scripts lie in the sources. */
export const INSTALL = resolve(__dirname, '../../../src/wps/install');
/** Anybody but root, whom no folder refuses. */
const NOBODY = 65_534;
const FILES = ['ribbon.xml', 'index.html', 'manifest.xml', 'js/ribbon.js'];

export interface Run {
  readonly code: number | null;
  readonly said: string;
}

export interface UserFolder {
  /** Folder in which the user unpacked the zip. */
  readonly unpacked: string;
  readonly jsaddons: string;
  /** What the register holds, a character for each byte; null when there is none. */
  register(): string | null;
  /** Names of what lies in jsaddons, in order, but for copies of the register. */
  names(): string[];
  /** Contents of the copies of the register, oldest first. */
  copies(): string[];
  /** Runs a script of the package as its user would. */
  run(script: string, options?: { readonly env?: Record<string, string>; readonly asNobody?: boolean }): Run;
  /** Unpacks another version over the one that is there. */
  unpack(version: string): void;
}

/**
 * A user's folder as WPS left it, and the package unpacked beside it.
 * @param register contents of publish.xml, a character for each byte; null for a user whose WPS has no add-ins yet
 * @param jsaddons where WPS looks, relative to the folder of the user
 */
export function userFolder(register: string | null, version = '0.1.0', jsaddons = '王 会计/jsaddons'): UserFolder {
  const home = mkdtempSync(join(tmpdir(), '自评 '));
  // Only its owner could look into it, and some tests run as nobody.
  chmodSync(home, 0o755);
  const folder: UserFolder = {
    unpacked: join(home, '下载 的文件'),
    jsaddons: join(home, jsaddons),
    register: () => {
      const file = join(folder.jsaddons, 'publish.xml');
      return existsSync(file) ? readFileSync(file, 'latin1') : null;
    },
    names: () => readdirSync(folder.jsaddons).filter((name) => !name.includes('.bak-')),
    copies: () =>
      readdirSync(folder.jsaddons)
        .filter((name) => name.startsWith('publish.xml.bak-'))
        .sort()
        .map((name) => readFileSync(join(folder.jsaddons, name), 'latin1')),
    run: (script, { env = { ZIPING_JSADDONS: folder.jsaddons }, asNobody = false } = {}) => {
      const user = asNobody && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
      const { status, stdout, stderr } = spawnSync('sh', [join(folder.unpacked, script)], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', ...env },
        ...user,
      });
      return { code: status, said: stdout + stderr };
    },
    unpack: (other) => {
      for (const file of FILES) {
        const path = join(folder.unpacked, `ziping_${other}`, file);
        mkdirSync(join(path, '..'), { recursive: true });
        writeFileSync(path, `${file} ${other}`);
      }
    },
  };
  folder.unpack(version);
  for (const script of ['install.sh', 'uninstall.sh']) cpSync(join(INSTALL, script), join(folder.unpacked, script));
  if (register !== null) {
    mkdirSync(folder.jsaddons, { recursive: true });
    writeFileSync(join(folder.jsaddons, 'publish.xml'), register, 'latin1');
  }
  return folder;
}

/** Our line in the register. */
export function entry(version: string): string {
  return `<jsplugin name="ziping" type="et" url="ziping_${version}" version="${version}" enable="enable_dev" install="null" customDomain=""/>`;
}
