import type { TableRow } from '../model/table';
import { comparable } from '../model/text';
import { FIELD_VALUE } from './form';
import type { TableKind } from './kind';
import { matchTitle } from './title';

/** Kinds that exist once per programme or project. */
const BY_PROGRAMME = /^subsidy\//;
const BY_PROJECT = /^(?:budget\/project-goals|project\/indicators)$/;

/** What a table is about: the programme its title names beside the kind, or the project its form names. */
export function subjectOf(
  kind: TableKind,
  title: string | null,
  unitName: string | null,
  rows: readonly TableRow[],
): string | null {
  if (BY_PROJECT.test(kind.id)) {
    const field = rows.find((row) => row.name === '项目名称')?.cells.get(FIELD_VALUE)?.written ?? '';
    return field === '' ? null : field;
  }
  if (!BY_PROGRAMME.test(kind.id) || title === null) return null;
  const match = matchTitle(title).find((one) => one.kind.id === kind.id);
  const rest = (match?.rest ?? '')
    .replace(unitName === null ? '' : comparable(unitName), '')
    .replace(/^(?:县|市|区|全[县市区])/, '');
  return rest.length >= 2 ? rest : null;
}
