import type { ChosenFile } from '../port';
import { HostTrouble } from '../port';
import type { EtApplication } from './et';
import { hostProblem, trouble } from './problems';
import { attempted } from './program';

/** Files through WPS itself: a page inside it may not be allowed to open or keep any. */
export interface FileDialogs {
  /** Null when she chose none. @param kinds endings with the dot */
  open(kinds: readonly string[]): ChosenFile | null;
  /** False when she chose no place. */
  save(file: ChosenFile): boolean;
}

const FIRST_FILTER = 1;

/** @throws HostTrouble unsupported where a build has no access to files */
export function programDialogs(application: EtApplication): FileDialogs {
  return {
    open: (kinds) => {
      const path = application.GetOpenFilename(filterOf(kinds), FIRST_FILTER, '选择文件');
      if (typeof path !== 'string' || path === '') return null;
      const files = filesOf(application);
      const binary = attempted(() => files.readAsBinaryString(path));
      if (typeof binary !== 'string') throw fileTrouble('read');
      return { name: nameIn(path), bytes: bytesOf(binary) };
    },
    save: ({ name, bytes }) => {
      const path = application.GetSaveAsFilename(name, filterOf([endingOf(name)]), FIRST_FILTER, '保存文件');
      if (typeof path !== 'string' || path === '') return false;
      if (!filesOf(application).writeAsBinaryString(path, binaryOf(bytes))) throw fileTrouble('write');
      return true;
    },
  };
}

function fileTrouble(detail: string): HostTrouble {
  const message =
    '文件没有读到或没有存下。请看看它是不是正被别的程序打开、所在的盘是否已满或不许写入，换个位置再试一次。工作簿没有改动。';
  return new HostTrouble({ ...hostProblem('failed', '', detail), message });
}

function filesOf({ FileSystem: files }: EtApplication): NonNullable<EtApplication['FileSystem']> {
  if (!files) throw trouble('unsupported', '', 'FileSystem');
  return files;
}

/** As VBA writes it: “文件 (*.xlsx;*.xls),*.xlsx;*.xls”. */
function filterOf(kinds: readonly string[]): string {
  const patterns = kinds.map((kind) => `*${kind}`).join(';');
  return `文件 (${patterns}),${patterns}`;
}

function nameIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '.*' : name.slice(dot);
}

/** One character for each byte, as WPS hands files over. */
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at) & 0xff;
  return bytes;
}

/** Characters that are made of bytes at once; more arguments a function of an old browser does not take. */
const PART = 8_192;

function binaryOf(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += PART) {
    binary += String.fromCharCode(...bytes.subarray(from, from + PART));
  }
  return binary;
}
