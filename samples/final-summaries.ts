import { CLASSES, economicRows, finalLines, from, nameOf, spent } from './lines';
import type { CodedRow, Hundreds, Line } from './lines';
import { SOURCES, appropriated, closingOf, enumerated, finalPage, incomeOf, openingOf, wan } from './final-page';
import type { Heading, Page, Value } from './page';

/** The lines of a two-sided table: label, line number and amounts of each side, shorter side padded. */
function twoSided(left: readonly (readonly Value[])[], right: readonly (readonly Value[])[]): Value[][] {
  const pad = (side: readonly (readonly Value[])[], row: number): readonly Value[] =>
    side[row] ?? new Array<null>(side[0]?.length ?? 0).fill(null);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...pad(left, row),
    ...pad(right, row),
  ]);
}

function classSide(lines: readonly Line[], amounts: (own: readonly Line[]) => Value[]): Value[][] {
  return CLASSES.map((code, index) => [
    `${enumerated(index + 1)}、${nameOf(code)}`,
    ...amounts(lines.filter((line) => line.code.startsWith(code))),
  ]);
}

function padded(side: readonly (readonly Value[])[], rows: number): (readonly Value[])[] {
  const blank = new Array<null>(side[0]?.length ?? 0).fill(null);
  return [...side, ...Array.from({ length: rows - side.length }, () => blank)];
}

export function incomeExpenditureSummary(): Page {
  const sources = [...SOURCES, 'superior', 'business', 'operation', 'affiliate', 'other'];
  const names = ['一般公共预算财政拨款收入', '政府性基金预算财政拨款收入', '国有资本经营预算财政拨款收入'];
  const labels = [...names, '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'];
  const left = labels.map((label, at) => [
    `${enumerated(at + 1)}、${label}`,
    wan(incomeOf(from(finalLines, sources[at] ?? ''))),
  ]);
  const balance = wan(openingOf(finalLines) + incomeOf(finalLines));
  const rows = twoSided(
    [
      ...padded(left, CLASSES.length),
      ['本年收入合计', wan(incomeOf(finalLines))],
      ['使用非财政拨款结余', null],
      ['年初结转和结余', wan(openingOf(finalLines))],
      ['总计', balance],
    ],
    [
      ...classSide(finalLines, (own) => [wan(spent(own))]),
      ['本年支出合计', wan(spent(finalLines))],
      ['结余分配', null],
      ['年末结转和结余', wan(closingOf(finalLines))],
      ['总计', balance],
    ],
  );
  return finalPage('公开01表', '收入支出决算总表', {
    header: [
      [{ text: '收入', across: 3 }, null, null, { text: '支出', across: 3 }, null, null],
      ['项目', '行次', '决算数', '项目', '行次', '决算数'].map((text) => ({ text })),
    ],
    numbering: ['栏次', null, 1, '栏次', null, 2],
    body: rows.map(([item, amount, other, spending], at) => [
      item ?? null,
      at + 1,
      amount ?? null,
      other ?? null,
      at + 1 + rows.length,
      spending ?? null,
    ]),
    lineNumbers: [1, 4],
    widths: [34, 6, 14, 34, 6, 14],
  });
}

export function appropriationSummary(): Page {
  const split = (own: readonly Line[], of: (lines: readonly Line[]) => Hundreds): Value[] => [
    wan(of(own)),
    ...SOURCES.map((source) => wan(of(from(own, source)))),
  ];
  const parts = (of: (lines: readonly Line[]) => Hundreds): Value[][] =>
    ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'].map((name, at) => [
      `${enumerated(at + 1)}、${name}`,
      wan(of(from(appropriated, SOURCES[at] ?? ''))),
    ]);
  const balance = (lines: readonly Line[]): Hundreds => spent(lines) + closingOf(lines);
  const columns = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  return finalPage('公开04表', '财政拨款收入支出决算总表', {
    header: [
      [{ text: '收入', across: 2 }, null, { text: '支出', across: 5 }, null, null, null, null],
      ['项目', '决算数', '项目', ...columns].map((text) => ({ text })),
    ],
    numbering: ['栏次', 1, '栏次', 2, 3, 4, 5],
    body: twoSided(
      [
        ...padded(parts(incomeOf), CLASSES.length),
        ['本年收入合计', wan(incomeOf(appropriated))],
        ['年初财政拨款结转和结余', wan(openingOf(appropriated))],
        ...parts(openingOf),
        ['总计', wan(incomeOf(appropriated) + openingOf(appropriated))],
      ],
      [
        ...classSide(appropriated, (own) => split(own, spent)),
        ['本年支出合计', ...split(appropriated, spent)],
        ['年末财政拨款结转和结余', ...split(appropriated, closingOf)],
        ...Array.from({ length: 3 }, () => [null, null, null, null, null]),
        ['总计', ...split(appropriated, balance)],
      ],
    ),
    widths: [34, 14, 34, 14, 14, 14, 14],
  });
}

export function generalBudgetBasic(): Page {
  const [personnel, running] = [economicRows('final', true), economicRows('final', false)];
  const side = (rows: readonly CodedRow[]): Value[][] =>
    rows
      .slice(1)
      .map((row) => [row.code, `${row.code?.length === 5 ? '　　' : ''}${row.label}`, wan(row.amounts[0] ?? 0)]);
  const length = Math.max(personnel.length, running.length) - 1;
  const foot = (label: string, rows: readonly CodedRow[]): Value[] => [label, null, wan(rows[0]?.amounts[0] ?? 0)];
  const headings: Heading[] = ['经济分类科目编码', '科目名称', '决算数'].map((text) => ({ text }));
  return finalPage('公开06表', '一般公共预算财政拨款基本支出决算表', {
    header: [
      [{ text: '人员经费', across: 3 }, null, null, { text: '公用经费', across: 3 }, null, null],
      [...headings, ...headings],
    ],
    body: twoSided(
      [...padded(side(personnel), length), foot('人员经费合计', personnel)],
      [...padded(side(running), length), foot('公用经费合计', running)],
    ),
    widths: [16, 34, 14, 16, 34, 14],
  });
}
