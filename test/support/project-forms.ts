import { Grid } from '../../src/model/grid';
import type { CellValue, WorkbookSource } from '../../src/model/grid';
import type { KeptRow, KeptSheet } from '../../src/report/kept';
import { readKeptSheet } from '../../src/report/kept';
import { projectAnswersFrom } from '../../src/report/project-answers';
import { projectAmountsFrom } from '../../src/report/project-money';
import { projectSheet } from '../../src/report/project-sheet';
import { figuresOfProjects } from '../../src/report/project-source';
import { SHEETS } from '../../src/report/sheet-names';
import { WorkingPaper } from '../../src/report/working-paper';
import { readGrid } from '../../src/model/read-grid';
import type { ProjectAnswers } from '../../src/rubric/projects/answers';
import type { ProjectResults } from '../../src/rubric/projects/evaluate';
import { evaluateProjects } from '../../src/rubric/projects/evaluate';
import type { Plan } from '../../src/sheet/plan';
import type { SheetModel } from '../../src/sheet/sheet';
import { openWorkbookFile } from '../../src/hosts/xlsx/open';
import { writePlan } from '../../src/hosts/xlsx/write/write';
import { recognise } from '../../src/tables/recognise';
import { xlsxOf } from './book';

export type Row = readonly CellValue[];

/** A sheet of hers: name and rows. */
export type Sheet = readonly [name: string, rows: readonly Row[]];

export interface Forms {
  readonly results: ProjectResults;
  readonly sheet: SheetModel;
  readonly plan: Plan;
  /** Her workbook with the forms written into it. */
  readonly bytes: () => Uint8Array;
}

const ABOUT = { unitName: '云岭县民政局', year: 2023 };
const NOTHING: ReadonlyMap<string, KeptRow> = new Map();

/** 项目绩效指标表: every row names its project. */
export function indicators(...rows: readonly Row[]): Sheet {
  const columns = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
  return [
    '项目绩效指标表',
    [
      ['2023年度项目绩效指标表'],
      ['单位名称：云岭县民政局'],
      ['项目名称', ...columns, '偏差原因分析及改进措施'],
      ...rows,
    ],
  ];
}

/** 项目支出情况表: 项目名称, 年初预算数, 全年预算数, 其中三项, 全年执行数. */
export function expenditure(...rows: readonly Row[]): Sheet {
  const parts = ['当年财政拨款', '上年结转资金', '其他资金'];
  return [
    '项目支出情况表',
    [
      ['2023年度项目支出情况表'],
      ['单位名称：云岭县民政局', null, null, null, null, null, '单位：万元'],
      ['项目名称', '年初预算数', '全年预算数', ...parts, '全年执行数'],
      ...rows,
    ],
  ];
}

/** 项目绩效目标表 of one project. */
export function goals(project: string, goal: string): Sheet {
  return [
    `目标${project}`,
    [
      ['2023年度项目绩效目标表'],
      ['单位名称：云岭县民政局', null, null, '单位：万元'],
      ['项目名称', project],
      ['主管部门', '云岭县民政局', '实施单位', '云岭县救助管理站'],
      ['资金总额', 60, '其中：财政拨款', 60],
      ['年度目标', goal],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '救助人次', '≥500人次'],
    ],
  ];
}

/** Sheets recognised, projects evaluated and their forms composed, as the product does it. */
export function formsOf(
  sheets: readonly Sheet[],
  { kept = NOTHING, answers = {}, about = ABOUT }: Partial<FormsOptions> = {},
): Forms {
  const grids = sheets.map(([name, rows]) => Grid.ofRows(name, rows));
  const { tables } = recognise(grids);
  const results = evaluateProjects(
    tables,
    { ...answers, ...projectAnswersFrom(kept, about.year) },
    projectAmountsFrom(kept, about.year),
  );
  const source = { ...results, tables };
  const bySheet = new Map(grids.map((grid) => [grid.sheet, grid]));
  const paper = new WorkingPaper(
    figuresOfProjects(source),
    sheets.map(([name]) => name),
    ({ sheet, row, column }) => bySheet.get(sheet)?.value(row, column) ?? null,
  );
  const sheet = projectSheet(source, paper, about, kept);
  const plan: Plan = { sheets: [sheet, paper.compose(about.unitName)].map((model) => ({ model, keepAs: null })) };
  const bytes = (): Uint8Array => {
    const book = xlsxOf({ sheets: sheets.map(([name, rows]) => ({ name, rows })) });
    const written = writePlan(book, plan);
    if ('problem' in written) throw new Error(written.problem.message);
    return written.bytes;
  };
  return { results, sheet, plan, bytes };
}

interface FormsOptions {
  readonly kept: ReadonlyMap<string, KeptRow>;
  readonly answers: ProjectAnswers;
  readonly about: { readonly unitName: string | null; readonly year: number | null };
}

/** What the sheet says, row by row: words of visible cells, formulas by the value kept beside them. */
export function shown({ sheet }: Forms): string[] {
  const visible = sheet.print.area.right;
  return sheet.rows.slice(1).map(({ cells }) =>
    cells
      .slice(0, visible + 1)
      .flatMap((cell) => {
        if (!cell || cell.type === 'blank') return [];
        if (cell.type === 'text') return cell.text;
        return cell.value === null ? [] : String(cell.value);
      })
      .filter((text) => text !== '')
      .join(' | '),
  );
}

/** A workbook's bytes, opened. */
export async function openedForms(bytes: Uint8Array): Promise<WorkbookSource> {
  const outcome = await openWorkbookFile(bytes, '工作簿.xlsx');
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.source;
}

/** The sheet of forms as it is read back from a workbook. */
export async function keptForms(bytes: Uint8Array): Promise<KeptSheet> {
  const source = await openedForms(bytes);
  const description = (await source.describe()).find(({ name }) => name === SHEETS.projects);
  if (!description) throw new Error('no sheet of forms');
  const grid = await readGrid(source, description, 'whole');
  const kept = readKeptSheet(grid, await source.formulas(SHEETS.projects));
  if (!kept) throw new Error('the sheet bears no mark');
  return kept;
}
