import { Decimal } from '../model/decimal';
import type { TableCell } from '../model/table';
import type { AssignedColumn } from './columns';
import type { RawRow } from './tree';

/**
 * Header words in the total row (合计 | … | 基本支出 | 项目支出) hide figures only where the column has any; in an empty
 * column they stand for nothing.
 */
export function withoutIdleLabels(rows: readonly RawRow[]): RawRow[] {
  const used = new Set(
    rows.flatMap((row) => [...row.cells].flatMap(([name, cell]) => (cell.value?.isZero() === false ? [name] : []))),
  );
  return rows.map((row) => {
    if (![...row.cells.values()].some((cell) => cell.state === 'label')) return row;
    const cells = [...row.cells].map(([name, cell]): [string, TableCell] =>
      cell.state === 'label' && !used.has(name)
        ? [name, { ...cell, state: 'blank', value: Decimal.ZERO }]
        : [name, cell],
    );
    return { ...row, cells: new Map(cells) };
  });
}

/**
 * Some systems fill codes up to seven digits (2080000, 2080500). Where a table has none shorter, the zeros are taken off
 * again, so that 类, 款 and 项 can be told.
 */
export function withoutFilling(rows: readonly RawRow[]): readonly RawRow[] {
  const codes = rows.flatMap((row) => row.code ?? []);
  const filled = codes.every((code) => code.length === 7) && codes.some((code) => code.endsWith('0000'));
  if (!filled) return rows;
  return rows.map((row) => (row.code === null ? row : { ...row, code: row.code.replace(/(?:00){1,2}$/, '') }));
}

/** A ratio above this is written in percent: hardly any budget is spent more than twice over. */
const LARGEST_FRACTION = Decimal.of(2);

/** Rates written without a percent sign (96.72 under 执行率（%）) become fractions, a whole column alike. */
export function scaleRatios(rows: readonly RawRow[], columns: readonly AssignedColumn[]): readonly RawRow[] {
  const inPercent = new Set(
    columns
      .filter((one) => one.term.role === 'ratio')
      .filter((one) => {
        const plain = rows.flatMap((row) => plainRatio(row.cells.get(one.term.name)) ?? []);
        const large = plain.filter((value) => value.abs().compare(LARGEST_FRACTION) > 0).length;
        return large > 0 && (/[%％]/.test(one.header) || large * 2 > plain.length);
      })
      .map((one) => one.term.name),
  );
  if (inPercent.size === 0) return rows;
  return rows.map((row) => ({
    ...row,
    cells: new Map(
      [...row.cells].map(([name, cell]) => [
        name,
        inPercent.has(name) && plainRatio(cell) ? { ...cell, value: plainRatio(cell)?.shift(-2) ?? null } : cell,
      ]),
    ),
  }));
}

/** The value of a rate that is written without its percent sign. */
function plainRatio(cell: TableCell | undefined): Decimal | null {
  return cell && cell.value !== null && !cell.value.isZero() && !/[%％]/.test(cell.written) ? cell.value : null;
}
