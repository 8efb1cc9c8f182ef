import type { SheetModel } from '../../src/sheet/sheet';
import { printedScale } from '../../src/report/page-breaks';
import { judgeFile, sampleBytes } from '../support/sample';

/** As small as print may be, in points: a good seven and three quarters reads as eight. */
const LEAST = 7.8;

/** The smallest text of the print area as it comes out on A4. */
function printedSize({ columns, rows, print }: SheetModel): number {
  const { top, bottom, left, right } = print.area;
  const widths = columns.slice(left, right + 1).map(({ width, hidden }) => (hidden ? 0 : width));
  const sizes = rows
    .slice(top, bottom + 1)
    .flatMap(({ cells }) => cells.slice(left, right + 1).flatMap((cell) => (cell ? [cell.style.font.size] : [])));
  return Math.min(...sizes) * printedScale(widths, print);
}

test('every sheet of the sample prints large enough to read on A4', async () => {
  const { evaluation } = await judgeFile(sampleBytes(), { last: 'report' });
  const models = (evaluation.report?.plan.sheets ?? []).map(({ model }) => model);
  expect(models.length).toBeGreaterThan(8);
  const small = models
    .map((model) => `${model.name} ${printedSize(model).toFixed(2)}`)
    .filter((line) => Number(line.split(' ')[1]) < LEAST);
  expect(small).toEqual([]);
});
