import { HostTrouble } from '../port';
import { ANSWER_BYTES } from './connection';

const FIRST_ROWS = 2_000;
const MOST_ROWS = 20_000;
/** Cells Excel gives at once, on any platform (officejs.md §C). */
const MOST_CELLS = 5_000_000;

/**
 * How many rows are asked for at once: first few, then, from what they weighed, so many that an answer stays below the
 * limit (officejs.md §F). On the desktop only rows are counted.
 */
export class ChunkSize {
  private wanted = FIRST_ROWS;

  constructor(
    private readonly isWeb: boolean,
    private readonly columns: number,
  ) {}

  get rows(): number {
    return Math.max(1, Math.min(this.wanted, Math.floor(MOST_CELLS / Math.max(1, this.columns))));
  }

  /** Takes down what an answer weighed. */
  weighed(rows: number, bytes: number): void {
    if (rows === 0) return;
    const byWeight = Math.floor((ANSWER_BYTES * rows) / Math.max(1, bytes));
    this.wanted = this.isWeb ? Math.min(MOST_ROWS, byWeight) : MOST_ROWS;
  }

  /** After an answer that was too large. False when no smaller one is left to ask for. */
  halve(): boolean {
    const { rows } = this;
    this.wanted = Math.max(1, Math.floor(rows / 2));
    return rows > 1;
  }
}

/** True when Excel would not give or take so much at once. */
export function tooLarge(error: unknown): boolean {
  return error instanceof HostTrouble && error.problem.code === 'too-large';
}
