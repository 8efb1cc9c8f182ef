import type { HostProblem } from '../../hosts/port';
import { HostTrouble } from '../../hosts/port';
import { decode, encode } from './codec';

/** Either end of a worker or of a message channel. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What may be asked of one end by the other, by name. */
export type Handlers = Readonly<Record<string, (argument: never) => unknown>>;

type Message =
  | { readonly type: 'ask'; readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly type: 'tell'; readonly name: string; readonly argument: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'trouble'; readonly id: number; readonly problem: HostProblem }
  | { readonly type: 'failure'; readonly id: number; readonly message: string; readonly stack: string };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Questions and answers between two threads. Trouble of a host arrives as {@link HostTrouble}; anything else that was
 * thrown arrives as an error with the other thread's stack.
 */
export class Wire {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(
    private readonly end: MessageEnd,
    private readonly handlers: Handlers,
  ) {
    end.addEventListener('message', ({ data }) => this.receive(data as Message));
  }

  /** Asks the other end. */
  ask(name: string, argument: unknown): Promise<unknown> {
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.post({ type: 'ask', id, name, argument: encode(argument) });
    });
  }

  /** Tells the other end something that needs no answer. */
  tell(name: string, argument: unknown): void {
    this.post({ type: 'tell', name, argument: encode(argument) });
  }

  /** Gives up everything that was asked and is not answered yet. */
  giveUp(reason: Error): void {
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }

  private post(message: Message): void {
    this.end.postMessage(message);
  }

  private receive(message: Message): void {
    switch (message.type) {
      case 'tell':
        void this.handle(message.name, message.argument);
        return;
      case 'ask':
        void this.answer(message.id, message.name, message.argument);
        return;
      default:
        this.settle(message);
    }
  }

  private async handle(name: string, argument: unknown): Promise<unknown> {
    const handler = this.handlers[name] as ((argument: unknown) => unknown) | undefined;
    if (!handler) throw new Error(`nobody answers ${name}`);
    return handler(decode(argument));
  }

  private async answer(id: number, name: string, argument: unknown): Promise<void> {
    try {
      this.post({ type: 'answer', id, value: encode(await this.handle(name, argument)) });
    } catch (reason) {
      if (reason instanceof HostTrouble) this.post({ type: 'trouble', id, problem: reason.problem });
      else this.post({ type: 'failure', id, ...wordsOf(reason) });
    }
  }

  private settle(message: Exclude<Message, { type: 'ask' | 'tell' }>): void {
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(decode(message.value));
    else if (message.type === 'trouble') waiting?.reject(new HostTrouble(message.problem));
    else waiting?.reject(Object.assign(new Error(message.message), { stack: message.stack }));
  }
}

function wordsOf(reason: unknown): { readonly message: string; readonly stack: string } {
  if (!(reason instanceof Error)) return { message: String(reason), stack: '' };
  return { message: reason.message, stack: reason.stack ?? '' };
}
