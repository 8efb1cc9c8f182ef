import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { Decimal } from '../../../src/model/decimal';
import { amountWords, gapWords, progressWords } from '../../../src/taskpane/service/words';
import { themeFor } from '../../../src/taskpane/theme';

describe('amounts on the screen', () => {
  it.each([
    ['17917.84', '万元', '17,917.84 万元'],
    ['1234567', '元', '1,234,567.00 元'],
    ['-3.5', '万元', '−3.50 万元'],
    ['0.0125', '万元', '0.0125 万元'],
    ['0.33333333333333333333', null, '0.333333'],
    ['9618', null, '9,618'],
  ] as const)('%s in %s is %s', (value, unit, words) => {
    expect(amountWords(Decimal.of(value), unit)).toBe(words);
  });

  it('have their sign when they are differences', () => {
    expect(['12', '-12', '0'].map((value) => gapWords(Decimal.of(value), '万元'))).toEqual([
      '+12.00 万元',
      '−12.00 万元',
      '0.00 万元',
    ]);
  });
});

it('progress counts what is worked on', () => {
  expect(progressWords({ stage: '读取', done: 2, total: 45, text: '支出决算表' })).toBe(
    '正在读取 3/45 张表：支出决算表',
  );
  expect(progressWords({ stage: '核对', done: 36, total: 156, text: '' })).toBe('正在核对 37/156 条关系');
  expect(progressWords({ stage: '计分', done: 0, total: 2, text: '部门整体' })).toBe('正在计分 1/2：部门整体');
  expect(progressWords({ stage: '读取', done: 0, total: 1, text: '' })).toBe('正在读取');
});

describe('the theme', () => {
  it.each([
    ['#1F1F1F', false, webDarkTheme],
    ['#FFFFFF', true, webLightTheme],
    [null, true, webDarkTheme],
    [null, false, webLightTheme],
    ['no colour', true, webLightTheme],
  ] as const)('on %s, dark preferred: %s', (background, prefersDark, theme) => {
    expect(themeFor(background, prefersDark).colorNeutralBackground1).toBe(theme.colorNeutralBackground1);
  });
});
