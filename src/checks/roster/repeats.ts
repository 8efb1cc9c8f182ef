import type { Finding } from '../../model/finding';
import type { Roster, RosterLine } from '../../model/roster';
import { programmeOf } from './programmes';
import { Causes, rosterFinding } from './said';
import type { RosterCell, RosterRule } from './said';

const TWICE: RosterRule = {
  rule: 'roster.person.twice',
  class: 'must',
  title: '同一个人在同一月、同一补贴里出现两次',
  basis: '社会救助资金不得重复发放',
};
const SAME_LIST: RosterRule = {
  rule: 'roster.list.twice',
  class: 'hint',
  title: '两张花名册的名单大体相同',
  basis: '同一批发放的两份名单不应重复汇总',
};
const ACCOUNT: RosterRule = {
  rule: 'roster.account.shared',
  class: 'explain',
  title: '几户用同一个银行账号',
  basis: '补贴应发到本人（户）账户；监护人代收的须标注',
};
const ALIKE: RosterRule = {
  rule: 'roster.person.alike',
  class: 'hint',
  title: '可能是同一个人',
  basis: '同村同名，身份证号只差一两位',
};

/** A person on a line, for the month and programme it pays. */
interface Seat extends RosterCell {
  readonly line: RosterLine;
}

/** Persons who are paid twice for one month of one programme, whichever rosters they stand on. */
export function repeatedPersons(rosters: readonly Roster[]): Finding[] {
  const seats = new Map<string, Seat>();
  const causes = new Map<string, Causes<string>>();
  const shared = new Map<string, { readonly pair: readonly [Roster, Roster]; count: number }>();
  for (const roster of rosters) {
    for (const line of roster.lines) {
      // A bank return or a correction takes back what another row paid.
      if ((line.amount ?? 0) < 0) continue;
      const programme = programmeOf(roster, line)?.name ?? `${roster.programme} ${line.category}`;
      const months = line.paidMonths.length > 0 ? line.paidMonths : [`工作表 ${roster.sheet}`];
      for (const { identity, column } of line.persons) {
        if (identity.state !== 'valid') continue;
        const here = { roster, line, row: line.row, column };
        const other = firstOther(
          seats,
          months.map((month) => `${identity.number} ${programme} ${month}`),
          here,
        );
        if (!other || explains(line) || explains(other.line)) continue;
        const pair = `${other.roster.sheet}\n${roster.sheet}`;
        const of = causes.get(pair) ?? new Causes<string>();
        causes.set(pair, of);
        of.add(identity.number, other);
        of.add(identity.number, here);
        const lists = shared.get(pair) ?? { pair: [other.roster, roster] as const, count: 0 };
        lists.count += 1;
        shared.set(pair, lists);
      }
    }
  }
  return [...causes].flatMap(([key, of]) => {
    const { pair, count } = shared.get(key) as { pair: readonly [Roster, Roster]; count: number };
    if (pair[0] !== pair[1] && count * 2 > Math.min(pair[0].lines.length, pair[1].lines.length))
      return [sameLists(pair, count)];
    return of.findings(TWICE, '是同一个人（身份证号相同），同一补贴同一月发了两次。请核实后保留一条，多发的追回。');
  });
}

/** 补发 and 追补 rows pay an earlier month; they stand beside the month's own row. */
function explains(line: RosterLine): boolean {
  return /补发|追补|退回|重发/.test(line.remark);
}

function firstOther(seats: Map<string, Seat>, keys: readonly string[], here: Seat): Seat | null {
  let found: Seat | null = null;
  for (const key of keys) {
    const other = seats.get(key);
    if (!other) seats.set(key, here);
    else if (other.line !== here.line) found ??= other;
  }
  return found;
}

function sameLists([one, other]: readonly [Roster, Roster], count: number): Finding {
  const cells = [one, other].map((roster) => ({ roster, row: roster.lines[0]?.row ?? 0, column: 0 }));
  return rosterFinding(
    SAME_LIST,
    cells,
    `起的两份名单，有${count}人同补贴同月重复。如果是同一批发放的两份名单，请删去一份；如果发了两次，请追回。`,
  );
}

/** Accounts that several households are paid to, unless the roster says who collects for them. */
export function sharedAccounts(rosters: readonly Roster[]): Finding[] {
  const owners = new Map<
    string,
    { readonly household: string; readonly cell: RosterCell; readonly line: RosterLine }
  >();
  const causes = new Causes<string>();
  const begun = new Set<string>();
  for (const roster of rosters) {
    const column = roster.columns.byName.get('银行账号');
    if (column === undefined) continue;
    for (const line of roster.lines) {
      if (line.account.length < 8) continue;
      const cell = { roster, row: line.row, column };
      const household = line.persons[0]?.identity.number || line.household;
      const owner = owners.get(line.account);
      if (!owner) owners.set(line.account, { household: line.household, cell, line });
      else if (owner.household !== line.household && household !== owner.household && !isCollected(owner.line, line)) {
        if (!begun.has(line.account)) causes.add(line.account, owner.cell);
        begun.add(line.account);
        causes.add(line.account, cell);
      }
    }
  }
  return causes.findings(
    ACCOUNT,
    '是不同的户，写的是同一个银行账号，也没有写明由谁代收。请核实账号，代收的写上代收人和关系。',
  );
}

function isCollected(one: RosterLine, other: RosterLine): boolean {
  return (
    (one.payee !== '' && one.payee === other.payee) ||
    (one.guardian !== '' && one.guardian === other.guardian) ||
    /代[收领]|监护/.test(`${one.remark}${other.remark}`)
  );
}

/** Persons of one village and name whose numbers differ in one or two places: offered, not asserted. */
export function alikePersons(rosters: readonly Roster[]): Finding[] {
  const namesakes = new Map<string, Map<string, RosterCell>>();
  for (const roster of rosters)
    for (const line of roster.lines)
      for (const { name, identity, column } of line.persons) {
        if (name === '' || identity.number.length !== 18) continue;
        const key = `${line.township} ${line.village} ${name}`;
        const numbers = namesakes.get(key) ?? new Map<string, RosterCell>();
        namesakes.set(key, numbers);
        if (numbers.size < MOST_NAMESAKES && !numbers.has(identity.number))
          numbers.set(identity.number, { roster, row: line.row, column });
      }
  const findings: Finding[] = [];
  for (const numbers of namesakes.values()) {
    const own = [...numbers];
    for (let at = 1; at < own.length; at++) {
      const [number, cell] = own[at] as [string, RosterCell];
      const twin = own.slice(0, at).find(([other]) => placesApart(number, other) <= 2);
      if (twin)
        findings.push(
          rosterFinding(
            ALIKE,
            [twin[1], cell],
            '同村同名，身份证号只差一两位，可能是同一个人录成了两个。请核对身份证；确是两个人的不必处理。',
          ),
        );
    }
  }
  return findings;
}

/** Of more namesakes in one village nothing can be said. */
const MOST_NAMESAKES = 8;

function placesApart(one: string, other: string): number {
  let apart = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) apart += 1;
  return apart;
}
