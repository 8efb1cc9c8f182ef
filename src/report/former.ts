import type { Grid, WorkbookSource } from '../model/grid';
import { isOwnSheet } from '../model/own-sheet';
import { readGrid } from '../model/read-grid';
import type { Step } from '../model/slices';
import { saying } from '../model/slices';
import type { KeptRow, KeptSheet } from './kept';
import { readKeptSheetInSlices } from './kept';
import type { TypedCells } from './typed-cells';
import { withTypedCells } from './typed-cells';

/** A sheet of ours in a workbook, with what it holds. */
export interface FormerSheet {
  readonly grid: Grid;
  /** Null when it bears our name but not our mark. */
  readonly kept: KeptSheet | null;
}

/** What earlier runs left: in the workbook itself, and in the file this run will replace. */
export interface Former {
  /** All sheets of the workbook in order, hers and ours. */
  readonly sheetNames: readonly string[];
  readonly here: readonly FormerSheet[];
  readonly replaced: readonly FormerSheet[];
  /** What she typed since, elsewhere than on those sheets. */
  readonly typed: TypedCells;
}

/**
 * Reads back our own sheets of a workbook, and of the file that the new one will replace, if there is one.
 * @param typed what she typed since, elsewhere than on those sheets
 */
export async function readFormer(
  source: WorkbookSource,
  replaced: WorkbookSource | null,
  typed: TypedCells = {},
): Promise<Former> {
  const reading = readFormerInSlices(source, replaced, typed);
  for (;;) {
    const slice = await reading.next();
    if (slice.done) return slice.value;
  }
}

/** The same, sheet by sheet and some rows at a time. */
export async function* readFormerInSlices(
  source: WorkbookSource,
  replaced: WorkbookSource | null,
  typed: TypedCells = {},
): AsyncGenerator<Step, Former> {
  const sheets = await source.describe();
  return {
    sheetNames: sheets.map((sheet) => sheet.name),
    here: yield* formerSheets(source),
    replaced: replaced ? yield* formerSheets(replaced) : [],
    typed,
  };
}

async function* formerSheets(source: WorkbookSource): AsyncGenerator<Step, FormerSheet[]> {
  const sheets = (await source.describe()).filter(({ name }) => isOwnSheet(name));
  const total = sheets.length;
  const former: FormerSheet[] = [];
  for (const [done, sheet] of sheets.entries()) {
    const step = { done, total, text: sheet.name };
    yield step;
    const grid = await readGrid(source, sheet, 'whole');
    const formulas = await source.formulas(sheet.name);
    yield step;
    former.push({ grid, kept: yield* saying(readKeptSheetInSlices(grid, formulas), () => step) });
  }
  if (total > 0) yield { done: total, total, text: '' };
  return former;
}

/** What she typed into a sheet of ours, by row; the file to be replaced is the newer one and goes before. */
export function keptRows(former: Former, sheet: string): ReadonlyMap<string, KeptRow> {
  return new Map([...formerRows(former, sheet)].filter(([, row]) => row.typed.size > 0));
}

/** All rows of a sheet of ours as they were found, with and without something of hers. */
export function formerRows(former: Former, sheet: string): ReadonlyMap<string, KeptRow> {
  const rows = new Map<string, KeptRow>();
  for (const { kept } of [...former.here, ...former.replaced]) {
    if (kept?.name !== sheet) continue;
    for (const [id, row] of kept.rows) if (row.typed.size > 0 || !rows.has(id)) rows.set(id, row);
  }
  return withTypedCells(rows, former.typed[sheet]);
}
