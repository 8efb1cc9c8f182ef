import type { Finding } from '../../model/finding';
import type { CellValue } from '../../model/grid';
import type { Roster } from '../../model/roster';
import { readIdentity } from '../../model/roster-identity';
import { Causes } from './said';
import type { RosterRule } from './said';

/** A list from outside the workbook: 死亡人员, 财政供养人员 … */
export interface OutsideList {
  /** As she calls it; it stands in the message. */
  readonly name: string;
  /** Cells that hold numbers of identity; others are passed over. */
  readonly numbers: Iterable<CellValue>;
}

/** Persons of the rosters whose number stands on an outside list, one finding for each; only whole numbers are compared. */
export function outsideListFindings(rosters: readonly Roster[], list: OutsideList): Finding[] {
  const listed = new Set<string>();
  for (const cell of list.numbers) {
    const { state, number } = readIdentity(cell);
    if (state === 'valid') listed.add(number);
  }
  const rule: RosterRule = {
    rule: 'roster.person.outside-list',
    class: 'explain',
    title: `在“${list.name}”名单上`,
    basis: '名单比对，以身份证号相同为准，是否不符合条件须逐人核实',
  };
  const causes = new Causes<string>();
  for (const roster of rosters)
    for (const line of roster.lines)
      for (const { identity, column } of line.persons)
        if (listed.has(identity.number)) causes.add(identity.number, { roster, row: line.row, column });
  return causes.findings(rule, `的身份证号在“${list.name}”名单上。请核实是否仍符合发放条件。`);
}
