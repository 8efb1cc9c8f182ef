import { readFileSync } from 'node:fs';
import type { CellValue } from '../../src/model/grid';
import type { Edit } from '../support/edit-cells';
import { withCells } from '../support/edit-cells';
import { evaluatedFrom, ownCells, ownFormulas } from '../support/evaluated';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import { Random } from '../support/random';
import { SAMPLE_FILE } from '../support/sample';

type Cells = ReadonlyMap<string, CellValue>;

/** Amounts are written with at most six decimals; ratios with more are worked out in binary by the spreadsheet. */
const CLOSE = 1e-6;

function same(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < CLOSE;
  return (one ?? '') === (other ?? '');
}

/** The figures of 自评_勾稽核对 by what they are about: 结论, 左边数, 右边数, 差额, 允许差. */
function relationLines(cells: Cells): Map<string, (CellValue | undefined)[]> {
  const lines = new Map<string, (CellValue | undefined)[]>();
  for (let row = 5; cells.has(`自评_勾稽核对!C${row}`); row += 1) {
    const at = (column: string): CellValue | undefined => cells.get(`自评_勾稽核对!${column}${row}`);
    lines.set(['C', 'D', 'E', 'G', 'L', 'M'].map(at).join('|'), ['B', 'F', 'H', 'J', 'K'].map(at));
  }
  return lines;
}

/** The figures of 自评_取数 by their source cell: 数值, 折合万元, 尾差额度. */
function paperLines(cells: Cells): Map<string, (CellValue | undefined)[]> {
  const lines = new Map<string, (CellValue | undefined)[]>();
  for (let row = 5; cells.has(`自评_取数!F${row}`); row += 1) {
    const at = (column: string): CellValue | undefined => cells.get(`自评_取数!${column}${row}`);
    lines.set(String(at('F')), ['H', 'J', 'K'].map(at));
  }
  return lines;
}

function different(one: ReturnType<typeof paperLines>, other: ReturnType<typeof paperLines>): unknown[] {
  return [...one].flatMap(([about, values]) => {
    const others = other.get(about);
    return others?.every((value, at) => same(value, values[at])) ? [] : [[about, values, others]];
  });
}

describeWithLibreOffice('recalculation by another program', () => {
  it('gives for every formula the value written beside it', async () => {
    const { bytes } = await evaluatedFrom(readFileSync(SAMPLE_FILE));
    const formulas = await ownFormulas(bytes);
    const written = await ownCells(bytes);
    const calculated = await ownCells(await recalculated(bytes));
    expect(formulas.size).toBeGreaterThan(10_000);
    const wrong = [...formulas.keys()].filter((place) => !same(written.get(place), calculated.get(place)));
    expect(wrong.map((place) => [place, formulas.get(place), written.get(place), calculated.get(place)])).toEqual([]);
  });

  it('follows forty changed source cells as a new evaluation would', async () => {
    const sample = readFileSync(SAMPLE_FILE);
    const { evaluation, bytes } = await evaluatedFrom(sample);
    const random = new Random(2023);
    // Changed by whole steps of their tables: how finely a table is written is settled when the sheets are made.
    const amounts = [...paperLines(await ownCells(bytes))].flatMap(([place, [value, , half]]) =>
      typeof value === 'number' && typeof half === 'number' && half > 0 ? [{ place, value, step: 2 * half }] : [],
    );
    const edits = new Map<string, Edit>();
    while (edits.size < 40) {
      const { place, value, step } = random.pick(amounts) as (typeof amounts)[number];
      edits.set(place, Number((value + random.whole(1, 9_999) * step).toFixed(2)));
    }
    const live = await ownCells(await recalculated(withCells(bytes, edits)));
    const anew = await evaluatedFrom(withCells(sample, edits));
    const again = await ownCells(anew.bytes);
    expect(different(paperLines(live), paperLines(again))).toEqual([]);
    // A relation with two wordings that holds in neither is reported in the first: then only the verdict can be compared.
    const [lines, anewLines] = [relationLines(live), relationLines(again)];
    const common = new Map([...lines].filter(([about]) => anewLines.has(about)));
    expect(common.size).toBeGreaterThan(lines.size - 5);
    expect(different(common, anewLines)).toEqual([]);
    expect([...lines].filter(([about]) => !anewLines.has(about)).map(([, [verdict]]) => verdict)).toEqual(
      new Array(lines.size - common.size).fill('不符'),
    );
    const fails = (cells: Cells): number =>
      [...relationLines(cells).values()].filter(([verdict]) => verdict === '不符').length;
    expect(evaluation.checks?.filter((check) => check.status === 'fails')).toEqual([]);
    expect(fails(live)).toBeGreaterThan(40);
  });
});
