import { partKey } from '../zip';
import { escapeAttribute } from './escape';
import type { Package } from './package';
import type { XmlEdit, XmlTree } from './xml-tree';
import { appendInside, prefixed, splice } from './xml-tree';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Content types of the parts we write (ECMA-376 part 1, 15.2). */
export const CONTENT_TYPES = {
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  comments: `${SPREADSHEET}.comments+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

/** The content type a part has, by its own entry or by its extension; null when the package says nothing. */
export function contentTypeOf(parts: Package, part: string): string | null {
  return parts.has(CONTENT_TYPES_PART) ? typeIn(parts.xml(CONTENT_TYPES_PART), part) : null;
}

function typeIn(tree: XmlTree, part: string): string | null {
  const key = partKey(part);
  const own = tree
    .childrenOf(tree.root, 'Override')
    .find((element) => partKey(tree.attribute(element, 'PartName') ?? '') === key);
  if (own) return tree.attribute(own, 'ContentType');
  const extension = key.slice(key.lastIndexOf('.') + 1);
  const byExtension = tree
    .childrenOf(tree.root, 'Default')
    .find((element) => tree.attribute(element, 'Extension')?.toLowerCase() === extension);
  return byExtension ? tree.attribute(byExtension, 'ContentType') : null;
}

/**
 * Brings the list of content types in line with the parts: entries of dropped parts (by key) go, written parts get
 * theirs. All other entries stay byte for byte.
 */
export function updateContentTypes(
  parts: Package,
  dropped: ReadonlySet<string>,
  written: ReadonlyMap<string, string>,
): void {
  const tree = parts.xml(CONTENT_TYPES_PART);
  const missing = [...written].filter(([part, type]) => typeIn(tree, part) !== type);
  const rewritten = new Set([...written.keys()].map(partKey));
  const gone = [...dropped].filter((part) => !rewritten.has(part));
  const stale = new Set([...gone, ...missing.map(([part]) => partKey(part))]);
  const edits: XmlEdit[] = tree
    .childrenOf(tree.root, 'Override')
    .filter((element) => stale.has(partKey(tree.attribute(element, 'PartName') ?? '')))
    .map((element) => ({ start: element.start, end: element.end, text: '' }));
  const name = prefixed(tree.root.prefix, 'Override');
  const added = missing.map(
    ([part, type]) => `<${name} PartName="/${escapeAttribute(part)}" ContentType="${escapeAttribute(type)}"/>`,
  );
  if (added.length > 0) edits.push(appendInside(tree, tree.root, added.join('')));
  parts.put(CONTENT_TYPES_PART, splice(tree.text, edits));
}
