import type { MissingNumbers } from '../../facts/ledger/vouchers';
import { isJournal, missingNumbers, vouchersOf } from '../../facts/ledger/vouchers';
import { parentsOf } from '../../facts/ledger/account';
import { statesYear, withoutDetails } from '../../facts/ledger/trial-balance';
import type { Check } from '../../model/check';
import type { BalanceLine, Entries, TrialBalance } from '../../model/ledger';
import type { Movement } from './closing-entries';
import { comparable } from './closing-entries';
import type { Period } from './entries-period';
import { isPartial, periodOf } from './entries-period';
import { entryAreas, entryPlace } from './entry-places';
import type { Explanation, Gap } from './explain-gap';
import { explainGap } from './explain-gap';
import { ledgerCheck, yuanOf } from './ledger-check';
import { structureWords } from './structure-pack';

/** A comparison and what explains its gap. */
export interface ExplainedCheck {
  readonly check: Check;
  readonly explanations: readonly Explanation[];
}

const SIDES = [
  { side: 'debit', toDate: 'debitToDate', name: '借方' },
  { side: 'credit', toDate: 'creditToDate', name: '贷方' },
] as const;

interface Tried extends Movement {
  readonly line: BalanceLine;
  readonly name: string;
  readonly gap: Gap;
}

/**
 * The movement of every lowest account in the trial balance against the entries of a year, account by account; of a
 * subsidiary ledger only the accounts it holds. Gaps come with the entries that explain them. Null for a ledger of
 * another period than the trial balance.
 */
export function entriesAgainstBalance(entries: Entries, balance: TrialBalance): ExplainedCheck[] | null {
  const vouchers = vouchersOf(entries);
  const whole = isJournal(vouchers);
  if (!whole && entries.asOf !== balance.asOf) return null;
  const period = whole ? periodOf(entries, balance) : 'to-date';
  if (period === 'to-date' && !statesYear(balance)) return null;
  const posted = membersByAccount(entries);
  const tried = comparable(lowestLines(balance).flatMap((line) => triedOn(line, entries, posted, whole, period)));
  if (whole && period === 'to-date' && isPartial(entries, balance, tried)) return null;
  const gaps = tried.map(({ gap }) => gap).filter(({ fen }) => fen !== 0);
  const missing = whole && gaps.length > 0 ? missingNumbers(vouchers) : [];
  return tried.map((one) => explained(one, entries, balance, gaps, missing));
}

function lowestLines(balance: TrialBalance): BalanceLine[] {
  const lines = withoutDetails(balance.lines);
  const parents = new Set(parentsOf(lines.map(({ code }) => code)).values());
  const times = new Map<string, number>();
  for (const { code } of lines) times.set(code, (times.get(code) ?? 0) + 1);
  return lines.filter(({ code }) => !parents.has(code) && times.get(code) === 1);
}

/** The entries of each account, by its number in `Entries.accounts`. */
function membersByAccount(entries: Entries): readonly (readonly number[])[] {
  const members: number[][] = entries.accounts.texts.map(() => []);
  for (let at = 0; at < entries.count; at++) members[entries.account[at] as number]?.push(at);
  return members;
}

function triedOn(
  line: BalanceLine,
  entries: Entries,
  byAccount: readonly (readonly number[])[],
  whole: boolean,
  period: Period,
): Tried[] {
  const members = entries.accounts.texts.flatMap((code, number) =>
    code.startsWith(line.code) ? (byAccount[number] ?? []) : [],
  );
  if (members.length === 0 && !whole) return [];
  return SIDES.flatMap(({ side, toDate, name }) => {
    const stated = period === 'period' ? line[side] : (line[toDate] ?? line[side]);
    if (stated === null) return [];
    const sum = members.reduce((total, at) => total + (entries[side][at] as number), 0);
    const about = `${line.code} ${line.label}`;
    return [
      {
        code: line.code,
        line,
        name,
        stated,
        posted: sum,
        side,
        gap: { about, side, fen: stated - sum, tolerance: 0, members },
      },
    ];
  });
}

function explained(
  { line, name, stated, posted, gap }: Tried,
  entries: Entries,
  balance: TrialBalance,
  gaps: readonly Gap[],
  missing: readonly MissingNumbers[],
): ExplainedCheck {
  const explanations = explainGap(gap, entries, gaps, missing);
  const words = structureWords('ledger.entries.account');
  const found = explanations.map(({ text }) => `${text}。`).join('');
  const check = ledgerCheck({
    ...words,
    explainedBy: explanations.map((one) => ({
      sheet: entries.sheet,
      areas: entryAreas(entries, one.entries),
      text: one.text,
      value: yuanOf(one.fen),
    })),
    tolerance: balance.rounding,
    advice: explanations.length > 0 ? found : `没有找到能说明差额的分录。${words.advice}`,
    about: [balance.year, balance.sheet, entries.sheet, line.code, gap.side],
    left: { text: `《科目余额表》${gap.about}${name}发生额`, fen: stated, places: [line.place] },
    right: {
      text: '明细账分录合计',
      fen: posted,
      places: [...new Set(explanations.flatMap((one) => one.entries))].map((at) => entryPlace(entries, at)),
    },
  });
  return { check, explanations };
}
