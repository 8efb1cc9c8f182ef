import { Decimal } from '../model/decimal';
import type { CellValue } from '../model/grid';
import type { TableCell } from '../model/table';
import type { Formula } from '../sheet/formula';
import { call, negate, number, text } from '../sheet/formula';
import { scaledFormula } from '../sheet/scale';

/** How a source cell becomes a number in its table's unit. */
export interface Conversion {
  /** Null when the cell is no number. */
  readonly formula: Formula | null;
  /** What was done, in words; empty when the number is taken as it stands. */
  readonly remark: string;
}

const MOST_SHIFT = 8;
/** Digits, point and a sign as VALUE reads them in every language. */
const PLAIN = /^[-+]?\d+(?:\.\d*)?$|^[-+]?\.\d+$/;

/**
 * The formula that turns the value of a source cell into the amount its table states, chosen from the shape found there
 * (architecture, rule 5): SUBSTITUTE and VALUE for texts, a power of ten for a unit, ROUND for the tail of a computed
 * number. The formula is tried out here: one that would not give the amount is not used, the amount itself is.
 * @param raw what the source cell holds
 * @param cell what was read from it
 * @param at the cell that shows `raw`
 */
export function conversionOf(raw: CellValue, cell: TableCell, at: Formula): Conversion {
  if (cell.value === null) return { formula: null, remark: '读不成数' };
  if (cell.state === 'blank') return { formula: call('N', at), remark: raw === null ? '空白，按 0' : '按 0' };
  if (typeof raw === 'number') return fromNumber(Decimal.of(raw), cell.value, at);
  if (typeof raw === 'string') {
    const converted = fromText(raw, cell.value, at);
    if (converted) return converted;
  }
  return { formula: number(cell.value), remark: '生成时取数' };
}

/** Digits after the point that a computed amount may have: 分 in 亿元. */
const MOST_DECIMALS = 10;

function fromNumber(raw: Decimal, value: Decimal, at: Formula): Conversion {
  const power = shiftBetween(raw, value);
  if (power !== null) return { formula: scaledFormula(at, power), remark: power === 0 ? '' : '按列的单位换算' };
  // The tail of a computed number: rounded as finely as the amount read from it allows, so that a later change shows.
  for (const shift of shifts()) {
    const scaledRaw = raw.shift(shift);
    const least = Math.max(0, -(value.lastPower() ?? 0));
    for (let decimals = MOST_DECIMALS; decimals >= least; decimals -= 1) {
      if (!scaledRaw.roundHalfUp(decimals).equals(value)) continue;
      const places = number(Decimal.of(decimals));
      return { formula: call('ROUND', scaledFormula(at, shift), places), remark: '去掉计算尾数' };
    }
  }
  return { formula: number(value), remark: '生成时取数' };
}

/** 0, 1, -1, 2, -2, …: the nearest power of ten first. */
function shifts(): number[] {
  return [0, ...Array.from({ length: MOST_SHIFT }, (_, index) => [index + 1, -index - 1]).flat()];
}

/** The power of ten that leads from one number to the other; null when none does. */
function shiftBetween(from: Decimal, to: Decimal): number | null {
  return shifts().find((shift) => from.shift(shift).equals(to)) ?? null;
}

interface Replacement {
  readonly from: string;
  readonly to: string;
}

function fromText(raw: string, value: Decimal, at: Formula): Conversion | null {
  const brackets = /[(（]/.test(raw) && /[)）]/.test(raw);
  const replacements = replacementsFor(raw);
  const plain = replacements.reduce((rest, { from, to }) => rest.replaceAll(from, to), raw);
  if (!PLAIN.test(plain)) return null;
  const read = brackets ? Decimal.of(plain).negate() : Decimal.of(plain);
  const power = shiftBetween(read, value);
  if (power === null) return null;
  const stripped = replacements.reduce<Formula>(
    (formula, { from, to }) => call('SUBSTITUTE', formula, text(from), text(to)),
    at,
  );
  const amount = call('VALUE', stripped);
  return { formula: scaledFormula(brackets ? negate(amount) : amount, power), remark: '文本数字，已转成数' };
}

/** Everything in a text that is no ASCII digit, point or sign, with what it stands for. */
function replacementsFor(raw: string): Replacement[] {
  const unit = /[\u4e00-\u9fa5㎡]{1,4}\s*$/u.exec(raw)?.[0];
  const rest = unit === undefined ? raw : raw.slice(0, raw.length - unit.length);
  const others = [...new Set(rest)].filter((character) => !/[0-9.\-+]/.test(character));
  return [
    ...(unit === undefined ? [] : [{ from: unit, to: '' }]),
    ...others.map((from) => ({ from, to: plainOf(from) })),
  ];
}

function plainOf(character: string): string {
  const half = /[！-～]/.test(character) ? String.fromCharCode(character.charCodeAt(0) - 0xfee0) : character;
  if (/[0-9.]/.test(half)) return half;
  return /[-−–—―]/.test(half) ? '-' : '';
}
