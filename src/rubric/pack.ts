/**
 * A rubric as its data pack states it: indicators, points, targets, scoring and what they stand on. Numbers are decimal
 * texts ("0.5"), so that a pack, a sheet and a file state them alike and exactly.
 */
export interface Rubric {
  readonly id: string;
  readonly title: string;
  /** Names of the province, city and county it was issued for, widest first; [] for the whole country. */
  readonly region: readonly string[];
  /** The year of the figures it is for; null for any year. */
  readonly year: number | null;
  /** Full marks, what the points add up to. */
  readonly full: string;
  /** From the best down; the last begins at 0. */
  readonly grades: readonly Grade[];
  readonly basis: string;
  /** `unconfirmed`: not compared with the finance bureau's document, printed on every form. */
  readonly pointsBasis: 'confirmed' | 'unconfirmed';
  readonly caps?: readonly Cap[];
  readonly overAchievement?: OverAchievement;
  readonly indicators: readonly Indicator[];
}

export interface Grade {
  readonly name: string;
  /** The lowest total that has the grade (含下限). */
  readonly from: string;
}

/** The total is at most `total` while a ratio is below a limit. */
export interface Cap {
  /** In the expression language. */
  readonly ratio: string;
  /** A share: "0.8" for 80 %. */
  readonly below: string;
  readonly total: string;
  readonly reason: string;
}

/** What happens when a target of “at least” is passed by far. */
export interface OverAchievement {
  /** Share of the target above which a reason is asked for: "0.3" for 30 % more than the target. */
  readonly above: string;
  /** Share of the indicator's points that is taken off then; absent: nothing is. */
  readonly deduct?: string;
}

export interface Indicator {
  readonly id: string;
  /** Level 1 to 3: 过程, 预算执行, 预算完成率. */
  readonly path: readonly [string, string, string];
  readonly points: string;
  /** How its value is worked out: the first way that has a value counts. Null where a person answers. */
  readonly formula: readonly Way[] | null;
  /** What the value is: a share shown as a percentage, a number, or money in 万元. */
  readonly display: 'ratio' | 'count' | 'amount';
  /** Null where the method needs none; a `ratio` without target counts the value itself as the share of the points. */
  readonly target: Target | null;
  readonly method: Method;
  /** What she has to show for it. */
  readonly evidence: readonly string[];
  readonly basis: string;
  /** False when points, target or scoring of this row were not seen in an original. */
  readonly confirmed: boolean;
  readonly note: string;
  /** A comparison: while it holds the indicator does not apply. */
  readonly notApplicableWhen?: string;
  /** Said behind what is missing when no way has a value. */
  readonly whenMissing?: string;
}

/** One way to work out a value. */
export interface Way {
  /** In the expression language; names are defined in src/facts/definitions.json and grouped-figures.json. */
  readonly expression: string;
  /** What the value is measured against, in words: 以全年（调整后）预算数为基数. */
  readonly base: string;
  /** The value where a comparison holds, such as both years being zero. */
  readonly zeroBase?: { readonly when: string; readonly value: string; readonly words: string };
}

export type Sign = '≥' | '≤' | '=' | '>' | '<' | '定性';

export interface Target {
  readonly sign: Sign;
  /** A number in `unit`; words for 定性. */
  readonly value: string;
  /** "%" for ratios: the value 0.95 meets ≥95%. */
  readonly unit: string;
}

/** min(value ÷ target, 1) × points; target ÷ value for “at most”. */
export interface RatioMethod {
  readonly type: 'ratio';
  /** A share of the target below which nothing is given. */
  readonly nothingBelow?: string;
}

/** 达标满分，每超 per 扣 deduct，扣完为止. */
export interface ThresholdStepMethod {
  readonly type: 'threshold-step';
  /** In the target's unit: "1" is one percentage point where the unit is %. */
  readonly per: string;
  /** Points. */
  readonly deduct: string;
  /** A part of a step counts in proportion, as a whole one (不足一个按一个), or not at all. */
  readonly partial: 'proportional' | 'counts' | 'ignored';
}

/** What a band gives: a share of the points, or points. */
export type Award = { readonly share: string } | { readonly points: string };

/** Intervals of the value, best first. */
export interface BandMethod {
  readonly type: 'band';
  /** `at-least`: a band holds values from its limit up, `at-most`: up to its limit; the limit included. */
  readonly bound: 'at-least' | 'at-most';
  /** Limits in the target's unit, or in % for ratios without target. */
  readonly bands: readonly { readonly limit: string; readonly award: Award }[];
  /** For values outside all bands. */
  readonly otherwise: Award;
}

/** A level of a qualitative judgement; the lower limit belongs to it, the upper one to the level above. */
export interface Level {
  readonly name: string;
  /** Shares of the points. */
  readonly from: string;
  readonly to: string;
  /** The share when only the level is stated; absent: the share has to be stated too. */
  readonly alone?: string;
}

/** A person states the level and the share inside it. */
export interface QualitativeMethod {
  readonly type: 'qualitative';
  /** Best first; the usual three levels (default-levels.ts) when absent. */
  readonly levels?: readonly Level[];
}

/** A person counts the items that are met. */
export interface ChecklistMethod {
  readonly type: 'checklist';
  readonly items: readonly string[];
  /** Points for each item; the points in equal parts when absent. */
  readonly each?: string;
}

/** A person, or a formula, counts what points are taken off for. */
export interface DeductionMethod {
  readonly type: 'deduction';
  /** What is counted: 缺少的制度. */
  readonly counted: string;
  /** Points off for each. */
  readonly each: string;
}

export type Method =
  RatioMethod | ThresholdStepMethod | BandMethod | QualitativeMethod | ChecklistMethod | DeductionMethod;
