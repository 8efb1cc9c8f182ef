import type { BandMethod, Indicator, Method, ThresholdStepMethod } from '../../../src/rubric/pack';
import { target } from './scored';

/** One value scored by one indicator: in the words of the rule, with the value in the scale of the target (0.95 = 95 %). */
export interface MethodCase {
  readonly rule: string;
  readonly scored: Pick<Indicator, 'method' | 'target' | 'display'>;
  readonly points: string;
  readonly value: string;
  /** Shown with two decimals, half up. */
  readonly score: string;
}

type Line = readonly [value: string, score: string];

function cases(
  rule: string,
  points: string,
  method: Method,
  aim: string | null,
  lines: readonly Line[],
  display: Indicator['display'] = 'ratio',
): MethodCase[] {
  const scored = { method, target: aim === null ? null : target(aim), display };
  return lines.map(([value, score]) => ({ rule, scored, points, value, score }));
}

const step = (partial: ThresholdStepMethod['partial'], per = '1', deduct = '0.1'): ThresholdStepMethod => ({
  type: 'threshold-step',
  per,
  deduct,
  partial,
});

const EXECUTION_BANDS: BandMethod = {
  type: 'band',
  bound: 'at-least',
  bands: [
    { limit: '95', award: { points: '5' } },
    { limit: '90', award: { points: '3' } },
    { limit: '80', award: { points: '1' } },
  ],
  otherwise: { share: '0' },
};

const REMAINDER_BANDS: BandMethod = {
  type: 'band',
  bound: 'at-most',
  bands: [
    { limit: '9', award: { share: '1' } },
    { limit: '20', award: { share: '0.5' } },
  ],
  otherwise: { share: '0' },
};

export const METHOD_CASES: readonly MethodCase[] = [
  ...cases('按比例，目标≥100%，10分', '10', { type: 'ratio' }, '≥100%', [
    ['1', '10'],
    ['1.2', '10'],
    ['0.9955257059', '9.96'],
    ['0.5', '5'],
    ['0', '0'],
    ['-0.1', '0'],
  ]),
  ...cases(
    '按比例，目标≥22个，5分',
    '5',
    { type: 'ratio' },
    '≥22个',
    [
      ['22', '5'],
      ['11', '2.5'],
      ['23', '5'],
    ],
    'count',
  ),
  ...cases(
    '按比例反向，目标≤6个工作日，5分',
    '5',
    { type: 'ratio' },
    '≤6个工作日',
    [
      ['5', '5'],
      ['6', '5'],
      ['8', '3.75'],
      ['0', '5'],
    ],
    'count',
  ),
  ...cases('按比例反向，目标≤0，达不到没有比例可算', '3', { type: 'ratio' }, '≤0%', [
    ['0', '3'],
    ['-0.1', '3'],
    ['0.01', '0'],
  ]),
  ...cases(
    '按比例，目标=12次，多做少做都按比例',
    '4',
    { type: 'ratio' },
    '=12次',
    [
      ['12', '4'],
      ['9', '3'],
      ['16', '3'],
      ['0', '0'],
    ],
    'count',
  ),
  ...cases('按比例，低于60%不得分', '10', { type: 'ratio', nothingBelow: '0.6' }, '≥100%', [
    ['0.6', '6'],
    ['0.5999', '0'],
  ]),
  ...cases('没有目标，值就是得分比例', '8', { type: 'ratio' }, null, [
    ['0.75', '6'],
    ['1.5', '8'],
  ]),

  ...cases('≤100%计1分，每超1个百分点扣0.1分，不足的按比例', '1', step('proportional'), '≤100%', [
    ['0.98', '1'],
    ['1', '1'],
    ['1.03', '0.7'],
    ['1.035', '0.65'],
    ['1.1', '0'],
    ['1.5', '0'],
  ]),
  ...cases('≤100%计1分，每超1个百分点扣0.1分，不足1个按1个', '1', step('counts'), '≤100%', [
    ['1.03', '0.7'],
    ['1.0301', '0.6'],
    ['1.0001', '0.9'],
  ]),
  ...cases('≤100%计1分，每超1个百分点扣0.1分，不足1个不扣', '1', step('ignored'), '≤100%', [
    ['1.03', '0.7'],
    ['1.0299', '0.8'],
    ['1.0099', '1'],
  ]),
  ...cases('变动率≤0计3分，每超1个百分点扣0.3分', '3', step('proportional', '1', '0.3'), '≤0%', [
    ['-0.025', '3'],
    ['0', '3'],
    ['0.025', '2.25'],
    ['0.2', '0'],
  ]),
  ...cases('≥100%计10分，每低1个百分点扣0.5分', '10', step('proportional', '1', '0.5'), '≥100%', [
    ['1.1', '10'],
    ['0.97', '8.5'],
    ['0.7', '0'],
  ]),
  ...cases(
    '=12次计4分，每相差1次扣1分',
    '4',
    step('counts', '1', '1'),
    '=12次',
    [
      ['12', '4'],
      ['10', '2'],
      ['13', '3'],
    ],
    'count',
  ),

  ...cases('95%（含）以上5分，90%（含）以上3分，80%（含）以上1分，其余0分', '5', EXECUTION_BANDS, null, [
    ['0.95', '5'],
    ['0.9499', '3'],
    ['0.9', '3'],
    ['0.8', '1'],
    ['0.7999', '0'],
  ]),
  ...cases('9%（含）以内满分，20%（含）以内一半，其余0分', '4', REMAINDER_BANDS, '≤9%', [
    ['0.09', '4'],
    ['0.0901', '2'],
    ['0.2', '2'],
    ['0.2001', '0'],
    ['-0.01', '4'],
  ]),

  ...cases('定性，按所填比例', '10', { type: 'qualitative' }, '有所提高', [
    ['1', '10'],
    ['0.85', '8.5'],
    ['0', '0'],
  ]),
  ...cases(
    '4个要点各1分',
    '4',
    { type: 'checklist', items: ['甲', '乙', '丙', '丁'] },
    null,
    [
      ['4', '4'],
      ['3', '3'],
      ['0', '0'],
    ],
    'count',
  ),
  ...cases(
    '3个要点平分2分',
    '2',
    { type: 'checklist', items: ['甲', '乙', '丙'] },
    null,
    [
      ['1', '0.67'],
      ['2', '1.33'],
    ],
    'count',
  ),
  ...cases(
    '每符合一个得1分，最多3分',
    '3',
    { type: 'checklist', items: ['甲', '乙', '丙', '丁'], each: '1' },
    null,
    [
      ['4', '3'],
      ['2', '2'],
    ],
    'count',
  ),
  ...cases(
    '每发现一项扣2分，扣完为止',
    '5',
    { type: 'deduction', counted: '违规事项', each: '2' },
    null,
    [
      ['0', '5'],
      ['1', '3'],
      ['3', '0'],
    ],
    'count',
  ),

  ...cases('尾数正好在半分上：1.005分记1.01分', '2.01', { type: 'ratio' }, '≥100%', [['0.5', '1.01']]),
  ...cases('尾数正好在半分上：10.075分记10.08分', '20.15', { type: 'ratio' }, '≥100%', [['0.5', '10.08']]),
];
