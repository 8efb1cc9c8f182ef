import { appropriationSummary, incomeExpenditureSummary, threePublic } from './budget-summaries';
import { column, columns, frame, yuan } from './frames';
import { budgetLines, economicRows, from, functionalRows } from './lines';
import type { CodedRow, Line } from './lines';
import type { BodyCell, BodyRow, Column, Heading, Page } from './page';
import { sampleNote, stated } from './published';

/** The nine tables of the budget published for 2023: in 元, “三公”经费 in 万元. */
export function budgetPages(): Page[] {
  return [
    incomeExpenditureSummary(2023),
    income(),
    expenditure(),
    appropriationSummary(),
    generalBudgetExpenditure(),
    generalBudgetBasic(),
    threePublic(2023),
    empty('预算公开08表', '政府性基金预算支出表', '政府性基金预算'),
    empty('预算公开09表', '国有资本经营预算支出表', '国有资本经营预算'),
  ];
}

const CODE_COLUMNS: readonly Column[] = [...columns(3, 'code', 6), column('label', 36)];

/** 类, 款 and 项 each in a column of their own, as budgets print them: 208 | 02 | 01. */
function codeCells(row: CodedRow): BodyCell[] {
  const { code, label } = row;
  if (code === null) return [null, null, null, label];
  return [code.slice(0, 3), code.slice(3, 5) || null, code.slice(5, 7) || null, label];
}

const codeHeadings: readonly Heading[] = [...['类', '款', '项'].map((text) => ({ text }))];

function functional(rows: readonly CodedRow[]): BodyRow[] {
  return rows.map((row) => ({ cells: [...codeCells(row), ...row.amounts.map(yuan)], strong: row.code === null }));
}

function income(): Page {
  const rows = functionalRows(budgetLines(2023), ({ source, basic, project }) => {
    const [amount, general] = [basic + project, source === 'general'];
    const appropriated = general ? amount : 0;
    return [amount, 0, appropriated, appropriated, 0, 0, 0, 0, 0, 0, general ? 0 : amount];
  });
  const plain = ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'];
  const appropriation = ['小计', '一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算拨款收入'];
  return {
    ...frame('部门收入总表', '元', [sampleNote(`合计数 ${stated('budget.initial')}`)], {
      form: '预算公开02表',
      landscape: true,
    }),
    header: [
      [
        { text: '功能分类科目编码', across: 3 },
        { text: '功能分类科目名称', down: 2 },
        { text: '合计', down: 2 },
        { text: '上年结转', down: 2 },
        { text: '财政拨款收入', across: 4 },
        ...plain.map((text) => ({ text, down: 2 })),
      ],
      [...codeHeadings, ...appropriation.map((text) => ({ text }))],
    ],
    columns: [...CODE_COLUMNS, ...columns(11, 'money', 15)],
    body: functional(rows),
  };
}

function spending(form: string, title: string, lines: readonly Line[], notes: string[]): Page {
  const rows = functionalRows(lines, ({ basic, project }) => [basic + project, basic, project]);
  return {
    ...frame(title, '元', notes, { form }),
    header: [
      [
        { text: '功能分类科目编码', across: 3 },
        { text: '功能分类科目名称', down: 2 },
        ...['合计', '基本支出', '项目支出'].map((text) => ({ text, down: 2 })),
      ],
      [...codeHeadings],
    ],
    columns: [...CODE_COLUMNS, ...columns(3, 'money', 18)],
    body: functional(rows),
  };
}

function expenditure(): Page {
  const parts = `基本支出 ${stated('budget.initial.basic')}、项目支出 ${stated('budget.initial.project')}`;
  const note = sampleNote(`合计行的合计 ${stated('budget.initial')}、${parts}`);
  return spending('预算公开03表', '部门支出总表', budgetLines(2023), [note]);
}

function generalBudgetExpenditure(): Page {
  return spending('预算公开05表', '一般公共预算支出表', from(budgetLines(2023), 'general'), [sampleNote()]);
}

function generalBudgetBasic(): Page {
  const split = (personnel: boolean): Map<string | null, number> =>
    new Map(economicRows('budget', personnel).map((row) => [row.code, row.amounts[0] ?? 0]));
  const [personnel, running] = [split(true), split(false)];
  return {
    ...frame('一般公共预算基本支出表', '元', [sampleNote()], { form: '预算公开06表' }),
    header: [
      [
        { text: '支出经济分类科目', across: 2 },
        { text: '2023年基本支出', across: 3 },
      ],
      ['科目编码', '科目名称', '合计', '人员经费', '公用经费'].map((text) => ({ text })),
    ],
    columns: [column('code', 14), column('label', 38), ...columns(3, 'money', 18)],
    body: economicRows('budget').map(({ code, label, amounts }) => ({
      cells: [code, label, ...[amounts[0] ?? 0, personnel.get(code) ?? 0, running.get(code) ?? 0].map(yuan)],
      strong: code === null,
    })),
  };
}

/** A table of money the bureau's budget does not have. It is published empty and says so. */
function empty(form: string, title: string, money: string): Page {
  const page = spending(form, title, [], [`注：本单位2023年没有使用${money}拨款安排的支出，故本表无数据。`]);
  return { ...page, body: [{ cells: [null, null, null, '合计', null, null, null] }] };
}
