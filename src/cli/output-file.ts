import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { FileFormat } from '../hosts/xlsx/open';
import { openWorkbookFile } from '../hosts/xlsx/open';
import { blankWorkbook } from '../hosts/xlsx/write/blank';
import { writableKind } from '../hosts/xlsx/write/file-kind';
import { verifyWritten } from '../hosts/xlsx/write/verify';
import { writePlan } from '../hosts/xlsx/write/write';
import type { WorkbookSource } from '../model/grid';
import { isOwnSheet } from '../model/own-sheet';
import type { Plan } from '../sheet/plan';
import { sameSheets } from './same-sheets';

type Refused = { readonly problem: string };

/** Where the evaluated workbook goes and what it is made from. */
export interface OutputFile {
  readonly path: string;
  /** The package the sheets are written into. */
  readonly base: Uint8Array;
  /** True when her sheets in use have to be copied, because the input is of a kind that is not written to. */
  readonly copies: boolean;
  /** The workbook that stands there from an earlier run. */
  readonly previous: WorkbookSource | null;
}

/**
 * Settles where the result is written, before anything is worked out: never over the input, never over a file that is
 * not an evaluated workbook (shared/design/contract.md, --out).
 */
export async function outputFile(
  input: { readonly path: string; readonly bytes: Uint8Array; readonly format: FileFormat },
  out: string | null,
): Promise<{ readonly output: OutputFile } | Refused> {
  const kind = writableKind(input.bytes, basename(input.path));
  if ('problem' in kind) return { problem: `${basename(input.path)}：${kind.problem.message}` };
  const copies = kind.kind === 'copy';
  const extension = !copies && input.format === 'ooxml-macro' ? '.xlsm' : '.xlsx';
  const name = basename(input.path, extname(input.path));
  const path = out ?? join('out', `${name}_自评${extension}`);
  if (extname(path).toLowerCase() !== extension) {
    return { problem: `--out 写的是“${path}”：这个工作簿的结果要存为 ${extension} 文件，请改扩展名。` };
  }
  if (await isSameFile(path, input.path)) {
    return { problem: '--out 写的就是要评的工作簿：原表不能改动，请换一个文件名。' };
  }
  const previous = await previousResult(path);
  if ('problem' in previous) return previous;
  return {
    output: { path, base: copies ? blankWorkbook() : input.bytes, copies, previous: previous.source },
  };
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  try {
    const [a, b] = await Promise.all([stat(await realpath(one)), stat(await realpath(other))]);
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

async function previousResult(path: string): Promise<{ readonly source: WorkbookSource | null } | Refused> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { source: null };
    return { problem: `读不了已有的“${path}”：请检查它是不是文件、有没有在别的程序里打开。` };
  }
  const opened = await openWorkbookFile(bytes, basename(path));
  const ours = 'problem' in opened ? [] : (await opened.source.describe()).filter((sheet) => isOwnSheet(sheet.name));
  if ('problem' in opened || ours.length === 0) {
    return { problem: `“${path}”已经存在，又不是自评助手生成的工作簿，没有覆盖：请换一个文件名，或先把它移走。` };
  }
  return { source: opened.source };
}

/** Files that were written. */
export interface WrittenFiles {
  readonly workbook: string;
  /** The earlier result, kept because her own sheets in it differ from those of the input; else null. */
  readonly backup: string | null;
  /** The Word report; null when none was asked for. */
  readonly report: string | null;
}

/**
 * Writes the evaluated workbook: to a temporary file beside its place, opened again and compared with the plan, and only
 * then put in its place.
 * @throws when what was written is not what was planned, which is a bug of ours; nothing is left behind then
 */
export async function writeOutput(
  { path, base, previous }: OutputFile,
  plan: Plan,
  input: WorkbookSource,
): Promise<WrittenFiles | Refused> {
  const written = writePlan(base, plan);
  if ('problem' in written) return { problem: written.problem.message };
  const backup = previous && !(await sameSheets(previous, input)) ? await freeName(path) : null;
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, written.bytes);
  } catch {
    await discard(temporary);
    return { problem: `写不了“${path}”：请检查文件夹是否存在、是否有权限、磁盘是否已满。` };
  }
  const faults = await verifyWritten(base, await readFile(temporary), plan);
  if (faults.length > 0) {
    await discard(temporary);
    throw new Error(`写出的工作簿与应写的不一致：${faults.join('')}`);
  }
  try {
    if (backup !== null) await rename(path, backup);
    await rename(temporary, path);
  } catch {
    await discard(temporary);
    return { problem: `换不下“${path}”：它可能正在 Excel 或 WPS 里打开，请关闭后再试。` };
  }
  return { workbook: path, backup, report: null };
}

/** Removes a temporary file, if it came into being at all. */
export async function discard(path: string): Promise<void> {
  // Below a file there is nothing to remove, and asking is an error.
  await rm(path, { force: true }).catch(() => undefined);
}

/** X_自评_上次.xlsx, X_自评_上次2.xlsx, …: the first that is not taken. */
async function freeName(path: string): Promise<string> {
  const stem = path.slice(0, path.length - extname(path).length);
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}_上次${number === 1 ? '' : number}${extname(path)}`;
    try {
      await stat(candidate);
    } catch {
      return candidate;
    }
  }
}
