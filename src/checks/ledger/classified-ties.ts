import { figureOf } from '../../facts/figure';
import type { Figure } from '../../facts/figure';
import { isJournal, vouchersOf } from '../../facts/ledger/vouchers';
import { Decimal } from '../../model/decimal';
import type { FindingClass } from '../../model/finding';
import type { Auxiliary, Entries, Fen } from '../../model/ledger';
import { fenOf } from '../../model/ledger';
import type { Table, TableRow } from '../../model/table';
import PACK from '../packs/ledger-ties.json';
import { entryAreas, entryPlace } from './entry-places';
import type { Gap } from './explain-gap';
import { explainGap } from './explain-gap';
import type { TiedFigure } from './final-ties';
import { ledgerCheck, yuanOf } from './ledger-check';

const HALF = Decimal.of('0.5');
/** Net assets and 结转结余 without the money itself: a voucher that moves them closes the year. */
const CLOSED_TO = /^(?:3|8(?!001))/;
const DECEMBER = 12;

type Tie = (typeof PACK.classified)[number];

/** What the entries of one code come to, and which they are. */
interface Posted {
  fen: Fen;
  readonly members: number[];
}

interface Tried {
  readonly row: TableRow;
  readonly figure: Figure;
  readonly posted: Posted;
  readonly gap: Gap;
}

/**
 * Reported rows by classification against the entries that bear the same code. Only a journal of a whole year is
 * compared, and only where every entry it spends by says its code: else what is missing would look like a gap.
 * An entry put wrong in one month and right in another is nothing, since the year is compared.
 */
export function classifiedTies(tables: readonly Table[], entries: Entries): TiedFigure[] {
  const closing = closingVouchers(entries);
  if (closing === null) return [];
  return PACK.classified.flatMap((tie) => {
    const posted = postedByCode(tie, entries, closing);
    if (!posted) return [];
    return tables
      .filter(({ kind, confidence, asOf }) => kind === tie.table && confidence !== 'uncertain' && asOf === null)
      .flatMap((table) => tied(tie, table, entries, posted));
  });
}

/** Vouchers that close the year, by number; null for a ledger that is no journal of a year. */
function closingVouchers(entries: Entries): ReadonlySet<number> | null {
  const vouchers = vouchersOf(entries);
  const isYear = entries.asOf === null && entries.months.includes(1) && entries.months.includes(DECEMBER);
  if (!isJournal(vouchers) || !isYear) return null;
  const accounts = entries.accounts.texts.map((code) => CLOSED_TO.test(code));
  return new Set(
    vouchers.flatMap(({ entries: own }, number) =>
      own.some((at) => accounts[entries.account[at] as number]) ? [number] : [],
    ),
  );
}

/** Null where an entry of the accounts says no code of that length, or not what it is of. */
function postedByCode(tie: Tie, entries: Entries, closing: ReadonlySet<number>): Map<string, Posted> | null {
  const isOwn = entries.accounts.texts.map((code) => tie.accounts.some((beginning) => code.startsWith(beginning)));
  const codes = entries.auxiliary[tie.auxiliary as Auxiliary];
  const natures = entries.auxiliary.性质;
  const posted = new Map<string, Posted>();
  for (let at = 0; at < entries.count; at++) {
    if (!isOwn[entries.account[at] as number] || closing.has(entries.voucher[at] as number)) continue;
    const code = entries.words.text(codes[at] as number);
    const nature = entries.words.text(natures[at] as number);
    if (!/^\d+$/.test(code) || code.length !== tie.codeLength || (tie.nature !== null && nature === '')) return null;
    if (tie.nature !== null && nature !== tie.nature) continue;
    const own = posted.get(code) ?? { fen: 0, members: [] };
    own.fen += (entries.debit[at] as number) - (entries.credit[at] as number);
    own.members.push(at);
    posted.set(code, own);
  }
  return posted.size === 0 ? null : posted;
}

function tied(tie: Tie, table: Table, entries: Entries, posted: ReadonlyMap<string, Posted>): TiedFigure[] {
  if (table.amountUnit === null) return [];
  const rows = table.rows.filter(({ code, ofWhich }) => !ofWhich && code?.length === tie.codeLength);
  const tried = rows.flatMap((row): Tried[] => {
    const figure = figureOf(table, row, tie.column);
    const stated = figure?.value ? fenOf(figure.value) : null;
    if (!figure || stated === null) return [];
    const own = posted.get(row.code as string) ?? { fen: 0, members: [] };
    const about = `${row.code ?? ''} ${row.label}`;
    const tolerance = Math.floor(Number(figure.step.times(HALF).shift(2).toString()));
    return [
      {
        row,
        figure,
        posted: own,
        gap: { about, side: 'debit', fen: stated - own.fen, tolerance, members: own.members },
      },
    ];
  });
  const gaps = tried.map(({ gap }) => gap).filter(({ fen, tolerance }) => Math.abs(fen) > tolerance);
  return tried.map((one) => comparison(tie, table, entries, one, gaps));
}

function comparison(
  tie: Tie,
  table: Table,
  entries: Entries,
  { row, figure, posted, gap }: Tried,
  gaps: readonly Gap[],
): TiedFigure {
  const explanations = explainGap(gap, entries, gaps, []);
  const found = explanations.map(({ text }) => `${text}。`).join('');
  const check = ledgerCheck({
    id: tie.id,
    title: tie.title,
    basis: PACK.basis,
    class: tie.class as FindingClass,
    about: [table.year, table.sheet, entries.sheet, row.code],
    left: {
      text: `《${table.name}》${gap.about}·${tie.column}`,
      fen: gap.fen + posted.fen,
      places: figure.place ? [figure.place] : [],
    },
    right: {
      text: `明细账${tie.auxiliary}科目${row.code ?? ''}${tie.nature ?? ''}`,
      fen: posted.fen,
      places: [...new Set(explanations.flatMap((one) => one.entries))].map((at) => entryPlace(entries, at)),
    },
    tolerance: gap.tolerance,
    advice: explanations.length > 0 ? found : '没有找到能说明差额的分录，请核对这一科目的分录和决算取数。',
    explainedBy: explanations.map((one) => ({
      sheet: entries.sheet,
      areas: entryAreas(entries, one.entries),
      text: one.text,
      value: yuanOf(one.fen),
    })),
  });
  return { check, figure };
}
