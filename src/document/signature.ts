import { AlignmentType, Paragraph, TabStopType } from 'docx';
import type { Signature } from './document';
import { LINE, SIZE, TWIPS_PER_POINT } from './layout';
import { STYLE } from './styles';
import { textRun } from './text-run';
import { nominalWidthInEms } from './text-width';

/** What stays free at the right of a date, in characters (GB/T 9704-2012, 7.3.5.1). */
const FREE_AT_RIGHT = 4;
const CHARACTER = SIZE.third * TWIPS_PER_POINT;

/** The lines to be signed, one line below the text, kept together; width of the text in twips. */
export function signatureBlock({ lines }: Signature, width: number, newPage: boolean): Paragraph[] {
  const date = lines.at(-1) ?? [];
  return lines.map((fields, index) => {
    const place = fields.length > 1 ? spread(fields.length, width) : besideDate(fields[0] ?? '', date[0] ?? '', width);
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

/** In the middle above the date, where the seal comes down on both; a name too long for that ends at the right edge. */
function besideDate(text: string, date: string, width: number) {
  const box = (2 * FREE_AT_RIGHT + nominalWidthInEms(date)) * CHARACTER;
  if (nominalWidthInEms(text) * CHARACTER > box) return { alignment: AlignmentType.RIGHT };
  return { alignment: AlignmentType.CENTER, indent: { left: Math.max(0, Math.round(width - box)) } };
}

function spread(fields: number, width: number) {
  const position = (index: number): number => Math.round((width * index) / fields);
  return {
    tabStops: Array.from({ length: fields - 1 }, (_, index) => ({
      type: TabStopType.LEFT,
      position: position(index + 1),
    })),
  };
}
