import type { OfficeProgram } from './requirements';
import { Requirements } from './requirements';
import { trouble, troubleOf } from './problems';

/** Excel as the adapter reaches it; the entry point gives the real one, tests one over another workbook. */
export interface ExcelProgram extends OfficeProgram {
  newContext(): Excel.RequestContext;
  /** How long one request may take, in milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 60_000;

/** Bytes of one request (officejs.md §F: 1.5 MB), less room for what goes around its parts, which are weighed high. */
export const REQUEST_BYTES = 1_450_000;

/** Bytes of one answer: how much it will be is known only from the answers before. */
export const ANSWER_BYTES = 1_300_000;

/** Way to one Excel. */
export class Connection {
  readonly requirements: Requirements;
  readonly isWeb: boolean;

  constructor(private readonly program: ExcelProgram) {
    this.requirements = new Requirements(program);
    this.isWeb = program.isWeb;
  }

  /** A run of requests in one context. Objects of Excel are used in the request they were made in, never later. */
  open(): Session {
    return new Session(this.program.newContext(), this.program.patience ?? PATIENCE);
  }

  /** @throws HostTrouble unsupported when Excel is older than the baseline. */
  requireBaseline(): void {
    if (!this.requirements.baseline) throw trouble('unsupported');
  }
}

export class Session {
  constructor(
    readonly context: Excel.RequestContext,
    private readonly patience: number,
  ) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /** @param key name or id */
  sheet(key: string): Excel.Worksheet {
    return this.context.workbook.worksheets.getItem(key);
  }

  /**
   * Sends what was asked so far and waits for the answer.
   * @param where the sheet that is worked on, for the sentence when it fails
   * @throws HostTrouble when Excel refuses or does not answer in time
   */
  async sync(where = ''): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(trouble('timeout', where)), this.patience);
    });
    try {
      await Promise.race([this.context.sync(), late]);
    } catch (error) {
      throw troubleOf(error, where);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Lets the program breathe between two requests, so that Excel does not take the pane for stuck (officejs.md §C). */
export function breathe(): Promise<void> {
  if (typeof MessageChannel === 'undefined') return Promise.resolve();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/** @throws HostTrouble cancelled when she stopped the work. */
export function refuseWhenStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw trouble('cancelled');
}
