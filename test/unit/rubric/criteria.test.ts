import { Decimal } from '../../../src/model/decimal';
import { readCriterion } from '../../../src/rubric/import/criterion';
import { readTarget } from '../../../src/rubric/import/target';
import { methodWords } from '../../../src/rubric/method-words';
import { DEFAULT_LEVELS } from '../../../src/rubric/default-levels';
import type { Indicator, Method } from '../../../src/rubric/pack';
import { RUBRICS, rubricById } from '../../../src/rubric/packs';
import { targetText } from '../../../src/rubric/words';

function words(method: Method): string {
  switch (method.type) {
    case 'ratio':
      return `按比例${method.nothingBelow === undefined ? '' : `，低于${method.nothingBelow}不得分`}`;
    case 'threshold-step':
      return `每${method.per}扣${method.deduct}，${method.partial}`;
    case 'band': {
      const worth = (award: (typeof method)['otherwise']): string =>
        'share' in award ? `${award.share}倍` : `${award.points}分`;
      const bands = method.bands.map(({ limit, award }) => `${limit}:${worth(award)}`).join(' ');
      return `${method.bound} ${bands} 其余:${worth(method.otherwise)}`;
    }
    case 'qualitative':
      return `定性 ${(method.levels ?? []).map(({ from }) => from).join(' ')}`.trim();
    case 'checklist':
      return `${method.items.length}个要点${method.each === undefined ? '' : `各${method.each}`}`;
    case 'deduction':
      return `${method.counted}，每个扣${method.each}`;
  }
}

function read(text: string, points = 5): string {
  const criterion = readCriterion(text, Decimal.of(points));
  if (!criterion) return '没有看懂';
  return [targetText(criterion.target), words(criterion.method)].filter((part) => part !== '').join('；');
}

describe('a criterion in the words of a finance bureau', () => {
  it.each([
    ['达标满分，每超1个百分点扣0.1分，扣完为止', '每1扣0.1，proportional'],
    ['≤100%计1分，每超过1个百分点扣0.1分，扣完为止。', '≤100%；每1扣0.1，proportional'],
    ['以100%为标准，每低于5个百分点，扣减2分', '≥100%；每5扣2，proportional'],
    ['不超过9%得满分，每增加1%扣0.5分，不足1个百分点按1个百分点计', '≤9%；每1扣0.5，counts'],
    ['“三公经费”变动率≤0，计3分；每超过1个百分点扣0.3分', '≤0%；每1扣0.3，proportional'],
    ['每超过1天扣0.5分', '每1扣0.5，proportional'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    [
      '95%（含）以上得5分；90%（含）-95%得3分；80%（含）-90%得1分；80%以下不得分',
      'at-least 95:5分 90:3分 80:1分 其余:0倍',
    ],
    ['完成率≥95%得满分，90%≤完成率<95%得3分，完成率<90%得0分', 'at-least 95:1倍 90:3分 其余:0分'],
    ['结转结余率≤10%，得5分；10%-20%，得3分；20%-30%，得2分', 'at-most 10:5分 20:3分 30:2分 其余:0倍'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['每缺一项扣1分', '缺少的项，每个扣1'],
    ['制度不健全的，每缺少一项制度扣0.5分，扣完为止', '缺少的项，每个扣0.5'],
    ['发现一例违规扣2分', '违规的事项，每个扣2'],
    ['存在一处账实不符，扣1分', '账实不符的事项，每个扣1'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['①符合法律法规；②符合部门职责；③符合规划。每符合一项得1分', 3, '3个要点各1'],
    ['每符合一个要点得1分', 4, '4个要点各1'],
    ['①有制度；②制度合规。全部符合得满分', 4, '2个要点'],
  ])('%s → %s', (text, points, expected) => expect(read(text, points)).toBe(expected));

  it.each([
    ['按比例计分', '按比例'],
    ['得分=实际完成率×分值', '按比例'],
    ['完成值÷指标值×5分，低于60%不得分', '按比例，低于0.6不得分'],
    ['达成年度指标、部分达成、未达成三档，分别按100%-80%（含）、80%-50%（含）、50%-0%合理确定', '定性 0.8 0.5 0'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['', '由评价小组酌情打分', '未公开不得分', '①有制度得2分；②执行到位得3分', '每符合一项得3分'])(
    'that says something else is left alone: %s',
    (text) => expect(read(text)).toBe('没有看懂'),
  );
});

describe('the words of our own rubrics', () => {
  const all = RUBRICS.flatMap((rubric) => rubric.indicators.map((one) => [rubric.id, one.id, one] as const));

  it.each(all)('are read back as what they say: %s %s', (_, __, one) => {
    const criterion = readCriterion(methodWords(one), Decimal.of(one.points));
    const levels = one.method.type === 'qualitative' ? { levels: DEFAULT_LEVELS } : {};
    expect(criterion?.method).toEqual({ ...levels, ...one.method });
    expect(criterion?.assumed).toBe('');
  });

  it('say what is counted, what a step is and what bands give', () => {
    const words = (id: string, rubric: string): string =>
      methodWords(rubricById(rubric)?.indicators.find((one) => one.id === id) as Indicator);
    expect(words('staff-control', 'step-deduction')).toBe(
      '达标得满分，每超过1个百分点扣0.1分，不足1个按比例扣分，扣完为止',
    );
    expect(words('carry-over-rate', 'cost-efficiency')).toBe(
      '9%（含）以内得满分；15%（含）以内得分值的60%；20%（含）以内得分值的30%；其余不得分',
    );
    expect(words('three-public-system', 'step-deduction')).toBe('每有1个【缺少的“三公经费”管理制度】扣1分，扣完为止');
    expect(words('social-effect', 'mof-2013-53')).toBe(
      '定性：达成年度指标100%-80%（含）、部分达成80%-60%（含）、未达成60%-0%（含）',
    );
  });
});

describe('a stated target', () => {
  it.each([
    ['≥95%', '≥95%'],
    ['≤ 6 个工作日', '≤6个工作日'],
    ['不超过１００％', '≤100%'],
    ['100%', '≥100%'],
    ['=12次', '=12次'],
    ['有所提高', '有所提高'],
    ['2023年底前完成', '2023年底前完成'],
    ['', ''],
  ])('%s → %s', (text, expected) => expect(targetText(readTarget(text, '≥'))).toBe(expected));
});
