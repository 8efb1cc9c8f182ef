import { Book } from '../../workbook/book';
import { openExcel } from '../open-excel';
import type { OpenExcel } from '../open-excel';

// Rules of calculation: officejs.md §C (suspend…UntilNextSync, calc suspended), §F (batching policy, 4).
let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel({ book: Book.blank('表') });
});
afterEach(() => excel.close());

/** Sets A1 and reads A2, which is twice A1, in one batch or the next. */
async function doubled(context: Excel.RequestContext, value: number): Promise<unknown> {
  const sheet = context.workbook.worksheets.getItem('表');
  sheet.getRange('A1').values = [[value]];
  const result = sheet.getRange('A2').load('values');
  await context.sync();
  return result.values[0]?.[0];
}

test('while calculation is suspended values are the old ones, until that batch is done', async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('表').getRange('A1:A2').formulas = [[1], ['=A1*2']];
    await context.sync();
    expect(await doubled(context, 5)).toBe(10);
    context.workbook.application.suspendApiCalculationUntilNextSync();
    expect(await doubled(context, 7)).toBe(10);
    expect(await doubled(context, 8)).toBe(16);
  });
});

test('in manual mode values stay old until they are calculated', async () => {
  await excel.Excel.run(async (context) => {
    const { application, worksheets } = context.workbook;
    const range = worksheets.getItem('表').getRange('A1:A2');
    range.formulas = [[1], ['=A1*2']];
    await context.sync();
    expect(await doubled(context, 5)).toBe(10);
    application.calculationMode = 'Manual';
    expect(await doubled(context, 7)).toBe(10);
    application.calculate('Recalculate');
    range.load('values');
    application.load('calculationMode');
    await context.sync();
    expect(range.values).toEqual([[7], [14]]);
    expect(application.calculationMode).toBe('Manual');
  });
});
