import { halfWidth } from '../model/text';
import { WORDING, oneOf } from './wording';

const NOTE = new RegExp(
  [
    `^[(【[]?${oneOf(WORDING.noteHeads)}[)】\\]]?\\s*\\d?\\s*[:：、.]`,
    '^\\*?\\s*注\\s*\\d',
    '^\\*\\s*注',
    `^${oneOf(WORDING.signatures)}人?(?:员|签字|签章|意见|日期|时间|电话)?\\s*[:：(]`,
    '^第\\s*\\d+\\s*页',
    '^单位负责人',
  ].join('|'),
);
const NOTE_SENTENCE = new RegExp(oneOf(WORDING.noteSentences));
const LONG_TEXT = 45;

/** True for the lines below a table: 注：…, 说明：…, 填表人：…, and any long sentence. */
export function isNoteText(text: string): boolean {
  const plain = halfWidth(text).trim();
  return NOTE.test(plain) || NOTE_SENTENCE.test(plain) || (plain.length > LONG_TEXT && /[。；;,，]/.test(text));
}
