import { areaAddress } from '../../../src/model/address';
import { areaOf } from './areas';
import type { Book } from './book';
import type { FormulaPiece } from './formula-text';
import { formulaPieces } from './formula-text';
import type { BookSheet } from './sheet';

/** A formula in the engine's words, and the cells it reads. */
export interface EngineText {
  readonly text: string;
  readonly reads: readonly { readonly sheet: BookSheet; readonly address: string }[];
}

/** Functions whose references are known only while they run, and functions that give something else every time. */
const UNFIT = new Set(['INDIRECT', 'OFFSET', 'NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'CELL', 'INFO', 'GETPIVOTDATA']);
/**
 * The engine's wildcards pass over texts made of digits, which Excel counts; a formula that has both is not worked out.
 */
const BY_CRITERIA = /^(?:COUNT|SUM|AVERAGE)IFS?$/i;
const WILDCARD = /[*?]/;
/** A name may stand for a formula that holds names; deeper than this it stands for itself. */
const MAX_NAMES = 20;

/**
 * Puts a formula of a sheet into the engine's words: sheets by their exact names, lost references and missing sheets as
 * #REF!, names by what they stand for, and HYPERLINK by what its cell shows — its second argument, or the first where
 * there is no second (Microsoft support: HYPERLINK function) — because the engine makes a text of it.
 */
export function engineText(formula: string, book: Book, sheet: BookSheet): EngineText | { readonly reason: string } {
  const reads: { sheet: BookSheet; address: string }[] = [];
  const trouble: { reason: string }[] = [];
  const text = rewritten(formula, sheet, 0);
  return trouble[0] ?? { text, reads };

  function rewritten(part: string, home: BookSheet, depth: number): string {
    const pieces = formulaPieces(part);
    if (pieces === null) {
      trouble.push({ reason: 'it is written in a form not known here' });
      return '';
    }
    const byCriteria = pieces.some((piece) => piece.type === 'function' && BY_CRITERIA.test(piece.name));
    if (byCriteria && pieces.some((piece) => piece.type === 'text' && WILDCARD.test(piece.raw))) {
      trouble.push({ reason: 'it counts by a wildcard' });
    }
    return withoutLinks(pieces)
      .map((piece) => written(piece, home, depth))
      .join('');
  }

  function written(piece: FormulaPiece, home: BookSheet, depth: number): string {
    switch (piece.type) {
      case 'reference': {
        const target = piece.sheet === null ? home : book.sheet(piece.sheet);
        if (target === null) return '#REF!';
        reads.push({ sheet: target, address: piece.address });
        return `'${target.name.replace(/'/g, "''")}'!${bounded(piece.address, target)}`;
      }
      case 'lost':
        return '#REF!';
      case 'word':
        return named(piece.word, piece.sheet, home, depth);
      case 'function':
        if (UNFIT.has(piece.name.toUpperCase())) trouble.push({ reason: `${piece.name} is not worked out here` });
        return piece.raw;
      default:
        return piece.raw;
    }
  }

  function named(word: string, sheetName: string | null, home: BookSheet, depth: number): string {
    if (/^(?:true|false)$/i.test(word)) return word.toUpperCase();
    const scope = (sheetName === null ? home : book.sheet(sheetName))?.id;
    const matching = book.definedNames.filter((one) => one.name.toLowerCase() === word.toLowerCase());
    const found = matching.find((one) => one.sheet === scope) ?? matching.find((one) => one.sheet === null);
    if (!found) return '#NAME?';
    if (depth >= MAX_NAMES) trouble.push({ reason: `the name ${word} stands for itself` });
    return depth >= MAX_NAMES ? '' : `(${rewritten(found.refersTo.replace(/^=/, ''), home, depth + 1)})`;
  }
}

/** The address without “$”; whole columns and rows only as far as the sheet holds something: blanks change nothing. */
function bounded(address: string, sheet: BookSheet): string {
  const plain = address.replace(/\$/g, '').toUpperCase();
  if (/\d/.test(plain) && /[A-Z]/.test(plain)) return plain;
  const area = areaOf(plain);
  const used = sheet.usedArea(true);
  const bottom = Math.max(area.top, Math.min(area.bottom, used?.bottom ?? 0));
  const right = Math.max(area.left, Math.min(area.right, used?.right ?? 0));
  return areaAddress({ ...area, bottom, right });
}

/** The pieces with every HYPERLINK(address, shown) replaced by (shown). */
function withoutLinks(pieces: readonly FormulaPiece[]): FormulaPiece[] {
  const result: FormulaPiece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as FormulaPiece;
    if (piece.type !== 'function' || piece.name.toUpperCase() !== 'HYPERLINK') {
      result.push(piece);
      continue;
    }
    const args = argumentsFrom(pieces, at + 1);
    result.push({ type: 'sign', raw: '(' }, ...withoutLinks(args.list[1] ?? args.list[0] ?? []));
    result.push({ type: 'sign', raw: ')' });
    at = args.end;
  }
  return result;
}

function argumentsFrom(pieces: readonly FormulaPiece[], from: number): { list: FormulaPiece[][]; end: number } {
  const list: FormulaPiece[][] = [[]];
  let depth = 0;
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at] as FormulaPiece;
    if (piece.raw === ')' && depth === 0) return { list, end: at };
    if (piece.type === 'function' || piece.raw === '(') depth += 1;
    else if (piece.raw === ')') depth -= 1;
    if (piece.raw === ',' && depth === 0) list.push([]);
    else (list.at(-1) as FormulaPiece[]).push(piece);
  }
  return { list, end: pieces.length - 1 };
}
