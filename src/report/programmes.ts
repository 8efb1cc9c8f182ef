import type { Figure } from '../facts/figure';
import type { Programme } from '../facts/programmes';
import { programmesOf } from '../facts/programmes';
import type { TableSet } from '../facts/sets';
import { programmePeriod } from '../narrative/programmes';

/** The columns of 自评_补贴汇总 that hold figures, and what they are called in the summary tables. */
const COLUMNS = {
  households: '户数',
  persons: '人数',
  standard: '标准',
  months: '月数',
  amount: '金额',
} as const;

/** What a programme's figures are called here. */
export type ProgrammeFigure = keyof typeof COLUMNS;

/** A programme as it is listed: figures to be added up, none where its table leaves them blank. */
export interface ListedProgramme {
  readonly name: string;
  readonly figures: Readonly<Record<ProgrammeFigure, readonly Figure[]>>;
  /** 截至2023年10月, 2023年; null when the table says “up to” without a date. */
  readonly period: string | null;
  readonly remark: string;
}

/** The programmes of a set of tables, in the order of the sheets. */
export function listedProgrammes(set: TableSet | null): ListedProgramme[] {
  return (set ? programmesOf(set) : []).map((programme) => ({
    name: programme.name || (programme.table.title ?? programme.table.sheet),
    figures: figuresOf(programme),
    period: programmePeriod(programme),
    remark: programme.remarks.join('；'),
  }));
}

function figuresOf({ figures }: Programme): Readonly<Record<ProgrammeFigure, readonly Figure[]>> {
  const stated = Object.entries(COLUMNS).map(([name, column]) => [name, figures.get(column) ?? []] as const);
  return Object.fromEntries(stated) as Record<ProgrammeFigure, readonly Figure[]>;
}

/** All figures of the programmes. */
export function figuresOfProgrammes(programmes: readonly ListedProgramme[]): Figure[] {
  return programmes.flatMap(({ figures }) => Object.values(figures).flat());
}
