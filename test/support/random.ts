/** A repeatable source of choices: the same seed gives the same figures, layouts and planted errors. */
export class Random {
  private state: number;

  /** Sources of one seed but different purposes are independent of one another. */
  constructor(seed: number, purpose = '') {
    // Neighbouring seeds must not give neighbouring figures.
    this.state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
    for (const char of purpose) this.state = Math.imul(this.state ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }

  /** A number in [0, 1), by the mulberry32 recurrence. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number between the bounds, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** A multiple of `step` between the bounds (themselves multiples). */
  stepped(low: number, high: number, step: number): number {
    return this.whole(Math.round(low / step), Math.round(high / step)) * step;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; null when there are none. */
  pick<T>(items: readonly T[]): T | null {
    return items[this.whole(0, items.length - 1)] ?? null;
  }

  /** The items in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, at: this.next() }));
    return keyed.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}
