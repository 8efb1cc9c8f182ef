import { cellAddress } from '../../../model/address';
import type { Note } from '../../../sheet/sheet';
import { encodeText } from '../../../sheet/text';
import { escapeCellText } from './escape';
import type { Namespaces } from './namespaces';
import { XML_HEAD } from './namespaces';

const AUTHOR = '自评助手';

/** The part that holds the texts of a sheet's notes (CT_Comments). */
export function commentsXml(notes: readonly Note[], namespaces: Namespaces): string {
  const inside = notes.map(({ row, column, text }) => {
    const content = `<t xml:space="preserve">${escapeCellText(encodeText(text))}</t>`;
    return `<comment ref="${cellAddress(row, column)}" authorId="0"><text>${content}</text></comment>`;
  });
  const authors = `<authors><author>${AUTHOR}</author></authors>`;
  return `${XML_HEAD}<comments xmlns="${namespaces.main}">${authors}<commentList>${inside.join('')}</commentList></comments>`;
}

/** Chinese characters that stand side by side in a note's box, and the lines a box shows at least and at most. */
const CHARACTERS_PER_LINE = 16;
const FEWEST_LINES = 3;
const MOST_LINES = 14;
const BOX_COLUMNS = 3;

/**
 * The part that holds the boxes in which notes show (VML; without it Excel shows no note). Boxes are hidden until the
 * mouse rests on their cell and are as high as their text needs.
 */
export function noteBoxesXml(notes: readonly Note[]): string {
  const spaces =
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
  const layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
  const kind =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  return `<xml ${spaces}>${layout}${kind}${notes.map(boxXml).join('')}</xml>`;
}

function boxXml(note: Note, index: number): string {
  const lines = note.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_PER_LINE)), 1);
  const height = Math.min(MOST_LINES, Math.max(FEWEST_LINES, lines));
  const { row, column } = note;
  const anchor = [column + 1, 15, row, 2, column + 1 + BOX_COLUMNS, 15, row + height, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
