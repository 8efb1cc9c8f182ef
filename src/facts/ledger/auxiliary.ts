import type { Auxiliary } from '../../model/ledger';
import { comparable, halfWidth } from '../../model/text';

/** Words in front of the value in a packed cell, and as column names of the pack. */
const NAMES: Readonly<Record<Auxiliary, RegExp>> = {
  功能: /^(?:支出)?功能(?:分类)?(?:科目)?$/,
  经济: /^(?:部门)?(?:预算)?(?:支出)?经济(?:分类)?(?:科目)?$/,
  性质: /^(?:支出(?:性质|类型|类别)|性质|基本项目标志)$/,
  项目: /^(?:预算|核算)?项目(?:名称)?$/,
  资金: /^(?:资金(?:性质|来源|属性)|经费性质)$/,
};

/** The auxiliary a header or a word in a packed cell names, or null. */
export function auxiliaryNamed(name: string): Auxiliary | null {
  const text = comparable(name);
  for (const [auxiliary, pattern] of Object.entries(NAMES)) if (pattern.test(text)) return auxiliary as Auxiliary;
  return null;
}

/** One auxiliary value as it is compared: the code of a classification, the words of anything else. */
export function auxiliaryValue(auxiliary: Auxiliary, written: string): string {
  const text = halfWidth(written).trim();
  if (auxiliary === '功能' || auxiliary === '经济') return codeAtStart(text) ?? comparable(text);
  if (auxiliary === '性质') return natureIn(text) ?? comparable(text);
  return comparable(text);
}

/**
 * The auxiliaries packed into one cell: 功能科目:2081001 儿童福利;经济科目:30305;性质:项目支出, or the same without names:
 * [2081001]儿童福利/[30305]生活补助/项目支出. A part without a name is known by its code's shape; what is neither is left
 * out, never guessed.
 */
export function unpackAuxiliaries(cell: string): Partial<Record<Auxiliary, string>> {
  const found: Partial<Record<Auxiliary, string>> = {};
  for (const part of halfWidth(cell).split(/[;|/、,\n]|】(?=【)/)) {
    const [name, value] = named(part);
    const auxiliary = name === null ? shapeOf(value) : auxiliaryNamed(name);
    if (auxiliary !== null && value !== '') found[auxiliary] ??= auxiliaryValue(auxiliary, value);
  }
  return found;
}

/** 基本支出 or 项目支出, when a text says one of them. */
export function natureIn(text: string): '基本支出' | '项目支出' | null {
  const plain = comparable(text);
  const [basic, project] = [plain.includes('基本支出'), plain.includes('项目支出')];
  if (basic === project) return null;
  return basic ? '基本支出' : '项目支出';
}

function named(part: string): [string | null, string] {
  const text = part.replace(/^[\s【[]+|[\s】]+$/g, '');
  const match = /^([^:\d]{1,12}):(.*)$/su.exec(text);
  return match ? [match[1] as string, (match[2] as string).trim()] : [null, part.trim()];
}

function shapeOf(value: string): Auxiliary | null {
  const code = codeAtStart(value);
  if (code !== null && /^2\d{6}$/.test(code)) return '功能';
  if (code !== null && /^3\d{4}$/.test(code)) return '经济';
  return natureIn(value) === null ? null : '性质';
}

function codeAtStart(text: string): string | null {
  const digits = /^\s*[[(【]?((?:\d[.\-\s]?)*\d)(?![\d.])/.exec(text)?.[1]?.replace(/[.\-\s]/g, '');
  return digits !== undefined && /^(?:\d{3}|\d{5}|\d{7})$/.test(digits) ? digits : null;
}
