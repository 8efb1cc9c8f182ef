import { HostError } from '../host-error';
import { isHostObject } from '../object-type';
import { Cells, parseAddress } from './cells';

/** What of Excel's arguments and values reaches the host, checked. Every refusal is InvalidArgument. */

export function invalid(what: string): HostError {
  return new HostError('InvalidArgument', `The argument is invalid or missing or has an incorrect format: ${what}`);
}

export function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalid(what);
  return value;
}

export function optionalText(value: unknown, what: string): string | null {
  return value === null || value === undefined ? null : text(value, what);
}

export function number(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalid(what);
  return value;
}

export function whole(value: unknown, what: string): number {
  const given = number(value, what);
  if (!Number.isInteger(given)) throw invalid(what);
  return given;
}

export function optionalWhole(value: unknown, what: string): number | null {
  return value === null || value === undefined ? null : whole(value, what);
}

export function truth(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean') throw invalid(what);
  return value;
}

/** The word of ours for one of Excel's constants. */
export function constant<T>(words: Readonly<Record<string, T>>, value: unknown, what: string): T {
  const word = typeof value === 'string' ? words[value] : undefined;
  if (word === undefined) throw invalid(what);
  return word;
}

/** Excel's constant for a word of ours; the first that means it. */
export function constantFor<T>(words: Readonly<Record<string, T>>, word: T): string {
  const found = Object.entries(words).find(([, one]) => one === word);
  if (!found) throw new Error(`No constant of Excel's stands for ${String(word)}.`);
  return found[0];
}

/** An object given as JSON; what it has beyond the names is refused. */
export function record(value: unknown, names: readonly string[], what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(what);
  for (const name of Object.keys(value)) if (!names.includes(name)) throw invalid(`${what}.${name}`);
  return value as Record<string, unknown>;
}

/** #RRGGBB from what Excel takes for a colour: #RRGGBB with or without “#”, in any letter case. */
export function color(value: unknown, what: string): string {
  const match = /^#?([0-9a-f]{6})$/i.exec(text(value, what));
  if (match) return `#${(match[1] as string).toUpperCase()}`;
  throw invalid(what);
}

/** Cells given as a range, or as an address on the sheet of other cells. */
export function cells(value: unknown, beside: Cells, what: string): Cells {
  if (isHostObject(value)) {
    if (value.self instanceof Cells) return value.self;
    throw invalid(what);
  }
  return beside.at(parseAddress(text(value, what), beside.sheet));
}
