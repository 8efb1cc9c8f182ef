import { columns, column, enumerated, frame, wanOrBlank } from './frames';
import { CLASSES, closingOf, economicRows, finalLines, from, incomeOf, nameOf, openingOf, spent } from './lines';
import type { CodedRow, Hundreds, Line, SampleYear } from './lines';
import type { BodyCell, Page } from './page';
import { sampleNote, stated } from './published';

const SOURCES = ['general', 'fund', 'capital'] as const;

/** The lines of a two-sided table, both sides of the same length. */
function twoSided(left: readonly (readonly BodyCell[])[], right: readonly (readonly BodyCell[])[]): BodyCell[][] {
  return left.map((cells, row) => [...cells, ...(right[row] ?? [])]);
}

/** The side with blank rows below, up to a length. */
function padded(side: readonly (readonly BodyCell[])[], rows: number): (readonly BodyCell[])[] {
  const blank = new Array<null>(side[0]?.length ?? 0).fill(null);
  return [...side, ...Array.from({ length: rows - side.length }, () => blank)];
}

function classSide(lines: readonly Line[], amounts: (own: readonly Line[]) => BodyCell[]): BodyCell[][] {
  return CLASSES.map((code, index) => [
    `${enumerated(index + 1)}、${nameOf(code)}`,
    ...amounts(lines.filter((line) => line.code.startsWith(code))),
  ]);
}

const isTotal = (cells: readonly BodyCell[]): boolean => /总计$|合计$/.test(String(cells[0]));

export function incomeExpenditureSummary(year: SampleYear): Page {
  const lines = finalLines(year);
  const sources = [...SOURCES, 'superior', 'business', 'operation', 'affiliate', 'other'];
  const names = ['一般公共预算财政拨款收入', '政府性基金预算财政拨款收入', '国有资本经营预算财政拨款收入'];
  const labels = [...names, '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
  const left = labels.map((label, at) => [
    `${enumerated(at + 1)}、${label}`,
    wanOrBlank(incomeOf(from(lines, sources[at] ?? ''))),
  ]);
  const balance = wanOrBlank(openingOf(lines) + incomeOf(lines));
  const rows = twoSided(
    [
      ...padded(left, CLASSES.length),
      ['本年收入合计', wanOrBlank(incomeOf(lines))],
      ['使用非财政拨款结余', null],
      ['年初结转和结余', wanOrBlank(openingOf(lines))],
      ['总计', balance],
    ],
    [
      ...classSide(lines, (own) => [wanOrBlank(spent(own))]),
      ['本年支出合计', wanOrBlank(spent(lines))],
      ['结余分配', null],
      ['年末结转和结余', wanOrBlank(closingOf(lines))],
      ['总计', balance],
    ],
  );
  const note =
    year === 2023
      ? `上级补助收入 ${stated('final.superior-grants')}、本年支出合计 ${stated('final.expenditure')}`
      : undefined;
  return {
    ...frame('收入支出决算总表', '万元', [sampleNote(note)], { year, form: '公开01表' }),
    header: [
      [
        { text: '收入', across: 3 },
        { text: '支出', across: 3 },
      ],
      ['项目', '行次', '决算数', '项目', '行次', '决算数'].map((text) => ({ text })),
    ],
    numbering: ['栏次', null, 1, '栏次', null, 2],
    columns: [0, 1].flatMap(() => [column('label', 34), column('middle', 6), column('money', 15)]),
    body: rows.map(([item = null, amount = null, other = null, spending = null], at) => ({
      cells: [item, at + 1, amount, other, at + 1 + rows.length, spending],
      strong: isTotal([item]),
    })),
  };
}

export function appropriationSummary(year: SampleYear): Page {
  const lines = from(finalLines(year), ...SOURCES);
  const split = (own: readonly Line[], of: (some: readonly Line[]) => Hundreds): BodyCell[] => [
    wanOrBlank(of(own)),
    ...SOURCES.map((source) => wanOrBlank(of(from(own, source)))),
  ];
  const parts = (of: (some: readonly Line[]) => Hundreds): BodyCell[][] =>
    ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'].map((name, at) => [
      `${enumerated(at + 1)}、${name}`,
      wanOrBlank(of(from(lines, SOURCES[at] ?? ''))),
    ]);
  const balance = (some: readonly Line[]): Hundreds => spent(some) + closingOf(some);
  const money = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const rows = twoSided(
    [
      ...padded(parts(incomeOf), CLASSES.length),
      ['本年收入合计', wanOrBlank(incomeOf(lines))],
      ['年初财政拨款结转和结余', wanOrBlank(openingOf(lines))],
      ...parts(openingOf),
      ['总计', wanOrBlank(incomeOf(lines) + openingOf(lines))],
    ],
    [
      ...classSide(lines, (own) => split(own, spent)),
      ['本年支出合计', ...split(lines, spent)],
      ['年末财政拨款结转和结余', ...split(lines, closingOf)],
      ...Array.from({ length: 3 }, () => [null, null, null, null, null]),
      ['总计', ...split(lines, balance)],
    ],
  );
  return {
    ...frame('财政拨款收入支出决算总表', '万元', [sampleNote()], { year, form: '公开04表', landscape: true }),
    header: [
      [
        { text: '收入', across: 2 },
        { text: '支出', across: 5 },
      ],
      ['项目', '决算数', '项目', ...money].map((text) => ({ text })),
    ],
    numbering: ['栏次', 1, '栏次', 2, 3, 4, 5],
    columns: [column('label', 32), column('money', 15), column('label', 32), ...columns(4, 'money', 15)],
    body: rows.map((cells) => ({ cells, strong: isTotal(cells) })),
  };
}

export function generalBudgetBasic(): Page {
  const [personnel, running] = [economicRows('final', true), economicRows('final', false)];
  const side = (rows: readonly CodedRow[]): BodyCell[][] =>
    rows
      .slice(1)
      .map((row) => [row.code, `${row.code?.length === 5 ? '　　' : ''}${row.label}`, wanOrBlank(row.amounts[0] ?? 0)]);
  const length = Math.max(personnel.length, running.length) - 1;
  const foot = (label: string, rows: readonly CodedRow[]): BodyCell[] => [
    { value: label, across: 2, look: 'middle' },
    wanOrBlank(rows[0]?.amounts[0] ?? 0),
  ];
  const headings = ['经济分类科目编码', '科目名称', '决算数'].map((text) => ({ text }));
  const body = twoSided(padded(side(personnel), length), padded(side(running), length));
  return {
    ...frame('一般公共预算财政拨款基本支出决算表', '万元', [sampleNote()], { form: '公开06表' }),
    header: [
      [
        { text: '人员经费', across: 3 },
        { text: '公用经费', across: 3 },
      ],
      [...headings, ...headings],
    ],
    columns: [0, 1].flatMap(() => [column('code', 12), column('label', 32), column('money', 13)]),
    body: [
      ...body.map((cells) => ({ cells })),
      { cells: [...foot('人员经费合计', personnel), ...foot('公用经费合计', running)], strong: true },
    ],
  };
}
