import type { CellValue } from '../../../../src/model/grid';
import { Grid } from '../../../../src/model/grid';
import type { Table } from '../../../../src/model/table';
import type { ProjectAnswers } from '../../../../src/rubric/projects/answers';
import type { ProjectResults } from '../../../../src/rubric/projects/evaluate';
import { evaluateProjects } from '../../../../src/rubric/projects/evaluate';
import { recognise } from '../../../../src/tables/recognise';

export type Row = readonly CellValue[];

/** 一级、二级、三级指标、指标值、实际完成值、分值、得分、偏差原因; each row after the name of its project. */
export const INDICATOR_HEADER: Row = [
  '项目名称',
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

/** Nine tenths of a project that reaches everything: only 预算执行率 is left to the test. */
export const REACHED: readonly Row[] = [
  ['产出指标', '数量指标', '救助人次', '≥500人次', '520人次', 50, 50],
  ['效益指标', '社会效益指标', '基本生活', '得到保障', '达成预期指标', 30, 30],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥95%', '96%', 10, 10],
];

/** 项目绩效指标表 with these rows for one project. */
export function indicatorSheet(rows: readonly Row[], project = '临时救助'): Grid {
  return indicatorsOf(rows.map((row) => [project, ...row]));
}

/** 项目绩效指标表 whose rows name their project themselves. */
export function indicatorsOf(rows: readonly Row[], header: Row = INDICATOR_HEADER): Grid {
  return Grid.ofRows('项目绩效指标表', [['2023年度项目绩效指标表'], ['单位名称：云岭县民政局'], header, ...rows]);
}

/** 项目支出情况表: project, 年初预算数, 全年预算数, 全年执行数. */
export function expenditureSheet(rows: readonly Row[]): Grid {
  return Grid.ofRows('项目支出情况表', [
    ['2023年度项目支出情况表'],
    ['单位名称：云岭县民政局', null, null, '单位：万元'],
    ['项目名称', '年初预算数', '全年预算数', '全年执行数'],
    ...rows,
  ]);
}

/** 项目绩效目标表, one form for one project. */
export function goalSheet(project: string, amount: number, rows: readonly Row[]): Grid {
  return Grid.ofRows(`目标${project}`, [
    ['2023年度项目绩效目标表'],
    ['单位名称：云岭县民政局', null, null, '单位：万元'],
    ['项目名称', project],
    ['资金总额', amount, '其中：财政拨款', amount],
    ['年度目标', '保障困难群众基本生活。'],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ...rows,
  ]);
}

/** 项目支出绩效自评表, the official form. */
export function formSheet(project: string, money: Row, rows: readonly Row[], name = '自评表'): Grid {
  return Grid.ofRows(name, [
    ['项目支出绩效自评表'],
    ['（2023年度）'],
    ['项目名称', project],
    ['主管部门', '云岭县民政局', null, null, '实施单位', '云岭县民政局'],
    ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    [null, '年度资金总额', ...money],
    ['绩效指标', ...INDICATOR_HEADER.slice(1)],
    ...rows.map((row): Row => [null, ...row]),
  ]);
}

export function tablesIn(...grids: readonly Grid[]): readonly Table[] {
  return recognise(grids).tables;
}

/** Sheets recognised as the product does it, then evaluated. */
export function evaluated(grids: readonly Grid[], answers: ProjectAnswers = {}): ProjectResults {
  return evaluateProjects(tablesIn(...grids), answers);
}

/** The rules that said something, in order, with their class. */
export function said(results: ProjectResults): string[] {
  return results.findings.map(({ rule, class: level }) => `${level} ${rule}`);
}
