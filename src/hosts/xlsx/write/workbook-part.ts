import { decodeReferences } from '../xmltext';
import { escapeAttribute, escapeXml } from './escape';
import type { Namespaces } from './namespaces';
import { STRICT, TRANSITIONAL } from './namespaces';
import { withSheetRenamed } from './renamed-sheet';
import type { XmlEdit, XmlElement, XmlTree } from './xml-tree';
import { appendInside, insertChild, prefixed, splice } from './xml-tree';

/** One tab of a workbook as workbook.xml lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relation: string;
  readonly state: string | null;
  readonly element: XmlElement;
}

/** A tab to add behind all others. */
export interface AddedSheet {
  readonly name: string;
  readonly relation: string;
  readonly state: string | null;
}

/** Names of a sheet that are ours to give when the sheet is ours. */
const OWN_NAMES = ['_xlnm.Print_Area', '_xlnm.Print_Titles', '_xlnm._FilterDatabase'] as const;

/** A name that belongs to one sheet and that Excel itself gives a meaning: what is printed, repeated, filtered. */
export interface SheetName {
  /** The place of its sheet among all tabs. */
  readonly position: number;
  readonly name: (typeof OWN_NAMES)[number];
  readonly refersTo: string;
}

/** Children of workbook that come before definedNames (CT_Workbook). */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
];

/** Excel refuses sheet ids above this. */
const MAX_SHEET_ID = 65_534;

/**
 * workbook.xml while tabs and names are added to it. Positions count the tabs there were and then the added ones in the
 * order in which they were added.
 */
export class WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly namespaces: Namespaces;
  private readonly list: XmlElement | null;
  private readonly edits: XmlEdit[] = [];
  private readonly added: AddedSheet[] = [];
  private readonly moved: SheetName[] = [];
  private readonly takenIds: Set<number>;

  constructor(private readonly tree: XmlTree) {
    const { root } = tree;
    const own = tree
      .attributes(root)
      .find((attribute) =>
        root.prefix === ''
          ? attribute.name === 'xmlns' && attribute.prefix === ''
          : attribute.prefix === 'xmlns' && attribute.name === root.prefix,
      );
    this.namespaces = own?.value === STRICT.main ? STRICT : TRANSITIONAL;
    this.list = tree.childOf(root, 'sheets');
    this.sheets = (this.list ? tree.childrenOf(this.list, 'sheet') : []).map((element) => ({
      name: tree.attribute(element, 'name') ?? '',
      sheetId: Number(tree.attribute(element, 'sheetId')),
      relation: tree.attribute(element, 'id') ?? '',
      state: tree.attribute(element, 'state'),
      element,
    }));
    this.takenIds = new Set(this.sheets.map((sheet) => sheet.sheetId));
  }

  /** True when tabs may not be added (workbookProtection, lockStructure). */
  get isStructureLocked(): boolean {
    const protection = this.tree.childOf(this.tree.root, 'workbookProtection');
    return protection !== null && /^(?:1|true|on)$/.test(this.tree.attribute(protection, 'lockStructure') ?? '');
  }

  /** True when cells with dates count their days from 1904. */
  get countsFrom1904(): boolean {
    const properties = this.tree.childOf(this.tree.root, 'workbookPr');
    return properties !== null && /^(?:1|true|on)$/.test(this.tree.attribute(properties, 'date1904') ?? '');
  }

  /** Sheet names are the same in capital and small letters. */
  positionOf(name: string): number | null {
    const position = this.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    return position < 0 ? null : position;
  }

  /** Adds a tab and gives its position. */
  add(sheet: AddedSheet): number {
    this.added.push(sheet);
    return this.sheets.length + this.added.length - 1;
  }

  show(entry: SheetEntry): void {
    const state = this.tree.attributes(entry.element).find((attribute) => attribute.name === 'state');
    if (state) this.edits.push({ start: state.start, end: state.end, text: '' });
  }

  /** Lets a tab take its cells from the part of another relationship. */
  redirect(entry: SheetEntry, relation: string): void {
    const id = this.tree.attributes(entry.element).find((attribute) => attribute.name === 'id');
    if (id) this.edits.push({ start: id.valueStart, end: id.end - 1, text: escapeAttribute(relation) });
  }

  /**
   * Lets the tab that is in front be another one, when it is the one at `from`: a sheet that says it is selected while
   * another is in front would be edited together with it.
   */
  moveActiveTab(from: number, to: number): void {
    const views = this.tree.childOf(this.tree.root, 'bookViews');
    for (const view of views ? this.tree.childrenOf(views, 'workbookView') : []) {
      const active = this.tree.attributes(view).find((attribute) => attribute.name === 'activeTab');
      if (Number(active?.value ?? 0) !== from) continue;
      this.edits.push(
        active
          ? { start: active.valueStart, end: active.end - 1, text: String(to) }
          : { start: view.nameEnd, end: view.nameEnd, text: ` activeTab="${to}"` },
      );
    }
  }

  /** Lets what a tab prints, repeats and filters go with its cells to the tab at `to`, which is called `name`. */
  moveNames(from: number, to: number, name: string): void {
    const list = this.tree.childOf(this.tree.root, 'definedNames');
    const old = this.sheets[from]?.name ?? '';
    for (const element of list?.children ?? []) {
      const own = this.ownNameOf(element, new Set([from]));
      if (own === null) continue;
      const refersTo = decodeReferences(this.tree.text.slice(element.openEnd, element.closeStart));
      this.moved.push({ position: to, name: own, refersTo: withSheetRenamed(refersTo, old, name) });
    }
  }

  /** workbook.xml with all changes; names of the given positions that are ours to give are replaced by `names`. */
  finish(positions: ReadonlySet<number>, names: readonly SheetName[]): string {
    const edits = [...this.edits, ...this.sheetEdits(), ...this.viewEdits(), ...this.nameEdits(positions, names)];
    return splice(this.tree.text, edits);
  }

  private sheetEdits(): XmlEdit[] {
    const { tree, list } = this;
    if (this.added.length === 0) return [];
    const inside = this.added.map((sheet) => this.sheetMarkup(sheet)).join('');
    if (list) return [appendInside(tree, list, inside)];
    const name = prefixed(tree.root.prefix, 'sheets');
    return [insertChild(tree, tree.root, ORDER, 'sheets', `<${name}>${inside}</${name}>`)];
  }

  /** Our sheets name the first window of the workbook, so there must be one. */
  private viewEdits(): XmlEdit[] {
    const { tree, list } = this;
    const { prefix } = tree.root;
    if (tree.childOf(tree.root, 'bookViews') || !list) return [];
    const name = prefixed(prefix, 'bookViews');
    const markup = `<${name}><${prefixed(prefix, 'workbookView')}/></${name}>`;
    return [{ start: list.start, end: list.start, text: markup }];
  }

  private nameEdits(positions: ReadonlySet<number>, names: readonly SheetName[]): XmlEdit[] {
    const { tree } = this;
    const { prefix } = tree.root;
    const list = tree.childOf(tree.root, 'definedNames');
    const edits = (list?.children ?? [])
      .filter((element) => this.ownNameOf(element, positions) !== null)
      .map((element) => ({ start: element.start, end: element.end, text: '' }));
    const tag = prefixed(prefix, 'definedName');
    // Ours last, where they stand again after the next run: written twice, the part is the same.
    const inside = [...this.moved, ...names].map(({ position, name, refersTo }) => {
      const hidden = name === '_xlnm._FilterDatabase' ? ' hidden="1"' : '';
      return `<${tag} name="${name}" localSheetId="${position}"${hidden}>${escapeXml(refersTo)}</${tag}>`;
    });
    if (inside.length === 0) return edits;
    if (list) return [...edits, appendInside(tree, list, inside.join(''))];
    const whole = prefixed(prefix, 'definedNames');
    return [insertChild(tree, tree.root, ORDER, 'definedNames', `<${whole}>${inside.join('')}</${whole}>`)];
  }

  /** Which of the names that are ours to give an element gives to one of the positions; null for any other. */
  private ownNameOf(element: XmlElement, positions: ReadonlySet<number>): SheetName['name'] | null {
    const position = this.tree.attribute(element, 'localSheetId');
    if (position === null || !positions.has(Number(position))) return null;
    const name = this.tree.attribute(element, 'name')?.toLowerCase();
    return OWN_NAMES.find((own) => own.toLowerCase() === name) ?? null;
  }

  private sheetMarkup(sheet: AddedSheet): string {
    const { tree } = this;
    const declared = tree
      .attributes(tree.root)
      .find((attribute) => attribute.prefix === 'xmlns' && attribute.value === this.namespaces.relations);
    const declaration = declared ? '' : ` xmlns:r="${this.namespaces.relations}"`;
    const state = sheet.state === null ? '' : ` state="${escapeAttribute(sheet.state)}"`;
    const name = prefixed(tree.root.prefix, 'sheet');
    const id = `${declared?.name ?? 'r'}:id="${escapeAttribute(sheet.relation)}"`;
    return `<${name}${declaration} name="${escapeAttribute(sheet.name)}" sheetId="${this.newSheetId()}"${state} ${id}/>`;
  }

  private newSheetId(): number {
    let id = Math.max(0, ...this.takenIds) + 1;
    if (!(id <= MAX_SHEET_ID)) id = 1;
    while (this.takenIds.has(id)) id += 1;
    this.takenIds.add(id);
    return id;
  }
}
