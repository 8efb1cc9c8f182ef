import type { Visibility } from '../../model/grid';
import { sheetKey } from '../change';
import { VISIBILITY } from './enums';
import type { EtWorkbook, EtWorksheet, EtWorksheets } from './et';
import { trouble, troubleOf } from './problems';
import type { WpsProgram } from './program';
import { asUndoStep, insistently, told, undisturbed } from './program';

/** A call that failed once, even without a word, may go through the next time. */
const ATTEMPTS = 2;

/** One sheet as the tabs show it. Sheets are told apart by their names: ET has nothing else that stays. */
export interface Tab {
  readonly id: string;
  readonly name: string;
  readonly visibility: number;
}

/** The tabs of the workbook in their order, and where she is. */
export interface Tabs {
  readonly sheets: readonly Tab[];
  /** Name of the sheet in front; empty when it is none of cells. */
  readonly front: string;
  readonly structureProtected: boolean;
}

/** The workbook that was in front when a piece of work began; it is worked on even when another comes to the front. */
export class OpenBook {
  private constructor(
    readonly program: WpsProgram,
    readonly workbook: EtWorkbook,
    private readonly all: EtWorksheets,
  ) {}

  /** @throws HostTrouble unsupported when no workbook is open */
  static front(program: WpsProgram): OpenBook {
    try {
      const workbook = program.application.ActiveWorkbook;
      if (!workbook) throw trouble('unsupported');
      return new OpenBook(program, workbook, workbook.Worksheets);
    } catch (error) {
      throw troubleOf(error);
    }
  }

  /** Asks something and waits for nothing. @throws HostTrouble */
  ask<T>(where: string, question: () => T): T {
    try {
      return question();
    } catch (error) {
      throw troubleOf(error, where);
    }
  }

  /**
   * A block of changes that nothing comes between.
   * @param where the sheet that is worked on, for the sentence when it fails
   * @throws HostTrouble other-workbook when hers is no longer in front
   */
  change<T>(where: string, work: () => T): T {
    const { application } = this.program;
    return this.ask(where, () => {
      if (!this.isFront()) throw trouble('other-workbook');
      return undisturbed(application, () =>
        asUndoStep(application, this.workbook, `自评助手 ${where}`.trim(), () => this.keepingFront(work)),
      );
    });
  }

  /** Looks at what can be seen in front only; what that takes is put back within the block. @throws HostTrouble */
  inspect<T>(where: string, work: () => T): T {
    return this.ask(where, () => {
      if (!this.isFront()) throw trouble('other-workbook');
      return undisturbed(this.program.application, () => this.keepingFront(work));
    });
  }

  /** Told by its path, which is asked for anew: she may have saved it under another name. */
  isFront(): boolean {
    const front = this.program.application.ActiveWorkbook?.FullName;
    return front !== undefined && front === this.workbook.FullName;
  }

  /** New sheets come to the front by themselves, and some things can be set in front only. */
  private keepingFront<T>(work: () => T): T {
    const front = this.frontName();
    try {
      return work();
    } finally {
      insistently(() => this.bringToFront(front));
    }
  }

  /** Name of the sheet in front; empty when it is none of cells. */
  frontName(): string {
    const { application } = this.program;
    const sheet = application.ActiveSheet ?? application.ActiveSheet;
    return sheet ? told(sheet.Name, 'Name') : '';
  }

  /** @param name of a sheet that may be gone by now */
  bringToFront(name: string): void {
    if (name === '' || this.frontName() === name) return;
    const sheet = this.found(name);
    if (sheet) this.activate(sheet);
  }

  /** What is set of the window is set of the sheet in front, so that must be this one. @throws Error when it is not */
  activate(sheet: EtWorksheet): void {
    const name = sheet.Name;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      sheet.Activate();
      if (this.frontName() === name) return;
    }
    throw new Error('Activate');
  }

  tabs(): Tabs {
    const { all } = this;
    const count = told(all.Count, 'Count');
    const sheets: Tab[] = [];
    for (let index = 1; index <= count; index += 1) {
      const sheet = all.Item(index);
      const name = told(sheet.Name, 'Name');
      sheets.push({ id: name, name, visibility: told(sheet.Visible, 'Visible') });
    }
    const structureProtected = told(this.workbook.ProtectStructure, 'ProtectStructure');
    return { sheets, front: this.frontName(), structureProtected };
  }

  /** @throws HostTrouble gone */
  sheet(name: string): EtWorksheet {
    const found = this.found(name);
    if (!found) throw trouble('gone', name);
    return found;
  }

  /** Builds differ in what they do when there is none: some throw, some give nothing, as a call does that failed. */
  found(name: string): EtWorksheet | null {
    try {
      return told(this.all.Item(name), 'Item');
    } catch (error) {
      if (this.isNamed(name)) throw error;
      return null;
    }
  }

  private isNamed(name: string): boolean {
    return this.names().some((other) => sheetKey(other) === sheetKey(name));
  }

  /** Adds an empty sheet behind all others and gives it its name. */
  add(name: string): EtWorksheet {
    const sheet = this.all.Add(null, this.lastSheet());
    rename(sheet, name);
    return sheet;
  }

  /** Adds a copy of a sheet behind all others; the program brings it to the front and calls it “名称 (2)”. */
  copy(sheet: EtWorksheet, name: string): void {
    const count = told(this.all.Count, 'Count');
    sheet.Copy(null, this.lastSheet());
    // Without a copy the last sheet would be one of hers.
    if (this.all.Count !== count + 1) throw new Error('Copy');
    rename(this.lastSheet(), name);
  }

  /** @param position among the tabs, from 0 */
  move(sheet: EtWorksheet, position: number): void {
    const isThere = (): boolean => sheet.Index === position + 1;
    for (let attempt = 1; attempt <= ATTEMPTS && !isThere(); attempt += 1) {
      if (position + 1 < told(this.all.Count, 'Count')) sheet.Move(this.all.Item(position + 1));
      else sheet.Move(null, this.lastSheet());
    }
  }

  /** Takes a sheet away. What is hidden from everybody some builds do not delete. */
  remove(name: string): void {
    const sheet = this.sheet(name);
    if (sheet.Visible !== VISIBILITY.visible) sheet.Visible = VISIBILITY.visible;
    sheet.Delete();
    if (this.found(name)) throw new Error('Delete');
  }

  names(): string[] {
    const { all } = this;
    return Array.from({ length: told(all.Count, 'Count') }, (_, index) => told(all.Item(index + 1).Name, 'Name'));
  }

  lastSheet(): EtWorksheet {
    return told(this.all.Item(told(this.all.Count, 'Count')), 'Item');
  }
}

/** @throws Error when the sheet goes on being called otherwise */
export function rename(sheet: EtWorksheet, name: string): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    sheet.Name = name;
    if (sheet.Name === name) return;
  }
  throw new Error('Name');
}

/** @throws Error when it stays as it was */
export function setVisibility(sheet: EtWorksheet, visibility: number): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (sheet.Visible === visibility) return;
    sheet.Visible = visibility;
  }
  if (sheet.Visible !== visibility) throw new Error('Visible');
}

/** What ET's number says of a sheet. */
export function visibilityOf(number: number): Visibility {
  if (number === VISIBILITY.hidden) return 'hidden';
  return number === VISIBILITY.veryHidden ? 'veryHidden' : 'visible';
}

/** Shows a sheet for as long as the work takes: one that is hidden can not be brought to the front. */
export function shown<T>(sheet: EtWorksheet, work: () => T): T {
  const visibility = told(sheet.Visible, 'Visible');
  if (visibility === VISIBILITY.visible) return work();
  setVisibility(sheet, VISIBILITY.visible);
  try {
    return work();
  } finally {
    setVisibility(sheet, visibility);
  }
}
