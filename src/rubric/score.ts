import type { Scope } from '../formula/scope';
import { Decimal } from '../model/decimal';
import type { Finding } from '../model/finding';
import type { Scorecard, ScoredIndicator } from '../model/scorecard';
import type { Answer, Answers } from './answers';
import type { CapOutcome } from './cap';
import { capOf } from './cap';
import { scopeWithGroups } from './grouped-figures';
import { judge } from './judge';
import type { Rubric } from './pack';
import { unknownFinding } from './problems';
import { gradeOf, totalOf } from './total';
import type { Trace } from './value';

export interface Scoring {
  readonly card: Scorecard;
  /** By indicator; null where no figure of the workbook gave the value. */
  readonly traces: ReadonlyMap<string, Trace | null>;
  /** Answers that cannot be used, and questions the scores raise. */
  readonly problems: readonly Finding[];
}

/**
 * Scores a workbook by a rubric. Values come from figures where the pack has a formula, else from her answers; what
 * neither gives stays pending with the reason. Answers nothing can be done with are problems, never dropped.
 * @param rubric verified (verify.ts); an expression in it that does not parse is a bug and throws
 * @param scope the unit's tables and defined figures of the year (src/report/workbook-scope.ts)
 */
export function score(rubric: Rubric, scope: Scope, answers: Answers): Scoring {
  const wide = scopeWithGroups(scope);
  const known = new Set(rubric.indicators.map(({ id }) => id));
  const problems: Finding[] = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((id) => unknownFinding(rubric, id));
  const judged = rubric.indicators.map((indicator) => judge(indicator, rubric, wide, own(answers, indicator.id)));
  problems.push(...judged.flatMap((one) => one.problems));
  const cap = capOf(rubric, wide);
  problems.push(...cap.problems);
  return {
    card: cardOf(
      rubric,
      judged.map((one) => one.scored),
      cap,
    ),
    traces: new Map(
      judged.map(({ scored, worked }) => [
        scored.id,
        worked && { node: worked.node, figures: worked.figures, scope: wide },
      ]),
    ),
    problems,
  };
}

function own(answers: Answers, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function cardOf(rubric: Rubric, indicators: readonly ScoredIndicator[], cap: CapOutcome): Scorecard {
  const full = Decimal.of(rubric.full);
  const totals = totalOf(
    full,
    indicators.map(({ points, score: given, status }) => ({
      points,
      score: given,
      applies: status !== 'not-applicable',
    })),
    cap.total,
  );
  const complete = totals.pendingPoints.isZero() && indicators.every(({ status }) => status !== 'pending');
  return {
    rubric: rubric.id,
    rubricTitle: rubric.title,
    pointsBasis: rubric.pointsBasis,
    full,
    ...totals,
    grade: complete ? gradeOf(totals.total, rubric.grades) : null,
    cap: cap.words,
    indicators,
  };
}
