import type { TableSet } from '../../facts/sets';
import type { Finding } from '../../model/finding';
import type { Roster } from '../../model/roster';
import type { Sliced, Step } from '../../model/slices';
import { amountFindings } from './amounts';
import { eligibilityFindings, incompatibleFindings } from './eligibility';
import { identityFindings } from './identities';
import { alikePersons, repeatedPersons, sharedAccounts } from './repeats';
import { summaryFindings } from './summary';
import { totalFindings } from './totals';

/**
 * Every check of the rosters of a workbook, each in one pass over their lines; in slices of a roster or a rule.
 * @param sets the tables the rosters are tied to
 */
export function* checkRostersInSlices(
  rosters: readonly Roster[],
  sets: readonly TableSet[] = [],
): Sliced<Finding[], Step> {
  if (rosters.length === 0) return [];
  const findings: Finding[] = [];
  const rules = [
    identityFindings,
    repeatedPersons,
    sharedAccounts,
    alikePersons,
    eligibilityFindings,
    incompatibleFindings,
  ];
  const total = rosters.length + rules.length;
  for (const [done, roster] of rosters.entries()) {
    yield { done, total, text: roster.sheet };
    findings.push(...totalFindings(roster), ...amountFindings(roster));
  }
  for (const [at, rule] of rules.entries()) {
    yield { done: rosters.length + at, total, text: '花名册' };
    findings.push(...rule(rosters));
  }
  return [...findings, ...summaryFindings(rosters, sets)];
}
