import type { Check, ExplainingEntries, Side } from '../../model/check';
import type { CellPlace } from '../../model/address';
import { Decimal } from '../../model/decimal';
import type { FindingClass } from '../../model/finding';
import { OPEN } from '../../model/finding';
import type { Fen } from '../../model/ledger';

/** One side of a comparison in a ledger. */
export interface LedgerSide {
  readonly text: string;
  readonly fen: Fen;
  readonly places: readonly CellPlace[];
}

export interface LedgerComparison {
  readonly id: string;
  /** What it was tried on, beside the id: the year, the account, the month. */
  readonly about: readonly (string | number | null)[];
  readonly title: string;
  readonly basis: string;
  readonly class: FindingClass;
  readonly left: LedgerSide;
  readonly right: LedgerSide;
  /** What the two may differ by for having been rounded; books in 元 are exact. */
  readonly tolerance?: Fen;
  /** What to do when the two differ. */
  readonly advice: string;
  readonly explainedBy?: readonly ExplainingEntries[];
}

/** 分 as 元, exactly. */
export function yuanOf(fen: Fen): Decimal {
  return Decimal.of(String(fen)).shift(-2);
}

/** 1234500 → "12,345.00". */
export function yuanText(fen: Fen): string {
  return yuanOf(fen)
    .toFixed(2)
    .replace(/\B(?=(?:\d{3})+(?=\.))/g, ',');
}

/** Two amounts of one ledger compared, to the 分 where nothing was rounded. */
export function ledgerCheck(comparison: LedgerComparison): Check {
  const { id, about, title, basis, left, right, advice, tolerance = 0, explainedBy } = comparison;
  const gap = left.fen - right.fen;
  const status = gap === 0 ? 'holds' : Math.abs(gap) <= tolerance ? 'rounding' : 'fails';
  const apart = `相差${yuanText(Math.abs(gap))}元`;
  const verdict = { holds: '相符。', rounding: `${apart}，在尾差以内。`, fails: `${apart}。${advice}` } as const;
  return {
    id,
    key: [id, ...about.map((part) => part ?? '')].join('|'),
    title,
    basis,
    class: comparison.class,
    status,
    left: sideOf(left),
    right: sideOf(right),
    difference: yuanOf(gap),
    tolerance: yuanOf(tolerance),
    cause: null,
    message: `${left.text}${yuanText(left.fen)}元，${right.text}${yuanText(right.fen)}元，${verdict[status]}`,
    ...(explainedBy && { explainedBy }),
    handling: OPEN,
  };
}

function sideOf({ text, fen, places }: LedgerSide): Side {
  return { text, value: yuanOf(fen), unit: '元', places };
}
