import type { Grid } from '../../model/grid';
import type { MemberColumns, RosterColumns } from '../../model/roster';
import type { Table } from '../../model/table';
import { comparable } from '../../model/text';
import type { HeaderColumn } from '../../tables/columns';
import { findColumns } from '../../tables/found-columns';

export const ROSTER = 'subsidy/roster';

/** Headers of an identity number whose person is named one column to the left. */
const IDENTITY_HEADER = /身份证(?:件)?(?:号码?)?$|^证件号码?$|^公民身份号码$/;
/** Numbers of people who are paid for others: no members of the household. */
const NOT_A_MEMBER = /收款|开户|代领|持卡|监护|照料|抚养人|残疾/;

/**
 * Where the columns of a recognised roster stand; null when its header is not found again. Members who stand sideways
 * are found by their numbers, however many there are and however their headers repeat.
 */
export function rosterColumns(grid: Grid, table: Table): RosterColumns | null {
  const found = findColumns(grid, table);
  if (!found) return null;
  const { firstRow, byName, headers } = found;
  return { firstRow, byName, members: membersOf(headers, byName) };
}

function membersOf(headers: readonly HeaderColumn[], byName: ReadonlyMap<string, number>): MemberColumns[] {
  const others = new Set([...byName].filter(([name]) => !name.startsWith('成员')).map(([, column]) => column));
  return headers
    .filter((header) => {
      const path = header.path.map(({ raw }) => comparable(raw));
      const leaf = path[path.length - 1] ?? '';
      return !others.has(header.column) && IDENTITY_HEADER.test(leaf) && !NOT_A_MEMBER.test(path.join('/'));
    })
    .map(({ column }) => ({ name: others.has(column - 1) ? null : column - 1, identity: column }));
}
