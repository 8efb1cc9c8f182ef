import { parseRelations } from '../../../src/checks/pack';
import type { ParsedRelation, Relation } from '../../../src/checks/pack';
import { runRelations } from '../../../src/checks/run';
import { formSets } from '../../../src/facts/sets';
import { formatPlace } from '../../../src/model/address';
import type { Check } from '../../../src/model/check';
import type { CellValue } from '../../../src/model/grid';
import type { Table } from '../../../src/model/table';
import type { TestSheet } from '../../support/book';
import { tablesOn } from './figures';
import { sheetOf } from './rare-tables';

function relationOf(relation: string, more: Partial<Relation> = {}): ParsedRelation {
  const whole: Relation = { id: 'final.test', title: '试例', class: 'must', relation, basis: '试', ...more };
  const pack = { id: 'test', title: '', region: '', confirmed: false, relations: [whole] };
  return parseRelations(pack)[0] as ParsedRelation;
}

interface Laid {
  readonly year?: number;
  readonly name?: string;
  readonly unitName?: string;
  readonly unit?: string | null;
  readonly total?: readonly CellValue[];
}

/** 支出决算表: 合计 307.82 = 105.58 + 202.24 and one 类. */
function spending({ year = 2023, total = [307.82, 105.58, 202.24], ...more }: Laid = {}): TestSheet {
  return sheetOf(
    `${year}年度支出决算表`,
    [['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出']],
    [
      ['合计', null, ...total],
      ['208', '社会保障和就业支出', 307.82, 105.58, 202.24],
    ],
    { name: `支出${year}`, ...more },
  );
}

/** 收入支出决算总表 of one 类; in 元 unless told. */
function summary({ year = 2023, total = [3078200], unit = '元', ...more }: Laid = {}): TestSheet {
  return sheetOf(
    `${year}年度收入支出决算总表`,
    [
      ['收入', null, '支出', null],
      ['项目', '决算数', '项目', '决算数'],
    ],
    [
      ['一、财政拨款收入', 3078200, '一、社会保障和就业支出', 3078200],
      ['二、其他收入', 0, '二、卫生健康支出', 0],
      ['本年收入合计', 3078200, '本年支出合计', total[0] ?? null],
      ['总计', 3078200, '总计', 3078200],
    ],
    { name: `总表${year}`, unit, ...more },
  );
}

const INSIDE = relationOf('对《支出决算表》每行：[本年支出合计] = [基本支出] + [项目支出]');
const BETWEEN = relationOf('《支出决算表》[合计,本年支出合计] = 《收入支出决算总表》[本年支出合计,决算数]');

function run(tables: readonly Table[], relation: ParsedRelation): Check[] {
  return runRelations(formSets(tables), [relation]).map(({ check }) => check);
}

const keysOf = (checks: readonly Check[]): string[] => checks.map((check) => check.key);

describe('a relation inside a table', () => {
  it('is tried on every row; its key names year and row', () => {
    const checks = run(tablesOn(spending()), INSIDE);
    expect(checks.map(({ key, status }) => [key, status])).toEqual([
      ['final.test|2023|合计', 'holds'],
      ['final.test|2023|208', 'holds'],
    ]);
  });

  it('says both sides in words, with unit, value and cells', () => {
    const [check] = run(tablesOn(spending()), INSIDE) as [Check];
    expect(check.left).toMatchObject({ text: '《支出决算表》合计·本年支出合计', unit: '万元' });
    expect(check.right?.text).toBe('基本支出 ＋ 项目支出');
    expect([check.left?.value?.toString(), check.right?.value?.toString()]).toEqual(['307.82', '307.82']);
    expect(check.right?.places.map(formatPlace)).toEqual(['支出2023!D4', '支出2023!E4']);
    expect(check.message).toBe('《支出决算表》合计·本年支出合计 307.82 万元，基本支出 ＋ 项目支出 307.82 万元，相符。');
    expect(check).toMatchObject({ title: '试例', basis: '试', class: 'must', cause: null });
  });

  it('names the column when it is tried on every column', () => {
    const relation = relationOf('对《支出决算表》[合计]每列每行：[本列] = 下级之和([本列])');
    expect(keysOf(run(tablesOn(spending()), relation))).toEqual([
      'final.test|2023|合计|本年支出合计',
      'final.test|2023|合计|基本支出',
      'final.test|2023|合计|项目支出',
    ]);
  });

  it('is rounding to the tolerance exactly and fails beyond it', () => {
    const at = (total: number): Check =>
      run(tablesOn(spending({ total: [total, 105.58, 202.24] })), INSIDE)[0] as Check;
    // Three figures in steps of 0.01 万元.
    expect(at(307.83)).toMatchObject({ status: 'rounding', cause: 'rounding' });
    expect(at(307.83).tolerance?.toString()).toBe('0.015');
    expect(at(307.83).message).toContain('相差 0.01 万元，在尾差 0.015 万元 以内。');
    expect(at(307.84)).toMatchObject({ status: 'fails' });
    expect(at(307.84).difference?.toString()).toBe('0.02');
  });

  it('fails on a cell that is no number, and says which', () => {
    const [check] = run(tablesOn(spending({ total: [307.82, '见附件', 202.24] })), INSIDE) as [Check];
    expect(check).toMatchObject({ status: 'fails', cause: 'text-number', difference: null, tolerance: null });
    expect(check.message).toBe('《支出决算表》合计·基本支出（D4）读不成数，无法核对“试例”。请先改成数字。');
    expect(check.right).toMatchObject({ text: '基本支出 ＋ 项目支出', value: null });
  });

  it('is tried on a table without a unit, too', () => {
    const [table] = tablesOn(spending({ unit: null })) as [Table];
    expect(table.amountUnit).toBeNull();
    expect(run([table], INSIDE)[0]).toMatchObject({ status: 'holds', left: { unit: null } });
  });

  it('is tried on each of several tables of a kind; the later keys name the sheet', () => {
    const keys = keysOf(run(tablesOn(spending(), spending({ name: '副本' })), INSIDE));
    expect(keys).toEqual([
      'final.test|2023|合计',
      'final.test|2023|208',
      'final.test|2023|合计|副本',
      'final.test|2023|208|副本',
    ]);
  });

  it('says nothing about a row of zeros', () => {
    expect(keysOf(run(tablesOn(spending({ total: [0, 0, 0] })), INSIDE))).toEqual(['final.test|2023|208']);
  });

  it('offers alternatives: one that holds is enough, else the first is told', () => {
    const either = relationOf('对《支出决算表》[合计]每行：[本年支出合计] = 任一([基本支出], [基本支出] + [项目支出])');
    expect(run(tablesOn(spending()), either)[0]).toMatchObject({
      status: 'holds',
      right: { text: '基本支出 ＋ 项目支出' },
    });
    const spoilt = tablesOn(spending({ total: [999, 105.58, 202.24] }));
    expect(run(spoilt, either)[0]).toMatchObject({ status: 'fails', right: { text: '《支出决算表》合计·基本支出' } });
  });
});

describe('a relation between tables', () => {
  it('gives gap and tolerance in the unit of the left side', () => {
    const [check] = run(tablesOn(spending(), summary({ total: [3081234.5] })), BETWEEN) as [Check];
    expect(check).toMatchObject({
      key: 'final.test|2023',
      status: 'fails',
      left: { unit: '万元' },
      right: { unit: '元' },
    });
    expect(check.difference?.toString()).toBe('-0.30345');
    expect(check.tolerance?.compare(check.difference!.abs())).toBe(-1);
    expect(check.message).toContain('应当相等，相差 -0.30345 万元，超过尾差');
    expect(check.right?.value?.toString()).toBe('3081234.5');
  });

  it('is not tried while one of the tables is missing', () => {
    expect(run(tablesOn(spending()), BETWEEN)).toEqual([]);
  });

  it('never ties a table without a unit, or an uncertain one', () => {
    expect(run(tablesOn(spending(), summary({ unit: null })), BETWEEN)).toEqual([]);
    const [left, right] = tablesOn(spending(), summary()) as [Table, Table];
    expect(run([left, { ...right, confidence: 'uncertain' }], BETWEEN)).toEqual([]);
    expect(run([left, { ...right, confidence: 'likely' }], BETWEEN)).toHaveLength(1);
  });

  it('never ties figures up to a month to those of the year', () => {
    const [left, right] = tablesOn(spending(), summary()) as [Table, Table];
    expect(run([left, { ...right, asOf: '2023-10' }], BETWEEN)).toEqual([]);
    expect(
      run(
        [
          { ...left, asOf: '2023-10' },
          { ...right, asOf: '2023-10' },
        ],
        BETWEEN,
      ),
    ).toHaveLength(1);
  });

  it('keeps two units apart and names them in the keys', () => {
    const other = { unitName: '青岚县民政局' };
    const tables = tablesOn(
      spending(),
      summary(),
      spending({ ...other, name: '青岚支出' }),
      summary({ ...other, name: '青岚总表', total: [1] }),
    );
    expect(run(tables, BETWEEN).map(({ key, status }) => [key, status])).toEqual([
      ['final.test|2023|云岭县民政局', 'holds'],
      ['final.test|2023|青岚县民政局', 'fails'],
    ]);
  });

  it('says an upper bound as one', () => {
    const bound = relationOf('《收入支出决算总表》[本年支出合计,决算数] ≤ 《支出决算表》[合计,基本支出]');
    const [check] = run(tablesOn(spending(), summary()), bound) as [Check];
    expect(check).toMatchObject({ status: 'fails', cause: null });
    expect(check.message).toContain('前者不应大于后者');
  });
});

describe('a relation with the year before', () => {
  const ACROSS = relationOf('《支出决算表》[合计,本年支出合计] = 《支出决算表》[合计,本年支出合计]@上年');

  it('is tried when that year is there, on the later year only', () => {
    const tables = tablesOn(spending(), spending({ year: 2022 }));
    expect(run(tables, ACROSS).map(({ key, status }) => [key, status])).toEqual([['final.test|2023', 'holds']]);
    expect(run(tablesOn(spending()), ACROSS)).toEqual([]);
    expect(run(tablesOn(spending(), spending({ year: 2021 })), ACROSS)).toEqual([]);
  });

  it('never takes a month of that year for its end', () => {
    const [now, before] = tablesOn(spending(), spending({ year: 2022 })) as [Table, Table];
    expect(run([now, { ...before, asOf: '2022-10' }], ACROSS)).toEqual([]);
  });
});

describe('a relation of ratios', () => {
  it('is compared in its own step, without a unit', () => {
    const relation = relationOf('对《预算执行情况表》[合计]每行：[执行率] = [全年执行数] ÷ [全年预算数]', {
      step: '0.0001',
    });
    const at = (rate: number): Check => {
      const header = [['项目', '全年预算数', '全年执行数', '执行率']];
      const body = [
        ['合计', 320, 300, rate],
        ['一、基本支出', 100, 100, 1],
        ['二、项目支出', 220, 200, 0.9091],
      ];
      return run(tablesOn(sheetOf('2023年部门预算执行情况表', header, body)), relation)[0] as Check;
    };
    expect(at(0.9375)).toMatchObject({ status: 'holds', left: { unit: null }, right: { unit: null } });
    expect(at(0.9376).status).toBe('fails');
    expect(at(0.94)).toMatchObject({ status: 'rounding' });
    expect(at(0.95).status).toBe('fails');
  });
});
