import type { Area } from '../../model/address';
import type { SheetDescription, Visibility } from '../../model/grid';
import { readBook } from './book-state';
import type { Connection, Session } from './connection';
import { areaOfAddress } from '../sheet-address';

const VISIBILITY: Readonly<Record<string, Visibility>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Sheets with this many columns or fewer say which are hidden; a hint only, like merged areas. */
const MOST_COLUMNS = 1_000;
const MOST_MERGES = 10_000;

/**
 * What is told about the sheets before any cell is read: the tabs, then the extents of all of them in one request, then
 * the hints of those that hold something. Hidden rows are not asked for: Excel gives them only row by row.
 */
export async function describeSheets(connection: Connection): Promise<SheetDescription[]> {
  const session = connection.open();
  const { sheets } = await readBook(session);
  const extents = await extentsOf(
    session,
    sheets.map(({ id }) => id),
  );
  const hints = await hintsOf(session, extents, connection.requirements.mergedAreas);
  return sheets.map(({ id, name, visibility }, index) => {
    const { rows, columns } = extents[index] as Extent;
    return {
      name,
      visibility: VISIBILITY[visibility] ?? 'visible',
      rowCount: rows,
      columnCount: columns,
      merges: hints.get(id)?.merges ?? [],
      hiddenRows: [],
      hiddenColumns: hints.get(id)?.hiddenColumns ?? [],
    };
  });
}

interface Extent {
  readonly id: string;
  readonly rows: number;
  readonly columns: number;
}

async function extentsOf(session: Session, ids: readonly string[]): Promise<Extent[]> {
  const used = ids.map((id) => session.sheet(id).getUsedRangeOrNullObject(true));
  for (const range of used) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await session.sync();
  return used.map((range, index) => {
    const id = ids[index] as string;
    if (range.isNullObject) return { id, rows: 0, columns: 0 };
    return { id, rows: range.rowIndex + range.rowCount, columns: range.columnIndex + range.columnCount };
  });
}

interface Hints {
  readonly merges: readonly Area[];
  readonly hiddenColumns: readonly number[];
}

async function hintsOf(session: Session, extents: readonly Extent[], canMerges: boolean): Promise<Map<string, Hints>> {
  const asked = extents
    .filter(({ rows }) => rows > 0)
    .map(({ id, rows, columns }) => {
      const sheet = session.sheet(id);
      const width = Math.min(columns, MOST_COLUMNS);
      const hidden = sheet.getRangeByIndexes(0, 0, 1, width).getColumnProperties({ columnHidden: true });
      const merged = canMerges ? sheet.getRangeByIndexes(0, 0, rows, columns).getMergedAreasOrNullObject() : null;
      merged?.load('areas/items/address');
      return { id, hidden, merged };
    });
  if (asked.length === 0) return new Map();
  await session.sync();
  return new Map(
    asked.map(({ id, hidden, merged }) => [
      id,
      {
        hiddenColumns: hidden.value.flatMap(({ columnHidden }, column) => (columnHidden === true ? [column] : [])),
        merges:
          merged === null || merged.isNullObject
            ? []
            : merged.areas.items.slice(0, MOST_MERGES).map(({ address }) => areaOfAddress(address)),
      },
    ]),
  );
}
