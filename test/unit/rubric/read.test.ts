import { RUBRICS } from '../../../src/rubric/packs';
import { readRubric } from '../../../src/rubric/read';

type Fields = Record<string, unknown>;

/** A file of one indicator, written by hand with plain numbers. */
function file(indicator: Fields = {}, rubric: Fields = {}): Fields {
  const only = {
    id: 'staff',
    path: ['投入', '预算配置', '在职人员控制率'],
    points: 100,
    formula: [{ expression: '在职人员数 / 编制数', base: '以编制数为基数' }],
    display: 'ratio',
    target: { sign: '≤', value: 100, unit: '%' },
    method: { type: 'threshold-step', per: 1, deduct: 0.1, partial: 'counts' },
    evidence: ['编制批复'],
    basis: '某市财政局附件',
    confirmed: true,
    note: '',
    ...indicator,
  };
  return {
    id: 'mine',
    title: '我的评分办法',
    region: [],
    year: 2023,
    full: 100,
    grades: [{ name: '合格', from: 0 }],
    basis: '某市财政局附件',
    pointsBasis: 'confirmed',
    indicators: [only],
    ...rubric,
  };
}

function faults(content: unknown): (string | null)[][] {
  const outcome = readRubric(content);
  return 'faults' in outcome ? outcome.faults.map(({ indicator, message }) => [indicator, message]) : [];
}

describe('a rubric file', () => {
  it('gives every shipped rubric back as it is', () => {
    for (const rubric of RUBRICS) expect(readRubric(JSON.parse(JSON.stringify(rubric)))).toEqual({ rubric });
  });

  it('may state numbers as numbers', () => {
    const outcome = readRubric(file());
    expect(outcome).toMatchObject({ rubric: { full: '100', year: 2023, indicators: [{ method: { deduct: '0.1' } }] } });
  });

  it.each([[null], ['评分表'], [[]], [42]])('is refused when it is no rubric at all: %j', (content) => {
    expect(faults(content)).toEqual([[null, '这不是评分办法文件，请选用导出的评分办法。']]);
  });

  it('is refused with the field and what belongs there', () => {
    expect(faults(file({}, { grades: '优良中差' }))).toEqual([[null, '“grades”应当是等级和下限的列表。']]);
    expect(faults(file({ path: ['投入'] }))).toEqual([['staff', '“path”应当是一、二、三级指标三个名称。']]);
    expect(faults(file({ target: { sign: '约', value: 1, unit: '%' } }))).toEqual([
      ['staff', '“target”应当是符号、数值和单位，没有目标的写 null。'],
    ]);
    expect(faults(file({ method: { type: 'threshold-step', per: 1, deduct: 1 } }))).toEqual([
      ['staff', '“partial”应当是proportional、counts 或 ignored。'],
    ]);
    expect(faults(file({ id: undefined, method: { type: '打分' } })).map(([place]) => place)).toEqual([
      '第1个指标',
      '第1个指标',
    ]);
  });

  it('is refused when it is well formed but does not add up', () => {
    expect(faults(file({ points: 90 }))).toEqual([[null, '各指标分值之和是90分，满分是100分，请核对分值。']]);
  });
});
