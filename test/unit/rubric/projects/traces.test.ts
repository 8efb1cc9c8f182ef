import { evaluated, expenditureSheet, indicatorSheet, REACHED } from './project-tables';

const SPENT = expenditureSheet([['临时救助', 60, 80, 72]]);

describe('everything a live formula needs can be traced', () => {
  test('the money of 预算执行率 to its cells', () => {
    const trace = evaluated([indicatorSheet(REACHED), SPENT]).traces.get('临时救助');
    if (trace?.type !== 'execution') throw new Error('no trace');
    const { initialBudget, annualBudget, actual } = trace.money.lines.年度资金总额;
    const cells = [initialBudget, annualBudget, actual].map((amount) => amount?.place);
    expect(cells).toEqual([1, 2, 3].map((column) => ({ sheet: '项目支出情况表', row: 3, column })));
    expect(annualBudget?.value.toString()).toBe('80');
  });

  test('number cells with the power between cell and number, texts without cell', () => {
    const rows = [
      ['产出指标', '数量指标', '救助人次', '≥500人次', 450, 30],
      ['产出指标', '质量指标', '发放准确率', '≥95%', 76, 20],
      ...REACHED.slice(1),
    ];
    const { traces } = evaluated([indicatorSheet(rows), SPENT]);
    expect(traces.get('临时救助|产出指标/数量指标/救助人次')).toMatchObject({
      method: 'at-least',
      targetCell: null,
      actualCell: { place: { row: 3, column: 5 }, power: 0 },
      points: { place: { row: 3, column: 6 }, isNumber: true },
    });
    expect(traces.get('临时救助|产出指标/质量指标/发放准确率')).toMatchObject({
      actualCell: { place: { row: 4, column: 5 }, power: -2 },
    });
  });

  test('a qualitative score to its share', () => {
    const trace = evaluated([indicatorSheet(REACHED), SPENT]).traces.get('临时救助|效益指标/社会效益指标/基本生活');
    expect(trace?.type === 'indicator' && [trace.method, trace.share?.toString()]).toEqual([null, '1']);
  });

  test('every indicator and project by its own id', () => {
    const { projects, traces } = evaluated([indicatorSheet(REACHED), SPENT]);
    const ids = projects.flatMap(({ id, indicators }) => [id, ...indicators.map((one) => one.id)]);
    expect([...traces.keys()]).toEqual(ids);
  });
});
