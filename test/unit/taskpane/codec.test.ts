import * as fc from 'fast-check';
import { Decimal } from '../../../src/model/decimal';
import { decode, encode } from '../../../src/taskpane/engine/codec';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -12, max: 6 }))
  .map(([digits, power]) => Decimal.of(digits.toString()).shift(power));
const names = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', '\u0001'));
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constantFrom(null, undefined), decimals),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(fc.string(), { maxLength: 4 }).map((all) => new Set(all)),
    fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Over the wire and back, as a worker's messages go. */
function sent(value: unknown): unknown {
  return decode(structuredClone(encode(value)));
}

/** The value with every exact number as its digits and every record without a prototype, for comparing. */
function comparable(value: unknown): unknown {
  if (value instanceof Decimal) return { exactly: value.toString() };
  if (Array.isArray(value)) return value.map(comparable);
  if (value instanceof Map) return { map: [...value].map(([key, one]) => [key, comparable(one)]) };
  if (value instanceof Set) return { set: [...value] };
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : value;
  return { record: Object.entries(value).map(([key, one]) => [key, comparable(one)]) };
}

describe('what is sent to another thread and back', () => {
  it('is the same whatever it is made of', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(comparable(sent(value))).toEqual(comparable(value));
      }),
      { numRuns: 500 },
    );
  });

  it('still calculates exactly', () => {
    const [one, other] = sent([Decimal.of('0.1'), Decimal.of('0.2')]) as [Decimal, Decimal];
    expect(one.plus(other).equals(Decimal.of('0.3'))).toBe(true);
  });

  it('shares what was shared', () => {
    const style = { bold: true };
    const [one, other] = sent([{ style }, { style }]) as [{ style: object }, { style: object }];
    expect(one.style).toBe(other.style);
  });

  it('leaves the prototype of records alone', () => {
    const record = sent(JSON.parse('{"__proto__":{"polluted":true}}')) as Record<string, unknown>;
    expect(Object.keys(record)).toEqual(['__proto__']);
    expect(record['polluted']).toBeUndefined();
  });

  it.each([[new Date(0)], [() => 1], [Symbol('a')], [new (class Figure {})()]])('refuses %p', (value) => {
    expect(() => encode(value)).toThrow(TypeError);
  });
});
