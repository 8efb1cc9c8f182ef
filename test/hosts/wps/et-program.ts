import type { Area } from '../../../src/model/address';
import type { Book } from '../workbook/book';
import type { BookSheet } from '../workbook/sheet';
import { EtBridge } from './bridge';
import type { MemberTable } from './declarations/member-table';
import { EtEvents } from './events';
import { EtFiles } from './files';
import { EtError } from './problems';
import type { EtQuirks } from './quirks';
import { EtUndo } from './undo';

/** What is seen of a sheet in the window: what freezing starts from. Counted from 1, as the program counts. */
export interface SheetView {
  scrollRow: number;
  scrollColumn: number;
  /** Split but not frozen. */
  split: { rows: number; columns: number };
}

/** Everything of the program that is not in the workbook's cells. */
export class EtProgram {
  readonly bridge: EtBridge;
  readonly undo: EtUndo;
  readonly events: EtEvents;
  readonly files = new EtFiles();
  /** Application.* switches ([3.4]). */
  readonly switches = { ScreenUpdating: true, DisplayAlerts: true, EnableEvents: true, Interactive: true };
  statusBar: string | false = false;
  /** Custom document properties. The store keeps none, so a saved file has none. */
  properties: ReadonlyMap<string, string | number | boolean> = new Map();
  /** Answers she will give: paths chosen in file dialogues, in order; null for 取消. */
  readonly chosen: (readonly string[] | null)[] = [];
  /** Shared by all pages and hosts, gone with the program ([1.3]). */
  readonly storage = new Map<string, string | number | boolean>();
  readonly panes: { id: number; url: string; title: string; visible: boolean; dock: number; width: number }[] = [];
  saved = true;
  /** Where the workbook is saved. */
  folder = '/home/user/文档';
  /** Path of another workbook that is in front; null when none is, undefined when it is this one. */
  other: string | null | undefined;
  private readonly views = new Map<string, SheetView>();
  private cache = new Map<string, unknown>();

  constructor(
    readonly book: Book,
    readonly quirks: EtQuirks,
    declared: MemberTable,
  ) {
    this.bridge = new EtBridge(declared, () => {
      this.cache = new Map();
    });
    this.undo = new EtUndo(this);
    this.events = new EtEvents(this);
  }

  sheet(id: string): BookSheet {
    const sheet = this.book.sheetById(id);
    if (!sheet) throw new EtError('The object belongs to a sheet that was deleted.');
    return sheet;
  }

  view(id: string): SheetView {
    let view = this.views.get(id);
    if (!view) {
      view = { scrollRow: 1, scrollColumn: 1, split: { rows: 0, columns: 0 } };
      this.views.set(id, view);
    }
    return view;
  }

  /** What a missing thing answers in this build. */
  missing(message: string): undefined {
    if (this.quirks.missing === 'throws') throw new EtError(message);
    return undefined;
  }

  /** Refuses what would open a dialogue and wait for her, unless alerts are off ([5]: a dialogue would block). */
  wouldAsk(what: string): void {
    if (this.switches.DisplayAlerts) throw this.bridge.misuse(`a dialogue would block: ${what}`);
  }

  /** What was worked out for cells, kept until anything may have changed. */
  cached<T>(sheet: BookSheet, { top, left, bottom, right }: Area, work: () => T): T {
    const key = `${sheet.id} ${top} ${left} ${bottom} ${right}`;
    if (!this.cache.has(key)) this.cache.set(key, work());
    return this.cache.get(key) as T;
  }
}
