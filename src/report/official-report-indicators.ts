import type { Table, TableRow } from '../document/document';
import type { Division, FormField } from './official-report-form';
import { FormColumns, figure, label, words } from './official-report-form';

/** An indicator of a form: its three levels, and the fields behind them. */
export interface IndicatorFields {
  readonly path: readonly [string, string, string];
  readonly fields: readonly FormField[];
}

/** The part of a form that lists indicators, from its header to the line of those who sign it. */
export interface IndicatorForm {
  /** Widths of the eight columns, from 一级指标 to 偏差原因分析及改进措施. */
  readonly division: Division;
  readonly indicators: readonly IndicatorFields[];
  readonly total: { readonly points: string; readonly score: string; readonly remark: string };
  /** 评价等级, where it has a row of its own. */
  readonly grade?: string;
  /** Said below the indicators; empty for nothing. */
  readonly note: string;
  readonly wide: boolean;
}

const HEADS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
] as const;
/** Columns before 分值. */
const NAMED = 5;

/** Last row of a form: a line of its own would often be left over for the next page. */
const SIGNED_BY = '填表人：　　　　　　　　　审核人：　　　　　　　　　负责人：';

/** The table of indicators of an official form; every page it reaches repeats its header. */
export function indicatorTable({ division, indicators, total, grade, note, wide }: IndicatorForm): Table {
  const form = new FormColumns([division]);
  const whole = (text: string): TableRow => form.row(division, [words(text, HEADS.length)]);
  return {
    type: 'table',
    caption: null,
    unitLine: null,
    columns: form.columns,
    header: [
      form.row(
        division,
        HEADS.map((name) => label(name)),
      ),
    ],
    body: [
      ...indicatorRows(form, division, indicators),
      form.row(division, [
        label('总分', NAMED),
        figure(total.points),
        { ...figure(total.score), bold: true },
        words(total.remark),
      ]),
      ...(grade === undefined
        ? []
        : [form.row(division, [label('评价等级', NAMED), label(grade, HEADS.length - NAMED)])]),
      ...(note === '' ? [] : [whole(note)]),
      whole(SIGNED_BY),
    ],
    wide,
  };
}

/** Rows of indicators; a level-1 or level-2 name that repeats stands once and reaches down. */
function indicatorRows(form: FormColumns, division: Division, indicators: readonly IndicatorFields[]): TableRow[] {
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
