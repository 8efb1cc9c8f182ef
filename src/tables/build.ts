import type { Area } from '../model/address';
import { Decimal } from '../model/decimal';
import type { Grid } from '../model/grid';
import type { Table, TableRow } from '../model/table';
import type { AmountUnit } from '../model/unit';
import { amountColumnNames } from './amount-columns';
import type { Choice } from './choose';
import type { AssignedColumn } from './columns';
import { FIELD_VALUE, listBottom, readForm } from './form';
import type { TableKind } from './kind';
import { readListBody } from './list';
import { readMatrix } from './matrix';
import type { Preamble } from './preamble';
import type { Region } from './regions';
import { settled } from './settled';
import { statedUnit } from './stated-unit';
import { subjectOf } from './subject';
import { growTree } from './tree';
import type { RawRow, RowTree } from './tree';
import { writtenUnit } from './written-unit';

/** Everything known about a region once its kind is chosen. */
export interface TableSource {
  readonly grid: Grid;
  readonly region: Region;
  readonly preamble: Preamble;
  readonly choice: Choice;
  readonly year: number | null;
  readonly amountUnit: AmountUnit | null;
  readonly unitName: string | null;
}

interface Body {
  readonly rows: readonly TableRow[];
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly lastRow: number;
  readonly notes: readonly string[];
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly missing: readonly string[];
}

/** Reads the body of a region as its kind is laid out and makes the typed table. */
export function buildTable(source: TableSource): Table {
  const { grid, region, preamble, choice } = source;
  const { kind, columns } = choice.best;
  const unit = source.amountUnit ?? statedUnit(grid, region, choice.best);
  const amountColumns = new Set(amountColumnNames(kind));
  const read = readBody(source, unit);
  const body = kind.money ? { ...read, rows: settled(read.rows, amountColumns) } : read;
  const area: Area = {
    top: preamble.title?.row ?? region.top,
    left: leftEdge(source),
    bottom: body.lastRow,
    right: rightEdge(source),
  };
  const amounts = body.rows.flatMap((row) =>
    [...row.cells].flatMap(([name, cell]) =>
      cell.value !== null && !cell.value.isZero() && (amountColumns.has(name) || name === FIELD_VALUE)
        ? [cell.value]
        : [],
    ),
  );
  return {
    kind: kind.id,
    name: kind.name,
    sheet: grid.sheet,
    area,
    title: preamble.title?.text.trim() ?? null,
    unitName: source.unitName,
    subject: subjectOf(kind, preamble.title?.text ?? null, source.unitName, body.rows),
    year: source.year,
    asOf: preamble.asOf,
    amountUnit: kind.money ? unit : null,
    money: kind.money,
    writtenUnit: kind.money ? writtenUnit(amounts, unit) : Decimal.of(1),
    rows: kind.folded ? [] : body.rows,
    // Of a long ledger only head and tail are read; the rows between belong to its body.
    rowCount: body.rowCount + grid.unreadRows,
    hidden: grid.description.visibility !== 'visible',
    confidence: choice.confidence,
    columns: body.columns,
    columnUnits: new Map(columns.flatMap((one) => (one.unit ? [[one.term.name, one.unit] as const] : []))),
    groups: body.groups,
    missingRows: body.missing,
    notes: body.notes,
  };
}

function leftEdge(source: TableSource): number {
  const columns = source.choice.best.headers.filter((header) => header.own).map((header) => header.column);
  return columns.length > 0 ? Math.min(...columns) : source.region.left;
}

function rightEdge(source: TableSource): number {
  const columns = source.choice.best.headers.filter((header) => header.own).map((header) => header.column);
  return columns.length > 0 ? Math.max(...columns) : source.region.right;
}

function readBody(source: TableSource, unit: AmountUnit | null): Body {
  const { grid, region, choice } = source;
  const { kind, band, columns, headers } = choice.best;
  if (kind.layout === 'matrix' && band) {
    return { ...readMatrix(grid, region, band, kind, headers, unit, source.year), groups: new Map() };
  }
  if (kind.layout === 'form') {
    const within = band ? { ...region, bottom: listBottom(grid, region, kind, band) } : region;
    const list = band && columns.length > 0 ? readListBody(grid, within, band, kind, columns, unit) : null;
    const fields = readForm(grid, region, kind, band && list ? { top: band.top, bottom: list.lastRow } : null, unit);
    const tree = list ? growTree(list.rows, listOnly(kind), []) : null;
    return {
      rows: [...fields.rows, ...shiftParents(tree?.rows ?? [], fields.rows.length)],
      columns: [FIELD_VALUE, ...columns.map((one) => one.term.name)],
      rowCount: fields.rows.length + (list?.rowCount ?? 0),
      lastRow: Math.max(fields.lastRow, list?.lastRow ?? 0),
      notes: list?.notes ?? [],
      groups: new Map(),
      missing: fields.missing,
    };
  }
  if (!band)
    return { rows: [], columns: [], rowCount: 0, lastRow: region.top, notes: [], groups: new Map(), missing: [] };
  const list = readListBody(grid, region, band, kind, columns, unit);
  const tree: RowTree = kind.folded
    ? { rows: [], groups: new Map(), missing: [] }
    : growTree(list.rows, kind, blockSides(kind, columns, list.rows));
  return {
    rows: tree.rows,
    columns: [...new Set(columns.map((one) => one.term.name))],
    rowCount: list.rowCount,
    lastRow: list.lastRow,
    notes: list.notes,
    groups: tree.groups,
    missing: tree.missing,
  };
}

/** A form's fields are not rows of its list. */
function listOnly(kind: TableKind): TableKind {
  return { ...kind, rows: [] };
}

function shiftParents(rows: readonly TableRow[], by: number): TableRow[] {
  return rows.map((row) => ({ ...row, parent: row.parent === null ? null : row.parent + by }));
}

/**
 * The side of every block: from its header, else from its labels. A second block of one side (支出按性质 beside
 * 支出按功能) is another reading of the same money and gets a side of its own.
 */
function blockSides(kind: TableKind, columns: readonly AssignedColumn[], rows: readonly RawRow[]): (string | null)[] {
  if (!(kind.rows ?? []).some((row) => row.side !== undefined)) return [];
  const count = Math.max(-1, ...columns.map((one) => one.block)) + 1;
  const seen = new Map<string, number>();
  return Array.from({ length: count }, (_, block) => {
    const header = columns
      .filter((one) => one.block === block)
      .map((one) => one.header)
      .join('/');
    const labels = rows.filter((row) => row.block === block).map((row) => row.label.text);
    const side = sideOf(header) ?? sideOf(labels.join('/')) ?? (block === 0 ? '收入' : '支出');
    const times = (seen.get(side) ?? 0) + 1;
    seen.set(side, times);
    return times === 1 ? side : `${side}${times}`;
  });
}

function sideOf(text: string): '收入' | '支出' | null {
  const income = text.split('收入').length;
  const expenditure = text.split('支出').length;
  if (income === expenditure) return null;
  return income > expenditure ? '收入' : '支出';
}
