import { halfWidth } from '../model/text';

const NOTE =
  /^(?:[(【[]?(?:注|备注|说明|填表说明|编制说明|注释|附注)[)】\]]?\s*\d?\s*[:：、.]|注\s*\d|(?:填表|制表|经办|审核|复核|负责|联系|填报|编制|单位负责|财务负责|主管领导)人?(?:员|签字|签章|意见|日期|时间|电话)?\s*[:：(]|\*\s*注|本表(?:反映|无数据|为空|以|所列|数据|金额)|第\s*\d+\s*页|单位负责人|备注[:：])/;
const LONG_TEXT = 45;

/** True for the lines below a table: 注：…, 说明：…, 填表人：…, and any long sentence. */
export function isNoteText(text: string): boolean {
  const plain = halfWidth(text).trim();
  return (
    NOTE.test(plain) || (plain.length > LONG_TEXT && /[。；;,，]/.test(text)) || /本表无数据|无此项|故本表/.test(plain)
  );
}
