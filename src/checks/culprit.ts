import type { TableSet } from '../facts/sets';
import type { CellPlace } from '../model/address';
import { formatPlace } from '../model/address';
import type { Check } from '../model/check';
import { toYuan } from '../model/unit';

/**
 * The cell to blame, by the key of the check: the only one that several relations with the same gap have in common, if
 * no relation confirms it.
 */
export function culprits(
  checks: readonly Check[],
): ReadonlyMap<string, { readonly cell: string; readonly times: number }> {
  const confirmed = new Set(
    checks
      .filter((check) => check.status === 'rounding' || (check.status === 'holds' && check.difference?.isZero()))
      .flatMap((check) => placesOf(check).map(formatPlace)),
  );
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.status !== 'fails' || check.difference === null) continue;
    const group = groups.get(gapOf(check));
    if (group) group.push(check);
    else groups.set(gapOf(check), [check]);
  }
  return new Map(
    [...groups.values()].flatMap((group) => {
      const cell = commonCell(group, confirmed);
      return cell === null ? [] : group.map((check) => [check.key, { cell, times: group.length }] as const);
    }),
  );
}

/** Says which cell is to blame where no cause was found: one that was left empty, or the culprit of several gaps. */
export function markCulprits(
  checks: readonly Check[],
  sets: readonly TableSet[],
  blamed: ReturnType<typeof culprits>,
): Check[] {
  const empty = emptyCells(sets);
  return checks.map((check) => {
    if (check.status !== 'fails' || check.difference === null || check.cause !== null) return check;
    const blank = emptySide(check, empty);
    if (blank !== null) return { ...check, message: `${check.message}${blank} 没有填数，按 0 核对，像是漏填了。` };
    const culprit = blamed.get(check.key);
    if (!culprit) return check;
    const said = `有 ${culprit.times} 处相差同样的数，都用到 ${culprit.cell}，像是这个数写错了。`;
    return { ...check, message: `${check.message}${said}` };
  });
}

function placesOf({ left, right }: Check): readonly CellPlace[] {
  return [...(left?.places ?? []), ...(right?.places ?? [])];
}

/** The size of a gap, in 元 where it is money. */
function gapOf({ difference, left }: Check): string {
  const size = difference?.abs();
  return size === undefined ? '' : `${(left?.unit ? toYuan(size, left.unit) : size).toString()}|${left?.unit === null}`;
}

/** The one cell that every relation of the group takes its figures from, if nothing confirms it. */
function commonCell(group: readonly Check[], confirmed: ReadonlySet<string>): string | null {
  const [first, ...rest] = group.map((check) => new Set(placesOf(check).map(formatPlace)));
  if (first === undefined || rest.length === 0) return null;
  const [common, ...more] = [...first].filter((cell) => !confirmed.has(cell) && rest.every((cells) => cells.has(cell)));
  return common !== undefined && more.length === 0 ? common : null;
}

/** The side that is one empty cell, while the other side has a value. */
function emptySide({ left, right }: Check, empty: ReadonlySet<string>): string | null {
  for (const side of [left, right]) {
    const [place, ...more] = side?.places ?? [];
    if (place && more.length === 0 && side?.value?.isZero() && empty.has(formatPlace(place))) return formatPlace(place);
  }
  return null;
}

function emptyCells(sets: readonly TableSet[]): ReadonlySet<string> {
  return new Set(
    sets.flatMap((set) =>
      set.tables.flatMap((table) =>
        table.rows.flatMap((row) =>
          [...row.cells.values()].flatMap((cell) => (cell.state === 'blank' ? [formatPlace(cell.place)] : [])),
        ),
      ),
    ),
  );
}
