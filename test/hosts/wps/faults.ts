/** When a fault strikes, counted from 1 since it was set: the k-th crossing of the bridge, or the n-th of a member ("Range.Merge()"). */
export type EtFaultPoint = { readonly call: number } | { readonly member: string; readonly nth: number };

/**
 * How the program fails: `throw` refuses and does nothing; `silent` does nothing and answers undefined, as a chain that
 * fails may (wps.md §3.1 rule 5).
 */
export interface EtFault {
  readonly at: EtFaultPoint;
  readonly how: 'throw' | 'silent';
  /** True strikes every later crossing (or every later one of the member), too. */
  readonly forEver?: boolean;
}

export class EtFaults {
  private set: { readonly fault: EtFault; reached: boolean }[] = [];
  private crossings = 0;
  private readonly members = new Map<string, number>();

  /** Adds a fault; counting begins anew for all of them. */
  inject(fault: EtFault): void {
    this.set.push({ fault, reached: false });
    this.crossings = 0;
    this.members.clear();
  }

  clear(): void {
    this.set = [];
  }

  /** True when every fault that was set has struck. */
  get struck(): boolean {
    return this.set.every(({ reached }) => reached);
  }

  /** For the bridge: a crossing is about to be answered. */
  at(member: string): EtFault['how'] | null {
    this.crossings += 1;
    const seen = (this.members.get(member) ?? 0) + 1;
    this.members.set(member, seen);
    for (const one of this.set) {
      const { at, how, forEver } = one.fault;
      const here = 'call' in at ? at.call === this.crossings : at.member === member && at.nth === seen;
      const again = one.reached && forEver === true && (!('member' in at) || at.member === member);
      if (here) one.reached = true;
      if (here || again) return how;
    }
    return null;
  }
}
