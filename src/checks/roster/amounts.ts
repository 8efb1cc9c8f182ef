import type { Finding } from '../../model/finding';
import type { Roster, RosterLine } from '../../model/roster';
import { programmeOf } from './programmes';
import { Causes, rosterFinding, yuan } from './said';
import type { RosterCell, RosterRule } from './said';

const UNREAD: RosterRule = {
  rule: 'roster.amount.unreadable',
  class: 'must',
  title: '花名册的金额不是数字',
  basis: '金额应是数字',
};
const MONTHS: RosterRule = {
  rule: 'roster.amount.months',
  class: 'must',
  title: '各月金额之和与合计不等',
  basis: '合计＝各月金额之和',
};
const FIXED: RosterRule = {
  rule: 'roster.amount.fixed',
  class: 'must',
  title: '金额与标准×人数×月数不等',
  basis: '定额补贴：金额＝标准×人数×月数＋补发－扣回',
};
const UNCLEAR: RosterRule = {
  rule: 'roster.amount.unclear',
  class: 'explain',
  title: '大半的行金额与标准×月数不等',
  basis: '定额补贴：金额＝标准×人数×月数＋补发－扣回',
};
const ABOVE: RosterRule = {
  rule: 'roster.amount.above-standard',
  class: 'must',
  title: '补差金额超过标准',
  basis: '低保按补差发放：0＜金额≤标准×人数×月数',
};
const NONE: RosterRule = {
  rule: 'roster.amount.none',
  class: 'explain',
  title: '在册但没有金额',
  basis: '低保按补差发放：0＜金额≤标准×人数×月数',
};
const MEMBERS: RosterRule = {
  rule: 'roster.household.members',
  class: 'explain',
  title: '成员数与户内人数不一致',
  basis: '户内人数＝列出的成员数',
};

/** A month that is paid more or less than usual, and says so. */
const UNUSUAL = /补|扣|退|停|追|增发|调标|提标|新增|死亡|去世/;

/** What a roster's amounts say about themselves. */
export function amountFindings(roster: Roster): Finding[] {
  return [...unread(roster), ...monthSums(roster), ...fixedRates(roster), ...topUps(roster), ...memberCounts(roster)];
}

function unread(roster: Roster): Finding[] {
  const cells = roster.unread.map(({ row, column }) => ({ roster, row, column }));
  return cells.length === 0 ? [] : [rosterFinding(UNREAD, cells, '的金额不是数字，没有算进合计。请改成数字。')];
}

function monthSums(roster: Roster): Finding[] {
  return roster.lines.flatMap((line) => {
    const { monthly, amount } = line;
    if (monthly === null || amount === null || isMonthsSum(line)) return [];
    return [
      rosterFinding(
        MONTHS,
        [amountCell(roster, line)],
        `各月金额加起来是${yuan(monthly)}，合计写的是${yuan(amount)}，差${yuan(amount - monthly)}。`,
      ),
    ];
  });
}

function isMonthsSum({ monthly, amount, backPay, deducted }: RosterLine): boolean {
  return monthly === null || amount === monthly || amount === monthly + backPay - deducted;
}

/** Standard × persons × months, for programmes of a fixed rate. Where most rows differ, the rule is another one. */
function fixedRates(roster: Roster): Finding[] {
  const wrong: Finding[] = [];
  const cells: RosterCell[] = [];
  let tried = 0;
  for (const line of roster.lines) {
    if (programmeOf(roster, line)?.payment !== 'fixed' || UNUSUAL.test(line.remark)) continue;
    const months = monthsOf(line);
    if (line.amount === null || line.standard === null || line.standard === 0 || months === null) continue;
    // An amount that is not the sum of its months is said already.
    if (!isMonthsSum(line)) continue;
    tried += 1;
    const persons = line.supported ?? Math.max(1, line.persons.length);
    const due = (line.standard + (line.nursing ?? 0)) * persons * months + line.backPay - line.deducted;
    // A standard with its nursing part written in, or a line that pays one part only.
    if (line.amount === due || line.amount === due - (line.nursing ?? 0) * persons * months) continue;
    const cell = amountCell(roster, line);
    cells.push(cell);
    wrong.push(
      rosterFinding(
        FIXED,
        [cell],
        `按标准、${persons}人、${months}个月应是${yuan(due)}，写的是${yuan(line.amount)}，差${yuan(line.amount - due)}。有补发、停发的请在备注写明。`,
      ),
    );
  }
  if (wrong.length * 2 <= tried) return wrong;
  return [
    rosterFinding(
      UNCLEAR,
      cells,
      '的金额与标准乘月数不等，占了大半，可能标准不是按月的，或者各人标准不同。请写明怎样计算。',
    ),
  ];
}

function monthsOf(line: RosterLine): number | null {
  if (line.months !== null) return line.months;
  return line.paidMonths.length > 0 ? line.paidMonths.length : null;
}

interface Paid {
  amount: number;
  readonly persons: Set<string>;
  size: number;
  standard: number;
  readonly cell: RosterCell;
  line: RosterLine;
}

/** Households of a top-up programme: more than nothing, and no more than the standard for everyone. */
function topUps(roster: Roster): Finding[] {
  const households = new Map<string, Paid>();
  for (const line of roster.lines) {
    if (programmeOf(roster, line)?.payment !== 'top-up') continue;
    const key = `${line.household} ${line.paidMonths.join()}`;
    const paid: Paid = households.get(key) ?? {
      amount: 0,
      persons: new Set<string>(),
      size: 0,
      standard: 0,
      cell: amountCell(roster, line),
      line,
    };
    households.set(key, paid);
    paid.amount += line.amount ?? 0;
    for (const { identity, name } of line.persons) paid.persons.add(identity.number || name);
    paid.size = Math.max(paid.size, line.supported ?? line.familySize ?? 0, paid.persons.size);
    paid.standard = Math.max(paid.standard, line.standard ?? 0);
    if (UNUSUAL.test(line.remark)) paid.line = line;
  }
  const findings: Finding[] = [];
  for (const { amount, size, standard, cell, line } of households.values()) {
    if (UNUSUAL.test(line.remark) || line.backPay !== 0) continue;
    // Without the family's size a row may be of one or of five.
    const isSized =
      line.supported !== null ||
      line.familySize !== null ||
      roster.columns.members.length > 0 ||
      roster.columns.byName.has('户主姓名');
    const most = standard * size * (line.months ?? Math.max(1, line.paidMonths.length));
    const isRaised = roster.columns.byName.has('分类施保金额');
    if (isSized && !isRaised && standard > 0 && amount > most)
      findings.push(
        rosterFinding(
          ABOVE,
          [cell],
          `这一户金额${yuan(amount)}，标准乘${size}人是${yuan(most)}，补差不会超过标准。请核对标准、人数和金额。`,
        ),
      );
    else if (amount === 0)
      findings.push(rosterFinding(NONE, [cell], '这一户在册，金额是零或没有写。已停发的请移出或在备注写明。'));
  }
  return findings;
}

/** Members listed sideways against 家庭人口 and 保障人数. */
function memberCounts(roster: Roster): Finding[] {
  if (roster.columns.members.length === 0) return [];
  const causes = new Causes<string>();
  for (const line of roster.lines) {
    const stated = [line.familySize, line.supported].filter((count) => count !== null);
    if (stated.length === 0 || stated.includes(line.persons.length)) continue;
    // A household too large for the columns of the form is continued elsewhere.
    if (line.persons.length > roster.columns.members.length && Math.max(...stated) > line.persons.length) continue;
    const column = roster.columns.byName.get('家庭人口') ?? roster.columns.byName.get('保障人数') ?? 0;
    causes.add(line.household, { roster, row: line.row, column });
  }
  return causes.findings(MEMBERS, '列出的成员数与写的户内人数不一致。请核对成员和人数。');
}

function amountCell(roster: Roster, line: RosterLine): RosterCell {
  return { roster, row: line.row, column: roster.columns.byName.get('金额') ?? 0 };
}
