import type { Timings } from '../../evaluate';
import type { Check } from '../../model/check';
import type { Decimal } from '../../model/decimal';
import type { Finding } from '../../model/finding';
import type { Scorecard } from '../../model/scorecard';
import type { Confidence } from '../../model/table';
import type { AmountUnit } from '../../model/unit';
import type { IndicatorAnswer } from './said';

/** A table as it was recognised, without its rows. */
export interface RecognisedTable {
  readonly kind: string;
  readonly name: string;
  readonly year: number | null;
  readonly unitName: string | null;
  readonly subject: string | null;
  /** True when it holds money and therefore needs a unit. */
  readonly money: boolean;
  readonly amountUnit: AmountUnit | null;
  readonly confidence: Confidence;
  readonly rows: number;
}

/** One sheet of hers: what it was taken for, and what in it was not understood. */
export interface RecognisedSheet {
  readonly sheet: string;
  readonly tables: readonly RecognisedTable[];
  readonly reasons: readonly string[];
}

/** What an indicator asks a person. */
export type Question =
  | { readonly type: 'level'; readonly levels: readonly { readonly name: string; readonly needsShare: boolean }[] }
  | { readonly type: 'count'; readonly items: readonly string[]; readonly most: string | null }
  | { readonly type: 'value'; readonly ratio: boolean };

/** Where her answer about an indicator belongs, and what is asked. */
export interface IndicatorQuestion {
  readonly indicator: string;
  /** Id of the indicator's row on 自评_评分表. */
  readonly row: string;
  /** Ids of the rows of the evidence it wants, in the order of the scorecard's list. */
  readonly evidenceRows: readonly string[];
  readonly question: Question;
  /** Her answer as it stands: on the sheet, or said in the pane since. */
  readonly answer: IndicatorAnswer;
}

/** The self-evaluation of one project, as far as the pane shows it. */
export interface ProjectScore {
  readonly name: string;
  readonly total: Decimal;
  readonly pendingPoints: Decimal;
  readonly grade: string | null;
}

/** What will become of one sheet of ours. */
export interface PlannedWrite {
  readonly name: string;
  /** `new`: added · `replace`: written over where it stands · `keep`: the old one is kept as `keepAs`, a new one written. */
  readonly action: 'new' | 'replace' | 'keep';
  readonly keepAs: string | null;
}

/** An evaluated workbook as the pane shows it; the sheets and the document themselves stay with the engine. */
export interface PaneResult {
  readonly unitName: string | null;
  readonly year: number | null;
  /** Every sheet of hers, in order. */
  readonly sheets: readonly RecognisedSheet[];
  /** Null when the run did not go as far; so with all that follow. */
  readonly checks: readonly Check[] | null;
  readonly findings: readonly Finding[];
  /** The figures a mark on a check or finding depends on, by key. */
  readonly figures: Readonly<Record<string, string>>;
  readonly scorecard: Scorecard | null;
  readonly questions: readonly IndicatorQuestion[];
  readonly projects: readonly ProjectScore[] | null;
  /** What is 【待填：…】 in the report's text. */
  readonly pendingTexts: readonly string[] | null;
  readonly writes: readonly PlannedWrite[] | null;
  readonly timings: Timings;
}
