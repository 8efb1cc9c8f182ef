import { EtError } from '../problems';

/** What was given where the program takes a number, a text or a truth value; it converts as VBA does between them. */
export function number(value: unknown, what: string): number {
  const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof given === 'number' && Number.isFinite(given)) return given;
  throw new EtError(`${what}: not a number`);
}

export function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new EtError(`${what}: not a text`);
}

export function truth(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1 || value === -1) return value !== 0;
  throw new EtError(`${what}: not a truth value`);
}

/** True for an argument that was left out (wps.md §3.1 rule 4: null and undefined are both used). */
export function isLeftOut(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** The word for a number of an enumeration. */
export function word<T>(table: readonly (readonly [number, T])[], value: unknown, what: string): T {
  const found = table.find(([code]) => code === number(value, what));
  if (found) return found[1];
  throw new EtError(`${what}: ${String(value)} is none of its numbers`);
}

export function code<T>(table: readonly (readonly [number, T])[], value: T, what: string): number {
  const found = table.find(([, one]) => one === value);
  if (found) return found[0];
  throw new Error(`${what}: ${String(value)} has no number in this model`);
}

/** #RRGGBB ↔ the program's numbers, red in the lowest byte (wps.md §0 fact 6). */
export function colorOf(value: unknown, what: string): string {
  const bgr = number(value, what);
  if (!Number.isInteger(bgr) || bgr < 0 || bgr > 0xffffff) throw new EtError(`${what}: ${bgr} is no colour`);
  const byte = (shift: number): string => ((bgr >> shift) & 0xff).toString(16).padStart(2, '0').toUpperCase();
  return `#${byte(0)}${byte(8)}${byte(16)}`;
}

export function colorNumber(color: string): number {
  const rgb = Number.parseInt(color.slice(1), 16);
  return ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16);
}
