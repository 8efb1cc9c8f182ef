import type { KeptRow } from '../../../src/report/kept';
import { RubricSheet } from '../../../src/report/rubric-sheet';
import { ScoreSheet } from '../../../src/report/score-sheet';
import type { SheetModel } from '../../../src/sheet/sheet';
import { score } from '../../../src/rubric/score';
import { Decimal } from '../../../src/model/decimal';
import { RUBRIC, kept, keptById, reportOn, sheet, shownRows } from './small-report';

const EXECUTION = sheet(
  '2023年度预算执行情况表',
  '元',
  ['项目', '年初预算数', '预算调整数', '全年预算数', '全年执行数'],
  ['合计', 3000000, 200000, 3200000, 3078200],
);

/** 自评_评分表 of a small workbook whose execution rate is worked out from figures. */
function scoresWith(...rows: readonly KeptRow[]): SheetModel {
  const { scope, paper } = reportOn(EXECUTION);
  const rubricSheet = new RubricSheet({ base: RUBRIC, added: new Map(), refused: false }, new Map());
  const scores = new ScoreSheet(RUBRIC, score(RUBRIC, scope, {}), {}, keptById(...rows), rubricSheet, paper, null);
  return scores.compose('云岭县民政局', 2023);
}

/** Level 1 to 3, then what stands in her columns 档次, 评定值, 不适用, 原因 and 有/缺. */
function hers(model: SheetModel): string[][] {
  return shownRows(model).map((cells) => [...cells.slice(1, 4), ...cells.slice(12, 16), cells[11] ?? '']);
}

/** The keys and input columns of the hidden marks, by row. */
function marks({ rows }: SheetModel): string[] {
  return rows.flatMap(({ cells, hidden }) => {
    const [id, inputs] = cells.slice(18, 20).map((cell) => (cell?.type === 'text' ? cell.text : ''));
    return hidden || !id ? [] : [`${id}: ${inputs}`];
  });
}

describe('answers to indicators that are not scored now', () => {
  const model = scoresWith(
    kept('mof-2013-53|goal-reasonable', { 评定值: Decimal.of(3), 原因: '三定方案齐全' }),
    kept('mof-2013-53|goal-reasonable|佐证2', { '有/缺': '有' }),
    kept('imported-附件1|效果.履职效益.群众获得感', { 档次: '达成年度指标' }),
    kept('small|added-1', { 评定值: Decimal.of(1) }),
  );

  it('stand below all others, each in its column, with the rubric and indicator they are about', () => {
    const rows = hers(model);
    const heading = rows.findIndex(([first, , third]) => first === '以前填写' && third === '');
    const framework = '部门整体支出绩效自评（财预〔2013〕53号框架）';
    expect(rows.slice(heading, heading + 5)).toEqual([
      ['以前填写', '', '', '', '', '', '', ''],
      ['以前填写', framework, '绩效目标合理性', '', '[3]', '', '[三定方案齐全]', ''],
      ['以前填写', framework, '绩效目标合理性', '', '', '', '', '[有]'],
      ['以前填写', '导入的评分表：附件1', '群众获得感', '[达成年度指标]', '', '', '', ''],
      ['以前填写', 'small', '自行添加的指标', '', '[1]', '', '', ''],
    ]);
  });

  it('are marked with the keys they were typed under', () => {
    expect(marks(model).slice(-4)).toEqual([
      'mof-2013-53|goal-reasonable: 评定值 原因',
      'mof-2013-53|goal-reasonable|佐证2: 有/缺',
      'imported-附件1|效果.履职效益.群众获得感: 档次',
      'small|added-1: 评定值',
    ]);
  });

  it('change no formula above them', () => {
    const above = shownRows(scoresWith()).slice(0, 11);
    expect(shownRows(model).slice(0, 11)).toEqual(above);
  });
});

describe('a value she typed before figures gave it', () => {
  const rowOf = (model: SheetModel): string[] | undefined => hers(model).find(([, , name]) => name === '预算执行率');

  it('stays in its cell, and is not asked for otherwise', () => {
    expect(rowOf(scoresWith())).toEqual(['过程', '综合评价', '预算执行率', '', '', '[]', '[]', '']);
    const typed = scoresWith(kept('small|execution-rate', { 评定值: Decimal.of('0.5') }));
    expect(rowOf(typed)).toEqual(['过程', '综合评价', '预算执行率', '', '[0.5]', '[]', '[]', '']);
    expect(marks(typed)[0]).toMatch(/^small\|execution-rate: 评定值 不适用 原因$/);
  });

  it('does not count', () => {
    const valueOf = (model: SheetModel): string | undefined =>
      shownRows(model).find((cells) => cells[3] === '预算执行率')?.[7];
    expect(valueOf(scoresWith(kept('small|execution-rate', { 评定值: Decimal.of('0.5') })))).toBe(
      valueOf(scoresWith()),
    );
  });
});
