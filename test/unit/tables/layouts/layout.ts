import type { CellValue } from '../../../../src/model/grid';

/**
 * One real-looking sheet of one kind of table, and what recognition must make of it.
 * `cells` names figures as `行|列` in the pack's names (row code, row name or label | column name) with the expected
 * written value as a plain decimal ("307.82"), or the text of a text column.
 */
export interface SheetLayout {
  readonly kind: string;
  /** Which source the wording comes from: "源22 兴国县长冈乡 2022". */
  readonly source: string;
  readonly sheet: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly expect: {
    readonly unitName: string | null;
    readonly year: number | null;
    readonly asOf?: string;
    readonly amountUnit: '元' | '万元' | '亿元' | null;
    readonly subject?: string;
    readonly rows: number;
    readonly cells: Readonly<Record<string, string>>;
  };
}
