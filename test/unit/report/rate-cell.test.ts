import { Decimal } from '../../../src/model/decimal';
import { executionRate, executionRateCell } from '../../../src/report/rate-cell';
import { cell } from '../../../src/sheet/formula';
import { printFormula } from '../../../src/sheet/print-formula';
import type { Cell } from '../../../src/sheet/sheet';

const at = (column: number): ReturnType<typeof cell> => cell({ sheet: '表', row: 6, column });

function rateOf(budget: string | null, actual: string | null, stated: string | null = null): Cell {
  const now = {
    budget: budget === null ? null : Decimal.of(budget),
    actual: actual === null ? null : Decimal.of(actual),
  };
  return executionRateCell({ budget: at(5), actual: at(6), now }, stated === null ? null : Decimal.of(stated));
}

const shown = (one: Cell): string => ('value' in one ? String(one.value) : '');
const drawn = (one: Cell): string => (one.type === 'formula' ? printFormula(one.formula).replaceAll("'表'!", '') : '');

describe('执行率 of a line of a form', () => {
  it.each([
    ['320', '307.82', '0.9619'],
    ['300', '307.82', '1.0261'],
    ['0', '307.82', ''],
    ['-5', '307.82', ''],
    [null, '307.82', ''],
    ['320', null, ''],
  ])('of a budget of %s and %s spent is %s', (budget, actual, rate) => {
    expect(shown(rateOf(budget, actual))).toBe(rate);
  });

  it('is live, blank while an amount is missing or the budget is not above zero', () => {
    expect(drawn(rateOf('320', '307.82'))).toBe(
      'IF(AND(ISNUMBER(F7),ISNUMBER(G7)),IF(F7>0,ROUND(ROUND(G7/F7,9),4),""),"")',
    );
  });

  it('is what a table says of it while an amount is missing', () => {
    const one = rateOf(null, '307.82', '0.97');
    expect(shown(one)).toBe('0.97');
    expect(drawn(one)).toMatch(/,0\.97\)$/);
  });

  it('is the same number for the printed forms', () => {
    expect(executionRate(Decimal.of('320'), Decimal.of('307.82'))?.toString()).toBe('0.9619');
    expect(executionRate(Decimal.of('-5'), Decimal.of('307.82'))).toBeNull();
  });
});
