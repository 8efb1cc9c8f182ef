import { area, call, cell, negate, operation, text } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import { withSheetNames } from '../../../src/sheet/renamed-formula';

test('every reference gets the other name, and texts stay', () => {
  const one = cell({ sheet: '自评_取数', row: 1, column: 1 });
  const all = call('SUM', area('自评_取数', { top: 0, left: 0, bottom: 3, right: 0 }));
  const link = call('HYPERLINK', text("#'自评_取数'!A1"), text('去看'));
  const whole = operation('&', operation('+', negate(one), all), link);
  const renamed = withSheetNames(whole, (sheet) => (sheet === '自评_取数' ? '自评_~1' : sheet));
  expect(printFormula(renamed)).toBe("-'自评_~1'!B2+SUM('自评_~1'!A1:A4)&HYPERLINK(\"#'自评_取数'!A1\",\"去看\")");
});
