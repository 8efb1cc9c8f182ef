import type { CellStyle } from '../../../sheet/style';
import type { Markup } from './markup';
import { fingerprint, markup, markupOf, printMarkup } from './markup';
import { XML_HEAD } from './namespaces';
import { WriteTrouble } from './problem';
import { borderElement, fillElement, fontElement, formatElement } from './style-elements';
import type { XmlEdit, XmlElement, XmlTree } from './xml-tree';
import { appendInside, insertChild, prefixed, splice } from './xml-tree';

/** Children of styleSheet in the order the schema wants (CT_Stylesheet). */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'] as const;
type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** What must stand in front of our own entries in a list that lacks it, because places 0 and 1 have a meaning. */
const FIRST_ENTRIES: Readonly<Record<ListName, readonly Markup[]>> = {
  numFmts: [],
  fonts: [fontElement({ name: '宋体', size: 11, bold: false, color: null, underline: false })],
  fills: [fillElement(null), markup('fill', {}, markup('patternFill', { patternType: 'gray125' }))],
  borders: [borderElement(false)],
  cellXfs: [markup('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' })],
};

/** Formats every edition of Excel shows alike, by the id they have without being defined. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const FIRST_CUSTOM_FORMAT = 164;
/** Excel takes 65,490 cell formats (Excel specifications and limits). */
const MAX_FORMATS = 65_490;

/** One list of styles.xml: what it holds, and what is to be added behind it. */
class StyleList {
  readonly added: Markup[] = [];
  private readonly places = new Map<string, number>();
  private length = 0;

  constructor(tree: XmlTree, element: XmlElement | null, first: readonly Markup[]) {
    for (const child of element?.children ?? []) this.know(fingerprint(markupOf(tree, child)));
    for (const entry of first.slice(this.length)) this.add(entry);
  }

  get size(): number {
    return this.length;
  }

  /** The place of an element in the list; it is added when the list does not hold it yet. */
  place(element: Markup): number {
    return this.places.get(fingerprint(element)) ?? this.add(element);
  }

  private add(element: Markup): number {
    this.added.push(element);
    return this.know(fingerprint(element));
  }

  private know(print: string): number {
    const place = this.length;
    if (!this.places.has(print)) this.places.set(print, place);
    this.length += 1;
    return place;
  }
}

/**
 * The styles of a workbook while formats are added. Nothing is changed or removed; what is there already is used again,
 * so that writing a second time adds nothing.
 */
export class StyleBook {
  private readonly lists: Readonly<Record<ListName, StyleList>>;
  private readonly formatIds = new Map<string, number>();
  private nextFormatId = FIRST_CUSTOM_FORMAT;
  private readonly xfId: number | null;
  private readonly places = new Map<string, number>();

  constructor(private readonly tree: XmlTree) {
    const list = (name: ListName): StyleList => new StyleList(tree, tree.childOf(tree.root, name), FIRST_ENTRIES[name]);
    this.lists = {
      numFmts: list('numFmts'),
      fonts: list('fonts'),
      fills: list('fills'),
      borders: list('borders'),
      cellXfs: list('cellXfs'),
    };
    const baseFormats = tree.childOf(tree.root, 'cellStyleXfs');
    this.xfId = baseFormats && baseFormats.children.length > 0 ? 0 : null;
    this.readFormatIds(tree.root, false);
  }

  /** The number of a cell format, for the `s` of a cell. @throws WriteTrouble when the workbook can take no more. */
  place(style: CellStyle, guarded: boolean): number {
    const key = JSON.stringify([style, guarded]);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const places = {
      numFmtId: this.formatId(style.format),
      fontId: this.lists.fonts.place(fontElement(style.font)),
      fillId: style.fill === null ? 0 : this.lists.fills.place(fillElement(style.fill)),
      borderId: style.border ? this.lists.borders.place(borderElement(true)) : 0,
      xfId: this.xfId,
    };
    const place = this.lists.cellXfs.place(formatElement(style, places, guarded));
    if (this.lists.cellXfs.size > MAX_FORMATS) throw new WriteTrouble('too-many-formats');
    this.places.set(key, place);
    return place;
  }

  /** styles.xml with what was added. */
  text(): string {
    const edits = Object.entries(this.lists).flatMap(([name, list]) => this.listEdits(name, list));
    return splice(this.tree.text, edits);
  }

  private listEdits(name: string, list: StyleList): XmlEdit[] {
    if (list.added.length === 0) return [];
    const { tree } = this;
    const { prefix } = tree.root;
    const inside = list.added.map((element) => printMarkup(element, prefix)).join('');
    const element = tree.childOf(tree.root, name);
    if (!element) {
      const qualified = prefixed(prefix, name);
      const whole = `<${qualified} count="${list.size}">${inside}</${qualified}>`;
      return [insertChild(tree, tree.root, ORDER, name, whole)];
    }
    const count = tree.attributes(element).find((attribute) => attribute.name === 'count');
    const edits = [appendInside(tree, element, inside)];
    if (count) edits.unshift({ start: count.valueStart, end: count.end - 1, text: String(list.size) });
    return edits;
  }

  private formatId(code: string): number {
    const known = this.formatIds.get(code) ?? BUILT_IN[code];
    if (known !== undefined) return known;
    const id = this.nextFormatId;
    this.nextFormatId += 1;
    this.formatIds.set(code, id);
    this.lists.numFmts.place(markup('numFmt', { numFmtId: String(id), formatCode: code }));
    return id;
  }

  /** Ids that are taken, those of conditional formats too; only codes of the list itself can be used again. */
  private readFormatIds(element: XmlElement, inList: boolean): void {
    for (const child of element.children) {
      const id = Number(this.tree.attribute(child, 'numFmtId') ?? Number.NaN);
      if (Number.isInteger(id)) this.nextFormatId = Math.max(this.nextFormatId, id + 1);
      const code = this.tree.attribute(child, 'formatCode');
      if (inList && code !== null && Number.isInteger(id) && !this.formatIds.has(code)) this.formatIds.set(code, id);
      this.readFormatIds(child, child.name === 'numFmts' && element === this.tree.root);
    }
  }
}

/** styles.xml of a workbook that has none. */
export function emptyStyles(namespace: string): string {
  const base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
  const names = '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>';
  return `${XML_HEAD}<styleSheet xmlns="${namespace}">${base}${names}</styleSheet>`;
}
