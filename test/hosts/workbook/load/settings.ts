import type { Package } from '../../../../src/hosts/xlsx/write/package';
import { relationsOf } from '../../../../src/hosts/xlsx/write/relations';
import type { Book } from '../book';
import { Node as Xml } from './xml';

/** Ends of the relationship types by which a package names task panes and these name their add-ins ([MS-OWEXML] 2.1). */
export const TASK_PANES = 'webextensiontaskpanes';
export const WEB_EXTENSION = 'webextension';

/** Reads the settings of an add-in: properties of its web extension part, JSON texts by key ([MS-OWEXML] 2.2.6). */
export function loadSettings(book: Book, parts: Package): void {
  for (const part of extensionParts(parts)) {
    for (const property of Xml.root(parts, part).first('properties')?.all('property') ?? []) {
      const value = property.attribute('value') ?? 'null';
      book.setSetting(property.attribute('name') ?? '', JSON.parse(value) as unknown);
    }
  }
}

/** The web extension parts of a package. */
export function extensionParts(parts: Package): string[] {
  const panes = relationsOf(parts, '').filter(({ kind }) => kind === TASK_PANES);
  return panes.flatMap(({ target }) =>
    target === null
      ? []
      : relationsOf(parts, target).flatMap((one) => (one.kind === WEB_EXTENSION && one.target ? [one.target] : [])),
  );
}
