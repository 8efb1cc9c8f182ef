import { openWorkbookFile } from '../../src/hosts/xlsx/open';
import { Grid } from '../../src/model/grid';
import { parsePlace } from '../../src/model/address';
import { bureauBook } from '../support/bureau';
import { gridsOf, xlsxOf } from '../support/book';
import { FAULTS } from '../support/faults';
import { bookOf, placesOf } from '../support/laid';
import type { LaidBook } from '../support/laid';
import type { Planted } from '../support/planting';
import { Random } from '../support/random';
import { shaped, someShapes } from '../support/shapes';
import { judge, namedCells } from '../support/verdicts';

const GRID_RUNS = 1000;
const FILE_RUNS = 50;
const SHARE_FOUND = 0.99;

interface Outcome {
  readonly fault: string;
  readonly found: boolean;
  /** True when a message points to the faulty cell or into its row. */
  readonly pointed: boolean;
  readonly description: string;
}

const books = new Map<number, LaidBook>();

function bureau(seed: number): LaidBook {
  const book = books.get(seed) ?? bureauBook(seed);
  books.set(seed, book);
  return book;
}

/** The n-th run: every sort of fault in turn, on another bureau each time. */
function plantedAt(run: number): { fault: (typeof FAULTS)[number]; planted: Planted } | null {
  const fault = FAULTS[run % FAULTS.length] as (typeof FAULTS)[number];
  const planted = fault.plant(bureau(Math.floor(run / FAULTS.length)), run);
  return planted && { fault, planted };
}

function outcomeOf(fault: string, planted: Planted, cells: readonly string[], grids: readonly Grid[]): Outcome {
  const named = namedCells(judge(grids));
  const rows = new Set([...named].map(rowOf));
  return {
    fault,
    found: named.size > 0,
    pointed: cells.some((cell) => rows.has(rowOf(cell))),
    description: planted.description,
  };
}

function rowOf(cell: string): string {
  const place = parsePlace(cell);
  return place ? `${place.sheet}|${place.row}` : cell;
}

function share(outcomes: readonly Outcome[], good: (outcome: Outcome) => boolean): number {
  return outcomes.filter(good).length / outcomes.length;
}

describe('planted errors', () => {
  test(`${GRID_RUNS} errors of ${FAULTS.length} sorts on clean bureaus: at least 99 % are found`, () => {
    const outcomes = Array.from({ length: GRID_RUNS }, (_, run) => plantedAt(run)).flatMap((one) =>
      one ? [outcomeOf(one.fault.id, one.planted, one.planted.cells, gridsOf(bookOf(one.planted.book)))] : [],
    );
    expect(outcomes.length).toBeGreaterThan(0.97 * GRID_RUNS);
    expect(new Set(outcomes.map((one) => one.fault)).size).toBe(FAULTS.length);
    const missed = outcomes.filter((one) => !one.found).map((one) => `${one.fault}: ${one.description}`);
    expect({ enough: share(outcomes, (one) => one.found) >= SHARE_FOUND, missed }).toEqual({ enough: true, missed });
    // A wrong unit is seen by the figures, not at the unit line, and a moved code by the totals of both 类.
    const pointing = outcomes.filter((one) => !['table-under-wrong-unit', 'code-in-other-class'].includes(one.fault));
    const vague = pointing.filter((one) => !one.pointed).map((one) => `${one.fault}: ${one.description}`);
    expect({ enough: share(pointing, (one) => one.pointed) >= SHARE_FOUND, vague }).toEqual({ enough: true, vague });
  });

  test(`${FILE_RUNS} errors through .xlsx files and other layouts are found too`, async () => {
    const outcomes: Outcome[] = [];
    for (let run = 0; run < FILE_RUNS; run++) {
      const one = plantedAt(run * 7);
      if (!one) continue;
      const random = new Random(run, 'file');
      const shapes = someShapes(random, 0.3).filter((shape) => !one.fault.hiddenBy?.includes(shape.id));
      const laid = shaped(one.planted.book, shapes, random);
      const opened = await openWorkbookFile(xlsxOf(bookOf(laid)), '示例.xlsx');
      if ('problem' in opened) throw new Error(opened.problem.message);
      const sheets = await opened.source.describe();
      const grids = await Promise.all(
        sheets.map(
          async (sheet) =>
            new Grid(sheet, [await opened.source.read({ sheet: sheet.name, fromRow: 0, toRow: sheet.rowCount })]),
        ),
      );
      const shapesText = shapes.map((shape) => shape.id).join('+');
      const described = { ...one.planted, description: `${one.planted.description} [${shapesText}]` };
      outcomes.push(outcomeOf(one.fault.id, described, placesOf(laid, one.planted.keys), grids));
    }
    const missed = outcomes.filter((one) => !one.found).map((one) => `${one.fault}: ${one.description}`);
    expect(outcomes.length).toBeGreaterThan(0.9 * FILE_RUNS);
    expect(missed).toEqual([]);
  });
});
