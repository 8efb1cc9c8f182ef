import { DEFINITIONS } from '../facts/gather';
import { kindNamed } from '../facts/rows';
import { parse } from '../formula/parse';
import type { Node } from '../formula/syntax';
import { walk } from '../formula/syntax';
import { Decimal, sum } from '../model/decimal';
import { GROUPED_FIGURES } from './grouped-figures';
import { levelsOf } from './methods/qualitative';
import type { Award, Indicator, Rubric } from './pack';

/** Something in a rubric by which nothing can be scored. */
export interface RubricFault {
  /** Null for the rubric as a whole. */
  readonly indicator: string | null;
  /** What is wrong and what should stand there instead. */
  readonly message: string;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const NAMES = new Set([...DEFINITIONS, ...GROUPED_FIGURES].map(({ name }) => name));

/** What is wrong with a rubric; it may be used for scoring when nothing is. */
export function rubricFaults(rubric: Rubric): RubricFault[] {
  const own = rubric.indicators.flatMap((indicator) =>
    indicatorFaults(indicator).map((message) => ({ indicator: indicator.id, message })),
  );
  const whole = [...pointFaults(rubric), ...idFaults(rubric), ...gradeFaults(rubric), ...capFaults(rubric)];
  return [...whole.map((message) => ({ indicator: null, message })), ...own];
}

function pointFaults({ full, indicators }: Rubric): string[] {
  if (!isPositive(full)) return [`满分“${full}”应当是大于0的数。`];
  if (indicators.some(({ points }) => !NUMBER.test(points))) return [];
  const total = sum(indicators.map(({ points }) => Decimal.of(points)));
  return total.equals(Decimal.of(full)) ? [] : [`各指标分值之和是${total.toString()}分，满分是${full}分，请核对分值。`];
}

function idFaults({ indicators }: Rubric): string[] {
  const seen = new Set<string>();
  return indicators.flatMap(({ id }) => {
    if (seen.has(id)) return [`指标编号“${id}”用了不止一次，请改成不同的编号。`];
    seen.add(id);
    return [];
  });
}

function gradeFaults({ grades }: Rubric): string[] {
  if (grades.length === 0) return ['没有等级档，请写出各等级的下限。'];
  const wrong = grades.filter(({ from }) => !NUMBER.test(from));
  if (wrong.length > 0) return wrong.map(({ name, from }) => `等级“${name}”的下限“${from}”应当是数。`);
  const falling = grades.every(
    ({ from }, at) => at === 0 || Decimal.of(from).compare(Decimal.of(grades[at - 1]?.from ?? from)) < 0,
  );
  return falling ? [] : ['等级的下限应当从高到低排列，不能相等。'];
}

function capFaults({ caps = [] }: Rubric): string[] {
  return caps.flatMap(({ ratio, below, total }) => [
    ...expressionFaults(ratio),
    ...[below, total].filter((stated) => !NUMBER.test(stated)).map((stated) => `总分上限里的“${stated}”应当是数。`),
  ]);
}

function indicatorFaults(indicator: Indicator): string[] {
  const { points, formula, target, notApplicableWhen } = indicator;
  const faults: string[] = [];
  if (!NUMBER.test(points) || points.startsWith('-')) faults.push(`分值“${points}”应当是不小于0的数。`);
  for (const way of formula ?? []) {
    faults.push(...expressionFaults(way.expression));
    if (!way.zeroBase) continue;
    faults.push(...expressionFaults(way.zeroBase.when));
    if (!NUMBER.test(way.zeroBase.value)) faults.push(`基数为0时的值“${way.zeroBase.value}”应当是数。`);
  }
  if (notApplicableWhen !== undefined) faults.push(...expressionFaults(notApplicableWhen));
  if (target && target.sign !== '定性' && !NUMBER.test(target.value))
    faults.push(`目标值“${target.value}”应当是数，或把符号改为“定性”。`);
  return [...faults, ...methodFaults(indicator)];
}

function methodFaults(indicator: Indicator): string[] {
  const { method, target, formula } = indicator;
  switch (method.type) {
    case 'ratio':
      return method.nothingBelow === undefined ? [] : numberFaults('不得分的界限', method.nothingBelow);
    case 'threshold-step': {
      const aimed = target !== null && target.sign !== '定性';
      const needed = aimed ? [] : ['“达标满分、超过扣分”要有目标值（例如 ≤100%）。'];
      return [...needed, ...positiveFaults('扣分的步长', method.per), ...numberFaults('每步扣分', method.deduct)];
    }
    case 'band':
      return bandFaults(method.bands, method.bound === 'at-least' ? 1 : -1, method.otherwise);
    case 'qualitative':
      return [...levelFaults(indicator), ...(formula ? ['定性指标由人评定，不能有取数公式。'] : [])];
    case 'checklist':
      return [
        ...(method.items.length === 0 ? ['按要点计分要列出要点。'] : []),
        ...(method.each === undefined ? [] : positiveFaults('每个要点的分数', method.each)),
      ];
    case 'deduction':
      return numberFaults('每个扣分', method.each);
  }
}

function bandFaults(bands: readonly { limit: string; award: Award }[], order: 1 | -1, otherwise: Award): string[] {
  if (bands.length === 0) return ['分档计分要写出各档。'];
  const awards = [...bands.map(({ award }) => award), otherwise];
  const faults = [
    ...bands.flatMap(({ limit }) => numberFaults('档的界限', limit)),
    ...awards.flatMap((award) => numberFaults('档的得分', 'share' in award ? award.share : award.points)),
  ];
  if (faults.length > 0) return faults;
  const falling = bands.every(
    ({ limit }, at) => at === 0 || Decimal.of(limit).compare(Decimal.of(bands[at - 1]?.limit ?? limit)) === -order,
  );
  return falling ? [] : ['各档应当从好到差排列，界限不能重复。'];
}

function levelFaults({ method }: Indicator): string[] {
  if (method.type !== 'qualitative') return [];
  const levels = levelsOf(method);
  const numbers = levels.flatMap(({ from, to }) => [
    ...numberFaults('档的下限', from),
    ...numberFaults('档的上限', to),
  ]);
  if (numbers.length > 0) return numbers;
  const joined = levels.every(
    ({ from, to }, at) =>
      Decimal.of(from).compare(Decimal.of(to)) < 0 &&
      (at === 0 || Decimal.of(to).equals(Decimal.of(levels[at - 1]?.from ?? to))),
  );
  return joined && levels.length > 0 ? [] : ['定性各档应当从高到低、首尾相接。'];
}

function numberFaults(what: string, stated: string): string[] {
  return NUMBER.test(stated) && !stated.startsWith('-') ? [] : [`${what}“${stated}”应当是不小于0的数。`];
}

function positiveFaults(what: string, stated: string): string[] {
  return isPositive(stated) ? [] : [`${what}“${stated}”应当是大于0的数。`];
}

function isPositive(stated: string): boolean {
  return NUMBER.test(stated) && Decimal.of(stated).sign() > 0;
}

function expressionFaults(text: string): string[] {
  const outcome = parse(text);
  if ('problem' in outcome) return [`式子“${text}”：${outcome.problem.message}`];
  if (outcome.expression.quantifier) return [`式子“${text}”：指标公式不能写“对《表》每行”。`];
  return [...walk(outcome.expression.body)].flatMap(nameFaults);
}

function nameFaults(node: Node): string[] {
  if (node.type === 'name') return NAMES.has(node.name) ? [] : [`没有名为“${node.name}”的数，请核对名称。`];
  if (node.type !== 'reference') return [];
  if (node.table === null) return [`“[${node.column}]”前面要写表名。`];
  const kind = kindNamed(node.table);
  if (!kind) return [`没有《${node.table}》这种表，请核对表名。`];
  const columns = [...kind.columns.map(({ name }) => name), ...(kind.layout === 'form' ? ['值'] : [])];
  return columns.includes(node.column) ? [] : [`《${node.table}》没有“${node.column}”这一列。`];
}
