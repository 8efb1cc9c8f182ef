import type { CellPlace } from '../../model/address';
import { isOwnSheet } from '../../model/own-sheet';
import type { Plan } from '../../sheet/plan';
import { changeOfPlan, reversalOf } from '../change';
import { outcome } from '../outcome';
import type { Applied, Capability, ChosenFile, HostProblem, Outcome, UndoToken, Work, WorkbookHost } from '../port';
import { HostTrouble } from '../port';
import { STORE_SHEET } from '../stored-texts';
import type { EtApplication } from './et';
import type { FileDialogs } from './file-dialogs';
import { programDialogs } from './file-dialogs';
import { makeChange } from './make-change';
import type { SheetChange } from './make-change';
import { contentOfModel } from './model-content';
import type { Tabs } from './open-book';
import { hostProblem, trouble, troubleOf } from './problems';
import type { WpsProgram } from './program';
import { attempted } from './program';
import { WpsSource } from './read';
import { cellInFront, goTo } from './selection';
import { WpsStore } from './store';

const NAME = 'WPS';

/** WPS 表格 with the workbook in front. */
export class WpsHost implements WorkbookHost {
  readonly name = NAME;
  readonly capabilities: ReadonlySet<Capability> = new Set<Capability>(['notes', 'charts', 'select', 'store', 'files']);
  readonly source: WpsSource;
  readonly store: WpsStore;
  /** What reverses each change. It lives as long as the pane: ET keeps nothing of the kind in a workbook. */
  private readonly reversals = new WeakMap<UndoToken, SheetChange>();

  constructor(
    private readonly program: WpsProgram,
    private readonly files: FileDialogs,
  ) {
    this.source = new WpsSource(program);
    this.store = new WpsStore(program);
  }

  apply(plan: Plan, work?: Work): Promise<Outcome<Applied>> {
    return outcome(async () => {
      // What was found in one workbook is not written into another.
      this.source.refuseOther();
      return this.make(({ sheets }) => changeOfPlan(plan, sheets, contentOfModel), work);
    });
  }

  undo(token: UndoToken, work?: Work): Promise<Outcome<Applied>> {
    return outcome(async () => {
      const reversal = this.reversals.get(token);
      if (!reversal) throw trouble('gone');
      this.source.refuseOther();
      const applied = await this.make(() => reversal, work);
      this.reversals.delete(token);
      return applied;
    });
  }

  removeOwnSheets(work?: Work): Promise<Outcome<Applied>> {
    return outcome(() => this.make(removalOfOwn, work));
  }

  select(place: CellPlace): Promise<Outcome<{ readonly selected: true }>> {
    return outcome(async () => {
      goTo(this.program, place);
      return { selected: true as const };
    });
  }

  async selection(): Promise<CellPlace | null> {
    try {
      return cellInFront(this.program);
    } catch (error) {
      if (error instanceof HostTrouble) return null;
      throw error;
    }
  }

  openFile(kinds: readonly string[]): Promise<Outcome<{ readonly file: ChosenFile | null }>> {
    return outcome(async () => ({ file: asked(() => this.files.open(kinds)) }));
  }

  saveFile(file: ChosenFile): Promise<Outcome<{ readonly saved: true }>> {
    return outcome(async () => {
      if (!asked(() => this.files.save(file))) throw trouble('cancelled');
      return { saved: true as const };
    });
  }

  private async make(changeOf: (tabs: Tabs) => SheetChange, work?: Work): Promise<Applied> {
    const made = await makeChange(this.program, changeOf, work);
    const sheets = [
      ...made.created.map(({ name }) => name),
      ...made.replaced.map(({ before }) => before.name),
      ...made.removed.map(({ before }) => before.name),
    ];
    const undo: UndoToken = { host: NAME, sheets };
    this.reversals.set(undo, reversalOf(made));
    return { undo, remarks: made.remarks };
  }
}

/** What is kept for her in the workbook is no sheet she knows of, and stays. */
function removalOfOwn({ sheets }: Tabs): SheetChange {
  const removes = sheets.filter(({ name }) => isOwnSheet(name) && name !== STORE_SHEET);
  return { writes: [], removes: removes.map(({ id, name }) => ({ id, name })), expected: new Map(), references: [] };
}

function asked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw troubleOf(error);
  }
}

/** Where WPS puts its object model; older builds know the second form only. */
export interface WpsGlobals {
  readonly Application?: EtApplication;
  readonly wps?: { EtApplication?(): EtApplication };
}

/** The WPS this page runs in; a problem where there is none. `Application.Name` is no help: WPS says it is Excel. */
export function openWpsHost(page: WpsGlobals): WorkbookHost | { readonly problem: HostProblem } {
  const application = attempted(() => {
    const { Application: direct, wps } = page;
    return direct && 'Workbooks' in direct ? direct : (wps?.EtApplication?.() ?? direct);
  });
  if (!application) return { problem: hostProblem('unsupported') };
  const program: WpsProgram = { application, pause: () => new Promise((resolve) => setTimeout(resolve, 0)) };
  return new WpsHost(program, programDialogs(application));
}
