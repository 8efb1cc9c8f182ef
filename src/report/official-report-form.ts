import type { Table, TableCell, TableRow } from '../document/document';
import { PENDING } from '../model/pending';

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

/** What was to be reached in the year and what was, in words; null where the workbook says nothing. */
export interface Goal {
  readonly expected: string | null;
  readonly achieved: string | null;
}

/** 年度总体目标. */
export function goalRows(form: FormColumns, division: Division, goal: Goal): TableRow[] {
  return [
    form.row(division, [label('年度总体目标', 1, 2), label('预期目标'), label('实际完成情况')]),
    form.row(division, [words(goal.expected ?? PENDING), words(goal.achieved ?? PENDING)], 1),
  ];
}
