import { column, columns, enumerated, frame, wan, yuan } from './frames';
import { CLASSES, budgetLines, from, nameOf, spent, threePublicBudget, total } from './lines';
import type { Hundreds, Line, SampleYear } from './lines';
import type { BodyCell, BodyRow, Page } from './page';
import { sampleNote, stated, wording } from './published';

const inClass = (lines: readonly Line[], code: string): Line[] => lines.filter((line) => line.code.startsWith(code));

/** The rows of a two-sided table: items and classes of spending above, sums below. */
function twoSided(
  left: readonly (readonly BodyCell[])[],
  right: readonly (readonly BodyCell[])[],
  sums: readonly (readonly BodyCell[])[],
): BodyRow[] {
  const above = right.map((row, at): BodyRow => ({ cells: [...(left[at] ?? [null, null]), ...row] }));
  return [...above, ...sums.map((cells): BodyRow => ({ cells, strong: /合计|总计/.test(String(cells[0])) }))];
}

export function incomeExpenditureSummary(year: SampleYear): Page {
  const lines = budgetLines(year);
  const [general, fund, other] = ['general', 'fund', 'other'].map((source) => spent(from(lines, source)));
  const left: [string, Hundreds][] = [
    ['一、财政拨款收入', (general ?? 0) + (fund ?? 0)],
    ['（一）一般公共预算拨款收入', general ?? 0],
    ['（二）政府性基金预算拨款收入', fund ?? 0],
    ['（三）国有资本经营预算拨款收入', 0],
    ['二、事业收入', 0],
    ['三、事业单位经营收入', 0],
    ['四、上级补助收入', 0],
    ['五、附属单位上缴收入', 0],
    ['六、其他收入', other ?? 0],
  ];
  const sum = yuan(spent(lines));
  const classes = CLASSES.map((code, at): BodyCell[] => [
    `${enumerated(at + 1)}、${nameOf(code)}`,
    yuan(spent(inClass(lines, code))),
  ]);
  return {
    ...frame('收支预算总表', '元', summaryNotes(year), { year, form: '预算公开01表' }),
    header: [
      [
        { text: '收入', across: 2 },
        { text: '支出', across: 2 },
      ],
      ['项目', '预算数', '项目（按支出功能科目）', '预算数'].map((text) => ({ text })),
    ],
    columns: [column('label', 34), column('money', 18), column('label', 34), column('money', 18)],
    body: twoSided(
      left.map(([label, amount]) => [label, yuan(amount)]),
      classes,
      [
        ['本年收入合计', sum, '本年支出合计', sum],
        ['上年结转', 0, '结转下年', 0],
        ['收入总计', sum, '支出总计', sum],
      ],
    ),
  };
}

function summaryNotes(year: SampleYear): string[] {
  const [now, before] = [stated('budget.initial'), stated('budget.initial.2022')];
  if (year === 2022) return [sampleNote(`支出总计（${before}）`)];
  const decrease = `减少 ${stated('budget.decrease')}，下降 ${stated('budget.decrease-rate')}`;
  return [
    sampleNote(`支出总计（${now}）`),
    `注：2023年年初预算 ${now}，2022年年初预算 ${before}，${decrease}，原因是${wording('budget.reason')}。`,
  ];
}

export function appropriationSummary(): Page {
  const lines = from(budgetLines(2023), 'general', 'fund', 'capital');
  const sources = ['general', 'fund', 'capital'].map((source) => from(lines, source));
  const split = (own: readonly (readonly Line[])[]): number[] => own.map((some) => yuan(spent(some)));
  const names = ['一般公共预算拨款收入', '政府性基金预算拨款收入', '国有资本经营预算拨款收入'];
  const left = names.map((name, at): BodyCell[] => [`${enumerated(at + 1)}、${name}`, yuan(spent(sources[at] ?? []))]);
  const classes = CLASSES.map((code, at): BodyCell[] => [
    `${enumerated(at + 1)}、${nameOf(code)}`,
    ...split([lines, ...sources].map((some) => inClass(some, code))),
  ]);
  const sums = split([lines, ...sources]);
  const amounts = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  return {
    ...frame('财政拨款收支总表', '元', [sampleNote()], { form: '预算公开04表', landscape: true }),
    header: [
      [
        { text: '收入', across: 2 },
        { text: '支出', across: 5 },
      ],
      ['项目', '预算数', '项目（按支出功能科目）', ...amounts].map((text) => ({ text })),
    ],
    columns: [column('label', 30), column('money', 17), column('label', 32), ...columns(4, 'money', 17)],
    body: twoSided(left, classes, [
      ['本年收入合计', yuan(spent(lines)), '本年支出合计', ...sums],
      ['上年结转', 0, '结转下年', 0, 0, 0, 0],
      ['收入总计', yuan(spent(lines)), '支出总计', ...sums],
    ]),
  };
}

/** “三公”经费 in 万元: this year's budget, last year's and the change; 2022 has its own table without comparison. */
export function threePublic(year: SampleYear): Page {
  const compared = year === 2023;
  const rows = (of: SampleYear): Hundreds[] => {
    const [overseas = 0, purchase = 0, running = 0, reception = 0] = threePublicBudget(of);
    return [
      total([overseas, purchase, running, reception]),
      overseas,
      purchase + running,
      purchase,
      running,
      reception,
    ];
  };
  const [own, prior] = [rows(year), rows(2022)];
  const labels = [
    '合计',
    '因公出国（境）费',
    '公务用车购置及运行费',
    '其中：公务用车购置费',
    '　　　公务用车运行费',
    '公务接待费',
  ];
  const amounts = compared ? ['2022年预算数', '2023年预算数', '增减额'] : [`${year}年预算数`];
  return {
    ...frame('一般公共预算“三公”经费支出表', '万元', [sampleNote()], { year, form: '预算公开07表' }),
    header: [['项目', ...amounts, '备注'].map((text) => ({ text }))],
    columns: [column('label', 30), ...columns(amounts.length, 'money', 18), column('text', 24)],
    body: labels.map((label, at) => {
      const [now, before] = [own[at] ?? 0, prior[at] ?? 0];
      const figures = compared ? [before, now, now - before] : [now];
      return { cells: [label, ...figures.map(wan), null], strong: at === 0 };
    }),
  };
}
