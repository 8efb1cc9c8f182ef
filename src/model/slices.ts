/** Between two slices of work: what of it is done, and what comes now. */
export interface Step {
  readonly done: number;
  readonly total: number;
  /** What is worked on now; empty where it has no name. */
  readonly text: string;
}

/**
 * Work in slices. Whoever runs it may do something else between two of them, or stop it for good by not asking for the
 * next; how long he waits, and by which clock, is his to know.
 */
export type Sliced<Result, Said = void> = Generator<Said, Result, void>;

/** So many rows of a sheet are composed in some milliseconds, formulas and all. */
const ITEMS_AT_ONCE = 100;

/** Does work in slices without a pause. */
export function atOnce<Result>(work: Sliced<Result, unknown>): Result {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
}

/** Work in slices that says what `words` makes of what it said before. */
export function* saying<Result, Before, After>(
  work: Sliced<Result, Before>,
  words: (said: Before) => After,
): Sliced<Result, After> {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
    yield words(slice.value);
  }
}

/** What `make` makes of every item, in slices of many. */
export function* mapped<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Made): Sliced<Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % ITEMS_AT_ONCE === 0) yield;
    made.push(make(item, index));
  }
  return made;
}
