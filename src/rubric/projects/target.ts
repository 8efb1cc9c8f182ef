import { comparable } from '../../model/text';
import type { Quantity } from './quantity';
import { plainQuantityText, plainUnit, readQuantity, sameUnit, withoutScale } from './quantity';
import wording from './wording.json';

export type Sign = '≥' | '≤' | '>' | '<' | '=';

/** What an indicator is to reach. */
export type Target =
  | { readonly type: 'at-least' | 'at-most' | 'equal'; readonly sign: Sign | null; readonly quantity: Quantity }
  | { readonly type: 'within'; readonly from: Quantity; readonly to: Quantity }
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'missing' }
  | { readonly type: 'unclear'; readonly reason: string };

/** The parts a table may spread a target over: 计算符号, 指标值, 计量单位, and where the indicator stands. */
export interface TargetText {
  readonly text: string;
  readonly symbol: string;
  readonly unit: string;
  readonly path: readonly string[];
}

interface SignWord {
  readonly word: string;
  readonly sign: Sign;
}

const BEFORE = signWords('before');
const AFTER = signWords('after');
const MISSING = new Set(wording.missing);
const RANGE = /^(?<from>[^~至到-]*\d[^~至到-]*)[~至到-](?<to>\d.*)$/u;

/** True for a blank cell and for the marks that stand for nothing filled in. A 0 and 无 are answers, not blanks. */
export function isMissing(text: string): boolean {
  return MISSING.has(text.trim());
}

/**
 * Reads a target: ≥95%, 不超过6个工作日, 12次, 90%～95%, or words. Signs may be full width, words, or stand in a column
 * of their own; the unit may, too. What each form means is decided in docs/projects.md.
 */
export function readTarget({ text, symbol, unit, path }: TargetText): Target {
  if (isMissing(text)) return { type: 'missing' };
  if (/^=?#/u.test(text)) return { type: 'unclear', reason: `指标值是公式错误“${text}”` };
  const plain = plainQuantityText(text);
  const column = signOfColumn(symbol);
  if (column === 'words') return { type: 'words', text: text.trim() };
  const { sign: inText, rest } = takeSign(plain);
  if (column !== null && inText !== null && column !== inText) {
    return { type: 'unclear', reason: `计算符号写的是“${column}”，指标值写的是“${text.trim()}”，两处不一致` };
  }
  const sign = inText ?? column;
  const range = sign === null || sign === '=' || sign === '≤' ? readRange(rest, unit) : null;
  if (range !== null) return range;
  const quantity = withUnitColumn(readQuantity(rest), unit);
  if (quantity === null) return { type: 'words', text: text.trim() };
  return directed(sign, quantity, path);
}

function directed(sign: Sign | null, quantity: Quantity, path: readonly string[]): Target {
  if (sign === '≥' || sign === '>') return { type: 'at-least', sign, quantity };
  if (sign === '≤' || sign === '<') return { type: 'at-most', sign, quantity };
  // Money spent and time taken: more than planned is no achievement.
  if (isLowerBetter(quantity, path)) {
    return sign === '=' ? { type: 'within', from: quantity, to: quantity } : { type: 'at-most', sign, quantity };
  }
  return { type: 'equal', sign, quantity };
}

function isLowerBetter(quantity: Quantity, path: readonly string[]): boolean {
  const { parts, units } = wording.lowerIsBetter;
  const [unit] = plainUnit(quantity.unit).split('/');
  return path.some((level) => parts.includes(comparable(level))) && units.includes(unit as string);
}

function readRange(text: string, unit: string): Target | null {
  const groups = RANGE.exec(text)?.groups;
  const to = withUnitColumn(readQuantity(groups?.['to'] ?? ''), unit);
  const first = readQuantity(groups?.['from'] ?? '');
  if (first === null || to === null) return null;
  // In 90-95% and 3至5万元 the unit is written once, behind the second number.
  const bare = !first.percent && first.unit === '' && first.power === 0;
  const from = bare ? { ...to, value: first.value.shift(to.power) } : first;
  if (from.percent !== to.percent || !sameUnit(from.unit, to.unit)) return null;
  if (from.value.compare(to.value) > 0) return { type: 'unclear', reason: `区间“${text}”的前一个数大于后一个数` };
  return { type: 'within', from, to };
}

/** The unit a column states for a number that has none of its own. */
export function withUnitColumn(quantity: Quantity | null, column: string): Quantity | null {
  const unit = plainQuantityText(column);
  if (quantity === null || quantity.percent || quantity.unit !== '' || isMissing(column)) return quantity;
  if (unit === '%') return { value: quantity.value.shift(-2), percent: true, unit: '', power: -2 };
  const scaled = withoutScale(unit);
  return { value: quantity.value.shift(scaled.power), percent: false, unit: scaled.unit, power: scaled.power };
}

function signOfColumn(symbol: string): Sign | 'words' | null {
  const plain = plainQuantityText(symbol);
  if (wording.qualitative.includes(plain)) return 'words';
  return BEFORE.find(({ word }) => word === plain)?.sign ?? null;
}

function takeSign(text: string): { readonly sign: Sign | null; readonly rest: string } {
  const before = BEFORE.find(({ word }) => text.startsWith(word));
  const body = before ? text.slice(before.word.length) : text;
  const after = AFTER.find(({ word }) => /\d/.test(body) && body.endsWith(word));
  const rest = after ? body.slice(0, -after.word.length) : body;
  return { sign: before?.sign ?? after?.sign ?? null, rest };
}

/** Longest first, so that >= is not taken for > and 小于等于 not for 小于. */
function signWords(side: 'before' | 'after'): readonly SignWord[] {
  return wording.signs
    .flatMap((one) => one[side].map((word) => ({ word, sign: one.sign as Sign })))
    .sort((a, b) => b.word.length - a.word.length);
}
