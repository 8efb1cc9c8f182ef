import { statusOf, toleranceOf } from '../../../src/checks/verdict';
import { Decimal } from '../../../src/model/decimal';
import { figure, ratio } from './figures';

describe('tolerance', () => {
  it('is half the written step of every figure that is not zero', () => {
    expect(toleranceOf([figure(1_000), figure(2_000)], undefined).toString()).toBe('100');
    expect(toleranceOf([figure(1_000), figure(0), figure(null)], undefined).toString()).toBe('50');
    expect(toleranceOf([], undefined).toString()).toBe('0');
  });

  it('adds up steps of tables in different units', () => {
    const inYuan = figure(500, { unit: '元', step: Decimal.of('0.01') });
    expect(toleranceOf([figure(1_000), inYuan], undefined).toString()).toBe('50.005');
  });

  it('of ratios is half their step, or half the last digit where one is written more coarsely', () => {
    expect(toleranceOf([ratio('0.9375'), figure(300)], '0.0001').toString()).toBe('0.00005');
    expect(toleranceOf([ratio('0.94'), figure(300)], '0.0001').toString()).toBe('0.005');
    expect(toleranceOf([ratio('0.93751')], '0.0001').toString()).toBe('0.00005');
    expect(toleranceOf([ratio('0')], '0.0001').toString()).toBe('0.00005');
  });
});

describe('verdict', () => {
  it.each([
    ['=', '0', 'holds'],
    ['=', '50', 'rounding'],
    ['=', '-50', 'rounding'],
    ['=', '50.0001', 'fails'],
    ['=', '-50.0001', 'fails'],
    ['≤', '-1000', 'holds'],
    ['≤', '0', 'holds'],
    ['≤', '50', 'rounding'],
    ['≤', '50.01', 'fails'],
    ['≥', '1000', 'holds'],
    ['≥', '-50', 'rounding'],
    ['≥', '-50.01', 'fails'],
    ['<', '-1', 'holds'],
    ['<', '0', 'rounding'],
    ['<', '51', 'fails'],
    ['>', '1', 'holds'],
    ['>', '-51', 'fails'],
    ['≠', '1', 'holds'],
    ['≠', '0', 'fails'],
  ] as const)('of a %s b with a gap of %s is %s at a tolerance of 50', (operator, gap, status) => {
    expect(statusOf(operator, Decimal.of(gap), Decimal.of(50))).toBe(status);
  });
});
