import type { CellKey } from './laid';
import {
  amountsIn,
  cents,
  CODED_KINDS,
  gapInYuan,
  inUnitOf,
  LEAST_CHANGE,
  numberAt,
  planted,
  SUMMARY_KINDS,
  tablesOfKind,
  withValues,
  written,
} from './planting';
import type { Amount, Fault } from './planting';
import { Random } from './random';

/** 项 of functional accounts, 款 of economic ones. */
const LOWEST = /^(\d{7}|3\d{4})$/;

/** Errors that sit in one amount cell. */
export const AMOUNT_FAULTS: readonly Fault[] = [
  changed('item-changed', CODED_KINDS, (key) => LOWEST.test(key.row), added),
  changed('class-changed', CODED_KINDS, (key) => /^\d{3}$/.test(key.row), added),
  changed('group-changed', CODED_KINDS, (key) => /^2\d{4}$/.test(key.row), added),
  changed('total-changed', CODED_KINDS, (key) => /^(人员经费|公用经费)?合计$/.test(key.row), added),
  changed('digits-swapped', CODED_KINDS, isCoded, swapped),
  changed('decimal-point-moved', CODED_KINDS, isCoded, (amount, random) =>
    cents(random.chance(0.5) ? amount.value * 10 : amount.value / 10),
  ),
  changed('cell-in-other-unit', CODED_KINDS, isCoded, ({ value, table }) =>
    table.unit === '元' ? value / 1e4 : cents(value * 1e4),
  ),
  changed('sign-flipped', CODED_KINDS, isCoded, ({ value }) => -value),
  changed('side-totals-unequal', SUMMARY_KINDS, (key) => /总计$/.test(key.row) && key.column !== '收入', added),
  changed('three-public-item-changed', ['final/three-public'], (key) => !key.column.startsWith('合计'), added),
  { id: 'closing-changed', plant: closingChanged },
  changed('amount-with-stray-character', CODED_KINDS, isCoded, strayText),
];

function isCoded(key: CellKey): boolean {
  return /^\d+$/.test(key.row);
}

type Change = (amount: Amount, random: Random) => number | string | null;

/** A fault that gives one amount another value; amounts for which `change` gives too small a change are passed over. */
function changed(id: string, kinds: readonly string[], fits: (key: CellKey) => boolean, change: Change): Fault {
  return {
    id,
    plant: (book, seed) => {
      const random = new Random(seed, id);
      for (const amount of random.shuffled(amountsIn(book, kinds, fits))) {
        const value = change(amount, random);
        if (value === null || value === amount.value) continue;
        if (typeof value === 'number' && gapInYuan(amount.table, value, amount.value) < LEAST_CHANGE) continue;
        const { key } = amount;
        return planted(withValues(book, [[key, value]]), [key], `${id}: ${written(key)} ${amount.value} → ${value}`);
      }
      return null;
    },
  };
}

/** Some thousand 元 to some hundred thousand more or, where that leaves the amount positive, less. */
function added({ value, table }: Amount, random: Random): number {
  const gap = inUnitOf(table, random.stepped(LEAST_CHANGE + 1_300, 500_000, 100));
  return cents(value > gap && random.chance(0.5) ? value - gap : value + gap);
}

/** Two neighbouring digits of the written amount exchanged, as in a slip of typing. */
function swapped({ value, table }: Amount, random: Random): number | null {
  const written = value.toFixed(table.unit === '元' ? 0 : 2);
  const digits = written.replace(/\D/g, '');
  const places = Array.from({ length: digits.length - 1 }, (_, index) => index).filter(
    (index) => digits[index] !== digits[index + 1] && !(index === 0 && digits[1] === '0'),
  );
  for (const at of random.shuffled(places)) {
    const turned = digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
    const result = (Math.sign(value) * Number(turned)) / (table.unit === '元' ? 1 : 100);
    if (gapInYuan(table, result, value) >= LEAST_CHANGE) return result;
  }
  return null;
}

/** The amount as a text that no reader takes for a number. */
function strayText({ value, table }: Amount, random: Random): string | null {
  if (gapInYuan(table, value, 0) < LEAST_CHANGE) return null;
  const text = value.toFixed(2);
  const spoilt = [
    text.replace(/0(?=\D*$)/, 'o'),
    text.replace('1', 'l'),
    `${text}?`,
    text.replace('.', '..'),
    `约${text}`,
    `${text.slice(0, 1)} ${text.slice(1).replace('.', ',')}元?`,
  ].filter((each) => each !== text);
  return random.pick(spoilt);
}

/** 年末结转 of a summary or of the fund table changed alone; a blank one gets an amount. */
function closingChanged(...[book, seed]: Parameters<Fault['plant']>): ReturnType<Fault['plant']> {
  const random = new Random(seed, 'closing-changed');
  const places: [kind: string, row: string, column: string][] = [
    ['final/income-expenditure-summary', '年末结转和结余', '支出'],
    ['final/appropriation-summary', '年末财政拨款结转和结余', '合计'],
    ['final/government-fund', '合计', '年末结转和结余'],
  ];
  const targets = places.flatMap(([kind, row, column]) =>
    tablesOfKind(book, [kind]).map((table) => ({ table, key: { table: table.id, row, column } })),
  );
  const target = random.pick(targets);
  if (!target) return null;
  const value = added({ ...target, value: numberAt(book, target.key) }, random);
  return planted(
    withValues(book, [[target.key, value]]),
    [target.key],
    `closing-changed: ${written(target.key)} → ${value}`,
  );
}
