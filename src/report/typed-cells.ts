import type { KeptRow, Typed } from './kept';

/** What she typed about one row of a sheet of ours, without being on that sheet. */
export interface TypedRow {
  /** Fingerprint of the figures she saw (report/handling.ts); empty where nothing depends on them. */
  readonly figures: string;
  /** By column id; an empty text clears the cell. */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * What she typed elsewhere than on a sheet of ours, in the pane: by sheet and row id. It is newer than what the sheet
 * holds, counts as if she had typed it there, and is written there on the next run.
 */
export type TypedCells = Readonly<Record<string, Readonly<Record<string, TypedRow>>>>;

/** The rows of a sheet with what she typed elsewhere in their cells. */
export function withTypedCells(
  rows: ReadonlyMap<string, KeptRow>,
  typed: Readonly<Record<string, TypedRow>> = {},
): ReadonlyMap<string, KeptRow> {
  const entries = Object.entries(typed);
  if (entries.length === 0) return rows;
  const all = new Map(rows);
  for (const [id, row] of entries) all.set(id, withTypedRow(id, rows.get(id), row));
  return all;
}

function withTypedRow(id: string, found: KeptRow | undefined, { figures, cells }: TypedRow): KeptRow {
  const changed = (before: ReadonlyMap<string, Typed>): ReadonlyMap<string, Typed> => {
    const after = new Map(before);
    for (const [column, text] of Object.entries(cells)) {
      if (text.trim() === '') after.delete(column);
      else after.set(column, text);
    }
    return after;
  };
  const row = found ?? { id, figures: '', typed: new Map(), standing: new Map(), places: new Map(), about: '' };
  return { ...row, figures, typed: changed(row.typed), standing: changed(row.standing) };
}
