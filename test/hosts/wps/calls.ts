/**
 * Crossings of the bridge since the workbook was opened: each property read or set and each method called is one, about
 * 0.2 ms on a real PC (wps.md §0 fact 3).
 */
export class EtCalls {
  private counts = new Map<string, number>();
  private sum = 0;

  get total(): number {
    return this.sum;
  }

  /** How often a member was used: "Range.Value2" read, "Range.Value2=" set, "Range.Merge()" called. */
  of(member: string): number {
    return this.counts.get(member) ?? 0;
  }

  /** All of them, the most used first. */
  byMember(): readonly (readonly [member: string, times: number])[] {
    return [...this.counts].sort(([, one], [, other]) => other - one);
  }

  clear(): void {
    this.counts = new Map();
    this.sum = 0;
  }

  /** For the bridge only. */
  add(member: string): void {
    this.sum += 1;
    this.counts.set(member, this.of(member) + 1);
  }
}
