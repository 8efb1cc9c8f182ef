import fc from 'fast-check';
import { Decimal, sum } from '../../src/model/decimal';
import { exactScore } from '../../src/rubric/projects/exact-score';
import type { ScoreMethod } from '../../src/rubric/projects/method';
import { evaluated, expenditureSheet, indicatorSheet } from '../unit/rubric/projects/project-tables';
import type { Row } from '../unit/rubric/projects/project-tables';

const RUNS = { numRuns: 300 };
const value = fc.integer({ min: -100_000, max: 1_000_000 }).map((units) => Decimal.of(units).shift(-3));
const above = fc.integer({ min: 1, max: 1_000_000 }).map((units) => Decimal.of(units).shift(-3));
const points = fc.integer({ min: 0, max: 10_000 }).map((units) => Decimal.of(units).shift(-2));
const method = fc.constantFrom<ScoreMethod>('at-least', 'at-most', 'equal', 'within');

function scored(how: ScoreMethod, actual: Decimal, target: Decimal, worth: Decimal, width = Decimal.ZERO): Decimal {
  return exactScore(how, { actual, target, to: target.plus(width), points: worth });
}

describe('a score', () => {
  test('is never below zero nor above its points', () => {
    fc.assert(
      fc.property(method, value, value, above, points, (how, actual, target, width, worth) => {
        const score = scored(how, actual, target, worth, width);
        return score.sign() >= 0 && score.compare(worth) <= 0;
      }),
      RUNS,
    );
  });

  test('never falls when more is done, nor rises when more is used up', () => {
    fc.assert(
      fc.property(value, value, above, points, (actual, target, more, worth) => {
        const [low, high] = [actual, actual.plus(more)];
        expect(scored('at-least', low, target, worth).compare(scored('at-least', high, target, worth))).toBeLessThan(1);
        expect(scored('at-most', high, target, worth).compare(scored('at-most', low, target, worth))).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  test('falls with the distance from a range, on either side', () => {
    fc.assert(
      fc.property(above, above, above, above, points, (from, width, near, further, worth) => {
        const to = from.plus(width);
        const at = (actual: Decimal): Decimal => scored('within', actual, from, worth, width);
        expect(at(to.plus(near).plus(further)).compare(at(to.plus(near)))).toBeLessThan(1);
        expect(at(from.minus(near).minus(further)).compare(at(from.minus(near)))).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  test('does not depend on the unit that target and actual value share', () => {
    fc.assert(
      fc.property(
        method,
        value,
        value,
        points,
        fc.integer({ min: -4, max: 8 }),
        (how, actual, target, worth, power) => {
          const [one, other] = [
            scored(how, actual, target, worth),
            scored(how, actual.shift(power), target.shift(power), worth),
          ];
          expect(one.minus(other).abs().compare(Decimal.of('0.000000000000001'))).toBeLessThan(1);
        },
      ),
      RUNS,
    );
  });
});

const indicator = fc.record({
  level: fc.constantFrom('产出指标', '效益指标', '满意度指标'),
  target: fc.integer({ min: 1, max: 5000 }),
  actual: fc.option(fc.integer({ min: 0, max: 5000 })),
  worth: fc.integer({ min: 1, max: 200 }).map((halves) => halves / 2),
});

describe('a project as its tables hold it', () => {
  const rowsOf = (
    indicators: readonly { level: string; target: number; actual: number | null; worth: number }[],
  ): Row[] =>
    indicators.map(({ level, target, actual, worth }, at) => [
      level,
      '数量指标',
      `事项${at + 1}`,
      `≥${target}人`,
      actual === null ? null : `${actual}人`,
      worth,
    ]);
  const list = fc.array(indicator, { minLength: 1, maxLength: 12 });
  const money = expenditureSheet([['临时救助', 60, 80, 72]]);

  test('its total is the sum of its unrounded scores; scored and pending points make up all points', () => {
    fc.assert(
      fc.property(list, (indicators) => {
        const [project] = evaluated([indicatorSheet(rowsOf(indicators)), money]).projects;
        if (!project) throw new Error('no project');
        const scores = [project.executionScore, ...project.indicators.map(({ score }) => score)];
        const open = indicators.filter(({ actual }) => actual === null).map(({ worth }) => Decimal.of(worth));
        expect(project.indicators).toHaveLength(indicators.length);
        expect(project.total).toEqual(sum(scores.filter((score) => score !== null)).roundHalfUp(2));
        expect(project.pendingPoints.toString()).toBe(sum(open).toString());
        if (open.length > 0) expect(project.grade).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('the order of its rows changes neither total nor what is pending', () => {
    fc.assert(
      fc.property(list, (indicators) => {
        const rows = rowsOf(indicators);
        const [one, other] = [rows, [...rows].reverse()].map(
          (ordered) => evaluated([indicatorSheet(ordered), money]).projects[0],
        );
        expect(one?.total.toString()).toBe(other?.total.toString());
        expect(one?.pendingPoints.toString()).toBe(other?.pendingPoints.toString());
      }),
      { numRuns: 60 },
    );
  });
});
