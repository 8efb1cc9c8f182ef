import { AlignmentType, Paragraph, TabStopType } from 'docx';
import type { Signature } from './document';
import { LINE, SIZE, TWIPS_PER_POINT } from './layout';
import { STYLE } from './styles';
import { textRun } from './text-run';

/** What stays free at the right of a signature or date, in characters (GB/T 9704-2012, 7.3.5). */
const FREE_AT_RIGHT = 4;

/** The lines to be signed, one line below the text, kept together; width of the text in twips. */
export function signatureBlock({ lines }: Signature, width: number, newPage: boolean): Paragraph[] {
  return lines.map((fields, index) => {
    const place = fields.length > 1 ? spread(fields.length, width) : AT_RIGHT;
    return new Paragraph({
      style: STYLE.signature,
      ...place,
      pageBreakBefore: newPage && index === 0,
      keepNext: index < lines.length - 1,
      ...(index === 0 && { spacing: { before: LINE * TWIPS_PER_POINT } }),
      children: [textRun(fields.join('\t'))],
    });
  });
}

const AT_RIGHT = {
  alignment: AlignmentType.RIGHT,
  indent: { right: FREE_AT_RIGHT * SIZE.third * TWIPS_PER_POINT },
};

function spread(fields: number, width: number) {
  const position = (index: number): number => Math.round((width * index) / fields);
  return {
    tabStops: Array.from({ length: fields - 1 }, (_, index) => ({
      type: TabStopType.LEFT,
      position: position(index + 1),
    })),
  };
}
