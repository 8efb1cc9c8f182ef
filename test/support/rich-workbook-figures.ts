/** A line of the expenditure budget, 元. */
interface BudgetLine {
  readonly code: string;
  readonly subject: string;
  readonly basic: number;
  readonly project: number;
}

export const BUDGET: readonly BudgetLine[] = [
  { code: '2080201', subject: '行政运行', basic: 4_126_800, project: 0 },
  { code: '2080202', subject: '一般行政管理事务', basic: 0, project: 386_500 },
  { code: '2080502', subject: '事业单位离退休', basic: 612_300, project: 0 },
  { code: '2080801', subject: '死亡抚恤', basic: 0, project: 1_250_000 },
  { code: '2081001', subject: '儿童福利', basic: 0, project: 968_400 },
  { code: '2081002', subject: '老年福利', basic: 0, project: 7_284_000 },
  { code: '2081901', subject: '城市最低生活保障金支出', basic: 0, project: 5_913_600 },
  { code: '2210201', subject: '住房公积金', basic: 298_176.5, project: 0 },
];

/** Where the lines of the budget stand on their sheet, rows from 1. */
export const BUDGET_ROWS = { first: 4, last: 3 + BUDGET.length, total: 4 + BUDGET.length } as const;

export const FUNDS = ['中央资金', '省级资金', '本级资金'] as const;
export type Fund = (typeof FUNDS)[number];

/** A project of the register, 元; `approved` is a day as a serial number. */
interface Project {
  readonly name: string;
  readonly fund: Fund;
  readonly budget: number;
  readonly paid: number;
  readonly approved: number;
}

export const PROJECTS: readonly Project[] = [
  { name: '困难群众救助补助', fund: '中央资金', budget: 13_560_000, paid: 13_560_000, approved: 44_927 },
  { name: '高龄老人津贴', fund: '本级资金', budget: 7_284_000, paid: 7_102_350, approved: 44_958 },
  { name: '残疾人两项补贴', fund: '省级资金', budget: 4_017_600, paid: 3_998_240, approved: 44_986 },
  { name: '孤儿基本生活费', fund: '中央资金', budget: 968_400, paid: 955_200, approved: 45_017 },
  { name: '殡葬惠民', fund: '本级资金', budget: 1_250_000, paid: 1_187_900, approved: 45_047 },
  { name: '社会组织能力建设', fund: '省级资金', budget: 386_500, paid: 312_480.75, approved: 45_078 },
];

/** Where the register of projects stands on its sheet, header row included, rows from 1. */
export const REGISTER_ROWS = { header: 3, first: 4, last: 3 + PROJECTS.length } as const;

/** Budget and payments of one fund, or of all. */
export function fundTotals(fund: Fund | null): { readonly budget: number; readonly paid: number } {
  const projects = PROJECTS.filter((project) => fund === null || project.fund === fund);
  return {
    budget: projects.reduce((sum, project) => sum + project.budget, 0),
    paid: projects.reduce((sum, project) => sum + project.paid, 0),
  };
}

export function budgetTotals(): { readonly basic: number; readonly project: number; readonly all: number } {
  const basic = BUDGET.reduce((sum, line) => sum + line.basic, 0);
  const project = BUDGET.reduce((sum, line) => sum + line.project, 0);
  return { basic, project, all: basic + project };
}

/** Names of the sheets in the order of their tabs; sheetId is not the place, as in any workbook that has been used. */
export const SHEETS = {
  budget: { name: '2023年支出预算', sheetId: 1, state: null },
  charts: { name: '图表', sheetId: 4, state: null },
  pivot: { name: '透视表', sheetId: 9, state: null },
  register: { name: '项目台账', sheetId: 2, state: null },
  summary: { name: '汇总（不要改）', sheetId: 7, state: null },
  settings: { name: '参数', sheetId: 3, state: 'hidden' },
  drafts: { name: '底稿', sheetId: 12, state: 'veryHidden' },
} as const;
export type RichSheet = keyof typeof SHEETS;

export const RICH_SHEETS = Object.keys(SHEETS) as readonly RichSheet[];

/** The part that holds a sheet. */
export function sheetPart(sheet: RichSheet): string {
  return `xl/worksheets/sheet${RICH_SHEETS.indexOf(sheet) + 1}.xml`;
}
