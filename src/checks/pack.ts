import type { FindingClass } from '../model/finding';
import { parse } from '../formula/parse';
import type { Expression } from '../formula/syntax';
import budget from './packs/budget-relations.json';
import execution from './packs/execution-relations.json';
import final from './packs/final-relations.json';

/** A relation between figures, as its data pack states it. */
export interface Relation {
  /** Named after the kinds of table it is about, never after a form number. */
  readonly id: string;
  readonly title: string;
  readonly class: FindingClass;
  /** In the expression language (docs/expressions.md). */
  readonly relation: string;
  /** For relations of ratios: the step their tolerance is half of, where the table writes more digits. */
  readonly step?: string;
  readonly basis: string;
}

/** Tables that belong together: when one of them is there, each absent one is said once. */
export interface Expected {
  readonly id: string;
  readonly title: string;
  readonly class: FindingClass;
  readonly tables: readonly string[];
  /** Columns of income and expenditure of the year, by table, which are not negative. */
  readonly nonNegative?: Readonly<Record<string, readonly string[]>>;
  readonly basis: string;
}

export interface RelationPack {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly confirmed: boolean;
  readonly expected?: readonly Expected[];
  readonly relations: readonly Relation[];
}

/** A relation with its parsed expression. */
export interface ParsedRelation extends Relation {
  readonly expression: Expression;
}

/** The packs of relations the product ships. */
export const RELATION_PACKS = [final, budget, execution] as readonly unknown[] as readonly RelationPack[];

/** Parses a pack's relations. A relation that does not parse is a fault of the pack, hence of ours, and throws. */
export function parseRelations(pack: RelationPack): ParsedRelation[] {
  return pack.relations.map((relation) => {
    const outcome = parse(relation.relation);
    if ('problem' in outcome) throw new Error(`${pack.id}: ${relation.id}: ${outcome.problem.message}`);
    if (outcome.expression.body.type !== 'comparison') throw new Error(`${pack.id}: ${relation.id}: 不是关系式`);
    return { ...relation, expression: outcome.expression };
  });
}
