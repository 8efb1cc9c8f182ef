import { evaluate, isGap } from '../formula/evaluate';
import { gapText, wording } from '../formula/explain';
import type { Scope } from '../formula/scope';
import { Decimal } from '../model/decimal';
import type { Finding } from '../model/finding';
import { numberWithoutTail } from '../sheet/rounding';
import type { Rubric } from './pack';
import { capFinding } from './problems';
import { nodeOf } from './value';
import { percentText } from './words';

/** What limits the total: the lowest of the caps that hold. */
export interface CapOutcome {
  readonly total: Decimal | null;
  /** Why, with the numbers; null without cap. */
  readonly words: string | null;
  /** Caps that could not be tried. */
  readonly problems: readonly Finding[];
}

/** The cap of a rubric in a workbook. A ratio that cannot be worked out caps nothing and is said. */
export function capOf(rubric: Rubric, scope: Scope): CapOutcome {
  const problems: Finding[] = [];
  let lowest: Omit<CapOutcome, 'problems'> = { total: null, words: null };
  for (const cap of rubric.caps ?? []) {
    const node = nodeOf(cap.ratio);
    const outcome = evaluate(node, scope);
    if (isGap(outcome)) {
      problems.push(capFinding(rubric, cap, `${wording(node)}：${gapText(outcome)}`));
      continue;
    }
    const [below, total] = [Decimal.of(cap.below), Decimal.of(cap.total)];
    if (numberWithoutTail(outcome.value).compare(below) >= 0) continue;
    if (lowest.total !== null && lowest.total.compare(total) <= 0) continue;
    const numbers = `${wording(node)}为${percentText(outcome.value)}，低于${percentText(below)}`;
    lowest = { total, words: `${numbers}，总分不超过${total.toString()}分：${cap.reason}` };
  }
  return { ...lowest, problems };
}
