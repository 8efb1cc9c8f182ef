import { amountUnitOf, holdsNumber, readNumber } from '../../../src/tables/number';

function value(cell: Parameters<typeof readNumber>[0]): string | null {
  return readNumber(cell).value?.toString() ?? null;
}

describe('what reads as a number', () => {
  test.each([
    [307.82, '307.82'],
    [0, '0'],
    [-12.5, '-12.5'],
    ['307.82', '307.82'],
    ['17,917.84', '17917.84'],
    ['1,791,784,000.00', '1791784000'],
    ['1,7917,8400', '179178400'],
    ['１２３．４５', '123.45'],
    ['１，２３４', '1234'],
    ['  12 ', '12'],
    ['12　', '12'],
    ['1 234 567.80', '1234567.8'],
    ['12.', '12'],
    ['-5', '-5'],
    ['- 5', '-5'],
    ['−5.5', '-5.5'],
    ['－5.5', '-5.5'],
    ['—5.5', '-5.5'],
    ['+3', '3'],
    ['(12.30)', '-12.3'],
    ['（12.30）', '-12.3'],
    ['¥100', '100'],
    ['￥1,000.00', '1000'],
    ['人民币 100', '100'],
    ['0012', '12'],
    ['12\u200b', '12'],
    ['\ufeff12', '12'],
  ])('%j is %s', (cell, expected) => {
    expect(value(cell)).toBe(expected);
    expect(readNumber(cell).state).toBe(typeof cell === 'number' ? 'number' : 'text');
  });

  test('a double is taken at the digits a sheet shows', () => {
    expect(value(0.1 + 0.2)).toBe('0.3');
  });

  test.each([
    ['95%', '95'],
    ['95.5 %', '95.5'],
    ['９８％', '98'],
    ['-3.2%', '-3.2'],
  ])('%j is a percentage, given as written', (cell, expected) => {
    expect(readNumber(cell)).toMatchObject({ state: 'text', percent: true });
    expect(value(cell)).toBe(expected);
  });

  test.each([
    ['12.5万元', '12.5', '万元'],
    ['1,200 元', '1200', '元'],
    ['3亿元', '3', '亿元'],
    ['35人', '35', '人'],
    ['1260.5㎡', '1260.5', '㎡'],
    ['96人次', '96', '人次'],
  ])('%j keeps the unit behind its digits', (cell, expected, suffix) => {
    expect(value(cell)).toBe(expected);
    expect(readNumber(cell).suffix).toBe(suffix);
  });
});

describe('what says “nothing here” and counts as zero', () => {
  test.each([
    [null],
    [''],
    ['   '],
    ['　'],
    ['-'],
    ['--'],
    ['—'],
    ['——'],
    ['– –'],
    ['/'],
    ['\\'],
    ['×'],
    ['*'],
    ['※'],
    ['…'],
    ['无'],
    ['空'],
    ['不适用'],
    ['N/A'],
    ['n/a'],
  ])('%j', (cell) => {
    expect(readNumber(cell)).toMatchObject({ state: 'blank', percent: false, suffix: null });
    expect(value(cell)).toBe('0');
  });
});

describe('what is no number and is never guessed', () => {
  test.each([
    ['约300'],
    ['300左右的数额'],
    ['1 2'],
    ['12 34'],
    ['1.2.3'],
    ['1,23'],
    ['1,2345.6,7'],
    ['12-13'],
    ['2023年10月1日'],
    ['≥95%'],
    ['(12'],
    ['12)'],
    ['三十五'],
    ['3/4'],
    ['1e5'],
    ['12%%'],
    ['见附表'],
    ['O.5'],
    ['l2'],
    [true],
    [false],
    [{ error: '#REF!' }],
    [{ error: '#N/A' }],
  ])('%j', (cell) => {
    expect(readNumber(cell)).toMatchObject({ state: 'unreadable', value: null });
  });
});

describe('what makes a row a row of data', () => {
  test.each([[0], [12.5], ['12'], ['1,234.00'], ['95%'], ['（3）'], ['１２']])('%j does', (cell) => {
    expect(holdsNumber(cell)).toBe(true);
  });

  test.each([
    [null],
    [''],
    ['—'],
    ['无'],
    ['35人'],
    ['12.5万元'],
    ['2023年度'],
    ['项目支出'],
    [true],
    [{ error: '#REF!' }],
  ])('%j does not', (cell) => {
    expect(holdsNumber(cell)).toBe(false);
  });
});

test('only 元, 万元 and 亿元 are units of money', () => {
  expect(['元', '万元', '亿元'].map(amountUnitOf)).toEqual(['元', '万元', '亿元']);
  expect(['千元', '人', '万', '', null].map(amountUnitOf)).toEqual([null, null, null, null, null]);
});
