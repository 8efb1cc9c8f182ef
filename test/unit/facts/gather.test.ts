import { DEFINITIONS, gatherFacts } from '../../../src/facts/gather';
import { kindNamed } from '../../../src/facts/rows';
import { formSets } from '../../../src/facts/sets';
import type { TableSet } from '../../../src/facts/sets';
import { formatPlace } from '../../../src/model/address';
import { smallTables } from '../formula/small-tables';

const SETS = formSets(smallTables());
const NOW = SETS.find((set) => set.year === 2023) as TableSet;
const FACTS = new Map(gatherFacts(NOW, SETS).map((fact) => [fact.name, fact]));

describe('facts', () => {
  it('are the defined figures in 元, with definition, unit and cell', () => {
    const fact = FACTS.get('基本支出');
    expect(fact?.definition).toBe('《支出决算表》[合计,基本支出]@2023');
    expect(fact?.figure.value?.toString()).toBe('1055800');
    expect(fact?.figure.unit).toBe('万元');
    expect(fact?.figure.place && formatPlace(fact.figure.place)).toBe('支出决算表!D4');
    expect(FACTS.get('收入总计')?.figure.unit).toBe('元');
  });

  it('of the year before are taken from its tables', () => {
    expect(FACTS.get('上年本年支出合计')?.figure.value?.toString()).toBe('2500000');
    expect(FACTS.get('上年本年支出合计')?.definition).toBe('《支出决算表》[合计,本年支出合计]@2022');
    expect(gatherFacts(NOW, [NOW]).map((fact) => fact.name)).not.toContain('上年本年支出合计');
  });

  it('are not there without their table, row or a number', () => {
    expect(FACTS.has('本年收入合计')).toBe(false);
    const spoilt = formSets(
      smallTables(([total, ...rest]) => [[...(total ?? []).slice(0, 3), '见附件', 202.24], ...rest]),
    );
    const names = gatherFacts(spoilt.find((set) => set.year === 2023) as TableSet, spoilt).map((fact) => fact.name);
    expect(names).toContain('项目支出');
    expect(names).not.toContain('基本支出');
  });
});

describe('definitions', () => {
  it('name each figure once, in tables, rows and columns that exist', () => {
    expect(new Set(DEFINITIONS.map(({ name }) => name)).size).toBe(DEFINITIONS.length);
    for (const { table, row, column } of DEFINITIONS) {
      const kind = kindNamed(table);
      expect(kind?.rows?.map(({ name }) => name)).toContain(row);
      expect(kind?.columns.map(({ name }) => name)).toContain(column);
    }
  });
});
