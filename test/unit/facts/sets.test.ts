import { formSets, isTieable, mainTable, priorSet } from '../../../src/facts/sets';
import type { TableSet } from '../../../src/facts/sets';
import type { Table } from '../../../src/model/table';
import { smallTables } from '../formula/small-tables';

const [SPENDING, , SUMMARY] = smallTables() as [Table, Table, Table];

const spending = (unitName: string | null, year: number | null = 2023): Table => ({ ...SPENDING, unitName, year });
const summary = (unitName: string | null, year: number | null = 2023): Table => ({ ...SUMMARY, unitName, year });
const shape = (sets: readonly TableSet[]): unknown[] =>
  sets.map(({ unitName, year, tables }) => [unitName, year, tables.map((table) => table.name)]);

const BOTH = ['支出决算表', '收入支出决算总表'];

describe('sets of tables', () => {
  it('are one for a unit and a year', () => {
    expect(shape(formSets([spending('云岭县民政局'), summary('云岭县民政局')]))).toEqual([
      ['云岭县民政局', 2023, BOTH],
    ]);
    expect(shape(formSets([spending('云岭县民政局'), summary('云岭县民政局', 2022)]))).toEqual([
      ['云岭县民政局', 2023, ['支出决算表']],
      ['云岭县民政局', 2022, ['收入支出决算总表']],
    ]);
    expect(formSets([])).toEqual([]);
  });

  it('join two spellings of a unit and keep the longer name', () => {
    expect(shape(formSets([spending('民政局'), summary('云岭县民政局')]))).toEqual([['云岭县民政局', 2023, BOTH]]);
    expect(shape(formSets([spending('云岭县民政局'), summary('云岭县民政局（本级）')]))).toEqual([
      ['云岭县民政局', 2023, BOTH],
    ]);
  });

  it('keep 本级 and 部门汇总 apart when both have a table of one kind', () => {
    expect(shape(formSets([spending('云岭县民政局（本级）'), spending('云岭县民政局（部门汇总）')]))).toEqual([
      ['云岭县民政局（本级）', 2023, ['支出决算表']],
      ['云岭县民政局（部门汇总）', 2023, ['支出决算表']],
    ]);
  });

  it('keep different units apart', () => {
    expect(formSets([spending('云岭县民政局'), summary('青岚县财政局')])).toHaveLength(2);
  });

  it('take a table without a name to the only unit, and to none of two', () => {
    expect(shape(formSets([spending(null), summary('云岭县民政局')]))).toEqual([['云岭县民政局', 2023, BOTH]]);
    expect(shape(formSets([spending('云岭县民政局'), spending('青岚县民政局'), summary(null)]))).toEqual([
      ['云岭县民政局', 2023, ['支出决算表']],
      ['青岚县民政局', 2023, ['支出决算表']],
      [null, 2023, ['收入支出决算总表']],
    ]);
    expect(shape(formSets([spending(null), summary(null)]))).toEqual([[null, 2023, BOTH]]);
  });
});

describe('a table that may be tied', () => {
  it('is sure enough and has a unit, or is empty', () => {
    const emptied = { ...SPENDING, rows: [], amountUnit: null };
    expect([SPENDING, { ...SPENDING, confidence: 'likely' as const }, emptied].map(isTieable)).toEqual([
      true,
      true,
      true,
    ]);
    expect(isTieable({ ...SPENDING, confidence: 'uncertain' })).toBe(false);
    expect(isTieable({ ...SPENDING, amountUnit: null })).toBe(false);
    expect(isTieable({ ...SPENDING, money: false, amountUnit: null })).toBe(true);
  });

  it('stands for its kind when it has most figures, the first of equals', () => {
    const short = { ...SPENDING, sheet: '短', rows: SPENDING.rows.slice(0, 1) };
    const copy = { ...SPENDING, sheet: '副本' };
    const set = { unitName: null, year: 2023, tables: [short, SPENDING, copy] };
    expect(mainTable(set, '支出决算表')?.sheet).toBe('支出决算表');
    expect(mainTable({ ...set, tables: [{ ...SPENDING, confidence: 'uncertain' }, short] }, '支出决算表')?.sheet).toBe(
      '短',
    );
    expect(mainTable(set, '收入决算表')).toBeNull();
  });
});

describe('the set of the year before', () => {
  const setOf = (unitName: string | null, year: number | null): TableSet => ({ unitName, year, tables: [] });

  it('is that of the same unit', () => {
    const [now, before, other] = [
      setOf('云岭县民政局', 2023),
      setOf('云岭县民政局', 2022),
      setOf('青岚县民政局', 2022),
    ];
    expect(priorSet([now, other, before], now)).toBe(before);
    expect(priorSet([now, other], now)).toBeNull();
    expect(priorSet([now, setOf('云岭县民政局', 2021)], now)).toBeNull();
    expect(priorSet([setOf(null, null)], setOf('云岭县民政局', null))).toBeNull();
  });

  it('is of the same level where there are several', () => {
    const now = setOf('云岭县民政局（本级）', 2023);
    const [own, whole] = [setOf('云岭县民政局本级', 2022), setOf('云岭县民政局（部门汇总）', 2022)];
    expect(priorSet([now, whole, own], now)).toBe(own);
    expect(priorSet([now, setOf('云岭县民政局', 2022)], now)?.year).toBe(2022);
  });

  it('without a name is meant only when it is the only one', () => {
    const now = setOf('云岭县民政局', 2023);
    const nameless = setOf(null, 2022);
    expect(priorSet([now, nameless], now)).toBe(nameless);
    expect(priorSet([now, nameless, setOf('青岚县民政局', 2022)], now)).toBeNull();
  });
});
