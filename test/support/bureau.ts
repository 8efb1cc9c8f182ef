import { budgetTables } from './bureau-budget';
import { FinalTables } from './bureau-finals';
import type { BureauFigures } from './bureau-figures';
import { bureauFigures } from './bureau-generator';
import { recordTables } from './bureau-records';
import type { LaidBook, LaidSheet, LaidTable } from './laid';

/**
 * A complete clean workbook of a generated bureau: nine budget tables, ten final tables, execution, projects, goals,
 * procurement, carry-over, and five final tables of the year before, one table to a sheet. Same seed, same workbook.
 */
export function bureauBook(seed: number): LaidBook {
  return bureauBookOf(bureauFigures(seed));
}

/** The workbook that states the given figures. Sheets are named after their tables, last year's begin with the year. */
export function bureauBookOf(bureau: BureauFigures): LaidBook {
  const final = new FinalTables(bureau.unitName, bureau.final);
  const previous = new FinalTables(bureau.unitName, bureau.previous);
  const current = [
    final.incomeExpenditureSummary(),
    final.income(),
    final.expenditure(),
    final.appropriationSummary(),
    final.generalBudgetExpenditure(),
    final.generalBudgetBasic(),
    final.governmentFund(),
    final.stateCapital(),
    final.threePublic(bureau),
    final.stateAssets(bureau),
  ];
  const before = [
    previous.incomeExpenditureSummary(),
    previous.income(),
    previous.expenditure(),
    previous.appropriationSummary(),
    previous.governmentFund(),
  ];
  return {
    sheets: [
      ...[...budgetTables(bureau), ...current, ...recordTables(bureau)].map((table) => sheetOf(table, '')),
      ...before.map((table) => sheetOf(table, String(bureau.previous.year))),
    ],
  };
}

function sheetOf(table: LaidTable, prefix: string): LaidSheet {
  const subject = table.id.split('#')[1];
  const title = subject ? `绩效目标 ${subject}` : (table.head.title ?? '');
  return { name: `${prefix}${title}`.slice(0, 31), tables: [{ table, top: 0, left: 0 }] };
}
