import type { Area } from '../../../src/model/address';
import { cellAddress } from '../../../src/model/address';
import type { CellValue, Visibility } from '../../../src/model/grid';
import type { Results } from './calculation';
import { Calculation, isUnknown } from './calculation';
import type { Content, FormulaContent } from './cells';
import { asExcelShows, formulaPieces, isWellFormed, sheetKey, withSheetRenamed } from './formula-text';
import { movedReferences } from './moved-references';
import { BookError, NotCalculable, StaleValue } from './problem';
import { SharedMap } from './shared-map';
import type { CopyWhat } from './sheet';
import { BookSheet } from './sheet';
import type { Style } from './style';
import { PLAIN } from './style';
import type { DefinedName } from './structure';

export type CalculationMode = 'automatic' | 'automaticExceptTables' | 'manual';

/** What was written to, for whoever tells others of it (Office.js onChanged). */
export interface ContentChange {
  readonly sheet: BookSheet;
  readonly area: Area;
}

/** Longest formula Excel takes (Excel specifications and limits). */
const MAX_FORMULA = 8192;

/**
 * What a spreadsheet program holds while a workbook is open, without any program's own way of talking about it. Every
 * method either does the whole of what it says or refuses with {@link BookError} and changes nothing.
 *
 * Sheets are named by an id that never changes: a {@link clone} and a {@link restore} keep ids but make new
 * {@link BookSheet} objects, so hold ids and ask {@link sheetById} again.
 */
export class Book {
  private list: BookSheet[] = [];
  private activeId = '';
  private names: readonly DefinedName[] = [];
  private shield: { readonly password: string | null } | null = null;
  private kept = new SharedMap<string, unknown>();
  private mode: CalculationMode = 'automatic';
  private suspended = false;
  /** As the book was when values stopped being worked out (manual mode, suspended); values are read from there. */
  private held: Book | null = null;
  /** For formulas rewritten since then, the formula they were. */
  private origins = new SharedMap<FormulaContent, FormulaContent>();
  private lastId = 0;
  /** What formulas give as long as nothing changes; another object after every change. Clones share it. */
  private results: Results = new Map();
  private calculation: Calculation | null = null;
  private loaded: Book | null = null;
  private listeners: ((change: ContentChange) => void)[] = [];

  /** @param source the package the book was loaded from, for saving; null for a new one */
  private constructor(
    /** The file's name as the program shows it. */
    readonly fileName: string,
    /** How a cell nobody formatted looks. */
    readonly normal: Style,
    readonly source: Uint8Array | null,
  ) {}

  /** A new workbook with one empty sheet. */
  static blank(sheetName = 'Sheet1', fileName = '工作簿1.xlsx'): Book {
    const book = new Book(fileName, PLAIN, null);
    book.addSheet(sheetName);
    return book;
  }

  /** A workbook without sheets, for loading only. */
  static empty(fileName: string, normal: Style, source: Uint8Array): Book {
    return new Book(fileName, normal, source);
  }

  // --- sheets --------------------------------------------------------------------------------------------------------

  get sheets(): readonly BookSheet[] {
    return this.list;
  }

  /** By name, in any letter case. */
  sheet(name: string): BookSheet | null {
    const key = sheetKey(name);
    return this.list.find((sheet) => sheetKey(sheet.name) === key) ?? null;
  }

  sheetById(id: string): BookSheet | null {
    return this.list.find((sheet) => sheet.id === id) ?? null;
  }

  /** Where a sheet stands, from 0. @throws BookError ItemNotFound */
  positionOf(id: string): number {
    return this.list.indexOf(this.existing(id));
  }

  get activeSheet(): BookSheet {
    return this.sheetById(this.activeId) ?? (this.list[0] as BookSheet);
  }

  /** @throws BookError InvalidOperation for a hidden sheet. */
  activate(id: string): void {
    if (this.existing(id).visibility !== 'visible') throw new BookError('InvalidOperation', 'The sheet is hidden.');
    this.activeId = id;
  }

  /**
   * Adds an empty sheet behind the last, or at a position.
   * @throws BookError InvalidArgument for a name Excel refuses, ItemAlreadyExists, AccessDenied when the structure is protected.
   */
  addSheet(name?: string, position?: number): BookSheet {
    this.allowStructure();
    const checked = this.freeName(name ?? this.nextName('Sheet'), null);
    const sheet = new BookSheet(this, this.newId(), checked, 'visible');
    this.list.splice(position ?? this.list.length, 0, sheet);
    if (this.activeId === '') this.activeId = sheet.id;
    this.touch();
    return sheet;
  }

  /** Adds a sheet of a file, unchecked; for loading only. */
  loadSheet(name: string, visibility: Visibility, part: string | null): BookSheet {
    const sheet = new BookSheet(this, this.newId(), name, visibility, part);
    this.list.push(sheet);
    if (this.activeId === '' && visibility === 'visible') this.activeId = sheet.id;
    return sheet;
  }

  /** A copy of a sheet, cells, looks, charts and all; Excel names it “名称 (2)”. */
  copySheet(id: string, name?: string, position?: number): BookSheet {
    this.allowStructure();
    const original = this.existing(id);
    const checked = this.freeName(name ?? this.copyName(original.name), null);
    const copy = original.clone(this, this.newId(), original.name, null);
    copy.setName(checked);
    copy.ownFormulas(original.name, checked);
    this.list.splice(position ?? this.positionOf(id) + 1, 0, copy);
    const own = this.names.filter(({ sheet }) => sheet === id).map((one) => ({ ...one, sheet: copy.id }));
    this.names = [...this.names, ...own];
    this.touch();
    return copy;
  }

  /** Renames a sheet and rewrites its name in every formula, defined name, chart and validation. */
  renameSheet(id: string, name: string): void {
    this.allowStructure();
    const sheet = this.existing(id);
    const checked = this.freeName(name, sheet);
    if (checked === sheet.name) return;
    const old = sheet.name;
    sheet.setName(checked);
    this.rewrite(old, checked);
  }

  /** @param position where it stands afterwards */
  moveSheet(id: string, position: number): void {
    this.allowStructure();
    const sheet = this.existing(id);
    if (position < 0 || position >= this.list.length) throw new BookError('InvalidArgument', `Position ${position}.`);
    this.list = this.list.filter((one) => one !== sheet);
    this.list.splice(position, 0, sheet);
  }

  /**
   * Deletes a sheet; every reference to it becomes #REF!, its own names go. When it was in front, the next visible one
   * comes to the front. @throws BookError InvalidOperation for the last visible sheet (officejs.md §C).
   */
  deleteSheet(id: string): void {
    this.allowStructure();
    const sheet = this.existing(id);
    this.keepOneVisible(sheet);
    const position = this.positionOf(id);
    this.list = this.list.filter((one) => one !== sheet);
    if (this.activeId === id) this.activeId = this.nearestVisible(position).id;
    this.names = this.names.filter((name) => name.sheet !== id);
    this.rewrite(sheet.name, null);
  }

  /** @throws BookError InvalidOperation when no sheet would be left to see. */
  setVisibility(id: string, visibility: Visibility): void {
    this.allowStructure();
    const sheet = this.existing(id);
    if (visibility !== 'visible') this.keepOneVisible(sheet);
    sheet.setShown(visibility);
    if (visibility !== 'visible' && this.activeId === id) this.activeId = this.nearestVisible(this.positionOf(id)).id;
  }

  // --- names, settings, protection -----------------------------------------------------------------------------------

  /** Defined names; print areas and titles are part of their sheet's page set-up. */
  get definedNames(): readonly DefinedName[] {
    return this.names;
  }

  /** Adds a name, or replaces the one of its scope. */
  setDefinedName(name: DefinedName): void {
    this.deleteDefinedName(name.name, name.sheet);
    this.names = [...this.names, name];
    this.touch();
  }

  deleteDefinedName(name: string, sheet: string | null): void {
    const key = name.toLowerCase();
    this.names = this.names.filter((one) => one.sheet !== sheet || one.name.toLowerCase() !== key);
    this.touch();
  }

  /** Office.js workbook.settings: any JSON value by its key. Kept with the file. */
  get settingKeys(): readonly string[] {
    return [...this.kept.keys()];
  }

  setting(key: string): unknown {
    return this.kept.get(key);
  }

  /** @param value undefined removes */
  setSetting(key: string, value: unknown): void {
    if (value === undefined) this.kept.delete(key);
    else this.kept.set(key, value);
  }

  /** Whether the structure is protected: no sheet may be added, renamed, moved, hidden or deleted. */
  get isProtected(): boolean {
    return this.shield !== null;
  }

  protect(password: string | null = null): void {
    this.shield = { password };
  }

  /** @throws BookError InvalidArgument for a wrong password. */
  unprotect(password: string | null = null): void {
    if ((this.shield?.password ?? password) !== password) {
      throw new BookError('InvalidArgument', 'The password is not correct.');
    }
    this.shield = null;
  }

  // --- calculation ---------------------------------------------------------------------------------------------------

  get calculationMode(): CalculationMode {
    return this.mode;
  }

  setCalculationMode(mode: CalculationMode): void {
    this.mode = mode;
    this.hold();
  }

  /** While suspended, values are the old ones, as in manual mode (officejs.md §C: calc suspended). */
  suspendCalculation(suspended: boolean): void {
    this.suspended = suspended;
    this.hold();
  }

  /** Works every formula out anew when it is next read, in manual mode, too; values a file brought along are dropped. */
  calculate(): void {
    this.touch();
    if (this.held) this.held = this.snapshot();
  }

  /**
   * The value of a formula, worked out now when it is not known; in manual mode and while suspended the value it had
   * before (Microsoft support: Change formula recalculation).
   * @throws StaleValue when it was written since then, NotCalculable when it cannot be worked out here as Excel would.
   */
  valueOf(formula: FormulaContent, sheet: BookSheet, row: number, column: number): CellValue {
    if (this.held) return this.heldValue(this.held, formula, sheet, row, column);
    let value = this.results.get(formula);
    if (value === undefined) {
      this.calculation ??= new Calculation(this, this.results);
      value = this.calculation.value(sheet, row, column, formula);
    }
    if (isUnknown(value)) throw new NotCalculable(`${sheet.name}!${cellAddress(row, column)}`, value.reason);
    return value;
  }

  /** The book as it was loaded; null for a new one. Saving starts from it. */
  get original(): Book | null {
    return this.loaded;
  }

  /** Takes what the book holds now for what its file holds; for loading only. */
  rememberLoaded(): void {
    this.loaded = this.clone();
  }

  /** Takes values kept in a file for current ones; for loading only. */
  takeResults(values: Results): void {
    this.results = values;
    this.calculation = null;
  }

  // --- copies --------------------------------------------------------------------------------------------------------

  /** The same workbook once more; costs next to nothing before one of the two changes. Listeners stay behind. */
  clone(): Book {
    const copy = new Book(this.fileName, this.normal, this.source);
    copy.restore(this);
    return copy;
  }

  /** Makes this book what another (a clone of it) is. */
  restore(other: Book): void {
    this.list = other.list.map((sheet) => sheet.clone(this));
    this.activeId = other.activeId;
    this.names = other.names;
    this.shield = other.shield;
    this.kept = other.kept.clone();
    this.mode = other.mode;
    this.suspended = other.suspended;
    this.held = other.held;
    this.origins = other.origins.clone();
    this.loaded = other.loaded;
    this.lastId = Math.max(this.lastId, other.lastId);
    this.results = other.results;
    this.calculation = null;
  }

  /** Calls a listener after every change of contents, until the function it returns is called. */
  onContentChange(listener: (change: ContentChange) => void): () => void {
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((one) => one !== listener);
    };
  }

  // --- for its sheets ------------------------------------------------------------------------------------------------

  /** For {@link BookSheet} only. */
  contentChanged(sheet: BookSheet, area: Area): void {
    this.touch();
    for (const listener of this.listeners) listener({ sheet, area });
  }

  /** An id nothing else in this book has. */
  newId(): string {
    this.lastId += 1;
    return `{${String(this.lastId).padStart(8, '0')}}`;
  }

  /**
   * A formula as Excel takes it: quotes that no sheet name needs dropped, functions and addresses in capitals.
   * @throws BookError InvalidArgument when it is none or names a sheet the book has not. ([J]: Excel asks for a file
   * where a sheet is missing; a program cannot answer.)
   */
  checkedFormula(text: string): FormulaContent {
    if (text.length + 1 > MAX_FORMULA) throw new BookError('InvalidArgument', 'The formula is too long.');
    const pieces = formulaPieces(text);
    if (pieces === null || !isWellFormed(pieces)) throw new BookError('InvalidArgument', `Not a formula: =${text}`);
    const shown = asExcelShows(pieces, (name) => this.sheet(name)?.name ?? null);
    if (shown === null) throw new BookError('InvalidArgument', `The formula names a missing sheet: =${text}`);
    return { kind: 'formula', text: shown };
  }

  /** What a cell copied by so many rows and columns holds. For {@link BookSheet} only. */
  copiedContent(sheet: BookSheet, row: number, column: number, down: number, right: number, what: CopyWhat): Content {
    const content = sheet.content(row, column);
    if (content?.kind !== 'formula') return content;
    if (what !== 'values') return { kind: 'formula', text: movedReferences(content.text, down, right) };
    const value = sheet.value(row, column);
    return value === null ? null : { kind: 'constant', value };
  }

  // --- inside --------------------------------------------------------------------------------------------------------

  private touch(): void {
    this.results = new Map();
    this.calculation = null;
  }

  private hold(): void {
    if (this.mode !== 'manual' && !this.suspended) {
      this.held = null;
      this.origins = new SharedMap();
    } else this.held ??= this.snapshot();
  }

  /** This book as it is now, with calculation on. */
  private snapshot(): Book {
    const copy = this.clone();
    copy.mode = 'automatic';
    copy.suspended = false;
    copy.held = null;
    this.origins = new SharedMap();
    return copy;
  }

  private heldValue(held: Book, formula: FormulaContent, sheet: BookSheet, row: number, column: number): CellValue {
    const before = held.sheetById(sheet.id);
    const origin = this.origins.get(formula) ?? formula;
    if (before?.content(row, column) !== origin) throw new StaleValue(`${sheet.name}!${cellAddress(row, column)}`);
    return held.valueOf(origin, before, row, column);
  }

  private existing(id: string): BookSheet {
    const sheet = this.sheetById(id);
    if (!sheet) throw new BookError('ItemNotFound', "The requested resource doesn't exist.");
    return sheet;
  }

  private allowStructure(): void {
    if (this.shield !== null) throw new BookError('AccessDenied', 'The structure of the workbook is protected.');
  }

  private keepOneVisible(without: BookSheet): void {
    if (this.list.some((sheet) => sheet !== without && sheet.visibility === 'visible')) return;
    throw new BookError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }

  private nearestVisible(position: number): BookSheet {
    const visible = (sheet: BookSheet): boolean => sheet.visibility === 'visible';
    return (this.list.slice(position).find(visible) ?? this.list.slice(0, position).findLast(visible)) as BookSheet;
  }

  /** Rules for sheet names: officejs.md §C, Microsoft support “Rename a worksheet”. */
  private freeName(name: string, own: BookSheet | null): string {
    const valid =
      name.trim() !== '' &&
      name.length <= 31 &&
      !/[\\/?*[\]:\u0000-\u001f]/.test(name) &&
      !name.startsWith("'") &&
      !name.endsWith("'") &&
      !/^history$/i.test(name);
    if (!valid) throw new BookError('InvalidArgument', `Not a name a sheet can have: ${name}`);
    const holder = this.sheet(name);
    if (holder !== null && holder !== own) {
      throw new BookError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
    return name;
  }

  private nextName(stem: string): string {
    let number = this.list.length + 1;
    while (this.sheet(`${stem}${number}`)) number += 1;
    return `${stem}${number}`;
  }

  private copyName(name: string): string {
    let number = 2;
    const named = (): string => `${name.slice(0, 31 - ` (${number})`.length)} (${number})`;
    while (this.sheet(named())) number += 1;
    return named();
  }

  private rewrite(from: string, to: string | null): void {
    for (const sheet of this.list) {
      sheet.rewriteReferences(from, to, (old, fresh) => {
        if (this.held) this.origins.set(fresh, this.origins.get(old) ?? old);
      });
    }
    this.names = this.names.map((name) => {
      const formula = withSheetRenamed(name.refersTo.slice(1), from, to);
      return formula === undefined ? name : { ...name, refersTo: `=${formula}` };
    });
    this.touch();
  }
}
