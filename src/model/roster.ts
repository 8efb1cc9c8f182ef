import type { Identity } from './roster-identity';

/** A person as a line of a roster names him. */
export interface RosterPerson {
  readonly name: string;
  readonly identity: Identity;
  /** Column of the sheet the identity number stands in; that of the name when there is none. */
  readonly column: number;
}

/** One row of a roster: one person, or a household with its members sideways. Money in 分. */
export interface RosterLine {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly persons: readonly RosterPerson[];
  /** What its household is known by: the head's number, else his name and village; unique within the roster. */
  readonly household: string;
  readonly township: string;
  readonly village: string;
  readonly category: string;
  /** Null where the row leaves it blank, as members below their head do. */
  readonly amount: number | null;
  /** Sum of the columns 1月 … 12月; null where the roster has none or all are blank. */
  readonly monthly: number | null;
  readonly standard: number | null;
  readonly nursing: number | null;
  readonly months: number | null;
  readonly backPay: number;
  readonly deducted: number;
  /** 家庭人口 and 保障人数 as written. */
  readonly familySize: number | null;
  readonly supported: number | null;
  /** Months the row pays for, as yyyymm; empty where neither row, columns nor title say. */
  readonly paidMonths: readonly number[];
  readonly stopMonth: number | null;
  readonly account: string;
  readonly payee: string;
  readonly guardian: string;
  readonly remark: string;
  /** 出生日期 as yyyymmdd where the roster writes it in full. */
  readonly born: number | null;
}

/** A row of a roster that adds up others. */
export interface RosterTotal {
  readonly row: number;
  readonly kind: 'subtotal' | 'total';
  readonly amount: number;
}

/** An amount of a roster that cannot be read as a number. */
export interface UnreadAmount {
  readonly row: number;
  readonly column: number;
}

/** Where the columns of a roster stand. */
export interface RosterColumns {
  /** First row below the header. */
  readonly firstRow: number;
  readonly byName: ReadonlyMap<string, number>;
  readonly members: readonly MemberColumns[];
}

/** The columns of one member who stands sideways. */
export interface MemberColumns {
  readonly name: number | null;
  readonly identity: number;
}

/** A roster, read. Personal data stays in here and in the sheet it comes from. */
export interface Roster {
  readonly sheet: string;
  /** What it pays, as its title says: 农村低保. */
  readonly programme: string;
  readonly year: number | null;
  /** yyyymm of the only month its title states. */
  readonly month: number | null;
  readonly columns: RosterColumns;
  readonly lines: readonly RosterLine[];
  readonly totals: readonly RosterTotal[];
  readonly unread: readonly UnreadAmount[];
  /** False when its unit of money is not stated: its sums are tied to nothing outside. */
  readonly hasUnit: boolean;
  /** The step its amounts are written in, in 分. */
  readonly step: number;
  /** Remarks under it and under its title. */
  readonly notes: readonly string[];
}
