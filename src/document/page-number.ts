import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { SIZE, TWIPS_PER_POINT } from './layout';
import { STYLE } from './styles';

/** From the edge of the text, one character (GB/T 9704-2012, 7.5). */
const ASIDE = SIZE.fourth * TWIPS_PER_POINT;

/** “— 1 —”: odd pages have it at the right, even ones at the left, each one character in. */
export function pageNumbers(): { readonly default: Footer; readonly even: Footer } {
  const odd = { alignment: AlignmentType.RIGHT, indent: { right: ASIDE } };
  const even = { alignment: AlignmentType.LEFT, indent: { left: ASIDE } };
  return { default: footer(odd), even: footer(even) };
}

function footer(place: Pick<ConstructorParameters<typeof Paragraph>[0] & object, 'alignment' | 'indent'>): Footer {
  const number = new TextRun({ font: { hint: 'eastAsia' }, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({ children: [new Paragraph({ style: STYLE.pageNumber, ...place, children: [number] })] });
}
