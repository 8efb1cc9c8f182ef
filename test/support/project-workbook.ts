import { Grid } from '../../src/model/grid';
import { INDICATOR_HEADER, expenditureSheet, indicatorsOf } from '../unit/rubric/projects/project-tables';
import type { Row } from '../unit/rubric/projects/project-tables';
import { xlsxOf } from './book';

/** Indicators of each project in {@link projectSheets}. */
export const INDICATORS_PER_PROJECT = 20;
/** 项目名称, 一级、二级、三级指标, 年度指标值: what is approved before the year begins. */
const GOAL_COLUMNS = 5;

/**
 * The sheets of a bureau with many projects: 项目绩效指标表 with twenty indicators for each, 项目支出情况表 and
 * 项目绩效目标汇总表. Every third project is spelt differently with its money, some miss targets.
 */
export function projectSheets(projects: number): Grid[] {
  const names = Array.from({ length: projects }, (_, at) => `第${at + 1}号民生保障事项`);
  const money = names.map((name, at): Row => [at % 3 === 0 ? `${name}项目` : name, 60 + at, 80 + at, 72 + at]);
  const indicators = names.flatMap(indicatorRows);
  const goals = [INDICATOR_HEADER, ...indicators].map((row) => row.slice(0, GOAL_COLUMNS));
  return [
    indicatorsOf(indicators),
    expenditureSheet(money),
    Grid.ofRows('项目绩效目标汇总表', [['2023年度项目绩效目标汇总表'], ['单位名称：云岭县民政局'], ...goals]),
  ];
}

/** {@link projectSheets} as a workbook file. */
export function projectWorkbook(projects: number): Uint8Array {
  const sheets = projectSheets(projects).map((grid) => ({
    name: grid.sheet,
    rows: Array.from({ length: grid.description.rowCount }, (_, row) => grid.row(row)),
  }));
  return xlsxOf({ sheets });
}

function indicatorRows(project: string): Row[] {
  return Array.from({ length: INDICATORS_PER_PROJECT }, (_, at): Row => {
    const target = 100 + at;
    const words = ['效益指标', '社会效益指标', `效果${at}`, '有所改善', '达成预期指标', 4.5, 4.5, null];
    const numbers = ['产出指标', '数量指标', `事项${at}`, `≥${target}人`, `${target - (at % 4)}人`, 4.5, 4.5, null];
    return [project, ...(at % 5 === 4 ? words : numbers)];
  });
}
