import { CONTENT_TYPES, OpenedPackage, relationsOwner, repeated } from './package-open';
import { orderFaults } from './package-order-checks';
import { packageParts, zipFaults } from './package-parts';
import { workbookFaults } from './package-workbook-checks';
import { elementsOf } from './package-xml';

/** Names of parts that differ between two packages. */
export interface ChangedParts {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares two packages part by part, uncompressed, byte for byte; each list is sorted. */
export function changedParts(before: Uint8Array, after: Uint8Array): ChangedParts {
  const old = packageParts(before);
  const now = packageParts(after);
  const same = (name: string): boolean =>
    Buffer.compare(old.get(name) as Uint8Array, now.get(name) as Uint8Array) === 0;
  return {
    changed: [...old.keys()].filter((name) => now.has(name) && !same(name)).sort(),
    added: [...now.keys()].filter((name) => !old.has(name)).sort(),
    removed: [...old.keys()].filter((name) => !now.has(name)).sort(),
  };
}

/**
 * What is wrong with a package, one sentence each; empty when it hangs together. That a program opens a file proves
 * nothing: LibreOffice opens workbooks whose charts and pivot tables hang in the air.
 */
export function unreachable(bytes: Uint8Array): string[] {
  const opened = new OpenedPackage(bytes);
  return [
    ...zipFaults(bytes),
    ...malformed(opened),
    ...contentTypeFaults(opened),
    ...orphans(opened),
    ...relationFaults(opened),
    ...workbookFaults(opened),
    ...orderFaults(opened),
  ];
}

function malformed(opened: OpenedPackage): string[] {
  return [...opened.parts].flatMap(([name, bytes]) => {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) return [];
    try {
      elementsOf(bytes);
      return [];
    } catch (error) {
      return [`${name} is not well-formed: ${(error as Error).message}.`];
    }
  });
}

function contentTypeFaults(opened: OpenedPackage): string[] {
  const defaults = opened.named(CONTENT_TYPES, 'Default').map(({ attributes }) => attributes.get('Extension') ?? '');
  const overrides = opened
    .named(CONTENT_TYPES, 'Override')
    .map(({ attributes }) => (attributes.get('PartName') ?? '').replace(/^\//, ''));
  const extensions = new Set(defaults.map((extension) => extension.toLowerCase()));
  const typed = (name: string): boolean =>
    overrides.includes(name) || extensions.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  return [
    ...repeated(defaults.map((one) => one.toLowerCase())).map((one) => `The extension ${one} has two content types.`),
    ...repeated(overrides).map((name) => `${name} has two content types.`),
    ...overrides.filter((name) => !opened.parts.has(name)).map((name) => `${name} has a content type but is absent.`),
    ...[...opened.parts.keys()]
      .filter((name) => name !== CONTENT_TYPES && !typed(name))
      .map((name) => `${name} has no content type.`),
  ];
}

function orphans(opened: OpenedPackage): string[] {
  const reached = opened.reached();
  return [...opened.parts.keys()].flatMap((name) => {
    if (name === CONTENT_TYPES || reached.has(name)) return [];
    const owner = relationsOwner(name);
    if (owner === null) return [`${name} cannot be reached by relations.`];
    return owner === '' || opened.parts.has(owner) ? [] : [`${name} belongs to a part that is absent.`];
  });
}

/** Relations that count only where the part itself names them. */
const NAMED_BY_ID = new Set(['worksheet', 'drawing', 'vmlDrawing', 'table', 'chart', 'ctrlProp', 'externalLink']);

function relationFaults(opened: OpenedPackage): string[] {
  return ['', ...opened.parts.keys()].flatMap((part) => {
    const relations = opened.relations(part);
    const ids = new Set(relations.map(({ id }) => id));
    const named = new Set(opened.elements(part).flatMap((element) => element.relations));
    return [
      ...repeated(relations.map(({ id }) => id)).map((id) => `${part || 'The package'} has two relations ${id}.`),
      ...relations
        .filter(({ external, target }) => !external && !opened.parts.has(target))
        .map(({ id, target }) => `${part || 'The package'} points by ${id} to ${target}, which is absent.`),
      ...relations
        .filter(({ id, type }) => NAMED_BY_ID.has(type) && !named.has(id))
        .map(({ id, type, target }) => `${part} never uses its relation ${id} to the ${type} ${target}.`),
      ...[...named]
        .filter((id) => !ids.has(id))
        .map((id) => `${part} uses the relation ${id}, which it does not have.`),
    ];
  });
}
