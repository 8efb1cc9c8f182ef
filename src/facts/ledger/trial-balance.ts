import { Decimal } from '../../model/decimal';
import type { Auxiliary, BalanceLine, Fen, TrialBalance } from '../../model/ledger';
import { fenOf } from '../../model/ledger';
import type { Table, TableRow } from '../../model/table';
import type { AmountUnit } from '../../model/unit';
import { toYuan } from '../../model/unit';
import { usualSide } from './account';
import { auxiliaryNamed, auxiliaryValue, natureIn, unpackAuxiliaries } from './auxiliary';

const HALF = Decimal.of('0.5');
const PACKED_COLUMN = '辅助核算';

/**
 * Reads a recognised 科目余额表. Rows without an account's code (合计, 资产小计) are not lines. Balances are signed by
 * their columns 借方 and 贷方, else by 方向, else by the side the account usually stands on.
 * Where no unit is stated the amounts are taken as 元, for comparing them with one another.
 * Null for a table of another kind.
 */
export function readTrialBalance(table: Table): TrialBalance | null {
  if (table.kind !== 'ledger/trial-balance') return null;
  const lines = table.rows.flatMap((row) => (row.code !== null && row.code.length >= 4 ? [lineOf(table, row)] : []));
  const { sheet, year, asOf } = table;
  return {
    sheet,
    year,
    asOf,
    rounding: roundingOf(table),
    hasUnit: table.amountUnit !== null,
    lines: withNatures(lines),
  };
}

function lineOf(table: Table, row: TableRow): BalanceLine {
  const code = row.code as string;
  const side = wordOf(row, '方向');
  return {
    place: row.place,
    code,
    label: row.written,
    yearOpening: balance(table, row, code, '年初', side),
    opening: balance(table, row, code, '期初', wordOf(row, '期初方向') ?? side),
    debit: amount(table, row, '本期借方'),
    credit: amount(table, row, '本期贷方'),
    debitToDate: amount(table, row, '累计借方'),
    creditToDate: amount(table, row, '累计贷方'),
    closing: balance(table, row, code, '期末', wordOf(row, '期末方向') ?? side),
    auxiliaries: auxiliariesOf(row),
  };
}

/** An amount in 分; null when the sheet has no such column or the cell cannot be read. */
function amount(table: Table, row: TableRow, column: string): Fen | null {
  const value = row.cells.get(column)?.value ?? null;
  return value === null ? null : fenOf(toYuan(value, unitOf(table)));
}

function unitOf(table: Table): AmountUnit {
  return table.amountUnit ?? '元';
}

/** Books are kept to the 分; only a trial balance that was divided into 万元 is rounded. */
function roundingOf(table: Table): Fen {
  const unit = unitOf(table);
  return unit === '元' ? 0 : Number(toYuan(table.writtenUnit, unit).shift(2).times(HALF).toString());
}

function balance(table: Table, row: TableRow, code: string, when: string, side: string | null): Fen | null {
  const debit = amount(table, row, `${when}借方`);
  const credit = amount(table, row, `${when}贷方`);
  if (debit !== null || credit !== null) return (debit ?? 0) - (credit ?? 0);
  const signed = amount(table, row, `${when}余额`);
  if (signed === null) return null;
  const onCredit = (side ?? usualSide(code)).startsWith('贷');
  return onCredit ? 0 - signed : signed;
}

/** 借 or 贷; null where nothing or 平 is written. */
function wordOf(row: TableRow, column: string): string | null {
  return /[借贷]/.exec(row.cells.get(column)?.written ?? '')?.[0] ?? null;
}

function auxiliariesOf(row: TableRow): Partial<Record<Auxiliary, string>> {
  const found: Partial<Record<Auxiliary, string>> = {};
  for (const [column, { written }] of row.cells) {
    const auxiliary = auxiliaryNamed(column);
    if (auxiliary !== null && written !== '') found[auxiliary] = auxiliaryValue(auxiliary, written);
  }
  return { ...unpackAuxiliaries(row.cells.get(PACKED_COLUMN)?.written ?? ''), ...found };
}

/** 基本支出 and 项目支出 are often accounts of their own (7101.01 基本支出): what stands below is of their nature. */
function withNatures(lines: readonly BalanceLine[]): BalanceLine[] {
  const named = lines.flatMap(({ code, label }) => {
    const nature = natureIn(label);
    return nature === null ? [] : [{ code, nature }];
  });
  return lines.map((line) => {
    if (line.auxiliaries.性质 !== undefined) return line;
    const nature = named.find(({ code }) => line.code.startsWith(code))?.nature;
    return nature === undefined ? line : { ...line, auxiliaries: { ...line.auxiliaries, 性质: nature } };
  });
}

/**
 * True when the sheet states what moved since January: in columns of their own, or as its period, which then finds
 * income and expenditure at nothing. A sheet of December alone finds there what eleven months brought.
 */
export function statesYear({ lines }: TrialBalance): boolean {
  if (lines.some(({ debitToDate, creditToDate }) => debitToDate !== null || creditToDate !== null)) return true;
  return lines.every(({ code, opening }) => !/^[4-7]/.test(code) || (opening ?? 0) === 0);
}

/**
 * The lines to add up: where an account stands once as a whole and again by auxiliaries, only the whole, lest its amount
 * counts twice.
 */
export function withoutDetails(lines: readonly BalanceLine[]): BalanceLine[] {
  const fewest = new Map<string, number>();
  const detail = ({ auxiliaries }: BalanceLine): number => Object.keys(auxiliaries).length;
  for (const line of lines) fewest.set(line.code, Math.min(detail(line), fewest.get(line.code) ?? Infinity));
  return lines.filter((line) => detail(line) === fewest.get(line.code));
}
