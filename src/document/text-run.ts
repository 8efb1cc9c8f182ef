import { EmptyElement, NoBreakHyphen, Tab, TextRun } from 'docx';
import type { IRunOptions } from 'docx';
import { printable } from './xml';

/** Line breaks, tabs, and hyphens before a digit: a number, a span of years or 9704-2012 is not torn at the line's end. */
const SPECIAL = /(\n|\t|-(?=\d))/;

/**
 * A text as a run in a paragraph. Digits with their points, commas and percent signs are one word to Word and stay
 * together by themselves; only a hyphen has to be told.
 */
export function textRun(text: string, look: IRunOptions = {}): TextRun {
  // The hint puts signs that both scripts have, such as “ ” and …, into the Chinese font.
  return new TextRun({ ...look, font: { hint: 'eastAsia' }, children: printable(text).split(SPECIAL).flatMap(piece) });
}

function piece(text: string): NonNullable<IRunOptions['children']> {
  switch (text) {
    case '':
      return [];
    case '\n':
      return [new EmptyElement('w:br')];
    case '\t':
      return [new Tab()];
    case '-':
      return [new NoBreakHyphen()];
    default:
      return [text];
  }
}
