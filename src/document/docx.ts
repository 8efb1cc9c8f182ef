import { Document, Packer, PageOrientation, Paragraph, SectionType } from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import type { ChartModel } from '../sheet/sheet';
import { chartParagraph, chartXml } from './chart-part';
import type { OfficialDocument } from './document';
import { LANDSCAPE, PORTRAIT, textWidth, twipsOfMillimetres } from './layout';
import type { Page } from './layout';
import { finishedPackage } from './package';
import { pageNumbers } from './page-number';
import type { PlacedBlock, Section } from './sections';
import { sectionsOf } from './sections';
import { signatureBlock } from './signature';
import { HEADING_STYLES, officialStyles, STYLE } from './styles';
import { tableBlock } from './table-block';
import { textRun } from './text-run';

/**
 * The document as a Word file in the layout of GB/T 9704-2012. The same document always gives the same bytes. Signs no
 * file can hold (control characters, half characters) are left out.
 * @throws RangeError when the cells of a table do not fit its columns: a composer's bug
 */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const charts: ChartModel[] = [];
  const sections = sectionsOf(document.blocks).map((section, index) => ({
    ...(index === 0 && { footers: pageNumbers() }),
    properties: { ...pageProperties(section.wide ? LANDSCAPE : PORTRAIT), type: SectionType.NEXT_PAGE },
    children: [...(index === 0 ? [title(document.title)] : []), ...children(section, charts)],
  }));
  const file = new Document({
    styles: officialStyles(),
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    sections,
  });
  const packed = await Packer.toArrayBuffer(file);
  return finishedPackage(new Uint8Array(packed), charts.map(chartXml), document.properties);
}

function title(text: string): Paragraph {
  return new Paragraph({ style: STYLE.title, children: [textRun(text)] });
}

/** What a section holds; its charts are added to those met before and numbered on. */
function children(section: Section, charts: ChartModel[]): FileChild[] {
  const width = textWidth(section.wide ? LANDSCAPE : PORTRAIT);
  return section.blocks.flatMap((placed) => blockChildren(placed, width, charts));
}

function blockChildren({ block, newPage }: PlacedBlock, width: number, charts: ChartModel[]): FileChild[] {
  switch (block.type) {
    case 'heading':
      return [line(HEADING_STYLES[block.level], block.text, newPage)];
    case 'paragraph':
      return [line(block.indent === 2 ? STYLE.body : STYLE.flush, block.text, newPage)];
    case 'table':
      return tableBlock(block, width, newPage);
    case 'chart':
      return [chartParagraph(block.chart, charts.push(block.chart), newPage)];
    case 'attachment':
      return [line(STYLE.attachment, block.mark, newPage)];
    case 'signature':
      return signatureBlock(block, width, newPage);
  }
}

function line(style: string, text: string, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({ style, pageBreakBefore, children: [textRun(text)] });
}

function pageProperties(page: Page): NonNullable<ISectionOptions['properties']> {
  const twips = twipsOfMillimetres;
  const turned = page.width > page.height;
  return {
    page: {
      // The library takes the measures of the upright sheet and turns them itself.
      size: {
        width: twips(turned ? page.height : page.width),
        height: twips(turned ? page.width : page.height),
        orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: twips(page.top),
        bottom: twips(page.bottom),
        left: twips(page.left),
        right: twips(page.right),
        header: twips(15),
        footer: twips(page.footer),
        gutter: 0,
      },
    },
  };
}
