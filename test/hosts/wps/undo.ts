import type { Book } from '../workbook/book';
import type { EtProgram } from './et-program';

interface Before {
  readonly book: Book;
  readonly properties: EtProgram['properties'];
}

/** The program's undo list, as far as add-ins get into it (wps.md §3.9). */
export class EtUndo {
  private open: Before | null = null;
  private list: { readonly name: string; readonly before: Before }[] = [];

  constructor(private readonly program: EtProgram) {}

  /** Names of what Ctrl+Z would undo, the last first. */
  get names(): readonly string[] {
    return this.list.map(({ name }) => name).reverse();
  }

  /** @returns whether a transaction was begun; they do not nest (S23 counts for itself) */
  begin(): boolean {
    if (this.open) return false;
    this.open = this.now();
    return true;
  }

  end(cancel: boolean, name: string): boolean {
    const before = this.open;
    this.open = null;
    if (!before) return false;
    if (cancel && this.program.quirks.undoTransactions === 'cancels') this.restore(before);
    else if (!cancel) this.list.push({ name, before });
    return true;
  }

  /** A write outside a transaction: an entry of its own in builds that keep one. */
  plainWrite(name: string, write: () => void): void {
    if (this.open || !this.program.quirks.plainWritesUndo) {
      write();
      return;
    }
    const before = this.now();
    write();
    this.list.push({ name, before });
  }

  /** Ctrl+Z; false when there is nothing to undo. */
  undo(): boolean {
    const last = this.list.pop();
    if (last) this.restore(last.before);
    return last !== undefined;
  }

  private now(): Before {
    return { book: this.program.book.clone(), properties: this.program.properties };
  }

  private restore({ book, properties }: Before): void {
    this.program.book.restore(book);
    this.program.properties = properties;
  }
}
