import type { FindingClass } from '../../model/finding';
import PACK from '../packs/ledger-structure.json';

export type StructureId = keyof typeof PACK.checks;

/** The words, the weight and the basis of a structure check. */
export function structureWords(id: StructureId): {
  readonly id: StructureId;
  readonly title: string;
  readonly class: FindingClass;
  readonly advice: string;
  readonly basis: string;
} {
  const { title, advice, class: weight } = PACK.checks[id];
  return { id, title, class: weight as FindingClass, advice, basis: PACK.basis };
}
