import { Decimal } from '../../model/decimal';

/**
 * Name of the only property of what stands for an exact number. Properties of records that begin with it get it once
 * more.
 */
const TAG = '\u0001';

type Wired = Readonly<Record<string, unknown>>;

/**
 * A value as it can be posted to another thread: exact numbers become marked digits; maps, sets, lists, records and
 * everything plain stay what they are, for structured cloning carries them. What is shared inside the value stays
 * shared. Other classes and functions are a mistake of whoever sends them.
 */
export function encode(value: unknown): unknown {
  return walk(value, new Map(), guarded, (one) => {
    if (one instanceof Decimal) return { [TAG]: one.toString() };
    if (isPlain(one)) return null;
    throw new TypeError(`a ${one.constructor?.name ?? 'value'} cannot be sent`);
  });
}

/** The value that {@link encode} made ready, after it was cloned. */
export function decode(value: unknown): unknown {
  return walk(value, new Map(), unguarded, (one) => {
    const digits = Object.hasOwn(one, TAG) ? (one as Wired)[TAG] : undefined;
    return typeof digits === 'string' ? Decimal.of(digits) : null;
  });
}

type Rename = (key: string) => string;

const guarded: Rename = (key) => (key.startsWith(TAG) ? TAG + key : key);
const unguarded: Rename = (key) => (key.startsWith(TAG) ? key.slice(TAG.length) : key);

/** Copies a value; `replace` gives what stands for an object, or null to copy it with its keys renamed. */
function walk(value: unknown, done: Map<object, unknown>, rename: Rename, replace: (one: object) => unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(`a ${typeof value} cannot be sent`);
  if (typeof value !== 'object' || value === null) return value;
  const before = done.get(value);
  if (before !== undefined) return before;
  if (ArrayBuffer.isView(value)) return value;
  const keep = <T extends object>(copy: T): T => {
    done.set(value, copy);
    return copy;
  };
  const inside = (one: unknown): unknown => walk(one, done, rename, replace);
  if (Array.isArray(value)) {
    const copy = keep([] as unknown[]);
    for (const one of value) copy.push(inside(one));
    return copy;
  }
  if (isNamed<Map<unknown, unknown>>(value, 'Map')) {
    const copy = keep(new Map<unknown, unknown>());
    for (const [key, one] of value) copy.set(inside(key), inside(one));
    return copy;
  }
  if (isNamed<Set<unknown>>(value, 'Set')) {
    const copy = keep(new Set<unknown>());
    for (const one of value) copy.add(inside(one));
    return copy;
  }
  const standIn = replace(value);
  if (standIn !== null) return keep(standIn as object);
  const copy = keep({} as Record<string, unknown>);
  for (const [key, one] of Object.entries(value)) define(copy, rename(key), inside(one));
  return copy;
}

/** Sets a property by any name: a sheet may be called __proto__. */
function define(record: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  else record[key] = value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** By name and not by class: what another thread sent may be of that thread's classes. */
function isNamed<Named extends object>(value: object, name: string): value is Named {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}
