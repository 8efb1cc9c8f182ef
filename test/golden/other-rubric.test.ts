import { readFileSync } from 'node:fs';
import type { CellValue } from '../../src/model/grid';
import { SHEETS } from '../../src/report/sheet-names';
import { rubricById } from '../../src/rubric/packs';
import type { Rubric } from '../../src/rubric/pack';
import type { Edit } from '../support/edit-cells';
import { withCells } from '../support/edit-cells';
import type { Evaluated } from '../support/evaluated';
import { evaluatedFrom, ownCells } from '../support/evaluated';
import type { InputCell } from '../support/input-cells';
import { inputCells } from '../support/input-cells';
import { SAMPLE_FILE } from '../support/sample';

const SAMPLE = readFileSync(SAMPLE_FILE);
/** Sheets in which she types words; on 自评_评分办法 she changes numbers. */
const WORDED: readonly string[] = [SHEETS.department, SHEETS.scores];
/** What she types first begins with this word. */
const FIRST = '前';

function shipped(id: string): Rubric {
  const rubric = rubricById(id);
  if (!rubric) throw new Error(`no rubric ${id}`);
  return rubric;
}

const FRAMEWORK = shipped('mof-2013-53');
const OTHER = shipped('step-deduction');

const keyOf = ({ sheet, id, column }: InputCell): string => `${sheet}|${id}|${column}`;

async function standing(bytes: Uint8Array): Promise<Map<string, CellValue>> {
  return new Map((await inputCells(bytes)).map((cell) => [keyOf(cell), cell.value]));
}

/** Points moved from the first indicator to the second: the sum stays what it is. */
function pointsMoved({ id, indicators: [first, second] }: Rubric): Map<string, Edit> {
  const column = (indicator: string | undefined): string => `${SHEETS.rubric}|${id}|${indicator}|分值`;
  return new Map([
    [column(first?.id), Number(first?.points) - 1],
    [column(second?.id), Number(second?.points) + 1],
  ]);
}

interface Typed {
  readonly bytes: Uint8Array;
  /** What she typed, by sheet, row and column. */
  readonly typed: ReadonlyMap<string, Edit>;
}

/**
 * The workbook after she typed into every cell of the form and the scores that held nothing of hers, and moved a point in
 * the rubric. Every word is another one and begins with `word`.
 */
async function typedInto(bytes: Uint8Array, rubric: Rubric, word: string): Promise<Typed> {
  const moved = pointsMoved(rubric);
  const typed = new Map<string, Edit>();
  const edits = new Map<string, Edit>();
  for (const cell of await inputCells(bytes)) {
    const key = keyOf(cell);
    const isFree = WORDED.includes(cell.sheet) && cell.column !== '不适用' && !String(cell.value).startsWith(FIRST);
    const value = moved.get(key) ?? (isFree ? `${word}${typed.size}` : null);
    if (value === null) continue;
    typed.set(key, value);
    edits.set(cell.place, value);
  }
  return { bytes: withCells(bytes, edits), typed };
}

/** How each run is made: on the result itself, or on her own workbook with the result beside it. */
const WAYS: readonly (readonly [
  string,
  (bytes: Uint8Array, more: Parameters<typeof evaluatedFrom>[1]) => Promise<Evaluated>,
])[] = [
  ['on the result itself', (bytes, more) => evaluatedFrom(bytes, more)],
  ['on her own workbook', (bytes, more) => evaluatedFrom(SAMPLE, { ...more, previousBytes: bytes })],
];

let first: Typed;

beforeAll(async () => {
  first = await typedInto((await evaluatedFrom(SAMPLE, { rubric: FRAMEWORK })).bytes, FRAMEWORK, FIRST);
});

describe.each(WAYS)('another rubric and back, run %s', (_, runAgain) => {
  it('leaves every word she typed for either in the workbook, and back in its row', async () => {
    expect(first.typed.size).toBeGreaterThan(80);

    const other = await typedInto((await runAgain(first.bytes, { rubric: OTHER })).bytes, OTHER, '后');
    const both = new Map([...first.typed, ...other.typed]);
    const kept = await standing(other.bytes);
    expect(new Map([...both.keys()].map((key) => [key, kept.get(key)]))).toEqual(both);

    const back = await runAgain(other.bytes, { rubric: FRAMEWORK });
    const returned = await standing(back.bytes);
    expect(new Map([...both.keys()].map((key) => [key, returned.get(key)]))).toEqual(both);
    const alone = await runAgain(first.bytes, { rubric: FRAMEWORK });
    expect(back.evaluation.scorecard).toEqual(alone.evaluation.scorecard);
    expect(back.evaluation.findings.filter(({ stage }) => stage === 'report')).toEqual([]);

    const once = await runAgain(back.bytes, { rubric: FRAMEWORK });
    expect(await ownCells(once.bytes)).toEqual(await ownCells(back.bytes));
  });

  it('does not score by what was typed for the other', async () => {
    const other = await runAgain(first.bytes, { rubric: OTHER });
    const untouched = await evaluatedFrom(SAMPLE, { rubric: OTHER });
    expect(other.evaluation.scorecard).toEqual(untouched.evaluation.scorecard);
  });

  it('goes on with the rubric of the last run where none is asked for', async () => {
    const other = await runAgain(first.bytes, { rubric: OTHER });
    expect((await runAgain(other.bytes, {})).evaluation.scorecard?.rubric).toBe(OTHER.id);
    const both = await evaluatedFrom(first.bytes, { previousBytes: other.bytes });
    expect(both.evaluation.scorecard?.rubric).toBe(OTHER.id);
  });
});

describe.each(WAYS)('another year and back, run %s', (_, runAgain) => {
  it('leaves every word she typed in the workbook, and back in its row', async () => {
    const other = await runAgain(first.bytes, { year: 2024 });
    const kept = await standing(other.bytes);
    expect(new Map([...first.typed.keys()].map((key) => [key, kept.get(key)]))).toEqual(first.typed);
    expect([...first.typed.keys()].some((key) => key.startsWith(`${SHEETS.department}|2023|目标`))).toBe(true);

    const back = await runAgain(other.bytes, { year: 2023 });
    const alone = await runAgain(first.bytes, {});
    expect(await ownCells(back.bytes)).toEqual(await ownCells(alone.bytes));
  });
});
