import { findRow } from '../facts/rows';
import type { Scope } from '../formula/scope';
import type { CellPlace } from '../model/address';
import type { TextSource, TextTerm } from './outline';
import type { Words } from './report';

/** Runs of digits that long are numbers of persons, accounts or telephones; no sentence quotes them. */
const PERSONAL = /\d{11,}/;

/** Words of a cell as a sentence quotes them: in one line, without the full stop at the end. Null when there are none. */
export function quote(
  name: string,
  written: string,
  place: CellPlace | null,
  origin: Words['origin'] = 'workbook',
): Words | null {
  const text = written
    .trim()
    .replace(/(?<=[。；，：、;,:])\s*\n\s*/gu, '')
    .replace(/\s*\n\s*/gu, '；')
    .replace(/[。；，;,\s]+$/u, '');
  return text === '' || PERSONAL.test(text) ? null : { type: 'words', text, origin, name, place };
}

/** The first of a term's places in which the workbook has words. */
export function quotationOf(term: TextTerm, scope: Scope): Words | null {
  for (const source of term.from) {
    const found = source.row === undefined ? fromNotes(term.name, source, scope) : fromRow(term.name, source, scope);
    if (found) return found;
  }
  return null;
}

function fromRow(name: string, { table, row }: TextSource, scope: Scope): Words | null {
  const found = scope.table(table, false);
  const cell = found && findRow(found, row as string)?.cells.get('值');
  return cell ? quote(name, cell.written, cell.place) : null;
}

function fromNotes(name: string, { table, after = [], beside = [] }: TextSource, scope: Scope): Words | null {
  for (const note of scope.table(table, false)?.notes ?? []) {
    if (beside.length > 0 && !beside.some((word) => note.includes(word))) continue;
    const word = after.find((one) => note.includes(one));
    if (word === undefined) continue;
    const sentence = note.slice(note.indexOf(word) + word.length).split('。')[0] as string;
    const quoted = quote(name, sentence, null);
    if (quoted) return quoted;
  }
  return null;
}
