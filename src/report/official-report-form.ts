import type { Table, TableCell, TableRow } from '../document/document';
import { PENDING } from './score-sheet';

/** A field of a form; it covers one field of its division and one row unless told otherwise. */
export interface FormField {
  readonly text: string;
  readonly align: TableCell['align'];
  readonly bold: boolean;
  readonly across?: number;
  readonly down?: number;
}

/** Widths of the fields of a row, in whole numbers of any one measure. */
export type Division = readonly number[];

/**
 * The columns of a form whose rows are divided differently: a column begins wherever a field of any division does.
 * @throws RangeError when the divisions are not equally wide: a composer's bug
 */
export class FormColumns {
  private readonly edges: readonly number[];

  constructor(divisions: readonly Division[]) {
    const ends = divisions.map(edgesOf);
    const whole = Math.max(...ends.flat());
    if (ends.some((edges) => edges.at(-1) !== whole)) throw new RangeError('the rows of a form are not equally wide');
    this.edges = [...new Set(ends.flat())].sort((one, other) => one - other);
  }

  get columns(): Table['columns'] {
    return this.edges.map((edge, index) => ({ width: edge - (this.edges[index - 1] ?? 0) }));
  }

  /** A row; `first` fields at its left are covered by fields that reach down from above. */
  row(division: Division, fields: readonly FormField[], first = 0): TableRow {
    const edges = [0, ...edgesOf(division)];
    let at = first;
    return fields.map(({ text, align, bold, across = 1, down = 1 }) => {
      const [from, to] = [edges[at], edges[at + across]];
      if (from === undefined || to === undefined) throw new RangeError(`no field for “${text}”`);
      at += across;
      return { text, align, bold, across: this.edges.filter((edge) => edge > from && edge <= to).length, down };
    });
  }
}

function edgesOf(division: Division): number[] {
  let edge = 0;
  return division.map((width) => (edge += width));
}

/** The name of a field or column. */
export function label(text: string, across = 1, down = 1): FormField {
  return { text, align: 'center', bold: true, across, down };
}

export function words(text: string, across = 1, align: TableCell['align'] = 'left', down = 1): FormField {
  return { text, align, bold: false, across, down };
}

/** A number, already as it is printed; words such as 待填 in its place stand in the middle. */
export function figure(text: string): FormField {
  return { text, align: /\d/.test(text) ? 'right' : 'center', bold: false };
}

/** An indicator of a form: its three levels, and the fields behind them. */
export interface IndicatorFields {
  readonly path: readonly [string, string, string];
  readonly fields: readonly FormField[];
}

/** Names of the columns that {@link indicatorRows} begin with, and of those that follow in every official form. */
export const INDICATOR_HEADS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
] as const;

/** Last row of a form: a line of its own would often be left over for the next page. */
export const SIGNED_BY = '填表人：　　　　　　　　　审核人：　　　　　　　　　负责人：';

/** Rows of indicators; a level-1 or level-2 name that repeats stands once and reaches down. */
export function indicatorRows(
  form: FormColumns,
  division: Division,
  indicators: readonly IndicatorFields[],
): TableRow[] {
  const paths = indicators.map(({ path }) => path);
  const [first, second] = [rowsBelow(paths, 1), rowsBelow(paths, 2)];
  return indicators.map(({ path: [level1, level2, level3], fields }, at) => {
    const levels = [
      words(level1, 1, 'center', first[at]),
      words(level2, 1, 'center', second[at]),
      words(level3),
      ...fields,
    ];
    // A level-2 name begins anew wherever a level-1 name does.
    const covered = first[at] !== 0 ? 0 : second[at] !== 0 ? 1 : 2;
    return form.row(division, levels.slice(covered), covered);
  });
}

/**
 * Rows that the name of a level reaches over: how many from the row where it begins, 0 where one above covers it.
 * @param level 1 or 2
 */
function rowsBelow(paths: readonly (readonly string[])[], level: number): number[] {
  const groups = paths.map((path) => JSON.stringify(path.slice(0, level)));
  return groups.map((group, index) => {
    if (index > 0 && groups[index - 1] === group) return 0;
    const after = groups.findIndex((other, at) => at > index && other !== group);
    return (after < 0 ? groups.length : after) - index;
  });
}

/** （2023年度）below the title of a form. */
export function yearLine(year: number | null): string {
  return year === null ? '（【待填：年度】）' : `（${year}年度）`;
}

/** What was to be reached in the year and what was, in words; null where the workbook says nothing. */
export interface Goal {
  readonly expected: string | null;
  readonly achieved: string | null;
}

/** 年度总体目标; nothing when neither side of it is known. */
export function goalRows(form: FormColumns, division: Division, goal: Goal | null): TableRow[] {
  if (goal === null || (goal.expected === null && goal.achieved === null)) return [];
  return [
    form.row(division, [label('年度总体目标', 1, 2), label('预期目标'), label('实际完成情况')]),
    form.row(division, [words(goal.expected ?? PENDING), words(goal.achieved ?? PENDING)], 1),
  ];
}
