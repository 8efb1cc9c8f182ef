import type { Scope } from '../formula/scope';
import type { Node } from '../formula/syntax';
import type { Form } from './forms';
import type { Held, Holdings } from './holdings';
import { isTrueIn, measureIn } from './holdings';
import type { RowSource, RowWord } from './outline';
import type { Result, Words } from './report';
import type { NarratedRow } from './rows';

/** What one row holds: its own columns and texts, and nothing else but what is given everywhere. */
export class RowHoldings implements Holdings {
  private readonly scope: Scope;

  constructor(
    private readonly row: NarratedRow,
    private readonly source: RowSource,
    private readonly whole: Holdings,
  ) {
    this.scope = { table: () => null, fact: (name) => row.figures.get(name) ?? null, here: null };
  }

  measure(node: Node, form: Form): Held | null {
    return measureIn(this.scope, node, form);
  }

  isTrue(node: Node): boolean {
    return isTrueIn(this.scope, node);
  }

  holds(name: string): boolean {
    return this.row.figures.has(name) || this.row.texts.has(name) || this.row.results.has(name);
  }

  quotation(name: string): Words | null {
    return this.row.texts.get(name) ?? null;
  }

  result(name: string): Result | null {
    return this.row.results.get(name) ?? null;
  }

  given(name: string): string | null {
    const word = this.source.words?.[name];
    if (word) return wordFor(word, this.row.name);
    return name === '截至' ? this.row.period : this.whole.given(name);
  }

  fullName(name: string): string {
    return `${this.row.name}${name}`;
  }

  /** True when a row states all that its sentence is about and is of the wanted sort. */
  static suits(row: NarratedRow, { where = {}, stating = [] }: RowSource): boolean {
    return (
      stating.every((column) => row.figures.has(column) || row.texts.has(column)) &&
      Object.entries(where).every(([name, words]) =>
        words.some((word) => row.texts.get(name)?.text.includes(word) === true),
      )
    );
  }
}

/** The word that fits what a row is called. */
function wordFor(word: RowWord, rowName: string): string {
  return word.containing.some((one) => rowName.includes(one)) ? word.then : word.otherwise;
}
