import type { Figure } from '../facts/figure';
import { figureOf } from '../facts/figure';
import type { TableSet } from '../facts/sets';
import { isTieable } from '../facts/sets';
import type { Table, TableRow } from '../model/table';
import { periodWords } from './period-words';
import type { Result, Words } from './report';
import { quote } from './quotation';

/** What one sentence of many is about: a row of a table, a programme, a lost point. */
export interface NarratedRow {
  readonly name: string;
  readonly texts: ReadonlyMap<string, Words>;
  /** By column; several figures are added up. A cell left blank is not stated. */
  readonly figures: ReadonlyMap<string, readonly Figure[]>;
  /** What our own sheets show of it: the score of an indicator. */
  readonly results: ReadonlyMap<string, Result>;
  /** 截至2023年10月, or 2023年; null when not known. */
  readonly period: string | null;
}

const CUT_OFF = '截至';

/** What a row holds of our own sheets, where it is a row of hers. */
export const NO_RESULTS: ReadonlyMap<string, Result> = new Map();

/** The rows of all tables of a kind; what a second table repeats is left out. */
export function rowsOfKind(set: TableSet, kind: string): NarratedRow[] {
  const seen = new Map<string, Table>();
  return set.tables
    .filter((table) => table.kind === kind && isTieable(table))
    .flatMap((table) =>
      bodyRows(table).flatMap((row) => {
        const narrated = narratedRow(table, row);
        const key = [narrated.period, ...[...narrated.texts.values()].map((words) => words.text)].join('|');
        const first = seen.get(key) ?? table;
        seen.set(key, first);
        return first === table && narrated.name !== '' && !isCaption(narrated) ? [narrated] : [];
      }),
    );
}

/** Rows that stand for themselves: no 合计, no 其中 lines, no named lines of a form. */
export function bodyRows(table: Table): TableRow[] {
  return table.rows.filter((row) => row.name === null && !row.ofWhich);
}

/** True for a line that only stands above others. */
function isCaption({ figures, texts }: NarratedRow): boolean {
  return figures.size === 0 && texts.size <= 1;
}

function narratedRow(table: Table, row: TableRow): NarratedRow {
  const texts = new Map<string, Words>();
  const figures = new Map<string, readonly Figure[]>();
  for (const [column, cell] of row.cells) {
    if (cell.value === null) {
      const words = quote(column, cell.written, cell.place);
      if (words) texts.set(column, words);
    } else if (cell.state !== 'blank') {
      figures.set(column, [figureOf(table, row, column) as Figure]);
    }
  }
  const name = quote('名称', row.written, row.place);
  if (name) texts.set('名称', name);
  const period = periodWords(texts.get(CUT_OFF)?.text ?? '', table.asOf, table.year);
  return { name: name?.text ?? '', texts, figures, results: NO_RESULTS, period };
}
