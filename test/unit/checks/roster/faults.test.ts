import { checked, cleanSheets, disabled, identity, orphans } from './shapes';
import type { Rows } from './shapes';

interface Fault {
  readonly name: string;
  readonly sheet: string;
  /** Cell of the fault, from 0; it is set to `value`. */
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
  readonly rule: string;
  readonly class: 'must' | 'explain' | 'hint';
  /** Where it is found, when not in the cell itself. */
  readonly found?: string;
  /** What else has to change so that the fault stands alone. */
  readonly also?: (sheets: Record<string, Rows>) => void;
}

const ORPHAN = identity(20120411, 1);

const FAULTS: readonly Fault[] = [
  {
    name: 'a digit typed wrong',
    sheet: '孤儿',
    row: 5,
    column: 3,
    value: swapLast(ORPHAN),
    rule: 'roster.identity.checksum',
    class: 'must',
  },
  {
    name: 'a birthday that does not exist',
    sheet: '孤儿',
    row: 5,
    column: 3,
    value: '990000201202300011',
    rule: 'roster.identity.birth',
    class: 'must',
  },
  {
    name: 'seventeen digits',
    sheet: '孤儿',
    row: 5,
    column: 3,
    value: ORPHAN.slice(0, 17),
    rule: 'roster.identity.length',
    class: 'must',
  },
  {
    name: 'a number cell',
    sheet: '孤儿',
    row: 5,
    column: 3,
    value: 990000201204110000,
    rule: 'roster.identity.lost',
    class: 'must',
  },
  {
    name: 'a text in scientific notation',
    sheet: '孤儿',
    row: 5,
    column: 3,
    value: '9.90000201204E+17',
    rule: 'roster.identity.lost',
    class: 'must',
  },
  {
    name: 'fifteen digits',
    sheet: '特困',
    row: 4,
    column: 3,
    value: '990000471210401',
    rule: 'roster.identity.old',
    class: 'hint',
  },
  {
    name: 'a person twice',
    sheet: '孤儿',
    row: 6,
    column: 3,
    value: ORPHAN,
    rule: 'roster.person.twice',
    class: 'must',
    found: '孤儿!D6',
  },
  {
    name: 'a member of two households',
    sheet: 'Sheet2',
    row: 5,
    column: 10,
    value: identity(19810923, 10),
    rule: 'roster.person.twice',
    class: 'must',
    found: 'Sheet2!K5',
  },
  {
    name: 'an amount that is no product',
    sheet: '孤儿',
    row: 7,
    column: 8,
    value: '13,600.00',
    rule: 'roster.amount.fixed',
    class: 'must',
    also: total('孤儿', 11, 8, '82,450.00'),
  },
  {
    name: 'nursing paid by another standard',
    sheet: '特困',
    row: 5,
    column: 9,
    value: 16560 + 2400,
    rule: 'roster.amount.fixed',
    class: 'must',
    also: total('特困', 8, 9, 65520 + 2400),
  },
  {
    name: 'a top-up above the standard',
    sheet: 'Sheet2',
    row: 6,
    column: 6,
    value: 900,
    rule: 'roster.amount.above-standard',
    class: 'must',
    also: (sheets) => {
      total('Sheet2', 7, 6, 960 + 570)(sheets);
      total('Sheet2', 12, 6, 2010 + 570)(sheets);
    },
  },
  { name: 'a wrong subtotal', sheet: 'Sheet2', row: 7, column: 6, value: 970, rule: 'roster.subtotal', class: 'must' },
  { name: 'a wrong total', sheet: '特困', row: 8, column: 9, value: 65530, rule: 'roster.total', class: 'must' },
  {
    name: 'months that do not add up',
    sheet: '高龄',
    row: 3,
    column: 19,
    value: 650,
    rule: 'roster.amount.months',
    class: 'must',
    also: (sheets) => {
      total('高龄', 7, 19, 2450)(sheets);
    },
  },
  {
    name: 'an amount in words',
    sheet: '两补',
    row: 3,
    column: 8,
    value: '八十',
    rule: 'roster.amount.unreadable',
    class: 'must',
    also: total('两补', 7, 8, 240),
  },
  {
    name: 'paid after the stop',
    sheet: '城市低保',
    row: 4,
    column: 10,
    value: '2023.03',
    rule: 'roster.time.after-stop',
    class: 'must',
  },
  {
    name: 'born after the month',
    sheet: '两补',
    row: 3,
    column: 5,
    value: identity(20230415, 1),
    rule: 'roster.age.unborn',
    class: 'must',
  },
  {
    name: 'outside the age band',
    sheet: '高龄',
    row: 3,
    column: 4,
    value: identity(19280214, 1),
    rule: 'roster.age.band',
    class: 'explain',
  },
  {
    name: 'one account of two households',
    sheet: '城市低保',
    row: 4,
    column: 9,
    value: '620000000000000021',
    rule: 'roster.account.shared',
    class: 'explain',
    found: '城市低保!J3',
  },
  {
    name: 'members miscounted',
    sheet: 'Sheet2',
    row: 4,
    column: 4,
    value: 3,
    rule: 'roster.household.members',
    class: 'explain',
    also: total('Sheet2', 4, 5, 3),
  },
];

function swapLast(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
}

function total(sheet: string, row: number, column: number, value: string | number) {
  return (sheets: Record<string, Rows>): void => {
    ((sheets[sheet] as Rows)[row] as unknown[])[column] = value;
  };
}

test.each(FAULTS)('$name is found at its place and nothing else must be corrected', (fault) => {
  const sheets = cleanSheets();
  total(fault.sheet, fault.row, fault.column, fault.value as string)(sheets);
  fault.also?.(sheets);
  const { findings } = checked(sheets);
  const found = findings.filter(({ rule }) => rule === fault.rule);
  expect(found.map((one) => one.class)).toEqual([fault.class]);
  const place = `${fault.sheet}!${String.fromCharCode(65 + fault.column)}${fault.row + 1}`;
  expect(found[0]?.cells[0]).toBe(fault.found ?? place);
  expect(findings.filter((one) => one.class === 'must' && one.rule !== fault.rule)).toEqual([]);
});

test('one person wrong in twelve monthly rosters is one finding', () => {
  const sheets: Record<string, Rows> = {};
  for (let month = 1; month <= 12; month++) {
    const rows = disabled(month);
    (rows[3] as unknown[])[5] = swapLast(identity(19620415, 201));
    sheets[`${month}月`] = rows;
  }
  const { findings } = checked(sheets);
  const musts = findings.filter((one) => one.class === 'must');
  expect(musts.map(({ rule, cells }) => [rule, cells.length])).toEqual([['roster.identity.checksum', 12]]);
});

test('the top-up trap: amounts below the standard are no fault of a top-up programme', () => {
  const { findings } = checked({ Sheet2: cleanSheets().Sheet2 as Rows });
  expect(findings.filter(({ rule }) => rule.startsWith('roster.amount'))).toEqual([]);
});

test('a person on two rosters of different months is paid once in each', () => {
  const { findings } = checked({ 三月: disabled(3), 四月: disabled(4) });
  expect(findings.filter((one) => one.class !== 'hint')).toEqual([]);
});

test('the same list twice is asked about once, not for every person', () => {
  const { findings } = checked({ 申请: disabled(3), 发放: disabled(3) });
  expect(findings.filter(({ rule }) => rule.includes('twice')).map((one) => [one.rule, one.class])).toEqual([
    ['roster.list.twice', 'hint'],
  ]);
});

test('programmes that exclude each other are asked about once for a person', () => {
  const sheets = cleanSheets();
  const living = ((sheets['两补'] as Rows)[5] as unknown[])[5];
  const destitute = sheets['特困'] as Rows;
  (destitute[4] as unknown[])[3] = living;
  (destitute[0] as unknown[])[0] = '2023年3月特困人员救助供养资金发放花名册';
  const found = checked(sheets).findings.filter(({ rule }) => rule === 'roster.person.incompatible');
  expect(found.map((one) => [one.class, one.cells])).toEqual([['explain', ['特困!D5', '两补!F6']]]);
});

test('a child who came of age before the month is asked about, one who studies is not', () => {
  const sheets = { 孤儿: orphans() };
  const rows = sheets['孤儿'];
  (rows[0] as unknown[])[0] = null;
  (rows[1] as unknown[])[0] = '2023年10月孤儿基本生活费发放花名册';
  (rows[5] as unknown[])[3] = identity(20050829, 1);
  const grown = () => checked(sheets).findings.filter(({ rule }) => rule === 'roster.age.grown');
  expect(grown().map(({ cells }) => cells)).toEqual([['孤儿!D6']]);
  (rows[5] as unknown[])[9] = '在校就读';
  expect(grown()).toEqual([]);
});

test('near-matches of one village and name are offered as a hint', () => {
  const sheets = cleanSheets();
  const rows = sheets['孤儿'] as Rows;
  const alike = `${identity(20120411, 1).slice(0, 16)}3`;
  (rows[6] as unknown[])[2] = '儿童1';
  (rows[6] as unknown[])[3] = alike + 'X';
  const found = checked(sheets).findings.filter(({ rule }) => rule === 'roster.person.alike');
  expect(found.map((one) => [one.class, one.cells])).toEqual([['hint', ['孤儿!D6', '孤儿!D7']]]);
});

test('no number of identity or account and no name stands in what is said', () => {
  for (const fault of FAULTS) {
    const sheets = cleanSheets();
    total(fault.sheet, fault.row, fault.column, fault.value as string)(sheets);
    const said = JSON.stringify(checked(sheets).findings);
    expect(said).not.toMatch(/\d{12}|儿童\d|户主\d|成员\d|供养\d|老人\d/);
  }
});
