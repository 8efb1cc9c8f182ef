import type { Book } from '../workbook/book';
import { Faults } from './faults';
import type { HostObject } from './object-type';
import { WireLog } from './log';
import type { Profile } from './profiles';

/** One open workbook behind the wire, and what the host remembers for its client. */
export class ExcelHost {
  readonly log = new WireLog();
  readonly faults = new Faults();
  /** What was asked for and is not modelled; see NotModelled. */
  readonly unmodelled: string[] = [];
  /** Ids of sheets whose changes the client wants to hear of; '' for all sheets (WorksheetCollection.onChanged). */
  readonly watchedSheets = new Set<string>();
  /** True while a batch is being done: changes made then are the add-in's own. */
  working = false;
  private readonly kept = new Map<string, HostObject>();
  private lastReference = 0;

  constructor(
    readonly book: Book,
    readonly profile: Profile,
  ) {}

  /** Remembers an object from one request to the next (`_KeepReference`). */
  keep(object: HostObject): string {
    this.lastReference += 1;
    const id = `ref-${this.lastReference}`;
    this.kept.set(id, object);
    return id;
  }

  remembered(id: string): HostObject | null {
    return this.kept.get(id) ?? null;
  }

  forget(id: string): void {
    this.kept.delete(id);
  }

  /** Objects the client asked to remember and did not give up: 0 after a run that ended well (officejs.md §A.5). */
  get keptReferences(): number {
    return this.kept.size;
  }
}
