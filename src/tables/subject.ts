import type { TableRow } from '../model/table';
import { comparable } from '../model/text';
import { FIELD_VALUE } from './form';
import type { TableKind } from './kind';
import { matchTitle } from './title';

/** What a table is about where its kind exists once per programme or project; null for kinds that exist once. */
export function subjectOf(
  kind: TableKind,
  title: string | null,
  unitName: string | null,
  rows: readonly TableRow[],
): string | null {
  if (kind.subject === undefined) return null;
  if (kind.subject !== 'title') {
    const field = rows.find((row) => row.name === kind.subject)?.cells.get(FIELD_VALUE)?.written ?? '';
    return field === '' ? null : field;
  }
  const match = title === null ? undefined : matchTitle(title).find((one) => one.kind.id === kind.id);
  const rest = (match?.rest ?? '')
    .replace(unitName === null ? '' : comparable(unitName), '')
    .replace(/^(?:县|市|区|全[县市区])/, '');
  return rest.length >= 2 ? rest : null;
}
