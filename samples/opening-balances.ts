import data from './ledger-2023.json';
import { finalLines, hundreds, openingOf, closingOf, total } from './lines';
import type { Fen } from './payments';
import { fenOf } from './payments';
import unit from './unit-2023.json';

/** Balances at the start of 2023 by lowest account, debit positive: what 固定资产, 资产总额 and the carry-over say. */
export function openingBalances(): ReadonlyMap<string, Fen> {
  const lines = finalLines(2023);
  const sum = (measure: (item: (typeof unit.fixedAssets)[number]) => number): Fen =>
    fenOf(total(unit.fixedAssets.map((item) => hundreds(measure(item)))));
  const worn = sum(({ depreciation }) => depreciation);
  const yearly = fenOf(hundreds(data.depreciation));
  const carried = fenOf(openingOf(lines));
  const assets = new Map<string, Fen>([
    ['1201', carried],
    ['1601', sum(({ opening }) => opening)],
    ['1602', yearly - worn],
    // What makes up 资产总额 with the others at the end of the year, unchanged in it.
    [
      '1613',
      fenOf(hundreds(unit.profile.totalAssets)) - sum(({ closing }) => closing) + worn - fenOf(closingOf(lines)),
    ],
  ]);
  return new Map([...assets, ['3001', -total([...assets.values()])], ['800103', carried], ['810107', -carried]]);
}
