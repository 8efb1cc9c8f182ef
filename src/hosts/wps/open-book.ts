import type { Visibility } from '../../model/grid';
import { sheetKey } from '../change';
import { VISIBILITY } from './enums';
import type { EtWorkbook, EtWorksheet } from './et';
import { trouble, troubleOf } from './problems';
import type { WpsProgram } from './program';
import { asUndoStep, insistently, undisturbed } from './program';

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
    private readonly path: string,
  ) {}

  /** @throws HostTrouble unsupported when no workbook is open */
  static front(program: WpsProgram): OpenBook {
    try {
      const workbook = program.application.ActiveWorkbook;
      if (!workbook) throw trouble('unsupported');
      return new OpenBook(program, workbook, workbook.FullName);
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

  private isFront(): boolean {
    return this.program.application.ActiveWorkbook?.FullName === this.path;
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
    return this.program.application.ActiveSheet?.Name ?? '';
  }

  /** @param name of a sheet that may be gone by now */
  bringToFront(name: string): void {
    if (name === '' || this.frontName() === name) return;
    this.found(name)?.Activate();
  }

  tabs(): Tabs {
    const { Worksheets: all } = this.workbook;
    const count = all.Count;
    const sheets: Tab[] = [];
    for (let index = 1; index <= count; index += 1) {
      const sheet = all.Item(index);
      const name = sheet.Name;
      sheets.push({ id: name, name, visibility: sheet.Visible });
    }
    return { sheets, front: this.frontName(), structureProtected: this.workbook.ProtectStructure };
  }

  /** @throws HostTrouble gone */
  sheet(name: string): EtWorksheet {
    const found = this.found(name);
    if (!found) throw trouble('gone', name);
    return found;
  }

  /** Builds differ in what they do when there is none: some throw, some give nothing. */
  found(name: string): EtWorksheet | null {
    const { Worksheets: all } = this.workbook;
    let sheet: EtWorksheet | null | undefined;
    try {
      sheet = all.Item(name);
    } catch (error) {
      if (this.isNamed(name)) throw error;
      return null;
    }
    return sheet && sheetKey(sheet.Name) === sheetKey(name) ? sheet : null;
  }

  private isNamed(name: string): boolean {
    return this.names().some((other) => sheetKey(other) === sheetKey(name));
  }

  /** Takes a sheet away. What is hidden from everybody some builds do not delete. */
  remove(name: string): void {
    const sheet = this.sheet(name);
    if (sheet.Visible !== VISIBILITY.visible) sheet.Visible = VISIBILITY.visible;
    sheet.Delete();
  }

  names(): string[] {
    const { Worksheets: all } = this.workbook;
    return Array.from({ length: all.Count }, (_, index) => all.Item(index + 1).Name);
  }

  lastSheet(): EtWorksheet {
    const { Worksheets: all } = this.workbook;
    return all.Item(all.Count);
  }
}

/** What ET's number says of a sheet. */
export function visibilityOf(number: number): Visibility {
  if (number === VISIBILITY.hidden) return 'hidden';
  return number === VISIBILITY.veryHidden ? 'veryHidden' : 'visible';
}

/** Shows a sheet for as long as the work takes: one that is hidden can not be brought to the front. */
export function shown<T>(sheet: EtWorksheet, work: () => T): T {
  const visibility = sheet.Visible;
  if (visibility === VISIBILITY.visible) return work();
  sheet.Visible = VISIBILITY.visible;
  try {
    return work();
  } finally {
    sheet.Visible = visibility;
  }
}
