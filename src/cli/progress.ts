import type { Progress } from '../evaluate';

/** At most so often is the line drawn, in milliseconds: twenty times a second is as fast as anyone reads. */
const LEAST_PAUSE = 50;
const CLEARED = '\r\u001b[K';

/** The line at the foot of a terminal that says what is being done. */
export class ProgressLine {
  private shown = '';
  private stage: Progress['stage'] | null = null;
  private shownAt = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds of a clock that never runs back */
  constructor(
    private readonly write: (text: string) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Draws the line anew where it says something else; within a stage no more often than it can be read. */
  show(progress: Progress): void {
    const line = lineOf(progress);
    if (line === this.shown) return;
    const now = this.now();
    if (progress.stage === this.stage && now - this.shownAt < LEAST_PAUSE) return;
    this.write(`${CLEARED}${line}`);
    this.shown = line;
    this.stage = progress.stage;
    this.shownAt = now;
  }

  clear(): void {
    this.write(CLEARED);
  }
}

function lineOf({ stage, done, total, text }: Progress): string {
  return `正在${stage} ${done}/${total} ${text.replace(/[\u0000-\u001f]/g, ' ')}`;
}
