import { Decimal } from '../model/decimal';
import type { CellValue } from '../model/grid';
import { isBlank, isCellError } from '../model/grid';
import type { CellState } from '../model/table';
import { halfWidth } from '../model/text';
import type { AmountUnit } from '../model/unit';

/** What a cell says as a number. */
export interface NumberReading {
  readonly state: CellState;
  /** Null when unreadable; zero for blank. A percentage is given as written (95% → 95) with `percent` set. */
  readonly value: Decimal | null;
  readonly percent: boolean;
  /** The unit of money or count written behind the digits: 12.5万元, 35人. */
  readonly suffix: string | null;
}

/** Marks by which tables say “nothing here”; the official forms also use × and * for “does not apply”. */
const NOTHING = /^(?:[-—–―_/\\~×xX*※…·.]+|无|空|不适用|n\/?a)$/i;

const NUMBER_TEXT =
  /^(?<open>\()?(?<sign>[-+−–—―])?(?:[¥￥$]|人民币)?(?<digits>\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?<fraction>\.\d*)?(?<close>\))?(?<percent>%)?(?<suffix>[\u4e00-\u9fa5㎡]{1,4})?$/u;

const BLANK: NumberReading = { state: 'blank', value: Decimal.ZERO, percent: false, suffix: null };
const UNREADABLE: NumberReading = { state: 'unreadable', value: null, percent: false, suffix: null };

/**
 * Reads a cell of a number column. Accepts thousands separators, full-width digits, brackets or − for negatives,
 * and the usual marks for zero. Anything that is not wholly a number is `unreadable`, never guessed.
 */
export function readNumber(cell: CellValue): NumberReading {
  if (isBlank(cell)) return BLANK;
  if (typeof cell === 'number') return { state: 'number', value: Decimal.of(cell), percent: false, suffix: null };
  if (isCellError(cell) || typeof cell !== 'string') return UNREADABLE;
  const text = halfWidth(cell)
    .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim();
  if (text === '' || NOTHING.test(text.replace(/ /g, ''))) return BLANK;
  // A space may separate thousands, but 1 2 is two numbers.
  const joined = /^[-+(]?\d{1,3}( \d{3})+(\.\d+)?\)?$/.test(text)
    ? text.replace(/ /g, '')
    : text.replace(/ (?=\D)|(?<=\D) /g, '');
  const groups = NUMBER_TEXT.exec(joined)?.groups;
  if (!groups || Boolean(groups.open) !== Boolean(groups.close)) return UNREADABLE;
  const digits = (groups.digits as string).replace(/,/g, '') + (groups.fraction === '.' ? '' : (groups.fraction ?? ''));
  const magnitude = Decimal.of(digits);
  const negative = Boolean(groups.open) !== (groups.sign !== undefined && groups.sign !== '+');
  return {
    state: 'text',
    value: negative ? magnitude.negate() : magnitude,
    percent: groups.percent !== undefined,
    suffix: groups.suffix ?? null,
  };
}

/** True when the cell is a number or a text that reads as one: what makes a row a row of data. */
export function holdsNumber(cell: CellValue): boolean {
  if (typeof cell === 'number') return true;
  if (typeof cell !== 'string' || !/\d|[０-９]/.test(cell)) return false;
  const reading = readNumber(cell);
  return reading.state === 'text' && reading.suffix === null;
}

/** The unit of money a text names, or null. */
export function amountUnitOf(text: string | null): AmountUnit | null {
  return text === '元' || text === '万元' || text === '亿元' ? text : null;
}
