import { Decimal, sum } from '../../../src/model/decimal';
import { parse } from '../../../src/formula/parse';
import { walk } from '../../../src/formula/syntax';
import { kindNamed } from '../../../src/facts/rows';
import { GROUPED_FIGURES } from '../../../src/rubric/grouped-figures';
import type { Rubric } from '../../../src/rubric/pack';
import { RUBRICS, rubricById, rubricFor } from '../../../src/rubric/packs';
import { rubricFaults } from '../../../src/rubric/verify';

const EACH = RUBRICS.map((rubric) => [rubric.id, rubric] as const);

describe.each(EACH)('the shipped rubric %s', (_, rubric) => {
  it('has no fault: formulas, names, tables, numbers and ids', () => {
    expect(rubricFaults(rubric)).toEqual([]);
  });

  it('adds up to 100 over at least 20 indicators, each with basis and evidence', () => {
    expect(rubric.full).toBe('100');
    expect(sum(rubric.indicators.map(({ points }) => Decimal.of(points))).toString()).toBe('100');
    expect(rubric.indicators.length).toBeGreaterThanOrEqual(20);
    expect(rubric.indicators.filter(({ basis, evidence }) => basis === '' || evidence.length === 0)).toEqual([]);
    expect(rubric.basis).not.toBe('');
  });

  it('is marked as not compared with the finance bureau’s document', () => {
    expect(rubric.pointsBasis).toBe('unconfirmed');
  });

  it('calls only rows confirmed whose source is named', () => {
    const claimed = rubric.indicators.filter(
      ({ confirmed, basis }) => confirmed && !/〔\d{4}〕|通知|评分表/.test(basis),
    );
    expect(claimed.map(({ id }) => id)).toEqual([]);
  });

  it('names the base of every value and spells every row right', () => {
    for (const way of rubric.indicators.flatMap(({ formula }) => formula ?? [])) {
      expect(way.base).not.toBe('');
      const outcome = parse(way.expression);
      if ('problem' in outcome) throw new Error(outcome.problem.message);
      for (const node of walk(outcome.expression.body)) {
        if (node.type !== 'reference') continue;
        expect(kindNamed(node.table as string)?.rows?.map(({ name }) => name)).toContain(node.row);
      }
    }
  });

  it('grades with the lower limit of 财预〔2020〕10号', () => {
    expect(rubric.grades.map(({ name, from }) => `${name}${from}`)).toEqual(['优90', '良80', '中60', '差0']);
  });
});

describe('grouped figures', () => {
  it('have names of their own and stand in columns that exist', () => {
    expect(new Set(GROUPED_FIGURES.map(({ name }) => name)).size).toBe(GROUPED_FIGURES.length);
    for (const { tables, heading, column, and } of GROUPED_FIGURES) {
      for (const table of tables) {
        const columns = kindNamed(table)?.columns.map(({ name }) => name) ?? [];
        expect(columns).toEqual(expect.arrayContaining([heading ?? column, column, and ?? column]));
      }
    }
  });
});

describe('the choice of a rubric', () => {
  it('is by id when one is asked for', () => {
    expect(rubricById('step-deduction')?.id).toBe('step-deduction');
    expect(rubricById('no-such')).toBeNull();
  });

  it('is the one of the unit’s province', () => {
    expect(rubricFor(['江西省', '九江市', '庐山市'], 2023).id).toBe('jiangxi-four');
    expect(rubricFor(['湖北省'], 2023).id).toBe('cost-efficiency');
  });

  it('is the national framework for other provinces and where no region is known', () => {
    expect(rubricFor(['四川省', '达州市'], 2023).id).toBe('mof-2013-53');
    expect(rubricFor([], 2023).id).toBe('mof-2013-53');
  });

  it('prefers the narrower region, then the very year', () => {
    const named = (id: string, region: readonly string[], year: number | null): Rubric => ({
      ...(rubricById('jiangxi-four') as Rubric),
      id,
      region,
      year,
    });
    const packs = [
      named('national', [], null),
      named('province', ['江西省'], null),
      named('city', ['江西省', '九江市'], null),
      named('city-2023', ['江西省', '九江市'], 2023),
    ] as const;
    expect(rubricFor(['江西省', '九江市', '庐山市'], 2023, packs).id).toBe('city-2023');
    expect(rubricFor(['江西省', '九江市', '庐山市'], 2024, packs).id).toBe('city');
    expect(rubricFor(['江西省', '南昌市'], 2023, packs).id).toBe('province');
    const outdated = [named('national', [], null), named('province-2022', ['江西省'], 2022)] as const;
    expect(rubricFor(['江西省'], 2023, outdated).id).toBe('national');
  });
});
