import { Decimal } from '../model/decimal';
import type { Method, Rubric } from './pack';
import { rubricFaults } from './verify';
import type { RubricFault } from './verify';

type Fields = Readonly<Record<string, unknown>>;
/** What a field must be, in words, and whether it is. */
type Shape = readonly [words: string, test: (value: unknown) => boolean];

const isText = (value: unknown): boolean => typeof value === 'string';
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  (test: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(test);
const hasTexts =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    isFields(value) && names.every((name) => isText(value[name]));
const orAbsent =
  (test: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || test(value);
const orNull =
  (test: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || test(value);
const isOneOf =
  (...choices: readonly unknown[]) =>
  (value: unknown): boolean =>
    choices.includes(value);

const isAward = (value: unknown): boolean => isFields(value) && (isText(value['share']) || isText(value['points']));
const isBand = (value: unknown): boolean => hasTexts('limit')(value) && isAward((value as Fields)['award']);
const isWay = (value: unknown): boolean =>
  hasTexts('expression', 'base')(value) && orAbsent(hasTexts('when', 'value', 'words'))((value as Fields)['zeroBase']);
const isTarget = (value: unknown): boolean =>
  hasTexts('value', 'unit')(value) && isOneOf('≥', '≤', '=', '>', '<', '定性')((value as Fields)['sign']);

const TEXT: Shape = ['文字或数', isText];
const OPTIONAL: Shape = ['文字或数，也可以不写', orAbsent(isText)];

const RUBRIC: Readonly<Record<string, Shape>> = {
  id: TEXT,
  title: TEXT,
  region: ['地区名称的列表', isListOf(isText)],
  year: ['年度，不分年度的写 null', orNull((value) => Number.isInteger(value))],
  full: TEXT,
  grades: ['等级和下限的列表', isListOf(hasTexts('name', 'from'))],
  basis: TEXT,
  pointsBasis: ['confirmed 或 unconfirmed', isOneOf('confirmed', 'unconfirmed')],
  caps: ['总分上限的列表', orAbsent(isListOf(hasTexts('ratio', 'below', 'total', 'reason')))],
  overAchievement: ['超额的界限', orAbsent(hasTexts('above'))],
  indicators: ['指标的列表', isListOf(isFields)],
};

const INDICATOR: Readonly<Record<string, Shape>> = {
  id: TEXT,
  path: ['一、二、三级指标三个名称', (value) => isListOf(isText)(value) && (value as unknown[]).length === 3],
  points: TEXT,
  formula: ['取数公式的列表，由人评定的写 null', orNull(isListOf(isWay))],
  display: ['ratio、count 或 amount', isOneOf('ratio', 'count', 'amount')],
  target: ['符号、数值和单位，没有目标的写 null', orNull(isTarget)],
  evidence: ['佐证材料的列表', isListOf(isText)],
  basis: TEXT,
  confirmed: ['true 或 false', (value) => typeof value === 'boolean'],
  note: TEXT,
  notApplicableWhen: OPTIONAL,
  whenMissing: OPTIONAL,
};

const METHODS: Readonly<Record<Method['type'], Readonly<Record<string, Shape>>>> = {
  ratio: { nothingBelow: OPTIONAL },
  'threshold-step': {
    per: TEXT,
    deduct: TEXT,
    partial: ['proportional、counts 或 ignored', isOneOf('proportional', 'counts', 'ignored')],
  },
  band: {
    bound: ['at-least 或 at-most', isOneOf('at-least', 'at-most')],
    bands: ['各档界限和得分的列表', isListOf(isBand)],
    otherwise: ['其余的得分', isAward],
  },
  qualitative: { levels: ['各档名称和上下限的列表，也可以不写', orAbsent(isListOf(hasTexts('name', 'from', 'to')))] },
  checklist: { items: ['要点的列表', isListOf(isText)], each: OPTIONAL },
  deduction: { counted: TEXT, each: TEXT },
};

/**
 * A rubric from the content of a rubric file. Numbers may be written as numbers or as texts. What is missing, misspelt
 * or does not add up is said by indicator and field; such a rubric is not used.
 */
export function readRubric(
  content: unknown,
): { readonly rubric: Rubric } | { readonly faults: readonly RubricFault[] } {
  const stated = numbersAsTexts(content);
  if (!isFields(stated))
    return { faults: [{ indicator: null, message: '这不是评分办法文件，请选用导出的评分办法。' }] };
  const faults: RubricFault[] = [];
  if (!isRubric(stated, faults)) return { faults };
  const wrong = rubricFaults(stated);
  return wrong.length > 0 ? { faults: wrong } : { rubric: stated };
}

/** The shapes above name every field of {@link Rubric}: content without a fault is one. Adds what is wrong to `faults`. */
function isRubric(content: Fields, faults: RubricFault[]): content is Fields & Rubric {
  faults.push(...shapeFaults(content, RUBRIC, null));
  const { indicators } = content;
  if (faults.length === 0 && Array.isArray(indicators))
    faults.push(...indicators.filter(isFields).flatMap(indicatorFaults));
  return faults.length === 0;
}

function indicatorFaults(indicator: Fields, index: number): RubricFault[] {
  const name = isText(indicator['id']) ? String(indicator['id']) : `第${index + 1}个指标`;
  const { method } = indicator;
  const type = isFields(method) ? method['type'] : undefined;
  const own = shapeFaults(indicator, INDICATOR, name);
  if (typeof type !== 'string' || !Object.hasOwn(METHODS, type) || !isFields(method)) {
    const known = Object.keys(METHODS).join('、');
    return [...own, { indicator: name, message: `计分法（method 的 type）应当是 ${known} 之一。` }];
  }
  return [...own, ...shapeFaults(method, METHODS[type as Method['type']], name)];
}

function shapeFaults(fields: Fields, shapes: Readonly<Record<string, Shape>>, indicator: string | null): RubricFault[] {
  return Object.entries(shapes).flatMap(([name, [words, test]]) =>
    test(fields[name]) ? [] : [{ indicator, message: `“${name}”应当是${words}。` }],
  );
}

function numbersAsTexts(value: unknown, name = ''): unknown {
  if (typeof value === 'number' && name !== 'year' && Number.isFinite(value)) return Decimal.of(value).toString();
  if (Array.isArray(value)) return value.map((one) => numbersAsTexts(one));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, numbersAsTexts(own, key)]));
}
