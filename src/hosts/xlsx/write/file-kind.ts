import { sniff } from '../sniff';
import { openPackage } from './open-package';
import type { MainKind } from './open-package';
import type { WriteProblem } from './problem';
import { problemOfTrouble, writeProblem } from './problem';

/** How the result of a run gets to her: into her own workbook, or into a new .xlsx beside a file we cannot write. */
export type WritableKind = { readonly kind: 'patch' } | { readonly kind: 'copy' } | { readonly problem: WriteProblem };

/** What the main part must be for an extension; Excel refuses to open a file in which the two differ. */
const MAIN_KINDS: Readonly<Record<string, MainKind>> = { xlsx: 'workbook', xlsm: 'macro-workbook' };

/**
 * Tells by content and name what can be done with a file. A workbook that is not what its extension says is a problem:
 * writing it would give a file that Excel does not open. Old formats, text and web pages are never written themselves,
 * except an .xls or .et that is an .xlsx in truth, which Excel opens after a question.
 */
export function writableKind(bytes: Uint8Array, fileName: string): WritableKind {
  const extension = (/\.([^./\\]+)$/.exec(fileName)?.[1] ?? '').toLowerCase();
  const wanted = MAIN_KINDS[extension];
  if (wanted === undefined) return /^(?:xls|et)$/.test(extension) ? oldKind(bytes) : { kind: 'copy' };
  try {
    return openPackage(bytes).kind === wanted ? { kind: 'patch' } : { problem: writeProblem('not-what-it-says') };
  } catch (trouble) {
    return { problem: problemOfTrouble(trouble) };
  }
}

function oldKind(bytes: Uint8Array): WritableKind {
  const sniffed = sniff(bytes);
  if ('problem' in sniffed || sniffed.container !== 'zip') return { kind: 'copy' };
  try {
    const { kind } = openPackage(bytes);
    return { kind: kind === 'workbook' || kind === 'macro-workbook' ? 'patch' : 'copy' };
  } catch (trouble) {
    const problem = problemOfTrouble(trouble);
    return problem.code === 'not-what-it-says' ? { kind: 'copy' } : { problem };
  }
}
