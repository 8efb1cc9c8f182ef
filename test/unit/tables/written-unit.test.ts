import { Decimal } from '../../../src/model/decimal';
import { writtenUnit } from '../../../src/tables/written-unit';

function step(amounts: readonly string[], unit: '元' | '万元' | '亿元' | null): string {
  return writtenUnit(
    amounts.map((amount) => Decimal.of(amount)),
    unit,
  ).toString();
}

function times(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

describe('the step a table is written in', () => {
  test('two decimals in 万元 are steps of 100 元', () => {
    expect(
      step(
        times(10, (n) => `${n}.3${(n % 9) + 1}`),
        '万元',
      ),
    ).toBe('0.01');
  });

  test('whole 万元 are steps of one 万元, however many zeros they end in', () => {
    expect(
      step(
        times(10, (n) => String(n * 100)),
        '万元',
      ),
    ).toBe('1');
  });

  test('a table in 元 made from 万元 with two decimals is written in steps of 100 元', () => {
    expect(
      step(
        times(10, (n) => String(n * 12300)),
        '元',
      ),
    ).toBe('100');
  });

  test('it is never coarser than 100 元 in 元', () => {
    expect(
      step(
        times(10, (n) => String(n * 1_000_000)),
        '元',
      ),
    ).toBe('100');
  });

  test('fen are steps of a fen', () => {
    expect(
      step(
        times(10, (n) => `${n * 37}.0${(n % 9) + 1}`),
        '元',
      ),
    ).toBe('0.01');
  });

  test('one odd cell in twenty changes nothing', () => {
    expect(step([...times(19, (n) => String(n * 1300)), '12.34'], '元')).toBe('100');
  });

  test('one odd cell in ten does', () => {
    expect(step([...times(9, (n) => String(n * 1300)), '12.34'], '元')).toBe('0.01');
  });

  test('with fewer than eight amounts, only the decimals written count', () => {
    expect(step(['1200', '3400', '500'], '元')).toBe('1');
    expect(step(['1200', '3400.5'], '元')).toBe('0.1');
    expect(step(['12.34', '5'], '万元')).toBe('0.01');
  });

  test('zeros say nothing', () => {
    expect(
      step(
        times(20, () => '0'),
        '元',
      ),
    ).toBe('1');
    expect(step([], null)).toBe('1');
  });
});
