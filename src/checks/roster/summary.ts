import type { Programme } from '../../facts/programmes';
import { programmesOf } from '../../facts/programmes';
import type { TableSet } from '../../facts/sets';
import { Decimal, sum } from '../../model/decimal';
import type { Finding } from '../../model/finding';
import type { Roster } from '../../model/roster';
import { comparable } from '../../model/text';
import { programmeNamed } from './programmes';
import { rosterFinding } from './said';
import type { RosterRule } from './said';

const SUMMARY: RosterRule = {
  rule: 'roster.summary',
  class: 'must',
  title: '花名册与补贴发放汇总表的金额不等',
  basis: '花名册合计＝发放汇总表（同一补贴、同一时期）',
};
const PARTIAL: RosterRule = { ...SUMMARY, rule: 'roster.summary.partial', class: 'explain' };
const HALF = Decimal.of('0.5');

/**
 * Rosters against the summaries of the same programme for equal periods: the whole year. Where the numbers of persons
 * agree the lists are whole and a gap in money is a fault; otherwise a list may be missing, and it is asked.
 */
export function summaryFindings(rosters: readonly Roster[], sets: readonly TableSet[]): Finding[] {
  return sets.flatMap((set) => {
    const programmes = programmesOf(set).filter(({ table }) => table.asOf === null && !table.columns.includes('月份'));
    const names = programmes.map(({ name }) => name);
    return programmes.flatMap((programme) => {
      const own = rosters.filter((roster) => namedBy(roster, names) === comparable(programme.name));
      return tied(programme, wholeYear(own, set.year));
    });
  });
}

function tied({ name, figures }: Programme, rosters: readonly Roster[]): Finding[] {
  const money = figures.get('金额') ?? [];
  if (rosters.length === 0 || money.length === 0 || money.some(({ unit, value }) => unit === null || value === null))
    return [];
  const stated = sum(money.map(({ value }) => value as Decimal));
  const paid = Decimal.of(
    rosters.reduce((all, { lines }) => all + lines.reduce((own, { amount }) => own + (amount ?? 0), 0), 0),
  ).shift(-2);
  const tolerance = sum(money.map(({ step }) => step.times(HALF)));
  const gap = paid.minus(stated);
  if (gap.abs().compare(tolerance) <= 0) return [];
  const listed = new Set(
    rosters.flatMap(({ lines }) =>
      lines.flatMap(({ persons }) => persons.map(({ identity, name: own }) => identity.number || own)),
    ),
  ).size;
  const persons = figures.get('人数') ?? [];
  const isWhole = persons.length > 0 && sum(persons.flatMap(({ value }) => value ?? [])).equals(Decimal.of(listed));
  const cells = rosters.map((roster) => ({
    roster,
    row: roster.totals[roster.totals.length - 1]?.row ?? roster.lines[0]?.row ?? 0,
    column: roster.columns.byName.get('金额') ?? 0,
  }));
  const text = `${name}的花名册加起来是${paid.toFixed(2)}元，汇总表写的是${stated.toFixed(2)}元，差${gap.toFixed(2)}元。`;
  return [
    rosterFinding(
      isWhole ? SUMMARY : PARTIAL,
      cells,
      isWhole ? `${text}请逐项核对。` : `${text}人数也不同，可能少放了花名册，请核对。`,
    ),
  ];
}

/** The rosters of a programme that make up a year: one of the year, or twelve of its months. */
function wholeYear(rosters: readonly Roster[], year: number | null): Roster[] {
  const own = rosters.filter((roster) => roster.hasUnit && roster.unread.length === 0 && roster.year === year);
  const yearly = own.filter(({ month }) => month === null);
  if (yearly.length > 0) return yearly.some(({ lines }) => lines.some(isOfPart)) ? [] : yearly;
  return new Set(own.map(({ month }) => month)).size === 12 ? own : [];
}

/** A roster without a month in its title whose rows pay single months may be of any part of the year. */
function isOfPart({ paidMonths, monthly, months }: Roster['lines'][number]): boolean {
  return monthly === null && months === null && paidMonths.length > 0;
}

/**
 * The name among those of a summary that is a roster's: its own, else the only one of the same programme. Null where
 * several would do: 孤儿基本生活费 and 孤儿春节慰问金 for a roster of 孤儿.
 */
function namedBy({ programme }: Roster, names: readonly string[]): string | null {
  if (programme === '') return null;
  const own = comparable(programme);
  const stated = [...new Set(names.map(comparable))];
  if (stated.includes(own)) return own;
  const meant = programmeNamed(programme);
  if (meant === null) return null;
  const [same, other] = stated.filter((name) => programmeNamed(name) === meant);
  return other === undefined ? (same ?? null) : null;
}
