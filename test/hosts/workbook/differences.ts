import type { Canonical } from './canonical';

/** Programs and files round a column's width each in their own way: to a pixel, to 1/256 of a character. */
const WIDTH_TOLERANCE = 1;

/**
 * The first differences between two books in words: 《表》B12 fill #FFFFFF ≠ #EEEEEE. Empty when they are equal.
 * @param limit how many are listed at most
 */
export function differences(one: Canonical, other: Canonical, limit = 20): string[] {
  const found: string[] = [];
  compare(one, other, [], found, limit);
  return found;
}

/** @returns false when enough were found */
function compare(one: unknown, other: unknown, path: readonly string[], found: string[], limit: number): boolean {
  if (Object.is(one, other) || isSameWidth(one, other, path)) return true;
  if (!isTree(one) || !isTree(other)) {
    found.push(`${place(path)} ${shown(one)} ≠ ${shown(other)}`.trim());
    return found.length < limit;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (!compare(one[key], other[key], [...path, key], found, limit)) return false;
  }
  return true;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isSameWidth(one: unknown, other: unknown, path: readonly string[]): boolean {
  if (path[2] !== 'columns' || path[4] !== 'width') return false;
  return typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) <= WIDTH_TOLERANCE;
}

/** Steps that say nothing to a reader: sheets → 《…》, cells, style. */
function place(path: readonly string[]): string {
  const [kind, sheet, ...rest] = path;
  if (kind !== 'sheets' || sheet === undefined) return path.join(' ');
  return `《${sheet}》${rest.filter((step) => step !== 'cells' && step !== 'style').join(' ')}`;
}

const LONGEST = 80;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = isTree(value) ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
