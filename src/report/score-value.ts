import { toExcel } from '../formula/excel';
import type { FigureFormula } from '../formula/excel';
import { walk } from '../formula/syntax';
import type { Node } from '../formula/syntax';
import { Decimal } from '../model/decimal';
import type { AmountUnit } from '../model/unit';
import { levelsOf } from '../rubric/methods/qualitative';
import { mostItems } from '../rubric/answers';
import type { Indicator, QualitativeMethod } from '../rubric/pack';
import type { Trace } from '../rubric/value';
import type { Formula } from '../sheet/formula';
import { call, number, operation, text } from '../sheet/formula';

const ZERO = number(Decimal.ZERO);
const ONE = number(Decimal.of(1));
const TWO = number(Decimal.of(2));
const HUNDRED = number(Decimal.of(100));
const NOTHING = text('');

/** The cells in which she answers for an indicator. */
export interface AnswerCells {
  readonly level: Formula;
  readonly value: Formula;
}

/**
 * An indicator's value as a live formula: from figures where a formula gave it, else from her answer. Blank while an
 * answer is missing, and where a base of the formula is zero.
 */
export function valueFormula(
  indicator: Indicator,
  trace: Trace | null,
  figure: FigureFormula,
  answer: AnswerCells,
): Formula {
  return trace ? computed(indicator, trace, figure) : answered(indicator, answer);
}

function computed(indicator: Indicator, { node, scope, figures }: Trace, figure: FigureFormula): Formula {
  const unit: AmountUnit | null =
    indicator.display === 'amount' ? '万元' : (figures.find((one) => one.unit !== null)?.unit ?? null);
  const draw = (part: Node): Formula => {
    const drawn = toExcel(part, scope, unit, figure);
    // What was worked out from figures can be written down.
    if ('gap' in drawn) throw new Error(`no formula for ${indicator.id}: ${drawn.gap}`);
    return drawn.formula;
  };
  // A zero base that the pack has an answer for is inside the formula; any other leaves no value.
  const [condition] = node.type === 'call' && node.name === '若' ? node.args : [];
  const whole = draw(node);
  if (condition) return whole;
  return divisorsOf(node).reduceRight<Formula>(
    (inner, divisor) => call('IF', operation('=', draw(divisor), ZERO), NOTHING, inner),
    whole,
  );
}

function divisorsOf(node: Node): Node[] {
  return [...walk(node)].flatMap((part) => (part.type === 'arithmetic' && part.operator === '/' ? [part.right] : []));
}

/** Her answer where it can be scored, as src/rubric/answers.ts reads it; blank otherwise. */
function answered(indicator: Indicator, answer: AnswerCells): Formula {
  const { method } = indicator;
  const isNumber = call('ISNUMBER', answer.value);
  const valid = (condition: Formula | null): Formula =>
    condition === null
      ? call('IF', isNumber, answer.value, NOTHING)
      : call('IF', isNumber, call('IF', condition, answer.value, NOTHING), NOTHING);
  switch (method.type) {
    case 'qualitative':
      return levelFormula(method, answer);
    case 'checklist':
      return valid(isCount(answer.value, mostItems(method, indicator)));
    case 'deduction':
      return valid(isCount(answer.value, null));
    default:
      // 97 may be 97 % or 9700 %: never guessed.
      return valid(indicator.display === 'ratio' ? operation('<=', call('ABS', answer.value), TWO) : null);
  }
}

function isCount(value: Formula, most: Decimal | null): Formula {
  const whole = operation('=', value, call('ROUND', value, ZERO));
  const positive = operation('>=', value, ZERO);
  return call('AND', positive, whole, ...(most === null ? [] : [operation('<=', value, number(most))]));
}

/** A share inside the level she chose; 85 and 0.85 mean the same, and a level with a share of its own needs none. */
function levelFormula(method: QualitativeMethod, { level, value }: AnswerCells): Formula {
  const levels = levelsOf(method);
  const share = call('IF', operation('>', value, ONE), operation('/', value, HUNDRED), value);
  const inLevel = levels.map((one, index) => {
    const below = operation(index === 0 ? '<=' : '<', share, number(Decimal.of(one.to)));
    const named = call('OR', operation('=', level, NOTHING), operation('=', level, text(one.name)));
    return call('AND', named, operation('>=', share, number(Decimal.of(one.from))), below);
  });
  const alone = levels.reduceRight<Formula>(
    (rest, one) =>
      one.alone === undefined
        ? rest
        : call('IF', operation('=', level, text(one.name)), number(Decimal.of(one.alone)), rest),
    NOTHING,
  );
  return call('IF', call('ISNUMBER', value), call('IF', call('OR', ...inLevel), share, NOTHING), alone);
}
