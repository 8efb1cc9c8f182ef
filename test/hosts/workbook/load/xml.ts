import type { Package } from '../../../../src/hosts/xlsx/write/package';
import type { PartRelation } from '../../../../src/hosts/xlsx/write/relations';
import { relationsOf } from '../../../../src/hosts/xlsx/write/relations';
import type { XmlElement } from '../../../../src/hosts/xlsx/write/xml-tree';
import type { XmlTree } from '../../../../src/hosts/xlsx/write/xml-tree';
import { decodeEscapes, decodeReferences } from '../../../../src/hosts/xlsx/xmltext';

/** An element together with the part it stands in, for reading without positions. */
export class Node {
  constructor(
    private readonly tree: XmlTree,
    private readonly element: XmlElement,
  ) {}

  static root(parts: Package, part: string): Node {
    const tree = parts.xml(part);
    return new Node(tree, tree.root);
  }

  /** Without prefix. */
  get name(): string {
    return this.element.name;
  }

  get children(): Node[] {
    return this.element.children.map((child) => new Node(this.tree, child));
  }

  all(name: string): Node[] {
    return this.element.children.filter((child) => child.name === name).map((child) => new Node(this.tree, child));
  }

  first(name: string): Node | null {
    const found = this.element.children.find((child) => child.name === name);
    return found ? new Node(this.tree, found) : null;
  }

  /** Follows names from child to child. */
  at(...names: readonly string[]): Node | null {
    return names.reduce<Node | null>((node, name) => node?.first(name) ?? null, this);
  }

  /** Every element of a name below this one, in order. */
  *below(name: string): Generator<Node> {
    for (const child of this.children) {
      if (child.name === name) yield child;
      yield* child.below(name);
    }
  }

  attribute(name: string): string | null {
    return this.tree.attribute(this.element, name);
  }

  number(name: string, otherwise: number): number {
    const text = this.attribute(name);
    return text === null || text === '' ? otherwise : Number(text);
  }

  flag(name: string, otherwise = false): boolean {
    const text = this.attribute(name);
    return text === null ? otherwise : /^(?:1|true|on)$/.test(text);
  }

  /** The element's own text, with references and escapes resolved. */
  get text(): string {
    const { openEnd, closeStart } = this.element;
    return decodeEscapes(decodeReferences(this.tree.text.slice(openEnd, closeStart)));
  }

  /** The texts of all runs (t) below, readings above the characters (rPh) left out. */
  get runs(): string {
    return this.children
      .map((child) => (child.name === 't' ? child.text : child.name === 'rPh' ? '' : child.runs))
      .join('');
  }
}

/** The part another part points to by a kind of relationship (comments, drawing, …); null for none. */
export function partOfKind(parts: Package, from: string, kind: string): string | null {
  return (
    relationsOf(parts, from).find((relation) => relation.kind === kind && relation.target !== null)?.target ?? null
  );
}

/** The relationship of an id; null for none. */
export function relation(parts: Package, from: string, id: string | null): PartRelation | null {
  return relationsOf(parts, from).find((one) => one.id === id) ?? null;
}
