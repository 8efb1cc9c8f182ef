import { ReadTrouble } from '../problem';
import { decodeReferences } from '../xmltext';

/** An attribute and where it stands: from the white space before it to behind its closing quote. */
export interface XmlAttribute {
  /** Without prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly value: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/** An element and where its marks stand; an element closed in itself has `openEnd`, `closeStart` and `end` in one place. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly start: number;
  readonly nameEnd: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  readonly children: XmlElement[];
}

/** Text to put in place of what stands from `start` to `end`. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A part as text together with the places of its elements, so that it can be changed at exact places and stays as it is
 * everywhere else. Nothing is ever printed from the tree.
 */
export class XmlTree {
  readonly root: XmlElement;

  /** @throws ReadTrouble when it is no well-formed XML or holds a DOCTYPE. */
  constructor(readonly text: string) {
    this.root = this.scan();
  }

  /** Children of a name, in the namespace of their parent as its prefix tells it. */
  childrenOf(parent: XmlElement, name: string): XmlElement[] {
    return parent.children.filter((child) => child.name === name && child.prefix === parent.prefix);
  }

  childOf(parent: XmlElement, name: string): XmlElement | null {
    return this.childrenOf(parent, name)[0] ?? null;
  }

  /** The decoded value of an attribute by its name without prefix, or null. */
  attribute(element: XmlElement, name: string): string | null {
    return this.attributes(element).find((attribute) => attribute.name === name)?.value ?? null;
  }

  attributes(element: XmlElement): XmlAttribute[] {
    const found: XmlAttribute[] = [];
    const pattern = /\s+(?:([^\s=:]+):)?([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
    pattern.lastIndex = element.nameEnd;
    for (let match = pattern.exec(this.text); match; match = pattern.exec(this.text)) {
      const raw = match[3] ?? match[4] ?? '';
      found.push({
        name: match[2] as string,
        prefix: match[1] ?? '',
        value: decodeReferences(raw),
        start: match.index,
        valueStart: pattern.lastIndex - 1 - raw.length,
        end: pattern.lastIndex,
      });
    }
    return found;
  }

  private scan(): XmlElement {
    const { text } = this;
    const open: XmlElement[] = [];
    let root: XmlElement | null = null;
    let at = 0;
    for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', at)) {
      at = this.skipped(start);
      if (at > start) continue;
      const close = this.tagEnd(start);
      at = close + 1;
      if (text[start + 1] === '/') {
        const element = open.pop();
        if (!element || text.slice(start + 2, close).trim() !== qualified(element)) throw new ReadTrouble('damaged');
        element.closeStart = start;
        element.end = at;
        continue;
      }
      const element = this.element(start, close);
      open[open.length - 1]?.children.push(element);
      if (open.length === 0 && root) throw new ReadTrouble('damaged');
      root ??= element;
      if (text[close - 1] !== '/') open.push(element);
    }
    if (!root || open.length > 0) throw new ReadTrouble('damaged');
    return root;
  }

  private element(start: number, close: number): XmlElement {
    const pattern = /(?:([^\s:/>]+):)?([^\s:/>]+)/y;
    pattern.lastIndex = start + 1;
    const match = pattern.exec(this.text);
    if (!match) throw new ReadTrouble('damaged');
    const end = close + 1;
    return {
      name: match[2] as string,
      prefix: match[1] ?? '',
      start,
      nameEnd: pattern.lastIndex,
      openEnd: end,
      closeStart: end,
      end,
      children: [],
    };
  }

  /** The place behind a comment, CDATA section or instruction that begins here; the same place for a tag. */
  private skipped(at: number): number {
    for (const [sign, end] of SKIPPED) {
      if (!this.text.startsWith(sign, at)) continue;
      const close = this.text.indexOf(end, at + sign.length);
      if (close < 0) throw new ReadTrouble('damaged');
      return close + end.length;
    }
    if (this.text[at + 1] === '!') throw new ReadTrouble('declaration');
    return at;
  }

  /** The `>` that ends a tag; one inside a quoted value does not. */
  private tagEnd(start: number): number {
    const pattern = /[>"']/g;
    pattern.lastIndex = start + 1;
    for (let match = pattern.exec(this.text); match; match = pattern.exec(this.text)) {
      if (match[0] === '>') return match.index;
      const close = this.text.indexOf(match[0], match.index + 1);
      if (close < 0) break;
      pattern.lastIndex = close + 1;
    }
    throw new ReadTrouble('damaged');
  }
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

function qualified(element: XmlElement): string {
  return prefixed(element.prefix, element.name);
}

/** x, workbook → x:workbook */
export function prefixed(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** Puts all edits into a text; edits in one place keep their order. Overlapping edits are a bug and throw. */
export function splice(text: string, edits: readonly XmlEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) throw new Error('Edits of a part overlap.');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edit that adds markup behind the last child of an element, opening it when it is closed in itself. */
export function appendInside(tree: XmlTree, element: XmlElement, markup: string): XmlEdit {
  if (element.openEnd < element.end) return { start: element.closeStart, end: element.closeStart, text: markup };
  const slash = tree.text.lastIndexOf('/', element.end - 1);
  return { start: slash, end: element.end, text: `>${markup}</${qualified(element)}>` };
}

/**
 * The edit that adds a child element to a parent where the schema wants it: behind all that come before it in `order`.
 * With none of them there it becomes the first child.
 */
export function insertChild(
  tree: XmlTree,
  parent: XmlElement,
  order: readonly string[],
  name: string,
  markup: string,
): XmlEdit {
  const before = order.slice(0, order.indexOf(name));
  const previous = parent.children
    .filter((child) => child.prefix === parent.prefix && before.includes(child.name))
    .at(-1);
  if (previous) return { start: previous.end, end: previous.end, text: markup };
  if (parent.openEnd === parent.end) return appendInside(tree, parent, markup);
  return { start: parent.openEnd, end: parent.openEnd, text: markup };
}
