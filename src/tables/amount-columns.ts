import type { TableKind } from './kind';

/** Names of the columns of a kind that hold money; in a form, of the fields that its parts are parts of. */
export function amountColumnNames(kind: TableKind): string[] {
  const columns = kind.columns.filter(({ role }) => role === 'amount');
  const fields = kind.parts ? (kind.rows ?? []).filter(({ role = 'amount' }) => role === 'amount') : [];
  return [...columns, ...fields].map(({ name }) => name);
}
