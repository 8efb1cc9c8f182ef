import { resolveTarget } from '../ooxml/part';
import { partKey } from '../zip';
import { escapeAttribute } from './escape';
import { XML_HEAD } from './namespaces';
import type { Package } from './package';
import type { XmlEdit, XmlElement } from './xml-tree';
import { appendInside, prefixed, splice, XmlTree } from './xml-tree';

/** A relationship of a part as its .rels part writes it. */
export interface PartRelation {
  readonly id: string;
  /** With namespace. */
  readonly type: string;
  /** Without namespace, which differs in strict files: worksheet, styles … */
  readonly kind: string;
  /** Name of the part it points to; null for a place outside the package. */
  readonly target: string | null;
  readonly element: XmlElement;
}

export const RELATIONS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Name of the part that holds the relationships of a part; "" is the package itself. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part, external ones included; none when it has no .rels part. */
export function relationsOf(parts: Package, part: string): PartRelation[] {
  const name = relationsPart(part);
  return parts.has(name) ? relationsIn(parts.xml(name), part) : [];
}

/** The relationships a .rels part lists; `from` is the part they belong to. */
export function relationsIn(tree: XmlTree, from: string): PartRelation[] {
  return tree.childrenOf(tree.root, 'Relationship').map((element) => {
    const type = tree.attribute(element, 'Type') ?? '';
    const target = tree.attribute(element, 'Target') ?? '';
    return {
      id: tree.attribute(element, 'Id') ?? '',
      type,
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: tree.attribute(element, 'TargetMode') === 'External' ? null : resolveTarget(from, target),
      element,
    };
  });
}

/** Tells whether a way from one part to another is not to be taken. */
export type Blocked = (from: string, relation: PartRelation) => boolean;

/** Keys of all parts that can be reached from the package by relationships, without those behind blocked ways. */
export function reachableParts(parts: Package, blocked: Blocked = () => false): Set<string> {
  const reached = new Set<string>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const relation of relationsOf(parts, part)) {
      if (relation.target === null || !parts.has(relation.target) || blocked(part, relation)) continue;
      const key = partKey(relation.target);
      if (reached.has(key)) continue;
      reached.add(key);
      waiting.push(relation.target);
    }
  }
  return reached;
}

/** The first name of the form `before`1`after`, `before`2`after` … that neither a part nor left-over relationships have. */
export function freePart(parts: Package, before: string, after: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${before}${number}${after}`;
    if (!parts.has(name) && !parts.has(relationsPart(name))) return name;
  }
}

/** One element of a .rels part that points from a part to another of the same package. */
export function relationMarkup(id: string, type: string, from: string, to: string, prefix = ''): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const target = to.startsWith(folder) ? to.slice(folder.length) : `/${to}`;
  const name = prefixed(prefix, 'Relationship');
  return `<${name} Id="${id}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(target)}"/>`;
}

/** A whole .rels part. */
export function relationsXml(inside: string): string {
  return `${XML_HEAD}<Relationships xmlns="${RELATIONS_NAMESPACE}">${inside}</Relationships>`;
}

/** The .rels part of one part while relationships are added to it and taken from it. */
export class RelationsEditor {
  readonly relations: readonly PartRelation[];
  private readonly tree: XmlTree;
  private readonly ids: Set<string>;
  private readonly edits: XmlEdit[] = [];
  private added = '';

  constructor(
    private readonly parts: Package,
    private readonly part: string,
  ) {
    const name = relationsPart(part);
    this.tree = parts.has(name) ? parts.xml(name) : new XmlTree(relationsXml(''));
    this.relations = relationsIn(this.tree, part);
    this.ids = new Set(this.relations.map((relation) => relation.id));
  }

  /** Adds a relationship to another part and gives its id. */
  add(type: string, target: string): string {
    let number = this.ids.size + 1;
    while (this.ids.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    this.ids.add(id);
    this.added += relationMarkup(id, type, this.part, target, this.tree.root.prefix);
    return id;
  }

  remove({ element }: PartRelation): void {
    this.edits.push({ start: element.start, end: element.end, text: '' });
  }

  /** Writes the .rels part, if anything is to be changed. */
  finish(): void {
    if (this.added === '' && this.edits.length === 0) return;
    const edits = this.added === '' ? this.edits : [...this.edits, appendInside(this.tree, this.tree.root, this.added)];
    this.parts.put(relationsPart(this.part), splice(this.tree.text, edits));
  }
}
