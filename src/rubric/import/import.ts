import type { CellPlace } from '../../model/address';
import { formatPlace } from '../../model/address';
import { Decimal, sum } from '../../model/decimal';
import type { Table, TableRow } from '../../model/table';
import { comparable, halfWidth } from '../../model/text';
import type { Rubric } from '../pack';
import { GRADE_BASIS, gradesFor } from '../projects/score-rules';
import { rubricFaults } from '../verify';
import { readIndicator } from './indicator';
import { issuerIn } from './issuer';

/** Something in a received table that was not understood, or was understood with an assumption. */
export interface ImportRemark {
  /** "Sheet!A1". */
  readonly place: string;
  /** Which indicator, what stands there, how it is handled and what she can do. */
  readonly message: string;
}

export type ImportOutcome =
  | { readonly rubric: Rubric; readonly remarks: readonly ImportRemark[] }
  /** Why nothing can be scored by the table. */
  | { readonly refused: readonly ImportRemark[] };

const UNNAMED =
  '表里没有写明发文的财政局和文号，分值作为待核对的处理，写出的表上都会注明。与原件核对过的，请在表名上面写上发文机关和文号（如“××县财政局 ×财绩〔2024〕1号”）后再导入。';

/**
 * A rubric from a recognised 《评分表》, the finance bureau's attachment or any other: blank level-1 and level-2 cells mean
 * the ones above, points and criteria are read, and formulas come from shipped indicators of the same name. Criteria in
 * other words are left to a person's judgement and remarked. Refused, with place and reason: points that are no number,
 * or do not add up to the full marks the table states. The points are confirmed only where the table names the finance
 * bureau that issued it and the number of its document; a table that states no grades has the usual ones.
 * @param above the texts above the table's header, from the top of its sheet
 */
export function importRubric(table: Table, above: readonly string[]): ImportOutcome {
  const rows = table.rows.filter((row) => row.name === null && !/^小计/.test(comparable(row.label)));
  const total = table.rows.find((row) => row.name === '合计') ?? null;
  const refused = [...pointRemarks(rows), ...headingRemarks(rows, '一级指标'), ...headingRemarks(rows, '二级指标')];
  if (rows.length === 0) refused.push({ place: placeOf(table, null), message: '表里没有指标行，不能用来计分。' });
  if (refused.length > 0) return { refused };

  const added = sum(rows.map((row) => row.cells.get('分值')?.value ?? Decimal.ZERO));
  const full = total?.cells.get('分值')?.value ?? null;
  if (full !== null && !full.isZero() && !added.equals(full)) {
    const message = `各指标分值之和是${added.toString()}分，合计写的是${full.toString()}分，相差${added.minus(full).abs().toString()}分，请核对分值后再导入。`;
    return { refused: [{ place: placeOf(table, total), message }] };
  }
  const remarks: ImportRemark[] = [];
  if (full === null || full.isZero())
    remarks.push({ place: placeOf(table, null), message: `表里没有写满分，按各指标分值之和${added.toString()}分。` });
  const issuer = issuerIn([...above, ...table.notes]);
  if (!issuer) remarks.push({ place: placeOf(table, null), message: UNNAMED });
  const ids = new Set<string>();
  const indicators = rows.map((row) => {
    const read = readIndicator(row, ids, issuer !== null);
    ids.add(read.indicator.id);
    remarks.push(...read.remarks.map((message) => ({ place: placeOf(table, row, '评分标准'), message })));
    return read.indicator;
  });
  const rubric: Rubric = {
    id: `imported-${table.sheet}`,
    title: table.title ?? table.name,
    region: [],
    year: table.year,
    full: added.toString(),
    grades: gradesFor(added),
    basis: `由《${table.title ?? table.sheet}》${issuer ? `（${issuer.bureau} ${issuer.document}）` : ''}导入；等级按${GRADE_BASIS}`,
    pointsBasis: issuer ? 'confirmed' : 'unconfirmed',
    indicators,
  };
  const faults = rubricFaults(rubric);
  if (faults.length === 0) return { rubric, remarks };
  const rowOf = new Map(indicators.map(({ id }, index) => [id, rows[index] ?? null]));
  return {
    refused: faults.map(({ indicator, message }) => ({
      place: placeOf(table, indicator === null ? null : (rowOf.get(indicator) ?? null)),
      message,
    })),
  };
}

function placeOf(table: Table, row: TableRow | null, column = '分值'): string {
  const place: CellPlace = row
    ? (row.cells.get(column)?.place ?? row.place)
    : { sheet: table.sheet, row: table.area.top, column: table.area.left };
  return formatPlace(place);
}

/** Points that are blank, no number, or below zero. */
function pointRemarks(rows: readonly TableRow[]): ImportRemark[] {
  return rows.flatMap((row) => {
    const cell = row.cells.get('分值');
    const fine = cell && cell.state !== 'blank' && cell.value !== null && cell.value.sign() >= 0;
    if (fine) return [];
    const written = cell?.written ?? '';
    const what = written === '' ? '没有写分值' : `分值“${written}”不是数`;
    return [{ place: formatPlace(cell?.place ?? row.place), message: `“${row.label}”${what}，请补上后再导入。` }];
  });
}

const POINTS_IN_HEADING = /[(（](\d+(?:\.\d+)?)分?[)）]/;

/** Headings that state points (投入（15分）) other than what their indicators add up to. */
function headingRemarks(rows: readonly TableRow[], column: string): ImportRemark[] {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const cell = row.cells.get(column);
    if (!cell || !POINTS_IN_HEADING.test(halfWidth(cell.written))) continue;
    const outer = column === '一级指标' ? '' : (row.cells.get('一级指标')?.written ?? '');
    const key = `${outer}|${cell.written}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((members) => {
    const cell = members[0]?.cells.get(column);
    const stated = POINTS_IN_HEADING.exec(halfWidth(cell?.written ?? ''))?.[1];
    const added = sum(members.map((row) => row.cells.get('分值')?.value ?? Decimal.ZERO));
    if (!cell || stated === undefined || added.equals(Decimal.of(stated))) return [];
    const message = `“${cell.written}”下各指标分值之和是${added.toString()}分，与写明的${stated}分不一致，请核对后再导入。`;
    return [{ place: formatPlace(cell.place), message }];
  });
}
