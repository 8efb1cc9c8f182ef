import { AlignmentType, LineRuleType } from 'docx';
import type { IRunStylePropertiesOptions, IStylesOptions } from 'docx';
import type { HeadingLevel } from './document';
import { FANG_SONG, HEI, KAI, SONG, TITLE } from './fonts';
import type { Typeface } from './fonts';
import { CHARACTER_SPACING, LINE, SIZE, TWIPS_PER_POINT } from './layout';

const BLACK = '000000';

/** Built-in ones keep their ids, so that Word's navigation pane and contents find them. */
export const HEADING_STYLES: Readonly<Record<HeadingLevel, string>> = {
  1: 'Heading1',
  2: 'Heading2',
  3: 'Heading3',
  4: 'Heading4',
};

/** Ids of the paragraph styles a document of ours has besides those of headings. */
export const STYLE = {
  title: 'Title',
  body: 'OfficialBody',
  flush: 'OfficialFlush',
  caption: 'OfficialTableCaption',
  unitLine: 'OfficialTableUnit',
  cell: 'OfficialTableText',
  denseCell: 'OfficialTableDense',
  smallCell: 'OfficialTableSmall',
  /** A sliver between a table and what follows, where Word insists on a paragraph. */
  gap: 'OfficialGap',
  chart: 'OfficialChart',
  signature: 'OfficialSignature',
  attachment: 'OfficialAttachment',
  pageNumber: 'OfficialPageNumber',
} as const;

const EXACT = (points: number) => ({
  line: points * TWIPS_PER_POINT,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
});
/** Of tables, in points: fonts that take the place of 宋体 are up to half as high again and would spread them over pages. */
const TABLE_LINE = { smallFourth: 15, fifth: 13, smallFifth: 11.5 } as const;
/** As high as what stands in the line needs. */
const AUTO = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };
/** Two characters; Word goes by the characters, programs that know no characters by the length. */
export const TWO_CHARACTERS = { firstLineChars: 200, firstLine: 2 * SIZE.third * TWIPS_PER_POINT };
/** Nearly nothing: the least a line may be, in points. */
const SLIVER = 1;
/** Between a table and what follows, in twips. */
const GAP = 120;

/** Chinese and Latin fonts apart; the size in points. */
function run(face: Typeface, size: number, bold = false): IRunStylePropertiesOptions {
  return {
    font: { ascii: face.latin, hAnsi: face.latin, eastAsia: face.chinese, cs: face.latin },
    size: `${size}pt`,
    sizeComplexScript: `${size}pt`,
    bold,
    italics: false,
    color: BLACK,
  };
}

/** Of the text and its headings: 28 characters in a line. */
function textLook(face: Typeface, bold = false): IRunStylePropertiesOptions {
  return { ...run(face, SIZE.third, bold), characterSpacing: CHARACTER_SPACING };
}

function heading(face: Typeface, bold: boolean) {
  return {
    quickFormat: true,
    basedOn: 'Normal',
    next: STYLE.body,
    run: textLook(face, bold),
    paragraph: { spacing: EXACT(LINE), indent: TWO_CHARACTERS, keepNext: true },
  };
}

/** Every look of GB/T 9704-2012 (7.3) that a document of ours uses, as styles the reader can change in one place. */
export function officialStyles(): IStylesOptions {
  const text = run(FANG_SONG, SIZE.third);
  return {
    default: {
      document: {
        run: { ...text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        paragraph: { spacing: EXACT(LINE) },
      },
      title: {
        basedOn: 'Normal',
        next: STYLE.body,
        run: run(TITLE, SIZE.second),
        // A title of two lines needs more room between them than the text has; a line stays free below it.
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...EXACT(LINE + 4), after: LINE * TWIPS_PER_POINT },
          keepNext: true,
          keepLines: true,
        },
      },
      heading1: heading(HEI, false),
      heading2: heading(KAI, false),
      heading3: heading(FANG_SONG, true),
      heading4: heading(FANG_SONG, false),
    },
    paragraphStyles: [
      // Indents in characters are counted in the size of Normal.
      { id: 'Normal', name: 'Normal', quickFormat: true, run: text, paragraph: { spacing: EXACT(LINE) } },
      style(STYLE.body, '公文正文', textLook(FANG_SONG), { alignment: AlignmentType.BOTH, indent: TWO_CHARACTERS }),
      style(STYLE.flush, '公文顶格', textLook(FANG_SONG), { alignment: AlignmentType.BOTH }),
      style(STYLE.caption, '表题', run(HEI, SIZE.third), { alignment: AlignmentType.CENTER, keepNext: true }),
      style(STYLE.unitLine, '表头单位', run(FANG_SONG, SIZE.smallFourth), { keepNext: true }),
      style(STYLE.cell, '表格文字', run(SONG, SIZE.smallFourth), { spacing: EXACT(TABLE_LINE.smallFourth) }),
      style(STYLE.denseCell, '表格小字', run(SONG, SIZE.fifth), { spacing: EXACT(TABLE_LINE.fifth) }),
      style(STYLE.smallCell, '表格最小字', run(SONG, SIZE.smallFifth), { spacing: EXACT(TABLE_LINE.smallFifth) }),
      style(STYLE.gap, '表后', run(FANG_SONG, SLIVER), { spacing: { ...EXACT(SLIVER), after: GAP } }),
      style(STYLE.chart, '图', text, { alignment: AlignmentType.CENTER, spacing: AUTO }),
      // One line stays free between the mark and the title, which is the third line of the page.
      style(STYLE.attachment, '附件序号', run(HEI, SIZE.third), {
        spacing: { ...EXACT(LINE), after: LINE * TWIPS_PER_POINT },
        keepNext: true,
      }),
      style(STYLE.signature, '落款', text, { keepLines: true }),
      style(STYLE.pageNumber, '页码', run(SONG, SIZE.fourth), { spacing: AUTO }),
    ],
  };
}

type StyleOptions = NonNullable<IStylesOptions['paragraphStyles']>[number];

function style(
  id: string,
  name: string,
  look: IRunStylePropertiesOptions,
  paragraph: NonNullable<StyleOptions['paragraph']>,
): StyleOptions {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: look,
    paragraph: { spacing: EXACT(LINE), ...paragraph },
  };
}
