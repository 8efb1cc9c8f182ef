import type { Finding } from '../../model/finding';
import type { Roster, RosterTotal } from '../../model/roster';
import { rosterFinding, yuan } from './said';
import type { RosterRule } from './said';

const TOTAL: RosterRule = {
  rule: 'roster.total',
  class: 'must',
  title: '花名册的合计与各行之和不等',
  basis: '合计＝各行金额之和',
};
const SUBTOTAL: RosterRule = {
  ...TOTAL,
  rule: 'roster.subtotal',
  title: '花名册的小计与各行之和不等',
  basis: '小计＝所属各行金额之和',
};

/** Totals and subtotals of a roster against the rows they add up, wherever they stand. */
export function totalFindings(roster: Roster): Finding[] {
  const findings: Finding[] = [];
  const whole = sumBetween(roster, 0, Number.MAX_SAFE_INTEGER);
  let above: RosterTotal[] = [];
  let lastTotal = 0;
  for (const total of roster.totals) {
    if (total.kind === 'total') {
      if (total.amount !== whole && total.amount !== sumBetween(roster, lastTotal, total.row))
        findings.push(wrong(roster, TOTAL, total, whole));
      lastTotal = total.row;
      above = [];
      continue;
    }
    // A subtotal adds up its rows: those above it, back to any subtotal before it, or those below it.
    const starts = [lastTotal, ...above.map(({ row }) => row)];
    const sums = starts.map((start) => sumBetween(roster, start, total.row));
    const next = roster.totals.find(({ row }) => row > total.row)?.row ?? Number.MAX_SAFE_INTEGER;
    if (!sums.includes(total.amount) && total.amount !== sumBetween(roster, total.row, next))
      findings.push(wrong(roster, SUBTOTAL, total, sums[sums.length - 1] ?? 0));
    above = [...above, total].slice(-MOST_SUBTOTALS);
  }
  return findings;
}

/** Subtotals of a village, its township and its county: none reaches back over more of them. */
const MOST_SUBTOTALS = 60;

function wrong(roster: Roster, rule: RosterRule, { row, amount }: RosterTotal, due: number): Finding {
  const column = roster.columns.byName.get('金额') ?? 0;
  return rosterFinding(
    rule,
    [{ roster, row, column }],
    `写的是${yuan(amount)}，各行加起来是${yuan(due)}，差${yuan(amount - due)}。`,
  );
}

const sums = new WeakMap<Roster, { readonly rows: readonly number[]; readonly running: readonly number[] }>();

/** Sum of the amounts in rows after `from` and before `to`. */
function sumBetween(roster: Roster, from: number, to: number): number {
  let known = sums.get(roster);
  if (!known) {
    const running = [0];
    for (const line of roster.lines) running.push((running[running.length - 1] as number) + (line.amount ?? 0));
    known = { rows: roster.lines.map(({ row }) => row), running };
    sums.set(roster, known);
  }
  return (known.running[below(known.rows, to)] as number) - (known.running[below(known.rows, from)] as number);
}

/** How many of ascending rows are below a limit. */
function below(rows: readonly number[], limit: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
