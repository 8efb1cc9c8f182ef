import { escapeAttribute } from './escape';
import type { XmlElement, XmlTree } from './xml-tree';
import { prefixed } from './xml-tree';

/** An element to be written into a part of hers, before it is known which prefix that part uses. */
export interface Markup {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

export function markup(name: string, attributes: Record<string, string> = {}, ...children: Markup[]): Markup {
  return { name, attributes, children };
}

/** The element as text, in the namespace that a prefix stands for. */
export function printMarkup(element: Markup, prefix: string): string {
  const name = prefixed(prefix, element.name);
  const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const open = `<${name}${attributes.join('')}`;
  if (element.children.length === 0) return `${open}/>`;
  return `${open}>${element.children.map((child) => printMarkup(child, prefix)).join('')}</${name}>`;
}

/** One text for all ways to write the same element: attributes in order, no prefixes, no white space. */
export function fingerprint(element: Markup): string {
  const attributes = Object.entries(element.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([element.name, attributes, element.children.map(fingerprint)]);
}

/** The element of a part as markup; its text content is left out. */
export function markupOf(tree: XmlTree, element: XmlElement): Markup {
  const attributes: Record<string, string> = {};
  for (const attribute of tree.attributes(element)) {
    attributes[prefixed(attribute.prefix, attribute.name)] = attribute.value;
  }
  return { name: element.name, attributes, children: element.children.map((child) => markupOf(tree, child)) };
}
