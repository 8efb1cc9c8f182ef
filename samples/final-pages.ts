import figures from './figures-2023.json';
import { appropriationSummary, generalBudgetBasic, incomeExpenditureSummary } from './final-summaries';
import { column, columns, frame, wan, wanOrBlank } from './frames';
import { finalLines, from, functionalRows, hundreds, total } from './lines';
import type { CodedRow, SampleYear } from './lines';
import type { BodyRow, Heading, Page } from './page';
import { sampleNote, stated } from './published';

/** The nine final-account tables and 国有资产占用情况表 of 2023, in 万元. */
export function finalPages(): Page[] {
  return [
    incomeExpenditureSummary(2023),
    income(),
    expenditure(2023),
    appropriationSummary(2023),
    generalBudgetExpenditure(),
    generalBudgetBasic(),
    governmentFund(2023),
    stateCapital(),
    threePublic(),
    stateAssets(),
  ];
}

/** A table by functional account: the code over 类, 款, 项, the account's name, amounts; 栏次 below the header. */
function functional(amounts: readonly string[], rows: readonly CodedRow[]): Omit<Page, keyof ReturnType<typeof frame>> {
  return {
    header: [
      [{ text: '项目', across: 4 }, ...amounts.map((text): Heading => ({ text, down: 2 }))],
      [{ text: '功能分类科目编码', across: 3 }, { text: '科目名称' }],
    ],
    numbering: ['类', '款', '项', '栏次', ...amounts.map((_, at) => at + 1)],
    columns: [...columns(3, 'code', 5), column('label', 38), ...columns(amounts.length, 'money', 15)],
    body: codedBody(rows),
  };
}

function codedBody(rows: readonly CodedRow[]): BodyRow[] {
  return rows.map((row) => {
    const named =
      row.code === null
        ? [{ value: row.label, across: 4, look: 'middle' as const }]
        : [{ value: row.code, across: 3 }, row.label];
    return { cells: [...named, ...row.amounts.map(wanOrBlank)], strong: row.code === null };
  });
}

function income(): Page {
  const sources = [['general', 'fund', 'capital'], ['superior'], ['business'], ['operation'], ['affiliate'], ['other']];
  const rows = functionalRows(finalLines(2023), (line) => [
    line.income,
    ...sources.map((own) => (own.includes(line.source) ? line.income : 0)),
  ]);
  const amounts = ['财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
  const note = sampleNote(`上级补助收入合计 ${stated('final.superior-grants')}`);
  return {
    ...frame('收入决算表', '万元', [note], { form: '公开02表', landscape: true }),
    ...functional(['本年收入合计', ...amounts], rows),
  };
}

export function expenditure(year: SampleYear): Page {
  const rows = functionalRows(finalLines(year), ({ basic, project }) => [basic + project, basic, project, 0, 0, 0]);
  const amounts = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  const [basic, project] = [stated('final.basic'), stated('final.project')];
  const notes =
    year === 2023
      ? [
          sampleNote('本年支出合计、基本支出和项目支出的合计数'),
          `注：2023年总支出 ${stated('final.expenditure')}，其中基本支出 ${basic}，占 ${stated('final.basic-share')}；` +
            `项目支出 ${project}，占 ${stated('final.project-share')}。`,
        ]
      : [sampleNote()];
  return {
    ...frame('支出决算表', '万元', notes, { year, form: '公开03表', landscape: true }),
    ...functional(amounts, rows),
  };
}

function generalBudgetExpenditure(): Page {
  const lines = from(finalLines(2023), 'general');
  const rows = functionalRows(lines, ({ basic, project }) => [basic + project, basic, project]);
  return {
    ...frame('一般公共预算财政拨款支出决算表', '万元', [sampleNote()], { form: '公开05表' }),
    ...functional(['合计', '基本支出', '项目支出'], rows),
  };
}

export function governmentFund(year: SampleYear): Page {
  const title = '政府性基金预算财政拨款收入支出决算表';
  return {
    ...frame(title, '万元', [sampleNote()], { year, form: '公开07表', landscape: true }),
    ...flow(year, 'fund'),
  };
}

/** The bureau has no such money: the table is published empty and says so. */
function stateCapital(): Page {
  const empty = '注：本单位2023年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。';
  return {
    ...frame('国有资本经营预算财政拨款支出决算表', '万元', [empty, sampleNote()], {
      form: '公开08表',
      landscape: true,
    }),
    ...flow(2023, 'capital'),
  };
}

/** Money with an opening and a closing balance, by functional account. */
function flow(year: SampleYear, source: string): Omit<Page, keyof ReturnType<typeof frame>> {
  const rows = functionalRows(from(finalLines(year), source), (line) => [
    line.opening,
    line.income,
    line.basic + line.project,
    line.basic,
    line.project,
    line.closing,
  ]);
  const amounts =
    rows.length > 1 ? codedBody(rows) : [{ cells: [{ value: '合计', across: 4 }, ...new Array<null>(6).fill(null)] }];
  return {
    header: [
      [
        { text: '项目', across: 4 },
        { text: '年初结转和结余', down: 2 },
        { text: '本年收入', down: 2 },
        { text: '本年支出', across: 3 },
        { text: '年末结转和结余', down: 2 },
      ],
      [
        { text: '功能分类科目编码', across: 3 },
        { text: '科目名称' },
        ...['小计', '基本支出', '项目支出'].map((text) => ({ text })),
      ],
    ],
    numbering: ['类', '款', '项', '栏次', 1, 2, 3, 4, 5, 6],
    columns: [...columns(3, 'code', 5), column('label', 36), ...columns(6, 'money', 14)],
    body: amounts,
  };
}

function threePublic(): Page {
  const { overseas, vehiclePurchase, vehicleRunning, reception } = figures.threePublic;
  const row = (which: 'budget' | 'final'): number[] => {
    const amounts = [overseas, vehiclePurchase, vehicleRunning, reception].map((item) => hundreds(item[which]));
    const [abroad = 0, purchase = 0, running = 0, guests = 0] = amounts;
    return [total(amounts), abroad, purchase + running, purchase, running, guests].map(wan);
  };
  const items: Heading[] = [
    { text: '合计', down: 2 },
    { text: '因公出国（境）费', down: 2 },
    { text: '公务用车购置及运行维护费', across: 3 },
    { text: '公务接待费', down: 2 },
  ];
  const vehicles = ['小计', '公务用车购置费', '公务用车运行维护费'].map((text) => ({ text }));
  return {
    ...frame('财政拨款“三公”经费支出决算表', '万元', [sampleNote()], {
      sheet: '“三公”经费支出决算表',
      form: '公开09表',
      landscape: true,
    }),
    header: [
      [
        { text: '预算数', across: 6 },
        { text: '决算数', across: 6 },
      ],
      [...items, ...items],
      [...vehicles, ...vehicles],
    ],
    numbering: Array.from({ length: 12 }, (_, at) => at + 1),
    columns: columns(12, 'money', 12),
    body: [{ cells: [...row('budget'), ...row('final')] }],
  };
}

function stateAssets(): Page {
  const vehicles = ['副部（省）级及以上领导用车', '主要负责人用车', '机要通信用车', '应急保障用车', '执法执勤用车'];
  const others = ['特种专业技术用车', '离退休干部服务用车', '其他用车'];
  const counts = figures.stateAssets;
  return {
    ...frame('国有资产占用情况表', null, [sampleNote()], { form: '公开10表', landscape: true }),
    header: [
      [
        { text: '车辆（辆）', across: 9 },
        { text: '单价100万元（含）以上设备（不含车辆）（台/套）', down: 2 },
      ],
      ['合计', ...vehicles, ...others].map((text) => ({ text })),
    ],
    numbering: Array.from({ length: 10 }, (_, at) => at + 1),
    columns: [...columns(9, 'count', 12), column('count', 20)],
    body: [{ cells: [total(counts.slice(0, 8)), ...counts] }],
  };
}
