import { figureOf } from '../facts/figure';
import type { TableSet } from '../facts/sets';
import type { CellPlace } from '../model/address';
import { cellAddress } from '../model/address';
import type { Check } from '../model/check';
import { fromYuan } from '../model/unit';

/**
 * Two gaps of one relation that cancel out: in one column, an amount that stands in one row and belongs in another; in
 * one row, an amount that stands in one column and belongs in another. The cause is said on both.
 * @param blamed keys of checks whose gap one wrong figure explains
 */
export function markMisclassified(
  checks: readonly Check[],
  sets: readonly TableSet[] = [],
  blamed: ReadonlySet<string> = new Set(),
): Check[] {
  return markWrongColumns(markWrongRows(checks, blamed), sets);
}

/** In one row, one column has too much by just what another lacks. */
function markWrongColumns(checks: readonly Check[], sets: readonly TableSet[]): Check[] {
  const open = checks.filter(
    (check) =>
      check.status === 'fails' && check.cause === null && check.difference !== null && !check.difference.isZero(),
  );
  const texts = new Map<Check, string>();
  const alike = bySize(open);
  for (const one of open) {
    const other = alike(one).find(
      (candidate) =>
        candidate.id === one.id &&
        sameRow(candidate, one) &&
        columnOf(candidate) !== columnOf(one) &&
        candidate.difference?.negate().equals(one.difference as NonNullable<typeof one.difference>),
    );
    if (!other) continue;
    const tooMuch = (one.difference?.sign() ?? 0) < 0 ? one : other;
    const cells = placesOfAmount(tooMuch, sets).map((place) => cellAddress(place.row, place.column));
    const where = cells.length === 1 ? `${cells[0]} 的数像是填错了列` : '像是有一笔填错了列';
    texts.set(one, `同一行的“${columnOf(other)}”相差同样的数而方向相反，${where}。`);
  }
  return checks.map((check) => {
    const text = texts.get(check);
    return text === undefined ? check : { ...check, cause: 'misclassified', message: `${check.message}${text}` };
  });
}

/** Checks of one relation with gaps of one size, in either direction: the only ones that can cancel out. */
function bySize(checks: readonly Check[]): (check: Check) => readonly Check[] {
  const keyOf = (check: Check): string => `${check.id}|${check.difference?.abs().toString() ?? ''}`;
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const group = groups.get(keyOf(check));
    if (group) group.push(check);
    else groups.set(keyOf(check), [check]);
  }
  return (check) => groups.get(keyOf(check)) ?? [];
}

function sameRow(one: Check, other: Check): boolean {
  const [a, b] = [one.left?.places, other.left?.places];
  return a?.length === 1 && b?.length === 1 && a[0]?.sheet === b[0]?.sheet && a[0]?.row === b[0]?.row;
}

/** The cells of the right side that hold just what it has too much. */
function placesOfAmount(check: Check, sets: readonly TableSet[]): readonly CellPlace[] {
  const { difference, left } = check;
  return (check.right?.places ?? []).filter((place) =>
    sets
      .flatMap((set) => set.tables)
      .filter((table) => table.sheet === place.sheet)
      .some((table) =>
        table.rows.some((row) =>
          [...row.cells].some(([column, cell]) => {
            if (cell.place.row !== place.row || cell.place.column !== place.column) return false;
            const value = figureOf(table, row, column)?.value ?? null;
            if (value === null || difference === null) return false;
            const amount = left?.unit ? fromYuan(value, left.unit) : value;
            return amount.equals(difference.abs());
          }),
        ),
      ),
  );
}

/**
 * Two gaps of one relation and column that cancel out: an amount that stands in one row and belongs in another
 * (a code moved to another 类). The cause is said on both.
 */
function markWrongRows(checks: readonly Check[], blamed: ReadonlySet<string>): Check[] {
  const open = checks.filter(
    (check) => check.status === 'fails' && check.difference !== null && !check.difference.isZero(),
  );
  const marked = new Set<Check>();
  const alike = bySize(open);
  for (const one of open) {
    const other = alike(one).find(
      (candidate) =>
        candidate !== one &&
        candidate.id === one.id &&
        columnOf(candidate) === columnOf(one) &&
        candidate.difference?.negate().equals(one.difference as NonNullable<typeof one.difference>),
    );
    if (other && one.cause === null && !blamed.has(one.key)) marked.add(one);
  }
  return checks.map((check) =>
    marked.has(check)
      ? {
          ...check,
          cause: 'misclassified',
          message: `${check.message}另有一行相差同样的数而方向相反，像是有一笔归错了科目。`,
        }
      : check,
  );
}

/** The column a relation was tried on, as its left side names it: 《支出决算表》208 …·本年支出合计. */
function columnOf({ left }: Check): string {
  const text = left?.text ?? '';
  return text.slice(text.lastIndexOf('·') + 1);
}
