import { childProgrammes } from './children';
import figures from './figures-2023.json';
import data from './ledger-2023.json';
import { finalLines, hundreds, total } from './lines';
import type { Line } from './lines';
import { published } from './published';

/** Amounts of the books are whole 分, so that sums are exact. */
export type Fen = number;

export type Nature = '基本支出' | '项目支出';

/** What was paid in a month for one purpose. */
export interface Payment {
  readonly code: string;
  readonly economic: string;
  readonly item: string;
  readonly fen: Fen;
}

/** Payments of one voucher: one month, one source of money, one nature. */
export interface PaidTogether {
  readonly month: number;
  readonly summary: string;
  readonly source: string;
  readonly nature: Nature;
  readonly carriedOver: boolean;
  readonly payments: readonly Payment[];
}

interface StoredPayment {
  readonly code: string;
  readonly economic: string;
  readonly item: string;
  /** 万元; the rest of its account when absent. */
  readonly amount?: number;
  /** What was paid to the end of a month: 万元, or the published amount of a programme less what others paid of it. */
  readonly until?: { readonly month: number; readonly amount?: number; readonly rest?: string };
}

interface StoredGroup {
  readonly summary: string;
  readonly months: readonly number[];
  readonly source?: string;
  readonly carriedOver?: boolean;
  readonly payments: readonly StoredPayment[];
}

const MONTHS = 12;
const FEN_IN_YUAN = 100;
const CHILD_CODE = '2081001';
const CHILD_ECONOMIC = '30305';
const LINES = finalLines(2023);

/** 百元 as 分. */
export const fenOf = (amount: number): Fen => amount * 100 * FEN_IN_YUAN;
const fenOfWan = (amount: number): Fen => Math.round(amount * 10_000 * FEN_IN_YUAN);

/** Every payment of 2023; throws unless each account's payments are its expenditure in the final accounts. */
export function paymentsOfYear(): PaidTogether[] {
  const all = [
    ...basicPayments(),
    ...childPayments(),
    ...(data.project as readonly StoredGroup[]).flatMap(projectGroup),
  ];
  for (const line of LINES) {
    for (const nature of ['基本支出', '项目支出'] as const) {
      const own = all.filter((one) => one.source === line.source && one.nature === nature);
      const fen = total(
        own.flatMap(({ payments }) => payments.filter(({ code }) => code === line.code)).map((one) => one.fen),
      );
      const due = fenOf(nature === '基本支出' ? line.basic : line.project);
      if (fen !== due)
        throw new Error(`${line.code} ${line.source} ${nature}: ${fen} paid, ${due} in the final accounts`);
    }
  }
  return all;
}

function basicPayments(): PaidTogether[] {
  const functions: Readonly<Record<string, string>> = data.functions;
  return data.basic.flatMap(({ summary, months, codes }) => {
    const shares = codes.map((economic) => {
      const final = figures.economic.find(({ code }) => code === economic)?.final ?? 0;
      return spread(fenOf(hundreds(final)), months, Number(economic));
    });
    return months.map((month, at) => ({
      month,
      summary: named(month, summary),
      source: 'general',
      nature: '基本支出' as const,
      carriedOver: false,
      payments: codes.map((economic, own) => ({
        code: functions[economic] ?? data.runningFunction,
        economic,
        item: '',
        fen: shares[own]?.[at] ?? 0,
      })),
    }));
  });
}

/** The two small programmes month by month, as their rosters pay them. */
function childPayments(): PaidTogether[] {
  return Array.from({ length: MONTHS }, (_, at) => at + 1).map((month) => ({
    month,
    summary: named(month, '发放孤儿和事实无人抚养儿童生活费'),
    source: 'general',
    nature: '项目支出' as const,
    carriedOver: false,
    payments: childProgrammes.map(({ name, children }) => ({
      code: CHILD_CODE,
      economic: CHILD_ECONOMIC,
      item: name,
      fen: FEN_IN_YUAN * total(children.map(({ from, to, standard }) => (from <= month && month <= to ? standard : 0))),
    })),
  }));
}

function projectGroup(group: StoredGroup, at: number): PaidTogether[] {
  const { summary, months, source = 'general', carriedOver = false, payments } = group;
  const shares = payments.map((payment, own) => monthly(group, payment, at * 10 + own));
  return months.map((month, which) => ({
    month,
    summary: named(month, summary),
    source,
    nature: '项目支出' as const,
    carriedOver,
    payments: payments.map(({ code, economic, item }, own) => ({
      code,
      economic,
      item,
      fen: shares[own]?.[which] ?? 0,
    })),
  }));
}

const named = (month: number, summary: string): string =>
  summary.startsWith('发放') || summary.startsWith('缴纳')
    ? summary.replace(/^../, (verb) => `${verb}${month}月`)
    : summary;

/** A payment in the months of its group, with the published part of it in the months up to its cut-off. */
function monthly(
  { months, carriedOver, source = 'general' }: StoredGroup,
  payment: StoredPayment,
  seed: number,
): Fen[] {
  const line = LINES.find((one) => one.code === payment.code && one.source === source);
  if (!line) throw new Error(`no expenditure ${payment.code} out of ${source}`);
  if (carriedOver) return spread(fenOf(line.opening), months, seed);
  const whole = payment.amount === undefined ? restOf(line) : fenOfWan(payment.amount);
  const { until } = payment;
  if (!until) return spread(whole, months, seed);
  const [before, after] = [
    months.filter((month) => month <= until.month),
    months.filter((month) => month > until.month),
  ];
  const part = until.rest === undefined ? fenOfWan(until.amount ?? 0) : publishedRest(until.rest, payment.item);
  return [...spread(part, before, seed), ...spread(whole - part, after, seed)];
}

/** What is left of an account's projects after the payments with an amount of their own. */
function restOf({ code, source, project, opening }: Line): Fen {
  const groups = (data.project as readonly StoredGroup[]).filter((group) => (group.source ?? 'general') === source);
  const stated = groups.flatMap(({ payments }) => payments).filter((payment) => payment.code === code);
  return fenOf(project - opening) - total(stated.map(({ amount = 0 }) => fenOfWan(amount)));
}

function publishedRest(id: string, item: string): Fen {
  const others = (data.project as readonly StoredGroup[])
    .flatMap(({ payments }) => payments)
    .filter((one) => one.item === item);
  return fenOfWan(published(`programme.${id}.amount`)) - total(others.map(({ until }) => fenOfWan(until?.amount ?? 0)));
}

/** An amount over months: whole 元 that differ by a few per cent, the last month taking what is left. */
export function spread(whole: Fen, months: readonly number[], seed: number): Fen[] {
  const yuan = whole / FEN_IN_YUAN / months.length;
  const all = months.map((month) => Math.floor(yuan * (1 + (((month * 7 + seed * 3) % 9) - 4) / 100)) * FEN_IN_YUAN);
  return all.map((fen, at) => (at === months.length - 1 ? whole - total(all.slice(0, -1)) : fen));
}
