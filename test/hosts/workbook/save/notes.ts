import { escapeCellText, escapeXml } from '../../../../src/hosts/xlsx/write/escape';
import { TRANSITIONAL, XML_HEAD } from '../../../../src/hosts/xlsx/write/namespaces';
import { cellAddress } from '../../../../src/model/address';
import type { BookSheet } from '../sheet';

/** The part that holds a sheet's notes with their authors (18.7.6). */
export function commentsXml(sheet: BookSheet): string {
  const notes = sheet.notes();
  const authors = [...new Set(notes.map((note) => note.author))];
  const inside = notes.map(({ row, column, author, text }) => {
    const words = `<text><t xml:space="preserve">${escapeCellText(text)}</t></text>`;
    return `<comment ref="${cellAddress(row, column)}" authorId="${authors.indexOf(author)}">${words}</comment>`;
  });
  const names = authors.map((author) => `<author>${escapeXml(author)}</author>`).join('');
  const list = `<commentList>${inside.join('')}</commentList>`;
  return `${XML_HEAD}<comments xmlns="${TRANSITIONAL.main}"><authors>${names}</authors>${list}</comments>`;
}
