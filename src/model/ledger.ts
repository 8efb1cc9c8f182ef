import type { CellPlace } from './address';
import type { Decimal } from './decimal';

/** Money of a ledger in whole 分, in a double: exact up to 9.0e13 分. */
export type Fen = number;

/** What an entry is classified by beside its account. */
export const AUXILIARIES = ['功能', '经济', '性质', '项目', '资金'] as const;

/** 功能分类 · 部门经济分类 (codes) · 基本支出 or 项目支出 · the project's name · the source of the money. */
export type Auxiliary = (typeof AUXILIARIES)[number];

/** An amount in 元 as 分; null when it is finer than that or too large to be exact. */
export function fenOf(yuan: Decimal): Fen | null {
  const fen = Number(yuan.shift(2).toString());
  return Number.isSafeInteger(fen) ? fen : null;
}

/** One account of a trial balance. Balances are signed: debit above zero, credit below. */
export interface BalanceLine {
  readonly place: CellPlace;
  readonly code: string;
  readonly label: string;
  /** Null where the sheet has no such columns. */
  readonly yearOpening: Fen | null;
  readonly opening: Fen | null;
  readonly debit: Fen | null;
  readonly credit: Fen | null;
  readonly debitToDate: Fen | null;
  readonly creditToDate: Fen | null;
  readonly closing: Fen | null;
  readonly auxiliaries: Readonly<Partial<Record<Auxiliary, string>>>;
}

export interface TrialBalance {
  readonly sheet: string;
  /** Half the step the amounts were rounded to; 0 for one in 元, which is exact. */
  readonly rounding: Fen;
  /** False where the unit is not stated: the sheet is compared with nothing but itself. */
  readonly hasUnit: boolean;
  readonly year: number | null;
  readonly asOf: string | null;
  readonly lines: readonly BalanceLine[];
}

/** Texts that occur again and again, as numbers. */
export class Dictionary {
  private readonly numbers = new Map<string, number>();
  readonly texts: string[] = [];

  /** The number of a text; a new one for a text that was not seen. */
  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }
}

/** Entries of another year than the one that is compared: how many, and the row of the first, from 0. */
export interface OtherYear {
  readonly year: number;
  readonly count: number;
  readonly firstRow: number;
}

/** The entries of a journal or subsidiary ledger as columns: entry `i` is the i-th value of each. */
export interface Entries {
  readonly sheet: string;
  /** "2023-10" where the ledger says that it ends before the year. */
  readonly asOf: string | null;
  /** The year of these entries where the ledger holds several; else null. */
  readonly year: number | null;
  /** The years it holds beside that one; their entries are not among these. */
  readonly otherYears: readonly OtherYear[];
  /** Last column of the ledger, from 0. */
  readonly lastColumn: number;
  readonly count: number;
  /** Row of the sheet, from 0. */
  readonly rows: Int32Array;
  /** 1 to 12; 0 where the sheet says none. */
  readonly months: Uint8Array;
  /** Into `accounts`: digits only. */
  readonly account: Int32Array;
  /** Into `vouchers`: "03|记-0012". */
  readonly voucher: Int32Array;
  readonly debit: Float64Array;
  readonly credit: Float64Array;
  readonly auxiliary: Readonly<Record<Auxiliary, Int32Array>>;
  readonly accounts: Dictionary;
  readonly vouchers: Dictionary;
  readonly words: Dictionary;
  /** Rows with an amount that cannot be read, an account that is none, or finer than 分. */
  readonly unreadable: readonly CellPlace[];
}
