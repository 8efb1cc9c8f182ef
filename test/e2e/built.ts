import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const ROOT = join(__dirname, '../..');
const CACHE = join(ROOT, 'out/built');
/** Everything the builds of the add-in read. */
const SOURCES = ['src', 'assets', 'samples', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];
/** Everything the model of WPS for pages is made of. */
const MODEL_SOURCES = ['test/hosts', 'src/hosts', 'src/model', 'src/sheet', 'package-lock.json'];
/** A suite that was ended while it built leaves its lock behind. */
const LONGEST_BUILD = 300_000;
const HOUR = 3_600_000;

const made = new Map<string, string | Error>();

/**
 * The folder of the add-in for Excel built for production from the sources as they are now. A build is kept under the
 * digest of its sources in out/, so that only the first suite after a change waits for it.
 * @throws with what webpack said when it does not build
 */
export function builtAddIn(): string {
  return built('excel', SOURCES);
}

/** The folder of the package for WPS, likewise. */
export function builtWpsPackage(): string {
  return built('wps', SOURCES, '--env', 'host=wps');
}

/** The folder of the model of WPS as a script for pages, likewise. */
export function builtWpsModel(): string {
  return built('wps-model', MODEL_SOURCES, '--config', join(ROOT, 'test/hosts/wps/in-page/webpack.cjs'));
}

function built(name: string, sources: readonly string[], ...options: readonly string[]): string {
  const folder = made.get(name) ?? builtOrKept(name, sources, options);
  made.set(name, folder);
  if (folder instanceof Error) throw folder;
  return folder;
}

function builtOrKept(name: string, sources: readonly string[], options: readonly string[]): string | Error {
  const folder = join(CACHE, `${name}-${digestOf(sources)}`, 'package');
  mkdirSync(CACHE, { recursive: true });
  const release = alone(`${dirname(folder)}.lock`);
  try {
    if (!existsSync(folder)) renameSync(dirname(build(...options)), dirname(folder));
    forgetOld(dirname(folder));
    return folder;
  } catch (error) {
    return error as Error;
  } finally {
    release();
  }
}

/** Waits until no other suite builds the same: jest runs suites in processes of their own. @returns ends the turn */
function alone(lock: string): () => void {
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true });
    } catch {
      if (ageOf(lock) > LONGEST_BUILD) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

/** A fresh build, alone in the folder above it, which the caller removes. */
export function build(...options: readonly string[]): string {
  const output = join(CACHE, `unfinished-${randomUUID()}`, 'package');
  const webpack = join(ROOT, 'node_modules/webpack/bin/webpack.js');
  const args = [webpack, '--mode', 'production', '--output-path', output, '--stats', 'errors-only', ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`webpack could not build the add-in:\n${stdout}${stderr}`);
  return output;
}

/** Every file of a folder, with / between the names, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

function digestOf(sources: readonly string[]): string {
  const digest = createHash('sha256');
  for (const source of sources) {
    const path = join(ROOT, source);
    const files = statSync(path).isDirectory() ? filesIn(path).map((name) => join(path, name)) : [path];
    for (const file of files) digest.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex').slice(0, 16);
}

/** Builds of earlier sources are of no use; those of the last hour may be in use by a suite that still runs. */
function forgetOld(kept: string): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (path !== kept && ageOf(path) > HOUR) rmSync(path, { recursive: true, force: true });
  }
}

/** Milliseconds since a folder was changed; 0 for one that is gone. */
function ageOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? Date.now() - stats.mtimeMs : 0;
}
