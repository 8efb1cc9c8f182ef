import type { Finding } from '../../model/finding';
import type { Roster, RosterLine } from '../../model/roster';
import { ageAt } from '../../model/roster-identity';
import { INCOMPATIBLE, programmeOf } from './programmes';
import { Causes, rosterFinding } from './said';
import type { RosterCell, RosterRule } from './said';

const STOPPED: RosterRule = {
  rule: 'roster.time.after-stop',
  class: 'must',
  title: '停发以后仍在发放',
  basis: '停发、退出的次月起不再发放',
};
const UNBORN: RosterRule = {
  rule: 'roster.age.unborn',
  class: 'must',
  title: '发放时还没有出生',
  basis: '出生日期不晚于发放月份',
};
const GROWN: RosterRule = {
  rule: 'roster.age.grown',
  class: 'explain',
  title: '超过年龄仍在发放',
  basis: '孤儿、事实无人抚养儿童年满18周岁（仍在就读的除外，以当地办法为准）',
};
const BAND: RosterRule = {
  rule: 'roster.age.band',
  class: 'explain',
  title: '年龄与年龄段不符',
  basis: '花名册写的年龄段；从生日当月还是次月起算以当地办法为准',
};
const EXCLUDED: RosterRule = {
  rule: 'roster.person.incompatible',
  class: 'explain',
  title: '同一个人享受了不能同时享受的补贴',
  basis: '',
};

const STUDYING = /就读|在读|在校|学生|上学|大学|高中|中专|职高/;
const AGE_BAND = /(\d{2,3})\s*(?:岁|周岁)?\s*[-—~～至]\s*(\d{2,3})/;

/** Payments at a time the person could not draw them. Each cause of a person is one finding. */
export function eligibilityFindings(rosters: readonly Roster[]): Finding[] {
  const [stopped, unborn, grown, band] = [
    new Causes<string>(),
    new Causes<string>(),
    new Causes<string>(),
    new Causes<string>(),
  ];
  for (const roster of rosters) {
    for (const line of roster.lines) {
      if ((line.amount ?? line.monthly ?? 0) <= 0) continue;
      const first = line.paidMonths[0] ?? null;
      const last = line.paidMonths[line.paidMonths.length - 1] ?? null;
      const person = line.persons[0];
      const key = person?.identity.number || line.household;
      const cell = { roster, row: line.row, column: person?.column ?? 0 };
      // The month of stopping itself may or may not be paid: only months after it are a fault.
      if (line.stopMonth !== null && last !== null && last > line.stopMonth && !isLate(line))
        stopped.add(key, { ...cell, column: roster.columns.byName.get('停发年月') ?? cell.column });
      if (person === undefined || last === null || first === null) continue;
      const { state, born } = person.identity;
      // A number that cannot be right is said once; the birthday in it says nothing.
      if (state !== 'valid' && state !== 'old') continue;
      if (Math.floor(born / 100) > last) unborn.add(key, cell);
      const under = programmeOf(roster, line)?.under;
      // Whether the month of the birthday counts is the place's to say: the month after it is beyond doubt.
      if (
        under !== undefined &&
        line.persons.length === 1 &&
        ageAt(born, last * 100) >= under &&
        !isStudying(roster, line)
      )
        grown.add(key, cell);
      const ages = AGE_BAND.exec(line.category);
      if (ages && isOutside(born, last, Number(ages[1]), Number(ages[2]))) band.add(key, cell);
    }
  }
  return [
    ...stopped.findings(STOPPED, '写的停发年月早于发放月份。请核对停发时间，多发的追回。'),
    ...unborn.findings(UNBORN, '按身份证号，发放月份在出生以前。请核对身份证号。'),
    ...grown.findings(GROWN, '按身份证号，发放时已满18周岁，也没有写明在校就读。请核实，符合条件的在备注写明。'),
    ...band.findings(BAND, '按身份证号算的年龄不在所写的年龄段里。请核对年龄段和身份证号。'),
  ];
}

/** 补发 pays months before the stop, later. */
function isLate({ remark, backPay }: RosterLine): boolean {
  return backPay > 0 || /补发|补[0-9一二三四五六七八九十]/.test(remark);
}

function isStudying(roster: Roster, { remark, category }: RosterLine): boolean {
  return (
    STUDYING.test(`${remark} ${category}`) || roster.notes.some((note) => STUDYING.test(note) && /均|全部/.test(note))
  );
}

function isOutside(born: number, month: number, from: number, to: number): boolean {
  // At the end of the month, and before it began: who is outside both ways is outside by every way of counting.
  return ageAt(born, month * 100 + 31) < from || ageAt(born, month * 100 - 100) > to;
}

interface Drawing {
  readonly programme: string;
  readonly months: readonly number[];
  readonly cell: RosterCell;
}

/** Persons who draw two programmes that exclude each other, in a month both pay. */
export function incompatibleFindings(rosters: readonly Roster[]): Finding[] {
  const excluding = new Set(INCOMPATIBLE.flatMap(({ programmes }) => programmes));
  const drawings = new Map<string, Drawing[]>();
  for (const roster of rosters)
    for (const line of roster.lines) {
      const programme = programmeOf(roster, line)?.name;
      if (programme === undefined || !excluding.has(programme)) continue;
      if ((line.amount ?? 1) < 0) continue;
      for (const { identity, column } of line.persons) {
        if (identity.state !== 'valid') continue;
        const own = drawings.get(identity.number);
        const drawing = { programme, months: line.paidMonths, cell: { roster, row: line.row, column } };
        if (own) own.push(drawing);
        else drawings.set(identity.number, [drawing]);
      }
    }
  return [...drawings.values()].flatMap(excludedOf);
}

function excludedOf(drawings: readonly Drawing[]): Finding[] {
  if (drawings.length < 2) return [];
  return INCOMPATIBLE.flatMap(({ programmes, basis }) => {
    const [ones, others] = programmes.map((name) => drawings.filter(({ programme }) => programme === name));
    const months = new Set((others ?? []).flatMap((one) => one.months));
    const met = (ones ?? []).filter((one) => one.months.some((month) => months.has(month)));
    const at = new Set(met.flatMap((one) => one.months));
    const other = (others ?? []).filter((one) => one.months.some((month) => at.has(month)));
    if (met.length === 0 || other.length === 0) return [];
    const text = `是同一个人（身份证号相同），同月享受了${programmes.join('和')}。按一般规定不能同时享受，请对照当地细则核实。`;
    return [
      rosterFinding(
        { ...EXCLUDED, basis },
        [...met, ...other].map(({ cell }) => cell),
        text,
      ),
    ];
  });
}
