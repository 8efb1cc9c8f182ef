import { parentsOf } from '../../facts/ledger/account';
import { statesYear, withoutDetails } from '../../facts/ledger/trial-balance';
import type { Figure } from '../../facts/figure';
import { figureOf } from '../../facts/figure';
import type { Check } from '../../model/check';
import { Decimal } from '../../model/decimal';
import type { FindingClass } from '../../model/finding';
import { OPEN } from '../../model/finding';
import type { BalanceLine, Fen, TrialBalance } from '../../model/ledger';
import type { Table } from '../../model/table';
import { fromYuan } from '../../model/unit';
import PACK from '../packs/ledger-ties.json';
import { yuanOf } from './ledger-check';

const HALF = Decimal.of('0.5');

/** A check, and the reported figure it is about. */
export interface TiedFigure {
  readonly check: Check;
  readonly figure: Figure;
}

type Tie = (typeof PACK.ties)[number];

/**
 * Reported totals against the year's movement in the trial balance, never against balances, which are closed to
 * nothing in December. The reported cell was rounded on its own: half its written step is allowed.
 * Nothing is tied to a trial balance of part of a year or of another year.
 */
export function finalTies(tables: readonly Table[], balance: TrialBalance): TiedFigure[] {
  if (balance.asOf !== null || !balance.hasUnit || !statesYear(balance)) return [];
  return PACK.ties.flatMap((tie) =>
    tables
      .filter((table) => table.kind === tie.table && table.year === balance.year && table.confidence !== 'uncertain')
      .flatMap((table) => tried(tie, table, balance) ?? []),
  );
}

function tried(tie: Tie, table: Table, balance: TrialBalance): TiedFigure | null {
  const unit = table.amountUnit;
  const row = table.rows.find(({ name }) => name === tie.row);
  const figure = row ? figureOf(table, row, tie.column) : null;
  const lines = linesOf(tie, balance);
  const fen = movement(lines, tie.side === 'debit' ? 'debit' : 'credit');
  if (!figure?.value || !figure.place || unit === null || fen === null) return null;
  const gap = figure.value.minus(yuanOf(fen));
  const tolerance = figure.step.times(HALF).plus(yuanOf(balance.rounding * lines.length));
  const status = gap.isZero() ? 'holds' : gap.abs().compare(tolerance) <= 0 ? 'rounding' : 'fails';
  const inUnit = (yuan: Decimal): Decimal => fromYuan(yuan, unit);
  const reported = `《${table.name}》${tie.row}·${tie.column}`;
  const booked = `《科目余额表》${tie.accounts.join('、')}类科目${tie.nature ?? ''}本年累计发生额`;
  const both = `${reported}${inUnit(figure.value).toString()}${unit}，${booked}${inUnit(yuanOf(fen)).toString()}${unit}`;
  const apart = `相差${inUnit(gap.abs()).toString()}${unit}`;
  const verdict = {
    holds: '相符。',
    rounding: `${apart}，在尾差以内。`,
    fails: `${apart}。请核对决算表的取数，或账上有没有多记、漏记。`,
  } as const;
  const check: Check = {
    id: tie.id,
    key: [tie.id, balance.year ?? '', table.sheet, balance.sheet].join('|'),
    title: tie.title,
    basis: PACK.basis,
    class: tie.class as FindingClass,
    status,
    left: { text: reported, value: inUnit(figure.value), unit, places: [figure.place] },
    right: { text: booked, value: inUnit(yuanOf(fen)), unit, places: lines.map(({ place }) => place) },
    difference: inUnit(gap),
    tolerance: inUnit(tolerance),
    cause: null,
    message: `${both}，${verdict[status]}`,
    handling: OPEN,
  };
  return { check, figure };
}

/**
 * The lines that make up the booked amount, no account together with its own part. None when a tie asks for a nature and
 * some line says neither: what is left would be too little.
 */
function linesOf(tie: Tie, { lines }: TrialBalance): BalanceLine[] {
  const own = withoutDetails(lines).filter(({ code }) => tie.accounts.some((beginning) => code.startsWith(beginning)));
  const parents = new Set(parentsOf(own.map(({ code }) => code)).values());
  const lowest = own.filter(({ code }) => !parents.has(code));
  if (tie.nature === null) return lowest;
  if (lowest.some(({ auxiliaries }) => auxiliaries.性质 === undefined)) return [];
  return lowest.filter(({ auxiliaries }) => auxiliaries.性质 === tie.nature);
}

/** The movement of a whole year, by the year-to-date columns where there are any; null when a line states none. */
function movement(lines: readonly BalanceLine[], side: 'debit' | 'credit'): Fen | null {
  let sum = 0;
  for (const line of lines) {
    const fen = (side === 'debit' ? line.debitToDate : line.creditToDate) ?? line[side];
    if (fen === null) return null;
    sum += fen;
  }
  return lines.length === 0 ? null : sum;
}
