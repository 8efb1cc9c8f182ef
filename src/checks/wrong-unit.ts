import type { TableSet } from '../facts/sets';
import { formatPlace } from '../model/address';
import type { Check } from '../model/check';
import type { Finding } from '../model/finding';
import { finding } from '../model/finding';
import type { Table } from '../model/table';

/**
 * Tables whose unit is doubtful as a whole: whatever ties them to other tables fails by a power of ten and nothing
 * holds, while the other tables agree among themselves. Said once, beside the relations that fail.
 */
export function wrongUnits(checks: readonly Check[], sets: readonly TableSet[]): Finding[] {
  const failing = new Map<string, Set<string>>();
  const agreeing = new Set<string>();
  for (const check of checks) {
    const pair = sheetsOf(check);
    if (!pair || check.left?.value?.isZero()) continue;
    const [one, other] = pair;
    if (check.status === 'holds' || check.status === 'rounding') pair.forEach((sheet) => agreeing.add(sheet));
    else if (check.cause === 'unit') {
      failing.set(one, (failing.get(one) ?? new Set()).add(other));
      failing.set(other, (failing.get(other) ?? new Set()).add(one));
    }
  }
  const suspects = [...failing].filter(
    ([sheet, others]) => !agreeing.has(sheet) && [...others].every((other) => agreeing.has(other)),
  );
  const tables = sets.flatMap((set) => set.tables);
  return suspects.flatMap(([sheet, others]) => {
    const own = tables.filter((table) => table.sheet === sheet);
    const [table] = own;
    return table && own.length === 1 ? [wrongUnit(table, [...others], tables)] : [];
  });
}

function wrongUnit(table: Table, others: readonly string[], tables: readonly Table[]): Finding {
  const against = others.flatMap((sheet) => tables.find((one) => one.sheet === sheet)?.name ?? []);
  return finding('checks.unit.doubtful', [table.sheet, table.kind, table.year], {
    stage: 'checks',
    class: 'must',
    title: '金额单位多半写错了',
    cells: [formatPlace({ sheet: table.sheet, row: table.area.top, column: table.area.left })],
    message: `《${table.name}》（工作表“${table.sheet}”）写的单位是“${table.amountUnit ?? ''}”，与${against.map((name) => `《${name}》`).join('、')}都相差一万倍左右。请核对这张表的金额单位；改正后，由它引起的不符会一并消失。`,
    basis: '同一金额在各表应当相同',
  });
}

/** The two sheets a relation ties, when it ties just two. */
function sheetsOf({ left, right }: Check): readonly [string, string] | null {
  const [one, ...more] = new Set(left?.places.map((place) => place.sheet));
  const [other, ...others] = new Set(right?.places.map((place) => place.sheet));
  if (one === undefined || other === undefined || more.length > 0 || others.length > 0 || one === other) return null;
  return [one, other];
}
