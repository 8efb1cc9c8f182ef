/**
 * What a spreadsheet refuses, by the names Excel's own errors have (Microsoft: application-specific API error handling);
 * where no documentation names one, the code is the likeliest (officejs.md §C, marked [J]).
 */
export type BookErrorCode =
  'InvalidArgument' | 'ItemAlreadyExists' | 'ItemNotFound' | 'InvalidOperation' | 'AccessDenied' | 'InvalidReference';

/** Thrown when an operation is refused; the book is then as it was before that operation. */
export class BookError extends Error {
  constructor(
    readonly code: BookErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'BookError';
  }
}

/** Thrown when the value of a formula is read that was never calculated; no test may rest on a guessed value. */
export class StaleValue extends Error {
  constructor(readonly place: string) {
    super(`stale: ${place} holds a formula that was not calculated`);
    this.name = 'StaleValue';
  }
}

/** Thrown when the calculation meets a function or a form of reference it cannot work out exactly as Excel does. */
export class NotCalculable extends Error {
  constructor(
    readonly place: string,
    readonly reason: string,
  ) {
    super(`not calculable: ${place}: ${reason}`);
    this.name = 'NotCalculable';
  }
}
