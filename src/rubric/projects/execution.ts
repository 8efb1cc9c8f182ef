import { Decimal, sum } from '../../model/decimal';
import { exactScore } from './exact-score';
import { percentText, readActual } from './measured';
import type { ProjectMoney } from './money';
import { FULL, weightsFor } from './score-rules';
import type { SourceExecution, SourceProject } from './source';
import { isMissing } from './target';
import type { ExecutionTrace } from './trace';

/** What 预算执行率 came to. */
export interface Execution {
  readonly rate: Decimal | null;
  readonly points: Decimal;
  /** Unrounded; null while pending. */
  readonly score: Decimal | null;
  /** Why it is pending, or what the reader must know about the rate; empty where there is nothing to say. */
  readonly note: string;
  readonly trace: ExecutionTrace;
}

/**
 * 执行率 = 全年执行数 ÷ 全年预算数, scored up to its points. Without 全年预算数 it is pending, whatever 年初预算数 says; the
 * table's own rate counts only where no amount is known at all.
 */
export function executionOf(project: SourceProject, money: ProjectMoney): Execution {
  const { initialBudget, annualBudget, actual } = money.lines.年度资金总额;
  const points = executionPoints(project);
  const trace: ExecutionTrace = {
    type: 'execution',
    money,
    points: project.execution?.points ?? null,
    statedRate: null,
  };
  const unscored = (note: string): Execution => ({ rate: null, points, score: null, note, trace });
  const [budget, spent] = [annualBudget?.value ?? null, actual?.value ?? null];
  if (budget !== null && spent !== null) {
    if (budget.sign() <= 0) return unscored(`全年预算数是 ${budget.toString()}，不能算执行率，请核实`);
    if (spent.sign() < 0) return unscored('全年执行数是负数，不能计分，请核实');
    return { rate: spent.dividedBy(budget), points, score: proportion(spent, budget, points), note: '', trace };
  }
  if (budget !== null) return unscored('有全年预算数，没有全年执行数，请填全年执行数');
  if (initialBudget !== null && spent !== null) {
    return unscored('只有年初预算数，没有全年预算数；执行率的分母是全年（调整后）预算数，请填全年预算数');
  }
  if (initialBudget !== null || spent !== null) return unscored('没有全年预算数，请填全年预算数和全年执行数');
  const rate = statedRate(project.execution);
  if (rate === null) return unscored('没有找到这个项目的全年预算数和全年执行数，请填写');
  const note = `没有找到预算数和执行数，暂按表中填写的执行率 ${percentText(rate)} 计分，请核对`;
  return { rate, points, score: proportion(rate, Decimal.of(1), points), note, trace: { ...trace, statedRate: rate } };
}

/** Points the table states; none where its other indicators make up the full hundred already; else the usual ten. */
function executionPoints({ execution, indicators }: SourceProject): Decimal {
  if (execution?.points) return execution.points.value;
  const others = indicators.flatMap(({ points }) => (points === null ? [] : [points.value]));
  const complete = others.length > 0 && others.length === indicators.length;
  if (execution === null && complete && sum(others).equals(FULL)) return Decimal.ZERO;
  return weightsFor(new Set()).points.get('execution') ?? Decimal.ZERO;
}

function proportion(actual: Decimal, target: Decimal, points: Decimal): Decimal {
  const score = exactScore('at-least', { actual, target, to: target, points });
  return score.compare(points) > 0 ? points : score;
}

/** The rate a table states: 99.70%, 99.7 or 0.997; null when it states none. */
export function statedRate(execution: SourceExecution | null): Decimal | null {
  if (execution === null || isMissing(execution.rate)) return null;
  const quantity = readActual(execution.rate);
  if (quantity === null || quantity.unit !== '' || quantity.value.sign() < 0) return null;
  const isPlainPercent = !quantity.percent && quantity.value.compare(LARGEST_PLAIN_RATE) > 0;
  return isPlainPercent ? quantity.value.shift(-2) : quantity.value;
}

/** No project spends one and a half times its budget: a plain number above is a percentage without its sign. */
const LARGEST_PLAIN_RATE = Decimal.of('1.5');
