import type { Check, Side } from '../model/check';
import type { Finding, Handling } from '../model/finding';
import { OPEN } from '../model/finding';
import { NOT_APPLICABLE } from '../model/pending';
import type { KeptRow } from './kept';
import { fingerprint } from './marks';

/** Ids, and headers, of the columns she answers in. */
export const ANSWER_COLUMNS = { choice: '处理', reason: '说明' } as const;

/** What she may choose; the last is ours: the figures she explained have changed. */
export const CHOICES = { explained: '已说明', notApplicable: NOT_APPLICABLE, reopened: '需重新确认' } as const;

/** Fingerprint of the figures a check compares. */
export function figuresOfCheck({ status, left, right }: Check): string {
  const side = (one: Side | null): string => `${one?.value?.toString() ?? ''}${one?.unit ?? ''}`;
  return fingerprint([status, side(left), side(right)].join('|'));
}

/** Fingerprint of what a finding says, wherever its cells stand by now. */
export function figuresOfFinding({ message }: Finding): string {
  return fingerprint(message.replace(/(?<![A-Za-z])\$?[A-Z]{1,3}\$?\d+(?!\d)/g, '').replace(/第 ?\d+ ?行/g, ''));
}

/**
 * What her marks on a row mean now. A mark needs a reason; it reopens when the figures it explained have changed
 * (shared/design/product.md).
 */
export function handlingOf(kept: KeptRow | undefined, figures: string): Handling {
  const choice = kept?.typed.get(ANSWER_COLUMNS.choice)?.toString() ?? '';
  const reason = kept?.typed.get(ANSWER_COLUMNS.reason)?.toString() ?? '';
  if (!kept || reason.trim() === '') return OPEN;
  if (choice === CHOICES.reopened) return { state: 'reopened', reason };
  if (choice !== CHOICES.explained && choice !== CHOICES.notApplicable) return OPEN;
  if (kept.figures !== figures) return { state: 'reopened', reason };
  return { state: choice === CHOICES.explained ? 'explained' : 'not-applicable', reason };
}

type Rows = ReadonlyMap<string, KeptRow>;

/** The checks with what she did about them. */
export function handledChecks(checks: readonly Check[], rows: Rows): Check[] {
  return checks.map((check) => {
    const kept = rows.get(check.key);
    return kept && needsAnswer(check) ? { ...check, handling: handlingOf(kept, figuresOfCheck(check)) } : check;
  });
}

/** The findings with what she did about them. */
export function handledFindings(findings: readonly Finding[], rows: Rows): Finding[] {
  return findings.map((one) => {
    const kept = rows.get(one.key);
    return kept ? { ...one, handling: handlingOf(kept, figuresOfFinding(one)) } : one;
  });
}

/** True for a check that stands in the list of findings: a relation that fails, or a table that is missing. */
export function needsAnswer({ status }: Check): boolean {
  return status === 'fails' || status === 'missing';
}
