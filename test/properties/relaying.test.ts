import { bureauBook } from '../support/bureau';
import { gridsOf } from '../support/book';
import { realFinals } from '../support/finals';
import { bookOf } from '../support/laid';
import type { LaidBook } from '../support/laid';
import { Random } from '../support/random';
import { SHAPES, shaped, someShapes } from '../support/shapes';
import { demands, factsOf, judge, kindsOf, verdicts } from '../support/verdicts';

const judgeBook = (book: LaidBook): ReturnType<typeof judge> => judge(gridsOf(bookOf(book)));

const BOOKS: readonly (readonly [string, LaidBook])[] = [
  ['the real final accounts', realFinals()],
  ['a whole bureau with last year and budgets', bureauBook(3)],
];

describe.each(BOOKS)('%s: the same figures laid otherwise', (_name, book) => {
  const before = judgeBook(book);
  const expected = { kinds: kindsOf(before), facts: factsOf(before), verdicts: verdicts(before) };

  const unchanged = (relaid: LaidBook): void => {
    const after = judgeBook(relaid);
    expect({ kinds: kindsOf(after), facts: factsOf(after), verdicts: verdicts(after) }).toEqual(expected);
    expect(demands(after).filter((one) => one.class === 'must')).toEqual([]);
  };

  test.each(SHAPES.map((shape) => [shape.id, shape] as const))('%s changes no fact and no verdict', (_id, shape) => {
    unchanged(shaped(book, [shape], new Random(7)));
  });

  test.each(Array.from({ length: 40 }, (_, seed) => [seed]))(
    'combination %i changes no fact and no verdict',
    (seed) => {
      const random = new Random(seed, 'combination');
      unchanged(shaped(book, someShapes(random), random));
    },
  );
});

describe('clean bureaus', () => {
  test.each(Array.from({ length: 25 }, (_, seed) => [seed + 100]))(
    'seed %i: every relation ties, nothing must be corrected',
    (seed) => {
      const judged = judgeBook(bureauBook(seed));
      expect(judged.recognition.unrecognised).toEqual([]);
      expect(
        judged.checked.checks
          .filter((one) => one.status !== 'holds' && one.status !== 'rounding')
          .map((one) => one.message),
      ).toEqual([]);
      expect(demands(judged).map((one) => one.message)).toEqual([]);
    },
  );
});
