import { formatPlace } from '../../model/address';
import type { Finding } from '../../model/finding';
import { finding } from '../../model/finding';
import type { Entries, TrialBalance } from '../../model/ledger';

const BASIS = '账表核对的前提：分录能逐笔读出，期间与余额表相同';

/** One finding for all rows of a ledger that could not be read as entries. */
export function unreadableEntries({ sheet, unreadable }: Entries): Finding[] {
  if (unreadable.length === 0) return [];
  const first = unreadable[0]?.row ?? 0;
  return [
    finding('ledger.entries.unreadable', [sheet], {
      stage: 'checks',
      class: 'explain',
      title: '明细账有读不了的分录',
      cells: unreadable.map(formatPlace),
      message: `《${sheet}》有${unreadable.length}行分录没有读入（从第${first + 1}行起）：金额不是数，或没有写科目编码、凭证号。这些行没有参加账表核对，请补写后重新生成。`,
      basis: BASIS,
    }),
  ];
}

/** A ledger that holds other years beside its own: these are not compared with anything. */
export function otherYears({ sheet, year, otherYears: others }: Entries): Finding[] {
  if (others.length === 0) return [];
  const listed = others.map((one) => `${one.year}年${one.count}行（从第${one.firstRow + 1}行起）`).join('、');
  return [
    finding('ledger.entries.other-years', [sheet], {
      stage: 'checks',
      class: 'hint',
      title: '明细账里有别的年度',
      cells: others.map(({ firstRow }) => formatPlace({ sheet, row: firstRow, column: 0 })),
      message: `《${sheet}》只核对了${year ?? ''}年的分录；另有${listed}没有参加核对。如果是日期写错，请改正后重新生成。`,
      basis: BASIS,
    }),
  ];
}

/** A ledger of some months only, which adds up to no movement that the trial balance states. */
export function partialEntries({ sheet, months }: Entries, balance: TrialBalance): Finding {
  const own = [...new Set(months)].filter((month) => month > 0).sort((a, b) => a - b);
  return finding('ledger.entries.partial', [sheet, balance.sheet], {
    stage: 'checks',
    class: 'hint',
    title: '明细账与余额表的期间不同',
    cells: [],
    message: `《${sheet}》只有${own.join('、')}月的分录，《${balance.sheet}》是${balance.asOf ?? '全年'}的余额表，两者没有逐科目核对。要核对请导出同一期间的明细账。`,
    basis: BASIS,
  });
}
