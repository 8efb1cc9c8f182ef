import type {
  Applied,
  Capability,
  ChosenFile,
  HostProblem,
  Outcome,
  UndoToken,
  Work,
  WorkbookHost,
} from '../../../src/hosts/port';
import { HostTrouble } from '../../../src/hosts/port';
import { openWorkbookFile } from '../../../src/hosts/xlsx/open';
import { verifyWritten } from '../../../src/hosts/xlsx/write/verify';
import { writePlan } from '../../../src/hosts/xlsx/write/write';
import type { CellPlace } from '../../../src/model/address';
import type { WorkbookSource } from '../../../src/model/grid';
import type { Plan } from '../../../src/sheet/plan';
import type { Edit } from '../../support/edit-cells';
import { withCells } from '../../support/edit-cells';

/** What a test lets the host refuse, as a spreadsheet program would. */
export type Refusable = 'read' | 'apply' | 'undo' | 'select' | 'save' | 'store';

interface FileUndo extends UndoToken {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * A workbook file behind the port, for tests of the pane: read and written by src/hosts/xlsx, nothing simulated but the
 * person who types, saves and chooses.
 */
export class FileWorkbook implements WorkbookHost {
  readonly name = '文件';
  readonly capabilities: ReadonlySet<Capability> = new Set(['select', 'store', 'files', 'notes', 'charts']);
  /** Files that were handed over. */
  readonly files: ChosenFile[] = [];
  /** Every cell that was shown. */
  readonly shown: CellPlace[] = [];
  readonly kept = new Map<string, string>();
  /** How often the workbook was changed by us. */
  writes = 0;
  at: CellPlace | null = { sheet: '支出决算表', row: 0, column: 0 };
  private readonly refused = new Map<Refusable, HostProblem>();
  private opened: Promise<WorkbookSource> | null = null;

  constructor(public bytes: Uint8Array) {}

  /** From now on the host refuses something; null lets it again. */
  refuse(what: Refusable, problem: HostProblem | null): void {
    if (problem) this.refused.set(what, problem);
    else this.refused.delete(what);
  }

  /** She types into cells, given as “Sheet!A1”. */
  type(edits: Readonly<Record<string, Edit>>): void {
    this.put(withCells(this.bytes, new Map(Object.entries(edits))));
  }

  /** Names of all sheets. */
  async sheets(): Promise<string[]> {
    return (await (await this.open()).describe()).map(({ name }) => name);
  }

  readonly source: WorkbookSource = {
    describe: async () => (await this.readable()).describe(),
    read: async (request) => (await this.readable()).read(request),
    columnFormats: async (sheet) => (await this.readable()).columnFormats(sheet),
    formulas: async (sheet) => (await this.readable()).formulas(sheet),
  };

  readonly store: WorkbookHost['store'] = {
    get: async (key) => this.kept.get(key) ?? null,
    set: async (key, value) => {
      const problem = this.refused.get('store');
      if (problem) return { problem };
      if (value === null) this.kept.delete(key);
      else this.kept.set(key, value);
      return { stored: true };
    },
  };

  async apply(plan: Plan, work: Work = {}): Promise<Outcome<Applied>> {
    const problem = this.refused.get('apply');
    if (problem) return { problem };
    const { length: total } = plan.sheets;
    plan.sheets.forEach(({ model }, done) => work.onProgress?.({ done, total, sheet: model.name }));
    const before = this.bytes;
    const written = writePlan(before, plan);
    if ('problem' in written) return { problem: fileProblem('failed', written.problem.message) };
    expect(await verifyWritten(before, written.bytes, plan)).toEqual([]);
    return this.changed(
      written.bytes,
      plan.sheets.map(({ model }) => model.name),
    );
  }

  async undo(token: UndoToken): Promise<Outcome<Applied>> {
    const problem = this.refused.get('undo');
    if (problem) return { problem };
    const { before, after, sheets } = token as FileUndo;
    if (this.bytes !== after) {
      return { problem: fileProblem('changed', '写入以后工作簿又有改动，没有撤销，请自己删除不要的表。') };
    }
    return this.changed(before, sheets);
  }

  /** A file host has nothing to take single sheets out with: the cases of removal are those of the contract suite. */
  async removeOwnSheets(): Promise<Outcome<Applied>> {
    return { problem: fileProblem('unsupported', '这个程序不能删除工作表，请自己删除以“自评_”开头的表。') };
  }

  async select(place: CellPlace): Promise<Outcome<{ readonly selected: true }>> {
    const problem = this.refused.get('select');
    if (problem) return { problem };
    this.shown.push(place);
    this.at = place;
    return { selected: true };
  }

  async selection(): Promise<CellPlace | null> {
    return this.at;
  }

  async openFile(): Promise<Outcome<{ readonly file: ChosenFile | null }>> {
    return { file: null };
  }

  async saveFile(file: ChosenFile): Promise<Outcome<{ readonly saved: true }>> {
    const problem = this.refused.get('save');
    if (problem) return { problem };
    this.files.push(file);
    return { saved: true };
  }

  private changed(bytes: Uint8Array, sheets: readonly string[]): Applied {
    const before = this.bytes;
    this.put(bytes);
    this.writes += 1;
    const undo: FileUndo = { host: this.name, sheets, before, after: bytes };
    return { undo, remarks: [] };
  }

  private put(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.opened = null;
  }

  private async readable(): Promise<WorkbookSource> {
    const problem = this.refused.get('read');
    if (problem) throw new HostTrouble(problem);
    return this.open();
  }

  private open(): Promise<WorkbookSource> {
    this.opened ??= openWorkbookFile(this.bytes, '工作簿.xlsx').then((outcome) => {
      if ('problem' in outcome) throw new Error(outcome.problem.message);
      return outcome.source;
    });
    return this.opened;
  }
}

export function fileProblem(code: HostProblem['code'], message: string): HostProblem {
  return { code, message, detail: null, unrestored: false };
}
