import type { Figure } from '../facts/figure';
import { figureOf } from '../facts/figure';
import { Decimal } from '../model/decimal';
import type { Table, TableRow } from '../model/table';
import { readActual } from '../rubric/projects/measured';
import { plainQuantityText } from '../rubric/projects/quantity';
import type { Target } from '../rubric/projects/target';
import type { IndicatorTrace } from '../rubric/projects/trace';
import type { Formula } from '../sheet/formula';
import { call, number, operation, text } from '../sheet/formula';
import { scaledFormula } from '../sheet/scale';

/** An actual value that a table states as a number: 9618人, 95%, a number cell. */
export interface ActualNumber {
  /** The number as it is written, for the working paper: 95 for “95%”. */
  readonly figure: Figure;
  readonly scale: Scale;
}

/** How a written number becomes the one that is scored. */
export interface Scale {
  /** The number scored is the written one × 10^power. */
  readonly power: number;
  /** True where a percentage may also stand as its ratio: 0.95, which is what a cell holds after 95% is typed into it. */
  readonly percent: boolean;
  /** How the text states its percentage: with %, which the working paper takes away, otherwise (％, 百分之), or not. */
  readonly sign: '%' | 'other' | null;
}

const ACTUAL = '实际完成值';
const LARGEST_RATIO = Decimal.of('1.5');
/** Below this target a plain number up to 1.5 could be a ratio or a percentage (docs/projects.md, 百分数). */
const SMALLEST_CLEAR_TARGET = Decimal.of('0.1');
const MOST_SHIFT = 8;

/** The actual value of an indicator's row as a number; null where it was not scored as one or was not taken from there. */
export function actualNumber(
  table: Table,
  row: TableRow,
  trace: IndicatorTrace,
  target: string,
  isAnswered: boolean,
): ActualNumber | null {
  const figure = figureOf(table, row, ACTUAL);
  const source = row.cells.get(ACTUAL);
  if (!figure || !source || trace.actual === null || isAnswered) return null;
  const read = source.state === 'number' ? source.value : writtenNumber(source.written);
  const power = read && (trace.actualCell?.power ?? powerBetween(read, trace.actual));
  if (read === null || power === null) return null;
  // Words columns hold no numbers: this one does, and the working paper is to read it.
  const cells = new Map(row.cells).set(ACTUAL, { ...source, value: read });
  const sign = source.state === 'number' ? null : signOf(source.written);
  return {
    figure: { ...figure, value: read, row: { ...row, cells } },
    scale: { power, percent: sign !== null || power === -2 || hasPercent(target), sign },
  };
}

function writtenNumber(words: string): Decimal | null {
  const quantity = readActual(words);
  return quantity && quantity.value.shift(-quantity.power);
}

/** The power of ten that leads from one number to the other; null when none does. */
export function powerBetween(written: Decimal, used: Decimal): number | null {
  for (let power = 0; power <= MOST_SHIFT; power += 1) {
    if (written.shift(power).equals(used)) return power;
    if (written.shift(-power).equals(used)) return -power;
  }
  return null;
}

function signOf(words: string): Scale['sign'] {
  if (words.includes('%')) return '%';
  return hasPercent(words) ? 'other' : null;
}

function hasPercent(words: string): boolean {
  return plainQuantityText(words).includes('%');
}

/**
 * The number that is scored, from the written one.
 * @param source the cell the number is written in
 */
export function scaledActual(written: Formula, source: Formula, { power, percent, sign }: Scale): Formula {
  if (!percent) return scaledFormula(written, power);
  const hundredth = scaledFormula(written, -2);
  const small = operation('<=', call('ABS', written), number(LARGEST_RATIO));
  const plain = call('IF', small, written, hundredth);
  const stated = sign === null ? plain : call('IF', call('ISNUMBER', source), plain, hundredth);
  if (sign === '%') return stated;
  // VALUE reads a % that was not there before by itself.
  const withoutSign = call('SUBSTITUTE', source, text('%'), text(''));
  const isNew = operation('<', call('LEN', withoutSign), call('LEN', source));
  return call('IF', isNew, written, stated);
}

/** A number she types where the table has none, for scoring at once; null where the number alone would not be clear. */
export function typedScale(target: Target): Scale | null {
  if (target.type !== 'at-least' && target.type !== 'at-most' && target.type !== 'equal') return null;
  const { value, percent, power } = target.quantity;
  if (percent) return value.abs().compare(SMALLEST_CLEAR_TARGET) < 0 ? null : { power: 0, percent: true, sign: null };
  return power === 0 && target.quantity.unit !== '' ? { power: 0, percent: false, sign: null } : null;
}

/** An answered number as a table would state it: 95%, 9618人. */
export function actualText(actual: Decimal, target: Target): string {
  const quantity = target.type === 'within' ? target.from : 'quantity' in target ? target.quantity : null;
  if (quantity?.percent) return `${actual.shift(2).toString()}%`;
  return `${actual.toString()}${quantity?.unit ?? ''}`;
}
