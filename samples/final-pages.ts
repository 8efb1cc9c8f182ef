import figures from './figures-2023.json';
import { finalPage, wan } from './final-page';
import { appropriationSummary, generalBudgetBasic, incomeExpenditureSummary } from './final-summaries';
import { finalLines, from, functionalRows, hundreds, total } from './lines';
import type { CodedRow } from './lines';
import type { Heading, Page, Value } from './page';

/** The nine final-account tables and 国有资产占用情况表, in 万元. */
export function finalPages(): Page[] {
  return [
    incomeExpenditureSummary(),
    income(),
    expenditure(),
    appropriationSummary(),
    generalBudgetExpenditure(),
    generalBudgetBasic(),
    flow('公开07表', '政府性基金预算财政拨款收入支出决算表', 'fund', '政府性基金预算'),
    flow('公开08表', '国有资本经营预算财政拨款支出决算表', 'capital', '国有资本经营预算'),
    threePublic(),
    stateAssets(),
  ];
}

/** A table by functional account: 类, 款, 项 columns, the account's name, amounts; three header rows with 栏次. */
function functional(
  form: string,
  title: string,
  columns: readonly string[],
  rows: readonly CodedRow[],
  notes: string[],
): Page {
  return finalPage(form, title, {
    header: [
      [{ text: '项目', across: 4 }, null, null, null, ...columns.map((text) => ({ text, down: 2 }))],
      [{ text: '功能分类科目编码', across: 3 }, null, null, { text: '科目名称' }, ...columns.map(() => null)],
    ],
    numbering: ['类', '款', '项', '栏次', ...columns.map((_, at) => at + 1)],
    body: rows.map((row) => [row.code, null, null, row.label, ...row.amounts.map(wan)]),
    notes,
    widths: [9, 5, 5, 38, ...columns.map(() => 14)],
  });
}

function income(): Page {
  const sources = [['general', 'fund', 'capital'], ['superior'], ['business'], ['operation'], ['affiliate'], ['other']];
  const rows = functionalRows(finalLines, (line) => [
    line.income,
    ...sources.map((own) => (own.includes(line.source) ? line.income : 0)),
  ]);
  const columns = ['财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
  return functional('公开02表', '收入决算表', ['本年收入合计', ...columns], rows, []);
}

function expenditure(): Page {
  const rows = functionalRows(finalLines, ({ basic, project }) => [basic + project, basic, project, 0, 0, 0]);
  const columns = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  return functional('公开03表', '支出决算表', columns, rows, [`注：${figures.published.expenditureNote}`]);
}

function generalBudgetExpenditure(): Page {
  const rows = functionalRows(from(finalLines, 'general'), ({ basic, project }) => [basic + project, basic, project]);
  const title = '一般公共预算财政拨款支出决算表';
  return functional('公开05表', title, ['合计', '基本支出', '项目支出'], rows, []);
}

/** Money with an opening and a closing balance, by functional account; an empty table says that it is empty. */
function flow(form: string, title: string, source: string, name: string): Page {
  const lines = from(finalLines, source);
  const rows = functionalRows(lines, (line) => [
    line.opening,
    line.income,
    line.basic + line.project,
    line.basic,
    line.project,
    line.closing,
  ]);
  return finalPage(form, title, {
    header: [
      [
        { text: '项目', across: 4 },
        ...[null, null, null],
        { text: '年初结转和结余', down: 2 },
        { text: '本年收入', down: 2 },
        { text: '本年支出', across: 3 },
        ...[null, null],
        { text: '年末结转和结余', down: 2 },
      ],
      [
        { text: '功能分类科目编码', across: 3 },
        ...[null, null],
        { text: '科目名称' },
        ...[null, null],
        ...['小计', '基本支出', '项目支出'].map((text) => ({ text })),
        null,
      ],
    ],
    numbering: ['类', '款', '项', '栏次', 1, 2, 3, 4, 5, 6],
    body: rows.map((row) => [row.code, null, null, row.label, ...row.amounts.map(wan)]),
    notes: lines.length === 0 ? [`注：本单位 2023 年没有${name}收入和支出，本表为空表。`] : [],
    widths: [9, 5, 5, 38, 14, 14, 14, 14, 14, 14],
  });
}

function threePublic(): Page {
  const { overseas, vehiclePurchase, vehicleRunning, reception } = figures.threePublic;
  const row = (which: 'budget' | 'final'): Value[] => {
    const amounts = [overseas, vehiclePurchase, vehicleRunning, reception].map((item) => hundreds(item[which]));
    const [abroad = 0, purchase = 0, running = 0, guests = 0] = amounts;
    return [total(amounts), abroad, purchase + running, purchase, running, guests].map((amount) => amount / 100);
  };
  const half = (text: string): (Heading | null)[] => [{ text, across: 6 }, ...new Array<null>(5).fill(null)];
  const items = (): (Heading | null)[] => [
    { text: '合计', down: 2 },
    { text: '因公出国（境）费', down: 2 },
    { text: '公务用车购置及运行维护费', across: 3 },
    ...[null, null],
    { text: '公务接待费', down: 2 },
  ];
  const vehicles = (): (Heading | null)[] => [
    ...[null, null],
    ...['小计', '公务用车购置费', '公务用车运行维护费'].map((text) => ({ text })),
    null,
  ];
  return finalPage('公开09表', '财政拨款“三公”经费支出决算表', {
    sheet: '“三公”经费支出决算表',
    header: [
      [...half('预算数'), ...half('决算数')],
      [...items(), ...items()],
      [...vehicles(), ...vehicles()],
    ],
    numbering: Array.from({ length: 12 }, (_, at) => at + 1),
    body: [[...row('budget'), ...row('final')]],
    widths: new Array<number>(12).fill(13),
  });
}

function stateAssets(): Page {
  const vehicles = ['副部（省）级及以上领导用车', '主要负责人用车', '机要通信用车', '应急保障用车', '执法执勤用车'];
  const others = ['特种专业技术用车', '离退休干部服务用车', '其他用车'];
  const counts = figures.stateAssets;
  return finalPage('公开10表', '国有资产占用情况表', {
    unit: null,
    header: [
      [
        { text: '车辆（辆）', across: 9 },
        ...new Array<null>(8).fill(null),
        { text: '单价100万元（含）以上设备（不含车辆）（台/套）', down: 2 },
      ],
      [...['合计', ...vehicles, ...others].map((text) => ({ text })), null],
    ],
    numbering: Array.from({ length: 10 }, (_, at) => at + 1),
    body: [[total(counts.slice(0, 8)), ...counts]],
    widths: new Array<number>(10).fill(13),
  });
}
