import type { Book } from '../workbook/book';
import { answer } from './bridge';
import { changeEvents } from './events';
import type { HostEvent } from './events';
import { ExcelHost } from './excel-host';
import { WORKBOOK } from './members/workbook';
import { hostObject } from './object-type';
import type { ProfileName } from './profiles';
import { PROFILES } from './profiles';
import type { ShellAnswer, ShellSettings } from './shells/page-shell';
import { ERROR_NUMBERS, SHELL_SETTINGS } from './shells/page-shell';
import type { WireBatch, WireReply } from './wire';

/** The body of an answer that is no result (officejs.md §A.5, Errors). */
interface TransportError {
  readonly error: { readonly code: string; readonly message: string };
}

/**
 * A workbook for a page in a browser, in either shell: `execute` answers the page's function (shells/page-shell.ts), in
 * Node, by the same executor, limits and faults as {@link openExcel}.
 */
export class PageHost {
  readonly host: ExcelHost;

  constructor(book: Book, profile: ProfileName) {
    this.host = new ExcelHost(book, PROFILES[profile]);
  }

  get settings(): ShellSettings {
    return { ...SHELL_SETTINGS, sets: this.host.profile.sets };
  }

  /** Does a batch; null when a fault leaves it without any answer. */
  execute(batch: string): ShellAnswer | null {
    const workbook = hostObject(WORKBOOK, this.host);
    const given = answer(this.host, workbook, JSON.parse(batch) as WireBatch, Buffer.byteLength(batch));
    if (given === null) return null;
    if (given.statusCode === 200) return { error: 0, body: JSON.stringify(given.body) };
    const { code, message } = (given.body as TransportError).error;
    const error = ERROR_NUMBERS[code];
    if (error !== undefined) return { error, body: '' };
    // What has no number is told as the failure of a batch of which nothing was done.
    const failure = { Code: code, Message: message, HttpStatusCode: given.statusCode, Location: '', ActionIndex: 0 };
    return { error: 0, body: JSON.stringify({ Results: [], TraceIds: [], Error: failure } satisfies WireReply) };
  }

  /** Hands on every event the page is to be told of, by its controls; until the function it returns is called. */
  onEvent(tell: (event: HostEvent) => void): () => void {
    return this.host.book.onContentChange((change) => changeEvents(this.host, change).forEach(tell));
  }
}
