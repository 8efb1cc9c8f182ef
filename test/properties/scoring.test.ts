import { assert, array, boolean, constantFrom, integer, property, record, tuple, uniqueArray } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Decimal, sum } from '../../src/model/decimal';
import type { Scope } from '../../src/formula/scope';
import type { Answer } from '../../src/rubric/answers';
import { exactScore } from '../../src/rubric/methods/score-formula';
import type { Indicator, Method, Rubric, Sign } from '../../src/rubric/pack';
import { score } from '../../src/rubric/score';
import { indicator } from '../unit/rubric/scored';

type Scored = Pick<Indicator, 'method' | 'target' | 'display'>;

const shifted = (most: number, power: number, least = 0): Arbitrary<string> =>
  integer({ min: least, max: most }).map((digits) => Decimal.of(digits).shift(power).toString());

const POINTS = shifted(4000, -2);
const POSITIVE = shifted(500, -1, 1);
/** Percentages from −200 % to 400 % as shares, with digits beyond what is shown. */
const VALUE = shifted(4_000_000, -6, -2_000_000);
const SIGN = constantFrom<Sign>('≥', '≤', '=', '>', '<');
const TARGET = tuple(SIGN, shifted(200, 0, -20)).map(([sign, value]) => ({ sign, value, unit: '%' }));
const PARTIAL = constantFrom('proportional', 'counts', 'ignored');

const BANDS = tuple(uniqueArray(integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 5 }), boolean()).map(
  ([limits, rising]): Method => ({
    type: 'band',
    bound: rising ? 'at-least' : 'at-most',
    bands: [...limits]
      .sort((a, b) => (rising ? b - a : a - b))
      .map((limit, index) => ({ limit: String(limit), award: { share: String(1 - index / 10) } })),
    otherwise: { share: '0' },
  }),
);

const MEASURED: Arbitrary<Scored> = tuple(
  TARGET,
  constantFrom('ratio', 'step', 'band'),
  record({ per: POSITIVE, deduct: POSITIVE, partial: PARTIAL }),
  BANDS,
).map(([target, type, step, bands]) => {
  const methods = { ratio: { type: 'ratio' }, step: { type: 'threshold-step', ...step }, band: bands } as const;
  return { target, method: methods[type as keyof typeof methods] as Method, display: 'ratio' };
});

const COUNTED: Arbitrary<Scored> = tuple(boolean(), POSITIVE, integer({ min: 1, max: 9 })).map(
  ([off, each, items]) => ({
    target: null,
    display: 'count',
    method: off
      ? { type: 'deduction', counted: '违规事项', each }
      : { type: 'checklist', items: Array.from({ length: items }, (_, index) => `要点${index}`), each },
  }),
);

function scoreOf(scored: Scored, value: string, points: string): Decimal {
  return exactScore(scored, Decimal.of(value), Decimal.of(points));
}

function isWithin(given: Decimal, points: string): boolean {
  return given.sign() >= 0 && given.compare(Decimal.of(points)) <= 0;
}

describe('a score', () => {
  it('lies between nothing and the points, whatever the value', () => {
    assert(
      property(MEASURED, VALUE, POINTS, (scored, value, points) => isWithin(scoreOf(scored, value, points), points)),
    );
    assert(
      property(COUNTED, integer({ min: 0, max: 99 }), POINTS, (scored, count, points) =>
        isWithin(scoreOf(scored, String(count), points), points),
      ),
    );
  });

  it('is not lower for a value that is better', () => {
    const onOneSide = MEASURED.filter(({ target, method }) => method.type === 'band' || target?.sign !== '=');
    assert(
      property(onOneSide, VALUE, VALUE, POINTS, (scored, one, other, points) => {
        const { method, target } = scored;
        const larger =
          method.type === 'band' ? method.bound === 'at-least' : target?.sign === '≥' || target?.sign === '>';
        const [low, high] = Decimal.of(one).compare(Decimal.of(other)) <= 0 ? [one, other] : [other, one];
        const [worse, better] = larger ? [low, high] : [high, low];
        return scoreOf(scored, worse, points).compare(scoreOf(scored, better, points)) <= 0;
      }),
    );
  });

  it('is full marks when the target is met, except where bands say otherwise', () => {
    const met = MEASURED.filter(({ method }) => method.type !== 'band');
    assert(
      property(met, POINTS, (scored, points) => {
        const aim = Decimal.of(scored.target?.value ?? '0').shift(-2);
        const beyond = scored.target?.sign === '>' ? '0.01' : scored.target?.sign === '<' ? '-0.01' : '0';
        return scoreOf(scored, aim.plus(Decimal.of(beyond)).toString(), points).equals(Decimal.of(points));
      }),
    );
  });
});

const NOTHING: Scope = { table: () => null, fact: () => null, here: null };

/** Points, the share of them she gets, and whether the indicator applies or is answered at all. */
const LINES = array(
  record({
    points: integer({ min: 1, max: 40 }),
    share: shifted(1_000_000, -6),
    state: constantFrom('answered', 'pending', 'not-applicable'),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Line {
  readonly points: number;
  readonly share: string;
  readonly state: string;
}

function answerOf({ state, share }: Line): Answer {
  if (state === 'not-applicable') return { notApplicable: true, reason: '没有此项职能' };
  return state === 'answered' ? { value: share } : {};
}

function cardOf(lines: readonly Line[]): ReturnType<typeof score>['card'] {
  const indicators = lines.map(({ points }, index) =>
    indicator({ type: 'ratio' }, { id: String(index), points: String(points) }),
  );
  const rubric: Rubric = {
    id: 'any',
    title: '任意评分表',
    region: [],
    year: null,
    full: '100',
    grades: [{ name: '全部', from: '0' }],
    basis: '试验',
    pointsBasis: 'unconfirmed',
    indicators,
  };
  return score(rubric, NOTHING, Object.fromEntries(lines.map((line, index) => [String(index), answerOf(line)]))).card;
}

describe('a total', () => {
  it('is the unrounded scores shared out to 100, rounded once', () => {
    assert(
      property(LINES, (lines) => {
        const applying = lines.filter(({ state }) => state !== 'not-applicable');
        const applicable = applying.reduce((points, line) => points + line.points, 0);
        const scored = sum(
          applying.flatMap(({ state, points, share }) =>
            state === 'answered' ? [Decimal.of(points).times(Decimal.of(share))] : [],
          ),
        );
        const expected =
          applicable === 0
            ? Decimal.ZERO
            : (scored.shift(2).dividedBy(Decimal.of(applicable)) as Decimal).roundHalfUp(9).roundHalfUp(2);
        return cardOf(lines).total.equals(expected);
      }),
    );
  });

  it('divides full marks into what can be scored and what is pending, and grades only without the latter', () => {
    assert(
      property(LINES, (lines) => {
        const { scorable, pendingPoints, grade } = cardOf(lines);
        const pending = lines.some(({ state }) => state === 'pending');
        const applies = lines.some(({ state }) => state !== 'not-applicable');
        expect(scorable.plus(pendingPoints).toString()).toBe(applies ? '100' : '0');
        expect(grade === null).toBe(pending);
      }),
    );
  });

  it('keeps the proportions of what applies when something does not', () => {
    assert(
      property(LINES, integer({ min: 1, max: 40 }), (lines, points) => {
        const answered = lines.map((line) => ({ ...line, state: 'answered' }));
        const without = cardOf([...answered, { points, share: '0', state: 'not-applicable' }]);
        return without.total.equals(cardOf(answered).total);
      }),
    );
  });

  it('differs from the shown scores by the remainder it states', () => {
    assert(
      property(LINES, (lines) => {
        const whole = lines.map((line) => ({ ...line, state: 'answered' }));
        const { indicators, total, remainder } = cardOf(whole);
        const points = sum(indicators.map((one) => one.points));
        const shown = indicators.map(({ score: given }) =>
          ((given as Decimal).shift(2).dividedBy(points) as Decimal).roundHalfUp(2),
        );
        return sum(shown).plus(remainder).equals(total);
      }),
    );
  });
});
