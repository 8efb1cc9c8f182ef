import type { CellPlace } from '../../model/address';
import { isOwnSheet } from '../../model/own-sheet';
import type { Plan } from '../../sheet/plan';
import type { Applied, Capability, ChosenFile, HostProblem, Outcome, UndoToken, Work, WorkbookHost } from '../port';
import { HostTrouble } from '../port';
import { changeOfPlan } from './apply';
import type { BookState } from './book-state';
import { reversalOf } from './change';
import type { Change } from './change';
import { Connection } from './connection';
import type { ExcelProgram } from './connection';
import type { FileDialogs } from './file-dialogs';
import { pageDialogs } from './file-dialogs';
import { makeChange } from './make-change';
import { outcome } from '../outcome';
import { hostProblem, trouble } from './problems';
import { ExcelSource } from './read';
import { Requirements } from './requirements';
import { activeCell, goTo } from './selection';
import { ExcelStore } from './store';

const NAME = 'Excel';

/** Excel with the workbook in front. */
export class ExcelHost implements WorkbookHost {
  readonly name = NAME;
  readonly capabilities: ReadonlySet<Capability>;
  readonly source: ExcelSource;
  readonly store: ExcelStore;
  private readonly connection: Connection;
  /** What reverses each change. It lives as long as the pane: Office.js keeps nothing of the kind in a workbook. */
  private readonly reversals = new WeakMap<UndoToken, Change>();

  constructor(
    program: ExcelProgram,
    private readonly files: FileDialogs,
  ) {
    this.connection = new Connection(program);
    this.source = new ExcelSource(this.connection);
    this.store = new ExcelStore(this.connection);
    const always: Capability[] = ['charts', 'select', 'store', 'files'];
    this.capabilities = new Set<Capability>(this.connection.requirements.notes ? [...always, 'notes'] : always);
  }

  apply(plan: Plan, work?: Work): Promise<Outcome<Applied>> {
    return outcome(() => this.make((book) => changeOfPlan(plan, book), work));
  }

  undo(token: UndoToken, work?: Work): Promise<Outcome<Applied>> {
    return outcome(async () => {
      const reversal = this.reversals.get(token);
      if (!reversal) throw trouble('gone');
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
      await goTo(this.connection.open(), place);
      return { selected: true as const };
    });
  }

  async selection(): Promise<CellPlace | null> {
    try {
      return await activeCell(this.connection.open());
    } catch (error) {
      if (error instanceof HostTrouble) return null;
      throw error;
    }
  }

  openFile(kinds: readonly string[]): Promise<Outcome<{ readonly file: ChosenFile | null }>> {
    return outcome(async () => ({ file: await this.files.open(kinds) }));
  }

  saveFile(file: ChosenFile): Promise<Outcome<{ readonly saved: true }>> {
    return outcome(async () => {
      await this.files.save(file);
      return { saved: true as const };
    });
  }

  private async make(changeOf: (book: BookState) => Change, work?: Work): Promise<Applied> {
    const made = await makeChange(this.connection, changeOf, work);
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

function removalOfOwn({ sheets }: BookState): Change {
  const removes = sheets.filter(({ name }) => isOwnSheet(name)).map(({ id, name }) => ({ id, name }));
  return { writes: [], removes, expected: new Map(), references: [] };
}

/** The Excel this page runs in; a problem where it is too old or none at all. */
export async function openExcelHost(): Promise<WorkbookHost | { readonly problem: HostProblem }> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel || typeof Excel === 'undefined') return { problem: hostProblem('unsupported') };
  const program: ExcelProgram = {
    requirements: Office.context.requirements,
    isWeb: Office.context.platform === Office.PlatformType.OfficeOnline,
    hasNotes: 'notes' in Excel.Worksheet.prototype,
    newContext: () => new Excel.RequestContext(),
  };
  if (!new Requirements(program).baseline) return { problem: hostProblem('unsupported') };
  return new ExcelHost(program, pageDialogs(document));
}
