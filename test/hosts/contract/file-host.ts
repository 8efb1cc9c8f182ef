import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbookFile } from '../../../src/hosts/xlsx/open';
import { verifyWritten } from '../../../src/hosts/xlsx/write/verify';
import { writePlan } from '../../../src/hosts/xlsx/write/write';
import type {
  Applied,
  Capability,
  ChosenFile,
  HostProblem,
  HostProblemCode,
  Outcome,
  UndoToken,
  Work,
  WorkbookHost,
  WorkbookStore,
} from '../../../src/hosts/port';
import type { ReadRequest, RowBlock, SheetDescription, WorkbookSource } from '../../../src/model/grid';
import { isOwnSheet } from '../../../src/model/own-sheet';
import type { Plan } from '../../../src/sheet/plan';
import type { Edit } from '../../support/edit-cells';
import { partOf, withCells } from '../../support/edit-cells';

const NAME = '文件';

/** A state of the file, and the one before the change that made it. */
interface Step {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * A workbook file as a host, over src/hosts/xlsx. Every change is a new file, so undoing puts the one before in its
 * place. It has no screen: nothing can be shown, marked or chosen.
 */
export class FileHost implements WorkbookHost {
  readonly name = NAME;
  readonly capabilities: ReadonlySet<Capability> = new Set<Capability>(['notes', 'charts', 'store', 'files']);
  readonly source: WorkbookSource;
  readonly store: WorkbookStore = new MemoryStore();
  readonly saved: ChosenFile[] = [];
  /** The file that openFile gives next. */
  offered: ChosenFile | null = null;
  private readonly steps = new WeakMap<UndoToken, Step>();
  private opened: Promise<WorkbookSource> | null = null;

  constructor(private content: Uint8Array) {
    this.source = new CurrentSource(() => (this.opened ??= opened(this.content)));
  }

  /** The file as it is now. */
  get bytes(): Uint8Array {
    return this.content;
  }

  async apply(plan: Plan, work: Work = {}): Promise<Outcome<Applied>> {
    if (work.signal?.aborted) return { problem: problem('cancelled', '已停止。') };
    const { length } = plan.sheets;
    plan.sheets.forEach(({ model }, done) => work.onProgress?.({ done, total: length, sheet: model.name }));
    if (length === 0) return this.changed(this.content, []);
    const written = writePlan(this.content, plan);
    if ('problem' in written) {
      const structure = written.problem.code === 'structure-protected';
      return { problem: problem(structure ? 'structure-protected' : 'failed', written.problem.message) };
    }
    const faults = await verifyWritten(this.content, written.bytes, plan);
    if (faults.length > 0) throw new Error(faults.join(''));
    return this.changed(
      written.bytes,
      plan.sheets.flatMap(({ model, keepAs }) => [model.name, ...(keepAs ? [keepAs] : [])]),
    );
  }

  async undo(token: UndoToken): Promise<Outcome<Applied>> {
    const step = this.steps.get(token);
    if (!step) return { problem: problem('gone', '没有可以撤销的写入。') };
    if (!sameBytes(step.after, this.content)) {
      return { problem: problem('changed', '写入后表里又有改动，撤销会把这些改动丢掉，所以没有撤销。') };
    }
    return this.changed(step.before, token.sheets);
  }

  /** Sheets of ours are hidden away with all their parts by going without them in the list of tabs. */
  async removeOwnSheets(): Promise<Outcome<Applied>> {
    const names = (await this.source.describe()).map(({ name }) => name).filter(isOwnSheet);
    return this.changed(withoutTabs(this.content, names), names);
  }

  async select(): Promise<Outcome<{ readonly selected: true }>> {
    return { problem: problem('unsupported', '文件不能显示单元格，请用 Excel 或 WPS 打开。') };
  }

  async selection(): Promise<null> {
    return null;
  }

  async openFile(): Promise<Outcome<{ readonly file: ChosenFile | null }>> {
    return { file: this.offered };
  }

  async saveFile(file: ChosenFile): Promise<Outcome<{ readonly saved: true }>> {
    this.saved.push(file);
    return { saved: true };
  }

  /** As if she had typed into a cell and saved. */
  type(sheet: string, address: string, edit: Edit): void {
    this.replace(withCells(this.content, new Map([[`${sheet}!${address}`, edit]])));
  }

  /** As if she had typed a formula, given without “=”, into a cell that holds something. */
  typeFormula(sheet: string, address: string, formula: string): void {
    const parts = unzipSync(this.content);
    const part = partOf(parts, sheet);
    const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, 's');
    const markup = `<c r="${address}"><f>${formula.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</f><v>0</v></c>`;
    parts[part] = strToU8(strFromU8(parts[part] as Uint8Array).replace(cell, () => markup));
    this.replace(zipSync(parts));
  }

  private changed(after: Uint8Array, sheets: readonly string[]): Applied {
    const undo: UndoToken = { host: NAME, sheets };
    this.steps.set(undo, { before: this.content, after });
    this.replace(after);
    return { undo, remarks: [] };
  }

  private replace(content: Uint8Array): void {
    this.content = content;
    this.opened = null;
  }
}

async function opened(bytes: Uint8Array): Promise<WorkbookSource> {
  const outcome = await openWorkbookFile(bytes, '工作簿.xlsx');
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.source;
}

function problem(code: HostProblemCode, message: string): HostProblem {
  return { code, message, detail: null, unrestored: false };
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Tabs and the names that belong to them taken out of workbook.xml; places of the names that stay follow. */
function withoutTabs(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const parts = unzipSync(bytes);
  const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array);
  const tabs = [...workbook.matchAll(/<sheet [^>]*>/g)].map(([tag]) => tag);
  const gone = tabs.map((tag) => names.some((name) => tag.includes(`name="${name}"`)));
  const placeOf = (old: number): number => gone.slice(0, old).filter((one) => !one).length;
  const kept = tabs
    .filter((_, index) => gone[index])
    .reduce((text, tag) => text.replace(tag, ''), workbook)
    .replace(/<definedName [^>]*localSheetId="(\d+)"[^>]*>.*?<\/definedName>/g, (name, place: string) =>
      gone[Number(place)] ? '' : name.replace(/localSheetId="\d+"/, `localSheetId="${placeOf(Number(place))}"`),
    )
    .replace(
      /activeTab="(\d+)"/,
      (_, place: string) => `activeTab="${gone[Number(place)] ? 0 : placeOf(Number(place))}"`,
    );
  return zipSync({ ...parts, 'xl/workbook.xml': strToU8(kept.replace('<definedNames></definedNames>', '')) });
}

/** Whatever the file is when it is asked. */
class CurrentSource implements WorkbookSource {
  constructor(private readonly current: () => Promise<WorkbookSource>) {}

  async describe(): Promise<readonly SheetDescription[]> {
    return (await this.current()).describe();
  }

  async read(request: ReadRequest): Promise<RowBlock> {
    return (await this.current()).read(request);
  }

  async columnFormats(sheet: string): Promise<readonly (string | null)[]> {
    return (await this.current()).columnFormats(sheet);
  }

  async formulas(sheet: string): Promise<ReadonlyMap<string, string>> {
    return (await this.current()).formulas(sheet);
  }
}

/** Small texts kept as long as the file is open: a file has no settings of ours yet. */
class MemoryStore implements WorkbookStore {
  private readonly texts = new Map<string, string>();

  async get(key: string): Promise<string | null> {
    return this.texts.get(key) ?? null;
  }

  async set(key: string, value: string | null): Promise<Outcome<{ readonly stored: true }>> {
    if (value === null) this.texts.delete(key);
    else this.texts.set(key, value);
    return { stored: true };
  }
}
