import { escapeAttribute } from '../../../../src/hosts/xlsx/write/escape';
import type { XmlEdit } from '../../../../src/hosts/xlsx/write/xml-tree';
import { appendInside, insertChild, prefixed, splice, XmlTree } from '../../../../src/hosts/xlsx/write/xml-tree';
import type { Border, Style } from '../style';

const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
type ListName = Exclude<(typeof ORDER)[number], 'cellStyleXfs'>;

/** One list of styles.xml: how many it has, and what is added behind them. */
interface List {
  readonly size: number;
  readonly added: string[];
  readonly places: Map<string, number>;
}

/** Adds cell formats to a styles part; what stands there stays. Names of elements have no prefix in what is added. */
export class StyleWriter {
  private readonly tree: XmlTree;
  private readonly lists: Record<ListName, List>;
  private readonly formatIds = new Map<string, number>([
    ['General', 0],
    ['@', 49],
  ]);
  private nextFormatId = 164;

  constructor(text: string, normal: Style) {
    this.tree = new XmlTree(text);
    const { root } = this.tree;
    const list = (name: ListName): List => {
      const size = this.tree.childOf(root, name)?.children.length ?? 0;
      return { size, added: [], places: new Map() };
    };
    this.lists = {
      numFmts: list('numFmts'),
      fonts: list('fonts'),
      fills: list('fills'),
      borders: list('borders'),
      cellXfs: list('cellXfs'),
    };
    for (const format of this.tree.childOf(root, 'numFmts')?.children ?? []) {
      const id = Number(this.tree.attribute(format, 'numFmtId'));
      this.nextFormatId = Math.max(this.nextFormatId, id + 1);
      this.formatIds.set(this.tree.attribute(format, 'formatCode') ?? '', id);
    }
    // Fills 0 and 1 have a meaning of their own (18.8.21), and format 0 is that of untouched cells.
    if (this.lists.fills.size === 0) {
      this.add('fills', '<fill><patternFill patternType="none"/></fill>');
      this.add('fills', '<fill><patternFill patternType="gray125"/></fill>');
    }
    if (this.lists.cellXfs.size === 0) this.place(normal, false);
  }

  /** The number of a cell format. */
  place(style: Style, marked: boolean): number {
    const font = this.add('fonts', fontXml(style));
    const fill = this.add('fills', fillXml(style.fill));
    const border = this.add('borders', bordersXml(style));
    const attributes = `numFmtId="${this.formatId(style.format)}" fontId="${font}" fillId="${fill}" borderId="${border}"`;
    const mark = marked ? ' quotePrefix="1"' : '';
    const applied =
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"';
    return this.add('cellXfs', `<xf ${attributes}${mark}${applied}>${alignmentXml(style)}${protectionXml(style)}</xf>`);
  }

  /** The styles part with what was added. */
  text(): string {
    const { tree } = this;
    const edits: XmlEdit[] = [];
    for (const [name, { size, added }] of Object.entries(this.lists)) {
      if (added.length === 0) continue;
      const element = tree.childOf(tree.root, name);
      if (element) {
        const count = tree.attributes(element).find((one) => one.name === 'count');
        if (count) edits.push({ start: count.valueStart, end: count.end - 1, text: String(size + added.length) });
        edits.push(appendInside(tree, element, added.join('')));
      } else {
        const tag = prefixed(tree.root.prefix, name);
        edits.push(
          insertChild(tree, tree.root, ORDER, name, `<${tag} count="${added.length}">${added.join('')}</${tag}>`),
        );
      }
    }
    return splice(tree.text, edits);
  }

  private add(name: ListName, xml: string): number {
    const { size, added, places } = this.lists[name];
    const known = places.get(xml);
    if (known !== undefined) return known;
    added.push(xml);
    const place = size + added.length - 1;
    places.set(xml, place);
    return place;
  }

  private formatId(code: string): number {
    const known = this.formatIds.get(code);
    if (known !== undefined) return known;
    const id = this.nextFormatId;
    this.nextFormatId += 1;
    this.formatIds.set(code, id);
    this.add('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }
}

function rgb(color: string): string {
  return `rgb="FF${color.slice(1)}"`;
}

function fontXml({ font }: Style): string {
  const flags = [font.bold && '<b/>', font.italic && '<i/>', font.strikethrough && '<strike/>']
    .filter(Boolean)
    .join('');
  const underline = font.underline === 'none' ? '' : `<u val="${font.underline}"/>`;
  const name = escapeAttribute(font.name);
  return `<font>${flags}${underline}<sz val="${font.size}"/><color ${rgb(font.color)}/><name val="${name}"/></font>`;
}

function fillXml(fill: string | null): string {
  if (fill === null) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor ${rgb(fill)}/><bgColor indexed="64"/></patternFill></fill>`;
}

function bordersXml({ borders }: Style): string {
  const side = (name: string, border: Border | null): string =>
    border === null ? `<${name}/>` : `<${name} style="${border.line}"><color ${rgb(border.color)}/></${name}>`;
  const down = borders.diagonalDown ? ' diagonalDown="1"' : '';
  const up = borders.diagonalUp ? ' diagonalUp="1"' : '';
  const sides = (['left', 'right', 'top', 'bottom'] as const).map((name) => side(name, borders[name])).join('');
  return `<border${up}${down}>${sides}${side('diagonal', borders.diagonalDown ?? borders.diagonalUp)}</border>`;
}

function alignmentXml(style: Style): string {
  const rotation = style.rotation < 0 ? 90 - style.rotation : style.rotation;
  const parts = [
    style.horizontal === 'general' ? '' : ` horizontal="${style.horizontal}"`,
    ` vertical="${style.vertical}"`,
    rotation === 0 ? '' : ` textRotation="${rotation}"`,
    style.wrap ? ' wrapText="1"' : '',
    style.indent === 0 ? '' : ` indent="${style.indent}"`,
    style.shrink ? ' shrinkToFit="1"' : '',
  ];
  return `<alignment${parts.join('')}/>`;
}

function protectionXml({ locked, formulaHidden }: Style): string {
  if (locked && !formulaHidden) return '';
  return `<protection locked="${locked ? 1 : 0}" hidden="${formulaHidden ? 1 : 0}"/>`;
}
