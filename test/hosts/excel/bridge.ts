import type { ExcelHost } from './excel-host';
import { changeEvents } from './events';
import { Executor } from './executor';
import { HostError } from './host-error';
import { payloadRefusal } from './limits';
import type { HostObject } from './object-type';
import type { ContentChange } from '../workbook/book';
import type { WireBatch } from './wire';
import { isHousekeeping } from './wire';

/** What the runtime takes for the program it runs in (officejs.md §A.2: native bridge). */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

/** `Excel.run({ delayForCellEdit: true }, …)` (officejs.md §A.4). */
const WAIT_FOR_CELL_EDIT = 64;
/** Category of rich-API events (officejs.md §A.5, Events). */
const EVENT = 65_536;

interface Request {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: WireBatch | string };
}

/** A request answered by the transport instead of the host's executor, or by it. */
export interface Answer {
  readonly statusCode: number;
  readonly body: unknown;
}

/**
 * Does one request against a host.
 * @param bytes UTF-8 length of the request
 * @returns what is answered; null for nothing, ever
 */
export function answer(host: ExcelHost, workbook: HostObject, batch: WireBatch, bytes: number): Answer | null {
  const quiet = isHousekeeping(batch);
  const refused = quiet ? null : refusal(host, bytes);
  if (refused) {
    host.log.add({ actions: [], requestBytes: bytes, responseBytes: 0, failure: refused.code });
    return transportError(refused);
  }
  const strike = quiet ? null : host.faults.atSync();
  if (strike?.how === 'hang' || strike?.how === 'fail') {
    const code = strike.how === 'hang' ? 'hang' : (strike.code ?? 'GeneralException');
    host.log.add({ actions: [], requestBytes: bytes, responseBytes: 0, failure: code });
    return strike.how === 'hang' ? null : transportError(new HostError(code, 'An injected fault.'));
  }
  const done = executed(host, workbook, batch);
  const lost = strike?.how === 'lose' || done.reply === null;
  const responseBytes = lost ? 0 : Buffer.byteLength(JSON.stringify(done.reply));
  const tooLarge = lost ? null : payloadRefusal(host.profile, 'Response', responseBytes);
  const failure = lost ? 'hang' : (tooLarge?.code ?? done.reply?.Error?.Code ?? null);
  if (!quiet) host.log.add({ actions: done.actions, requestBytes: bytes, responseBytes, failure });
  if (lost) return null;
  return tooLarge ? transportError(tooLarge) : { statusCode: 200, body: done.reply };
}

/** States of the program in which it takes no request at all (officejs.md §C: cell edit mode, several workbooks, web payload). */
function refusal(host: ExcelHost, bytes: number): HostError | null {
  if (host.faults.editing) {
    return new HostError('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.');
  }
  if (host.faults.inactive) {
    return new HostError('InactiveWorkbook', 'The workbook to which the request was sent is not active.');
  }
  return payloadRefusal(host.profile, 'Request', bytes);
}

function executed(host: ExcelHost, workbook: HostObject, batch: WireBatch): ReturnType<Executor['run']> {
  host.working = true;
  try {
    return new Executor(host, workbook, batch).run();
  } finally {
    host.working = false;
    // suspendApiCalculationUntilNextSync holds for the batch it was sent in (officejs.md §C).
    host.book.suspendCalculation(false);
  }
}

function transportError(error: HostError): Answer {
  return { statusCode: error.httpStatus, body: { error: { code: error.code, message: error.message } } };
}

/** The bridge of one runtime. Requests go to the workbook in front when they are sent; each is answered once, later. */
export class Bridge implements NativeBridge {
  onMessageFromHost: ((text: string) => void) | null = null;
  private front: { readonly host: ExcelHost; readonly workbook: HostObject } | null = null;
  private silence: () => void = () => {};

  /** Brings a workbook to the front; its changes are told to the runtime from now on. */
  attach(host: ExcelHost, workbook: HostObject): void {
    this.silence();
    this.front = { host, workbook };
    this.silence = host.book.onContentChange((change) => this.tell(host, change));
  }

  detach(host: ExcelHost): void {
    if (this.front?.host !== host) return;
    this.silence();
    this.front = null;
  }

  sendMessageToHost(text: string): void {
    const request = JSON.parse(text) as Request;
    const { front } = this;
    if (!front) throw new Error('No workbook is open: call openExcel first.');
    const { body } = request.message;
    const batch = typeof body === 'string' ? (JSON.parse(body) as WireBatch) : body;
    const go = (): void => {
      const given = answer(front.host, front.workbook, batch, Buffer.byteLength(text));
      if (given) this.reply(request.id, given);
    };
    if ((request.flags & WAIT_FOR_CELL_EDIT) === 0) later(go);
    else front.host.faults.whenEdited(() => later(go));
  }

  private reply(id: number, { statusCode, body }: Answer): void {
    // An error's body is a text on the wire, a batch's result may be an object.
    const sent = statusCode === 200 ? body : JSON.stringify(body);
    this.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode, headers: {}, body: sent } }));
  }

  private tell(host: ExcelHost, change: ContentChange): void {
    const entries = changeEvents(host, change).map(({ type, targetId, message }) => ({
      messageCategory: EVENT,
      messageType: type,
      targetId,
      message,
    }));
    if (entries.length === 0) return;
    later(() => this.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } })));
  }
}

/** Asynchronously, as a host answers, and not by a timer: tests replace timers. */
function later(go: () => void): void {
  void Promise.resolve().then(go);
}
