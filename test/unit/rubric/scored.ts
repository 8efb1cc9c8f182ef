import type { Indicator, Method, Target } from '../../../src/rubric/pack';

/** ≥95%, ≤6个工作日, 100% as a target; words for 定性. */
export function target(text: string): Target {
  const [, sign, value, unit] = /^([≥≤=><]?)(-?\d+(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  if (value === undefined) return { sign: '定性', value: text, unit: '' };
  return { sign: (sign === '' ? '≥' : sign) as Target['sign'], value, unit: unit ?? '' };
}

/** An indicator of a rubric with everything else plain. */
export function indicator(method: Method, more: Partial<Indicator> = {}): Indicator {
  return {
    id: 'one',
    path: ['过程', '预算执行', '某指标'],
    points: '10',
    formula: null,
    display: 'ratio',
    target: null,
    method,
    evidence: [],
    basis: '试验',
    confirmed: false,
    note: '',
    ...more,
  };
}
