import type { MissingNumbers } from '../../facts/ledger/vouchers';
import type { Entries, Fen } from '../../model/ledger';
import { entryName } from './entry-places';

/** 一笔 · 两笔 · 数字颠倒 · 凭证重复 · 凭证缺号 · 列错科目 · 单位错 · 借贷方向错. */
export type GapKind =
  'entry' | 'pair' | 'swapped-digits' | 'doubled-voucher' | 'missing-voucher' | 'misclassified' | 'unit' | 'side';

/** What the ledger is short of (above zero) or has too much of, beside what is reported, on one side of one account. */
export interface Gap {
  /** What it is about, as messages name it: 7101 行政支出. */
  readonly about: string;
  readonly side: 'debit' | 'credit';
  readonly fen: Fen;
  /** How far the reported figure may be off for having been rounded. */
  readonly tolerance: Fen;
  /** The entries the ledger's figure is made of. */
  readonly members: readonly number[];
}

/** A set of entries that makes up the gap to the 分, or within the tolerance. */
export interface Explanation {
  readonly kind: GapKind;
  readonly entries: readonly number[];
  readonly fen: Fen;
  readonly text: string;
}

/** Beyond this many entries pairs are not tried: almost any amount can then be made of two. */
const MOST_FOR_PAIRS = 20_000;
/** Of one kind so many are listed; she picks. */
const MOST_LISTED = 5;
const SLIPS = [10_000, 1_000, 100, 10];

/**
 * Everything that explains a gap by itself; several are listed and none is picked. Empty where nothing does.
 * @param others the other gaps of the same comparison: money put under one account and missing under another
 * @param missing numbers left out of the sequence of vouchers
 */
export function explainGap(
  gap: Gap,
  entries: Entries,
  others: readonly Gap[],
  missing: readonly MissingNumbers[],
): Explanation[] {
  if (Math.abs(gap.fen) <= gap.tolerance) return [];
  const whole = [...doubledVouchers(gap, entries), ...misclassified(gap, entries, others)];
  // That an entry of them is the gap by itself says nothing more.
  const told = new Set(whole.flatMap((one) => one.entries));
  const single = singleEntries(gap, entries).filter(
    ({ kind, entries: [at] }) => kind !== 'entry' || !told.has(at as number),
  );
  return [...whole, ...missingVouchers(gap, missing), ...single, ...pairs(gap, entries)];
}

function fits(gap: Gap, fen: Fen): boolean {
  return Math.abs(Math.abs(gap.fen) - Math.abs(fen)) <= gap.tolerance;
}

function amountOf(gap: Gap, entries: Entries, at: number): Fen {
  return entries[gap.side][at] ?? 0;
}

/** One entry that is the gap itself, or that makes it when its digits, its unit or its side are put right. */
function singleEntries(gap: Gap, entries: Entries): Explanation[] {
  const found = new Map<GapKind, Explanation[]>();
  const add = (kind: GapKind, at: number, text: string): void => {
    const list = found.get(kind) ?? [];
    if (list.length < MOST_LISTED) list.push({ kind, entries: [at], fen: amountOf(gap, entries, at), text });
    found.set(kind, list);
  };
  for (const at of gap.members) {
    const amount = amountOf(gap, entries, at);
    if (amount === 0) continue;
    const name = entryName(entries, at);
    if (fits(gap, amount)) add('entry', at, `${name}的金额正好等于差额`);
    if (fits(gap, 2 * amount)) add('side', at, `${name}如果记反了方向或红字记成蓝字，正好相差这么多`);
    if (gap.tolerance === 0 && isSwap(amount, gap.fen))
      add('swapped-digits', at, `${name}的金额如果有相邻两位数字颠倒，正好相差这么多`);
    const slip = SLIPS.find((factor) => isSlip(amount, gap.fen, factor));
    if (slip !== undefined) add('unit', at, `${name}的金额如果多写或少写了${slip}倍，正好相差这么多`);
  }
  return [...found.values()].flat();
}

/** Whether swapping two neighbouring digits of an amount changes it by the gap; such a change divides by 9. */
function isSwap(amount: Fen, gap: Fen): boolean {
  if (gap % 9 !== 0) return false;
  const digits = String(Math.abs(amount)).padStart(3, '0');
  for (let at = 0; at + 1 < digits.length; at++) {
    const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
    if (Number(swapped) - Math.abs(amount) === gap * Math.sign(amount)) return true;
  }
  return false;
}

/** Whether the amount should have been so many times larger (ledger short) or smaller (ledger over). */
function isSlip(amount: Fen, gap: Fen, factor: number): boolean {
  if (Math.sign(amount) === Math.sign(gap)) return amount * (factor - 1) === gap;
  return amount % factor === 0 && amount - amount / factor === 0 - gap;
}

/** Two entries that make the gap together. */
function pairs(gap: Gap, entries: Entries): Explanation[] {
  if (gap.members.length > MOST_FOR_PAIRS || gap.tolerance > 0) return [];
  const target = Math.abs(gap.fen);
  const seen = new Map<Fen, number[]>();
  const found: Explanation[] = [];
  for (const at of gap.members) {
    const amount = amountOf(gap, entries, at);
    if (amount === 0 || amount === target) continue;
    for (const other of seen.get(target - amount) ?? []) {
      if (found.length === MOST_LISTED) return found;
      const text = `${entryName(entries, other)}与${entryName(entries, at)}之和正好等于差额`;
      found.push({ kind: 'pair', entries: [other, at], fen: target, text });
    }
    seen.set(amount, [...(seen.get(amount) ?? []).slice(-MOST_LISTED), at]);
  }
  return found;
}

/** The ledger has too much, and a voucher that holds just this much was entered twice with the same entries. */
function doubledVouchers(gap: Gap, entries: Entries): Explanation[] {
  if (gap.fen >= 0) return [];
  const sums = new Map<number, Fen>();
  for (const at of gap.members) {
    const voucher = entries.voucher[at] as number;
    sums.set(voucher, (sums.get(voucher) ?? 0) + amountOf(gap, entries, at));
  }
  const fitting = new Set([...sums].filter(([, fen]) => fits(gap, fen)).map(([voucher]) => voucher));
  const lines = new Map<number, number[]>();
  for (let at = 0; at < entries.count; at++) {
    const voucher = entries.voucher[at] as number;
    if (fitting.has(voucher)) lines.set(voucher, [...(lines.get(voucher) ?? []), at]);
  }
  const alike = new Map<string, number[][]>();
  for (const own of lines.values()) {
    const content = own.map((at) => contentOf(entries, at)).sort((a, b) => a.localeCompare(b));
    alike.set(content.join(';'), [...(alike.get(content.join(';')) ?? []), own]);
  }
  return [...alike.values()]
    .filter((same) => same.length > 1)
    .slice(0, MOST_LISTED)
    .map((same) => ({
      kind: 'doubled-voucher',
      entries: same.flat(),
      fen: Math.abs(gap.fen),
      text: `${same.map((own) => entryName(entries, own[0] as number)).join('与')}的分录完全相同，可能重复记账`,
    }));
}

function contentOf(entries: Entries, at: number): string {
  return [entries.account[at], entries.debit[at], entries.credit[at]].join(',');
}

/** The ledger is short, and the sequence of vouchers has a hole: one number at a time can be named. */
function missingVouchers(gap: Gap, missing: readonly MissingNumbers[]): Explanation[] {
  if (gap.fen <= 0) return [];
  return missing.slice(0, MOST_LISTED).map(({ month, kind, from, to, after }) => ({
    kind: 'missing-voucher',
    entries: after === null ? [] : [after],
    fen: gap.fen,
    text: `${month > 0 ? `${month}月` : ''}缺${kind}-${from}${to > from ? `至${kind}-${to}` : ''}号凭证，差额可能在其中`,
  }));
}

/** One account is over by what another is short of; where one entry is that amount, it is named. */
function misclassified(gap: Gap, entries: Entries, others: readonly Gap[]): Explanation[] {
  return others
    .filter(
      (other) =>
        other.about !== gap.about &&
        other.side === gap.side &&
        Math.abs(other.fen + gap.fen) <= other.tolerance + gap.tolerance,
    )
    .slice(0, MOST_LISTED)
    .map((other) => {
      const [over, short] = gap.fen < 0 ? [gap, other] : [other, gap];
      const moved = over.members.filter((at) => fits(over, amountOf(over, entries, at))).slice(0, MOST_LISTED);
      const named = moved.map((at) => entryName(entries, at)).join('、');
      return {
        kind: 'misclassified',
        entries: moved,
        fen: Math.abs(gap.fen),
        text: `“${over.about}”多、“${short.about}”少，金额相同，可能列错科目${named === '' ? '' : `：${named}`}`,
      };
    });
}
