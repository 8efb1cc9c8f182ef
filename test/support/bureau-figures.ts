import type { Source } from './bureau-accounts';

/** Amounts are whole 元. In final accounts they are multiples of 100, so that 万元 with two decimals is exact. */
export type Yuan = number;

/** Income of a line by kind. */
export interface Income {
  readonly appropriation: Yuan;
  readonly superior: Yuan;
  readonly business: Yuan;
  readonly other: Yuan;
}

/** One functional 项 under one source: opening + income = basic + project + closing. */
export interface Line {
  readonly code: string;
  readonly source: Source;
  readonly opening: Yuan;
  readonly income: Income;
  readonly basic: Yuan;
  readonly project: Yuan;
  readonly closing: Yuan;
}

/** Amounts by economic account of 款 depth. */
export type Economic = ReadonlyMap<string, Yuan>;

/** A year of accounts (or of a budget, where closing is zero and opening is 上年结转). */
export interface YearFigures {
  readonly year: number;
  readonly lines: readonly Line[];
  readonly economic: Economic;
}

export interface Project {
  readonly name: string;
  readonly code: string;
  readonly source: Source;
  readonly initial: Yuan;
  readonly annual: Yuan;
  readonly actual: Yuan;
}

export interface ThreePublic {
  readonly abroad: Yuan;
  readonly purchase: Yuan;
  readonly running: Yuan;
  readonly reception: Yuan;
}

export interface Procurement {
  readonly name: '货物' | '工程' | '服务';
  readonly budget: Yuan;
  readonly actual: Yuan;
}

/** Everything a bureau's workbook of one year states, without any layout. */
export interface BureauFigures {
  readonly unitName: string;
  readonly year: number;
  readonly final: YearFigures;
  readonly previous: YearFigures;
  readonly budget: YearFigures;
  readonly projects: readonly Project[];
  readonly threePublicBudget: ThreePublic;
  readonly threePublicFinal: ThreePublic;
  readonly procurement: readonly Procurement[];
  /** 全年预算数 of 基本支出: 人员经费 and 公用经费. */
  readonly basicAnnual: { readonly staff: Yuan; readonly office: Yuan };
  readonly vehicles: number;
  readonly equipment: number;
}

/** Income of all kinds. */
export function totalIncome(income: Income): Yuan {
  return income.appropriation + income.superior + income.business + income.other;
}

/** 公用经费: accounts of 302 and 310. */
export function officeTotal(economic: Economic): Yuan {
  return total([...economic].filter(([code]) => /^3(02|10)/.test(code)).map(([, amount]) => amount));
}

/** 人员经费: accounts of 301 and 303. */
export function staffTotal(economic: Economic): Yuan {
  return total([...economic].filter(([code]) => /^30[13]/.test(code)).map(([, amount]) => amount));
}

export function total(amounts: Iterable<Yuan>): Yuan {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** The lines whose money is of one of the sources; all of them without a source. */
export function linesOf(year: YearFigures, ...sources: readonly Source[]): readonly Line[] {
  return sources.length ? year.lines.filter((line) => sources.includes(line.source)) : year.lines;
}

export const APPROPRIATIONS = ['general', 'fund', 'capital'] as const;

export function basicOf(lines: readonly Line[]): Yuan {
  return total(lines.map((line) => line.basic));
}

export function projectOf(lines: readonly Line[]): Yuan {
  return total(lines.map((line) => line.project));
}

export function spentOf(lines: readonly Line[]): Yuan {
  return basicOf(lines) + projectOf(lines);
}

export function incomeOf(lines: readonly Line[]): Yuan {
  return total(lines.map((line) => totalIncome(line.income)));
}

export function openingOf(lines: readonly Line[]): Yuan {
  return total(lines.map((line) => line.opening));
}

export function closingOf(lines: readonly Line[]): Yuan {
  return total(lines.map((line) => line.closing));
}
