import type { SentencePart, Words } from './report';
import { LONGEST_PARAGRAPH, lengthOf, partText, partsText } from './report';

/** Where a paragraph may be cut, best first: between sentences, then clauses, then anywhere in words. */
const CUTS = [/(?<=。)/u, /(?<=[；;])/u, /(?<=[，,、])/u];

/** Parts cut into paragraphs of at most {@link LONGEST_PARAGRAPH} characters, at the end of sentences if at all possible. */
export function splitParts(parts: readonly SentencePart[]): SentencePart[][] {
  return cut(parts, 0);
}

function cut(parts: readonly SentencePart[], at: number): SentencePart[][] {
  if (lengthOf(partsText(parts)) <= LONGEST_PARAGRAPH) return [[...parts]];
  const pattern = CUTS[at];
  const pieces = pattern ? atoms(parts, pattern) : parts.flatMap((part) => hardCut(part));
  const fine = pattern ? pieces.flatMap((piece) => cut(piece, at + 1)) : pieces;
  return packed(fine);
}

/** The parts between two cuts, each with the words that end it. */
function atoms(parts: readonly SentencePart[], pattern: RegExp): SentencePart[][] {
  const pieces: SentencePart[][] = [[]];
  for (const part of parts) {
    const texts = part.type === 'words' ? part.text.split(pattern) : [null];
    texts.forEach((text, index) => {
      if (index > 0) pieces.push([]);
      (pieces.at(-1) as SentencePart[]).push(text === null ? part : { ...(part as Words), text });
    });
    if (part.type === 'words' && pattern.test(`${part.text.slice(-1)} `)) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}

function hardCut(part: SentencePart): SentencePart[][] {
  if (part.type !== 'words') return [[part]];
  const characters = [...part.text];
  const pieces: SentencePart[][] = [];
  for (let at = 0; at < characters.length; at += LONGEST_PARAGRAPH) {
    pieces.push([{ ...part, text: characters.slice(at, at + LONGEST_PARAGRAPH).join('') }]);
  }
  return pieces;
}

/** Pieces put together again, as many as a paragraph holds. */
function packed(pieces: readonly SentencePart[][]): SentencePart[][] {
  const paragraphs: SentencePart[][] = [];
  let length = 0;
  for (const piece of pieces) {
    const own = piece.reduce((sum, part) => sum + lengthOf(partText(part)), 0);
    const last = paragraphs.at(-1);
    if (last && length + own <= LONGEST_PARAGRAPH) {
      last.push(...piece);
      length += own;
    } else {
      paragraphs.push([...piece]);
      length = own;
    }
  }
  return paragraphs;
}
