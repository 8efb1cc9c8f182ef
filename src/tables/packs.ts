import type { KindPack, TableKind } from './kind';
import { numberedColumns } from './numbered';
import budget from './packs/budget.json';
import final from './packs/final.json';
import ledger from './packs/ledger.json';
import performance from './packs/performance.json';
import reportText from './packs/report-text.json';
import subsidy from './packs/subsidy.json';
import unit from './packs/unit.json';

const PACKS = [
  final,
  budget,
  unit,
  performance,
  ledger,
  subsidy,
  reportText,
] as readonly unknown[] as readonly KindPack[];

/** Every kind of source table the product knows, from the data packs beside this file. */
export const KINDS: readonly TableKind[] = PACKS.flatMap((pack) =>
  pack.kinds.map((kind) => ({ ...kind, columns: numberedColumns(kind.columns) })),
);
