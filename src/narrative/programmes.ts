import { programmesOf } from '../facts/programmes';
import type { Programme } from '../facts/programmes';
import type { TableSet } from '../facts/sets';
import { isTieable } from '../facts/sets';
import type { CellPlace } from '../model/address';
import type { TableRow } from '../model/table';
import { periodWords } from './period-words';
import { quote } from './quotation';
import type { Words } from './report';
import type { NarratedRow } from './rows';
import { NO_RESULTS } from './rows';

/** What sentences state of a programme. */
const COLUMNS = new Set(['户数', '人数', '金额']);
/** The column of a summary that names programmes (src/tables/packs/subsidy.json). */
const PROGRAMME = '补贴项目';

/** The programmes of a unit and year as rows to be narrated; one without a name says nothing. */
export function narratedProgrammes(set: TableSet): NarratedRow[] {
  return programmesOf(set).flatMap((programme) => {
    const [first] = programme.rows;
    const name = first && isTieable(programme.table) && quote('名称', programme.name, placeOfName(first));
    if (!name) return [];
    const texts = new Map<string, Words>([['名称', name]]);
    const figures = new Map([...programme.figures].filter(([column]) => COLUMNS.has(column)));
    return [{ name: name.text, texts, figures, results: NO_RESULTS, period: programmePeriod(programme) }];
  });
}

/** The cell that names a programme; null where its table is about one only, and its title says which. */
function placeOfName(row: TableRow): CellPlace | null {
  return row.cells.get(PROGRAMME)?.place ?? null;
}

/**
 * The period of a programme's figures in words: 截至2023年10月, 2023年. Null when the table, or a remark beside the
 * programme, says “up to” without a date.
 */
export function programmePeriod({ table, remarks }: Programme): string | null {
  const stated = remarks.find((remark) => /截[至止]/u.test(remark));
  if (stated === undefined && table.asOf === null && /截[至止]/u.test(table.title ?? '')) return null;
  return periodWords(stated ?? '', table.asOf, table.year);
}
