import type { Figure } from '../facts/figure';
import { evaluate, isGap } from '../formula/evaluate';
import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';
import type { Form } from './forms';
import type { Held, Holdings } from './holdings';
import { before, isTrueIn, measureIn, settle, withoutNames } from './holdings';
import type { Wordings } from './outline';
import { quotationOf } from './quotation';
import type { Result, Words } from './report';
import { readExpression } from './template';

/** What the workbook as a whole holds: the named figures and texts of the pack, and the results of our own sheets. */
export class WorkbookHoldings implements Holdings {
  private readonly named: ReadonlyMap<string, Node | null>;
  private readonly texts: ReadonlyMap<string, Words | null>;

  constructor(
    private readonly wordings: Wordings,
    readonly scope: Scope,
    private readonly givens: ReadonlyMap<string, string | null>,
    private readonly results: readonly Result[],
  ) {
    this.named = settle(wordings.figures, scope);
    this.texts = new Map(wordings.texts.map((term) => [term.name, quotationOf(term, scope)]));
  }

  /** The figures in which tables state one and the same thing: where one of them is used, all are. */
  *alike(): Generator<readonly Figure[]> {
    for (const { from, prior } of this.wordings.figures) {
      const nodes = from.map(readExpression);
      yield this.equals(nodes);
      if (prior !== undefined) yield this.equals(nodes.map(before));
    }
  }

  /** Of several expressions, the figures of those that give what the first gives. */
  private equals(nodes: readonly Node[]): readonly Figure[] {
    const values = nodes.map((node) => evaluate(node, this.scope)).flatMap((one) => (isGap(one) ? [] : [one]));
    const [first] = values;
    return values.filter(({ value }) => first?.value.equals(value)).flatMap(({ figures }) => figures);
  }

  measure(node: Node, form: Form): Held | null {
    const settled = withoutNames(node, this.named);
    return settled && measureIn(this.scope, settled, form);
  }

  isTrue(node: Node): boolean {
    const settled = withoutNames(node, this.named);
    return settled !== null && isTrueIn(this.scope, settled);
  }

  holds(name: string): boolean {
    return Boolean(this.named.get(name) ?? this.quotation(name) ?? this.result(name));
  }

  quotation(name: string): Words | null {
    return this.texts.get(name) ?? null;
  }

  result(name: string): Result | null {
    return this.results.find((result) => result.name === name) ?? null;
  }

  given(name: string): string | null {
    return this.givens.get(name) ?? null;
  }

  fullName(name: string): string {
    return name;
  }
}
