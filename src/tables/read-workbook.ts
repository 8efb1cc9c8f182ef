import type { Grid, WorkbookSource } from '../model/grid';
import { isOwnSheet } from '../model/own-sheet';
import { readGrid } from '../model/read-grid';
import type { Step } from '../model/slices';
import { saying } from '../model/slices';
import type { Table } from '../model/table';
import { KINDS } from './packs';
import type { Recognition, Statements } from './recognise';
import { recogniseInSlices } from './recognise';

/** Her sheets, and the tables on them. */
export interface Understood {
  readonly grids: readonly Grid[];
  readonly recognition: Recognition;
}

/** What is being done; without a text where a stage is through. */
export interface UnderstandingStep extends Step {
  readonly stage: '读取' | '识别';
}

const FOLDED = new Set(KINDS.filter(({ folded }) => folded).map(({ id }) => id));

/** Reads and recognises her sheets; long ones are read whole only where their rows are needed. */
export async function* understand(
  source: WorkbookSource,
  stated: Statements,
): AsyncGenerator<UnderstandingStep, Understood> {
  const sheets = (await source.describe()).filter((sheet) => !isOwnSheet(sheet.name));
  const grids: Grid[] = [];
  for (const [done, sheet] of sheets.entries()) {
    yield { stage: '读取', done, total: sheets.length, text: sheet.name };
    grids.push(await readGrid(source, sheet, 'recognisable'));
  }
  yield { stage: '读取', done: sheets.length, total: sheets.length, text: '' };
  const recognition = yield* recognising(grids, stated);
  const unread = longListsToKeep(grids, recognition.tables);
  if (unread.length === 0) return { grids, recognition };
  for (const [done, grid] of unread.entries()) {
    yield { stage: '读取', done, total: unread.length, text: grid.sheet };
    grids[grids.indexOf(grid)] = await readGrid(source, grid.description, 'whole');
  }
  yield { stage: '读取', done: unread.length, total: unread.length, text: '' };
  return { grids, recognition: yield* recognising(grids, stated) };
}

function recognising(grids: readonly Grid[], stated: Statements): Generator<UnderstandingStep, Recognition, void> {
  return saying(recogniseInSlices(grids, stated), (step) => ({ stage: '识别' as const, ...step }));
}

/** Long sheets that turned out to hold a table whose rows are needed, not only counted. */
function longListsToKeep(grids: readonly Grid[], tables: readonly Table[]): Grid[] {
  return grids.filter(
    (grid) => !grid.isWhole() && tables.some((table) => table.sheet === grid.sheet && !FOLDED.has(table.kind)),
  );
}
