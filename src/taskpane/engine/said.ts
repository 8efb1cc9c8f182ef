/** What she may say about a finding. */
export type MarkState = 'explained' | 'not-applicable';

/** Her mark on a finding; `open` where she took one away. */
export interface Mark {
  readonly state: MarkState | 'open';
  readonly reason: string;
  /** The figures it was made on. */
  readonly figures: string;
}

/** Her answer about an indicator, as its cells on 自评_评分表 hold it; empty texts for what she left out. */
export interface IndicatorAnswer {
  readonly level: string;
  readonly value: string;
  readonly notApplicable: boolean;
  readonly reason: string;
  /** 有, 缺 or empty for each piece of evidence it wants, by the id of its row. */
  readonly evidence: Readonly<Record<string, string>>;
}

/** What she said in the pane and what does not stand on a sheet of ours yet. */
export interface Said {
  /** By key of the check or finding. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** By id of the indicator's row on 自评_评分表. */
  readonly answers: Readonly<Record<string, IndicatorAnswer>>;
}

export const NOTHING_SAID: Said = { marks: {}, answers: {} };
