import type { EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import type { EtProgram } from '../et-program';
import { EtError } from '../problems';
import { number, text } from './given';

type Call = (program: EtProgram, args: readonly unknown[]) => unknown;

function bytesOf({ files }: EtProgram, path: unknown): Uint8Array {
  const bytes = files.get(text(path, 'path'));
  if (bytes) return bytes;
  throw new EtError('There is no such file.');
}

const readText: Call = (program, [path]) => new TextDecoder().decode(bytesOf(program, path));

const writeText: Call = ({ files }, [path, words]) => {
  files.put(text(path, 'path'), new TextEncoder().encode(text(words, 'data')));
  return true;
};

const exists: Call = ({ files }, [path]) => files.exists(text(path, 'path'));
const remove: Call = ({ files }, [path]) => files.remove(text(path, 'path'));

/** One character for each byte. */
function binaryString(bytes: Uint8Array): string {
  let result = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    result += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return result;
}

/** A member older builds do not have: asking for it is refused as they would (wps.md §1.3 FileSystem). */
function newer(call: Call): Call {
  return (program, args) => {
    if (!program.quirks.newFileSystem) throw new TypeError('is not a function');
    return call(program, args);
  };
}

/** Files of the PC; see {@link EtProgram.files}. */
export const FILE_SYSTEM: EtType<EtProgram> = etType<EtProgram>('WPS.FileSystem', {
  calls: {
    ReadFile: readText,
    WriteFile: writeText,
    AppendFile: (program, [path, words]) => {
      const before = program.files.exists(text(path, 'path')) ? String(readText(program, [path])) : '';
      return writeText(program, [path, before + text(words, 'data')]);
    },
    Exists: exists,
    Mkdir: () => undefined,
    Remove: remove,
    readFileString: newer(readText),
    writeFileString: newer(writeText),
    existsSync: newer(exists),
    unlinkSync: newer(remove),
    mkdirSync: newer(() => true),
    readdirSync: newer(({ files }, [path]) => files.namesIn(text(path, 'path'))),
    readAsBinaryString: newer((program, [path]) => binaryString(bytesOf(program, path))),
    writeAsBinaryString: newer(({ files }, [path, data]) => {
      const bytes = Uint8Array.from(text(data, 'data'), (character) => character.charCodeAt(0));
      files.put(text(path, 'path'), bytes);
      return true;
    }),
    ReadFileAsArrayBuffer: newer((program, [path]) => bytesOf(program, path).slice().buffer),
  },
});

const HOME = '/home/user';

export const ENVIRONMENT: EtType<EtProgram> = etType<EtProgram>('WPS.Env', {
  calls: {
    GetHomePath: () => HOME,
    GetTempPath: () => '/tmp',
    GetAppDataPath: () => `${HOME}/.local/share`,
    GetDesktopPath: () => `${HOME}/桌面`,
    GetDownloadPath: () => `${HOME}/下载`,
  },
});

interface DialogSelf {
  readonly program: EtProgram;
  readonly kind: number;
  /** What was chosen when it was last shown. */
  paths: readonly string[];
}

const SELECTED: EtType<DialogSelf> = etType<DialogSelf>('Kso.FileDialogSelectedItems', {
  gets: { Count: ({ paths }) => paths.length },
  calls: { Item: ({ paths, program }, [index]) => paths[number(index, 'Item') - 1] ?? program.missing('Item') },
});

/** Show answers −1 for 确定 and 0 for 取消 (wps.md §1.3, REAL S14). */
export const FILE_DIALOG: EtType<DialogSelf> = etType<DialogSelf>('Kso.FileDialog', {
  gets: { SelectedItems: (self) => etObject(SELECTED, self) },
  calls: {
    Show: (self) => {
      const answer = self.program.chosen.shift();
      if (answer === undefined)
        throw self.program.bridge.misuse('a file dialogue would block: no answer was given to the model');
      self.paths = answer ?? [];
      return answer === null ? 0 : -1;
    },
  },
});
