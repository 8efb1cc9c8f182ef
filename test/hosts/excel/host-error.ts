import { BookError, NotCalculable, StaleValue } from '../workbook/problem';

const HTTP_STATUS: Readonly<Record<string, number>> = { ItemNotFound: 404, NotImplemented: 501, AccessDenied: 403 };

/** What the host answers instead of doing an action; the batch ends there (officejs.md §A.5, Errors). */
export class HostError extends Error {
  /**
   * @param code as Microsoft's “application-specific API error handling” lists them
   * @param location where, as Excel says it: "Range.values"; empty where the executor is to say it
   */
  constructor(
    readonly code: string,
    message: string,
    readonly location = '',
  ) {
    super(message);
    this.name = 'HostError';
  }

  get httpStatus(): number {
    return HTTP_STATUS[this.code] ?? 400;
  }
}

/**
 * What a test asked of the host that is not modelled. It reaches the caller as NotImplemented, and closing the workbook
 * throws it again, so that code which swallows host errors cannot hide it.
 */
export class NotModelled extends HostError {
  constructor(what: string) {
    super('NotImplemented', `test/hosts/excel does not model ${what}.`);
  }
}

/** The host's answer to whatever was thrown while an action was done. A bug of the host's must not leave its client waiting. */
export function asHostError(trouble: unknown): HostError {
  if (trouble instanceof HostError) return trouble;
  if (trouble instanceof StaleValue || trouble instanceof NotCalculable) return new NotModelled(trouble.message);
  if (trouble instanceof BookError) return new HostError(trouble.code, trouble.message);
  const bug = trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble);
  return new NotModelled(`what it ran into by a bug of its own: ${bug}`);
}
