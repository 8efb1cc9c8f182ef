/** One action of a batch, as it was done or would have been. */
export interface LoggedAction {
  /**
   * What it was: "Range.values=" set, "Range.merge()" call, "Range.load" query, "Range.get" an object looked up. Methods
   * that make an object are calls.
   */
  readonly kind: string;
  /** True when it changes the workbook. */
  readonly writes: boolean;
}

/** One request of the client and what was answered. */
export interface LoggedSync {
  readonly actions: readonly LoggedAction[];
  readonly requestBytes: number;
  /** 0 while nothing was answered. */
  readonly responseBytes: number;
  /** The code of the error answered; "hang" when nothing ever is; null for success. */
  readonly failure: string | null;
}

/**
 * Everything asked of the host, for budgets. The requests by which the client only gives up kept references, after a run,
 * are no syncs of the program's and are not in it.
 */
export class WireLog {
  private requests: LoggedSync[] = [];

  get syncs(): readonly LoggedSync[] {
    return this.requests;
  }

  /** Every action in order. */
  get actions(): readonly LoggedAction[] {
    return this.requests.flatMap((sync) => sync.actions);
  }

  /** How many actions changed the workbook. */
  writes(): number {
    return this.actions.filter((action) => action.writes).length;
  }

  /** Bytes of the largest request and of the largest response. */
  largest(): { readonly request: number; readonly response: number } {
    const most = (sizes: number[]): number => sizes.reduce((one, other) => Math.max(one, other), 0);
    return {
      request: most(this.requests.map((sync) => sync.requestBytes)),
      response: most(this.requests.map((sync) => sync.responseBytes)),
    };
  }

  clear(): void {
    this.requests = [];
  }

  /** For the host only. */
  add(sync: LoggedSync): void {
    this.requests.push(sync);
  }
}
