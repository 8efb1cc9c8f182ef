import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { budgetPages } from './budget-pages';
import figures from './figures-2023.json';
import { finalPages } from './final-pages';
import { budgetLines, finalLines, hundreds, spent, total } from './lines';
import { worksheetOf } from './page';

/** Sums of the data must meet the published figures: a slip in the sample data stops here. */
function confirmPublished(): void {
  const { published } = figures;
  const sums: readonly (readonly [string, number, number])[] = [
    ['年初预算合计', spent(budgetLines), published.initialBudget],
    ['年初预算基本支出', total(budgetLines.map((line) => line.basic)), published.initialBasic],
    ['年初预算项目支出', total(budgetLines.map((line) => line.project)), published.initialProject],
    ['总支出', spent(finalLines), published.expenditure],
    ['基本支出', total(finalLines.map((line) => line.basic)), published.basic],
    ['项目支出', total(finalLines.map((line) => line.project)), published.project],
    [
      '上级补助收入',
      total(finalLines.filter((line) => line.source === 'superior').map((line) => line.income)),
      published.superiorGrants,
    ],
  ];
  for (const [name, sum, figure] of sums) {
    if (sum !== hundreds(figure)) throw new Error(`${name}: ${sum / 100} instead of ${figure}`);
  }
}

confirmPublished();
const workbook = utils.book_new();
for (const page of [...finalPages(), ...budgetPages()]) {
  utils.book_append_sheet(workbook, worksheetOf(page), page.sheet);
}
const file = join(__dirname, `${figures.unitName}${figures.year}年度决算.xlsx`);
writeFileSync(
  file,
  write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Uint8Array,
);
console.log(`${basename(file)} 已写好：${workbook.SheetNames.length} 张表。`);
