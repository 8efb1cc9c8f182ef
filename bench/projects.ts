import type { CellValue } from '../src/model/grid';
import { Grid } from '../src/model/grid';
import type { Table } from '../src/model/table';
import { evaluateProjects } from '../src/rubric/projects/evaluate';
import { recognise } from '../src/tables/recognise';

const INDICATORS_PER_PROJECT = 20;
const SIZES = [5, 10, 25, 50];
const ROUNDS = 15;

type Row = readonly CellValue[];

const HEADER: Row = [
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

/** Cost of evaluating projects, for one number of them. */
export interface ProjectCost {
  readonly projects: number;
  readonly milliseconds: number;
  /** Cost per project ÷ cost per project of the smallest number: 1 is linear growth. */
  readonly perProject: number;
}

/** Evaluates 5 to 50 projects of 20 indicators each, with their money and goals; medians of several rounds. */
export function measureProjects(): ProjectCost[] {
  const books = SIZES.map((projects) => ({ projects, tables: projectTables(projects) }));
  const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  // In turns, so that a busy moment of the machine does not fall on one size alone; the first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { projects, tables } of books) {
      const start = performance.now();
      const outcome = evaluateProjects(tables);
      const spent = performance.now() - start;
      if (outcome.projects.length !== projects) throw new Error(`${outcome.projects.length} of ${projects} projects`);
      if (round > 0) times.get(projects)?.push(spent);
    }
  }
  const costs = SIZES.map((projects) => ({ projects, milliseconds: median(times.get(projects) ?? []) }));
  const smallest = costs[0] as (typeof costs)[number];
  const unit = smallest.milliseconds / smallest.projects;
  return costs.map((cost) => ({ ...cost, perProject: cost.milliseconds / cost.projects / unit }));
}

/** One line per number of projects. */
export function reportProjects(): void {
  for (const { projects, milliseconds, perProject } of measureProjects()) {
    const ratio = `cost per project ÷ that at ${SIZES[0]} projects = ${perProject.toFixed(2)} (1 = linear)`;
    console.log(
      `${projects} projects × ${INDICATORS_PER_PROJECT} indicators: ${milliseconds.toFixed(2)} ms · ${ratio}`,
    );
  }
}

/** Recognised tables of indicators, expenditure and goals; every third project is spelt differently, some miss targets. */
function projectTables(projects: number): readonly Table[] {
  const names = Array.from({ length: projects }, (_, at) => `第${at + 1}号民生保障事项`);
  const money = names.map((name, at): Row => [at % 3 === 0 ? `${name}项目` : name, 60 + at, 80 + at, 72 + at]);
  const goals = names.flatMap((name) => indicatorRows(name).map((row) => row.slice(0, 5)));
  return recognise([
    gridOf('项目绩效指标表', HEADER, names.flatMap(indicatorRows)),
    gridOf('项目支出情况表', ['项目名称', '年初预算数', '全年预算数', '全年执行数'], money),
    gridOf('项目绩效目标汇总表', HEADER.slice(0, 5), goals),
  ]).tables;
}

function gridOf(title: string, header: Row, rows: readonly Row[]): Grid {
  return Grid.ofRows(title, [[`2023年度${title}`], ['单位名称：示例县民政局', null, '单位：万元'], header, ...rows]);
}

function indicatorRows(project: string): Row[] {
  return Array.from({ length: INDICATORS_PER_PROJECT }, (_, at): Row => {
    const target = 100 + at;
    const words = ['效益指标', '社会效益指标', `效果${at}`, '有所改善', '达成预期指标', 4.5, 4.5, null];
    const numbers = ['产出指标', '数量指标', `事项${at}`, `≥${target}人`, `${target - (at % 4)}人`, 4.5, 4.5, null];
    return [project, ...(at % 5 === 4 ? words : numbers)];
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
