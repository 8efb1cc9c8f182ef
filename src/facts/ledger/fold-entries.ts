import type { CellPlace } from '../../model/address';
import type { CellValue, RowBlock } from '../../model/grid';
import { isBlank } from '../../model/grid';
import type { Auxiliary, Entries, Fen } from '../../model/ledger';
import { AUXILIARIES, Dictionary, fenOf } from '../../model/ledger';
import { comparable, halfWidth } from '../../model/text';
import { toYuan } from '../../model/unit';
import { readNumber } from '../../tables/number';
import { accountCode } from './account';
import { auxiliaryNamed, auxiliaryValue, unpackAuxiliaries } from './auxiliary';
import type { EntryColumns } from './entry-columns';
import { monthOf, yearOf } from './entry-month';
import { GrowingFloats, GrowingIntegers } from './growing';
import { ofOneYear } from './one-year';

/** Rows that sum up or carry over, by their 摘要; they are no entries. */
const SUMMARY =
  /^(?:(?:本|当)[日月期年前](?:合计|小计|累计|发生额(?:合计)?)|(?:本)?年?累计(?:发生额)?|本年累计发生额|[日月]计|(?:承前|过次)页|转下页|[期年月]初余额|上[年月期](?:结转|余额)|结转下年(?:余额)?|年末余额|合计数?|总计|小计)(?:\(.*\))?$/;

/**
 * Folds a ledger block by block into columns; nothing of a block is kept. Blocks must come in the order of the rows.
 * The voucher's number, its date and, in a subsidiary ledger, its account may be written once for several rows.
 */
export class EntryFolder {
  private readonly rows = new GrowingIntegers();
  private readonly months = new GrowingIntegers();
  private readonly years = new GrowingIntegers();
  private readonly account = new GrowingIntegers();
  private readonly voucher = new GrowingIntegers();
  private readonly debit = new GrowingFloats();
  private readonly credit = new GrowingFloats();
  private readonly auxiliary = new Map<Auxiliary, GrowingIntegers>(
    AUXILIARIES.map((one) => [one, new GrowingIntegers()]),
  );
  private readonly accounts = new Dictionary();
  private readonly vouchers = new Dictionary();
  private readonly words = new Dictionary();
  private readonly unreadable: CellPlace[] = [];
  private readonly auxiliaryColumns: readonly (readonly [Auxiliary, number])[];
  private readonly unpacked = new Map<string, Partial<Record<Auxiliary, string>>>();
  private lastMonth = 0;
  private lastYear = 0;
  private lastVoucher = '';

  constructor(private readonly layout: EntryColumns) {
    this.auxiliaryColumns = [...layout.columns].flatMap(([name, column]) => {
      const auxiliary = auxiliaryNamed(name);
      return auxiliary === null ? [] : [[auxiliary, column] as const];
    });
  }

  add(block: RowBlock): void {
    block.rows.forEach((cells, index) => {
      const row = block.firstRow + index;
      if (row >= this.layout.firstRow && row <= this.layout.lastRow) this.addRow(row, cells);
    });
  }

  /** The entries of the ledger's year; what it holds of other years is only counted. */
  finish(): Entries {
    return ofOneYear(this.all(), this.years.values(), this.layout.year);
  }

  private all(): Entries {
    return {
      sheet: this.layout.sheet,
      asOf: this.layout.asOf,
      year: null,
      otherYears: [],
      lastColumn: this.layout.lastColumn,
      count: this.rows.length,
      rows: this.rows.values(),
      months: Uint8Array.from(this.months.values()),
      account: this.account.values(),
      voucher: this.voucher.values(),
      debit: this.debit.values(),
      credit: this.credit.values(),
      auxiliary: Object.fromEntries(
        [...this.auxiliary].map(([name, column]) => [name, column.values()]),
      ) as unknown as Entries['auxiliary'],
      accounts: this.accounts,
      vouchers: this.vouchers,
      words: this.words,
      unreadable: this.unreadable,
    };
  }

  private addRow(row: number, cells: readonly CellValue[]): void {
    const summary = this.cell(cells, '摘要');
    if (isSummary(summary)) return;
    const debit = this.amount(row, cells, '借方');
    const credit = this.amount(row, cells, '贷方');
    if (debit === null || credit === null || (debit === 0 && credit === 0)) return;
    const own = accountCode(this.cell(cells, '科目编码'));
    // A total says so in any of its cells, or has figures only.
    if (own === null && isBlank(summary) && (isBlank(this.cell(cells, '凭证号')) || cells.some(isSummary))) return;
    const account = own ?? this.layout.account;
    const month = monthOf(cells, this.layout) ?? this.lastMonth;
    const year = yearOf(cells, this.layout, month) ?? this.lastYear;
    const voucher = this.voucherOf(cells, month);
    if (account === null || voucher === '') {
      const missing = account === null ? '科目编码' : '凭证号';
      this.unreadable.push({ sheet: this.layout.sheet, row, column: this.layout.columns.get(missing) ?? 0 });
      return;
    }
    this.lastMonth = month;
    this.lastYear = year;
    this.lastVoucher = voucher;
    this.rows.push(row);
    this.months.push(month);
    this.years.push(year);
    this.account.push(this.accounts.number(account));
    this.voucher.push(this.vouchers.number(`${String(month).padStart(2, '0')}|${voucher}`));
    this.debit.push(debit);
    this.credit.push(credit);
    const auxiliaries = this.auxiliariesOf(cells);
    for (const [name, column] of this.auxiliary) column.push(this.words.number(auxiliaries[name] ?? ''));
  }

  private cell(cells: readonly CellValue[], name: string): CellValue {
    const column = this.layout.columns.get(name);
    return column === undefined ? null : (cells[column] ?? null);
  }

  private amount(row: number, cells: readonly CellValue[], name: string): Fen | null {
    const cell = this.cell(cells, name);
    if (cell === null) return 0;
    if (typeof cell === 'number' && this.layout.unit === '元') {
      const fen = Math.round(cell * 100);
      if (Math.abs(fen) < Number.MAX_SAFE_INTEGER && Math.abs(cell * 100 - fen) < 1e-4) return fen + 0;
    }
    const { value } = readNumber(cell);
    const fen = value === null ? null : fenOf(toYuan(value, this.layout.unit));
    if (fen === null) {
      this.unreadable.push({ sheet: this.layout.sheet, row, column: this.layout.columns.get(name) ?? 0 });
    }
    return fen;
  }

  /** 记-0012 out of 凭证字 and 凭证号, or the number of the row above within the same month where it is left out. */
  private voucherOf(cells: readonly CellValue[], month: number): string {
    const number = this.cell(cells, '凭证号');
    if (isBlank(number)) return month === this.lastMonth ? this.lastVoucher : '';
    const kind = this.cell(cells, '凭证字');
    return voucherName(isBlank(kind) ? '' : String(kind), String(number));
  }

  private auxiliariesOf(cells: readonly CellValue[]): Partial<Record<Auxiliary, string>> {
    const found: Partial<Record<Auxiliary, string>> = {};
    for (const [auxiliary, column] of this.auxiliaryColumns) {
      const cell = cells[column] ?? null;
      if (!isBlank(cell)) found[auxiliary] ??= auxiliaryValue(auxiliary, String(cell));
    }
    const packed = this.cell(cells, '辅助核算');
    if (typeof packed !== 'string') return found;
    let parts = this.unpacked.get(packed);
    if (!parts) this.unpacked.set(packed, (parts = unpackAuxiliaries(packed)));
    return { ...parts, ...found };
  }
}

function isSummary(cell: CellValue): boolean {
  return typeof cell === 'string' && SUMMARY.test(comparable(cell));
}

/** 记, 12 → 记-12; 记字第0012号, 记 0012, 记-12 → 记-12: leading zeros and words around the number say nothing. */
export function voucherName(kind: string, number: string): string {
  const text = halfWidth(`${kind}${kind === '' ? '' : '-'}${number}`).replace(/[\s第号字]/g, '');
  const match = /^(.*?)[-—_.:]*0*(\d+)$/su.exec(text);
  return match ? `${(match[1] as string).replace(/[-—_.:]+$/, '') || '记'}-${match[2]}` : text;
}
