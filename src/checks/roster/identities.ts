import type { Finding } from '../../model/finding';
import type { Roster } from '../../model/roster';
import { hasKnownArea } from '../../model/roster-identity';
import type { IdentityState } from '../../model/roster-identity';
import { Causes, rosterFinding } from './said';
import type { RosterCell, RosterRule } from './said';

const BASIS = 'GB 11643 公民身份号码';

type Fault = Exclude<IdentityState, 'valid' | 'blank'>;

const RULES: Readonly<Record<Fault, RosterRule & { readonly text: string }>> = {
  lost: {
    rule: 'roster.identity.lost',
    class: 'must',
    title: '身份证号的精度已丢失',
    basis: BASIS,
    text: '的身份证号是按数字存的，末三位已经变成0，不能还原。请从原件重新按文本录入。',
  },
  length: {
    rule: 'roster.identity.length',
    class: 'must',
    title: '身份证号不是18位',
    basis: BASIS,
    text: '的身份证号不是18位，或者有不该有的字。请对照身份证改正。',
  },
  birth: {
    rule: 'roster.identity.birth',
    class: 'must',
    title: '身份证号里的出生日期不存在',
    basis: BASIS,
    text: '的身份证号第7至14位不是一个日期。请对照身份证改正。',
  },
  checksum: {
    rule: 'roster.identity.checksum',
    class: 'must',
    title: '身份证号的校验码不对',
    basis: BASIS,
    text: '的身份证号末位与前17位不符，多半有一位录错。请对照身份证改正。',
  },
  old: {
    rule: 'roster.identity.old',
    class: 'hint',
    title: '身份证号是15位旧号',
    basis: BASIS,
    text: '的身份证号是15位旧号，请换成18位后再查重。',
  },
};

const AREA: RosterRule = {
  rule: 'roster.identity.area',
  class: 'hint',
  title: '身份证号的地区代码不常见',
  basis: '行政区划代码会撤并，只作提示',
};

const BORN: RosterRule = {
  rule: 'roster.identity.born',
  class: 'explain',
  title: '出生日期与身份证号不一致',
  basis: BASIS,
};

/** Numbers of identity that cannot be right. A number that stands in twelve monthly rows is one finding. */
export function identityFindings(rosters: readonly Roster[]): Finding[] {
  const faults = new Map<Fault, Causes<string>>();
  const born = new Causes<string>();
  const findings: Finding[] = [];
  for (const roster of rosters) {
    const foreign: RosterCell[] = [];
    for (const line of roster.lines) {
      for (const { identity, column, name } of line.persons) {
        const cell = { roster, row: line.row, column };
        const { state, number } = identity;
        if (state !== 'valid' && state !== 'blank') {
          const causes = faults.get(state) ?? new Causes<string>();
          faults.set(state, causes);
          causes.add(number === '' ? `${line.village} ${name}` : number, cell);
        }
        if (state === 'valid' && !hasKnownArea(number)) foreign.push(cell);
      }
      const only = line.persons.length === 1 ? line.persons[0] : undefined;
      if (only?.identity.state === 'valid' && line.born !== null && line.born !== only.identity.born)
        born.add(only.identity.number, { roster, row: line.row, column: roster.columns.byName.get('出生日期') ?? 0 });
    }
    if (foreign.length > 0)
      findings.push(
        rosterFinding(AREA, foreign, `共${foreign.length}人的身份证号，前两位不是现有省份的代码，请留意。`),
      );
  }
  for (const [state, causes] of faults) findings.push(...causes.findings(RULES[state], RULES[state].text));
  findings.push(...born.findings(BORN, '写的出生日期与身份证号里的不一致，请核对哪一个对。'));
  return findings;
}
