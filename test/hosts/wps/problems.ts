/** What the program refuses: an exception with words nobody should rest on (wps.md §3.1 rule 5). */
export class EtError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EtError';
  }
}

/**
 * A call that no program could be meant by: a member that does not exist, one that is not modelled, a wrong number of
 * arguments, something that would open a dialogue and wait. Kept by the bridge as well, since code may catch it.
 */
export class EtMisuse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EtMisuse';
  }
}
