import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue } from '../../src/model/grid';
import { Grid } from '../../src/model/grid';
import { Random } from '../support/random';
import { demands, failing, judge, kindsOf, verdicts } from '../support/verdicts';
import type { SheetLayout } from '../unit/tables/layouts/layout';

const FOLDER = join(__dirname, '../unit/tables/layouts');
const files = readdirSync(FOLDER).filter(
  (file) => /\.ts$/.test(file) && !/^layouts?\./.test(file) && !/\.test\./.test(file),
);
const layouts = files.flatMap((file) => (jest.requireActual(join(FOLDER, file)) as { layouts: SheetLayout[] }).layouts);
const named = layouts.map((layout) => [layout.kind, layout.source, layout] as const);
/** Tables that may stand beside others; rosters, entries and texts fill a sheet of their own. */
const partial = layouts.filter((layout) => !/^text|roster|entries/.test(layout.kind));

type Rows = readonly (readonly CellValue[])[];

function judgeRows(sheet: string, rows: Rows): ReturnType<typeof judge> {
  return judge([Grid.ofRows(sheet, rows)]);
}

describe('a single right table raises no alarm', () => {
  test.each(named)('%s as in %s', (_kind, _source, layout) => {
    const judged = judgeRows(layout.sheet, layout.rows);
    expect(
      failing(judged)
        .filter((one) => one.status === 'fails')
        .map((one) => one.message),
    ).toEqual([]);
    expect(
      demands(judged)
        .filter((one) => one.rule !== 'table.year.missing')
        .map((one) => one.message),
    ).toEqual([]);
  });
});

/** Ways to write the same sheet; what it is and what ties must stay. */
const WRITINGS: readonly (readonly [string, (rows: Rows) => Rows])[] = [
  ['shifted by two rows and two columns', (rows) => [[], [], ...rows.map((row) => [null, null, ...row])]],
  [
    'with decimals as text with thousands separators',
    (rows) =>
      rows.map((row) =>
        row.map((value) => (typeof value === 'number' && !Number.isInteger(value) ? separated(value) : value)),
      ),
  ],
  ['with short words spread by spaces', (rows) => rows.map((row) => row.map(spread))],
];

function separated(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 8 });
}

/** 合计 → 合  计, as people do to fill a column. */
function spread(value: CellValue): CellValue {
  return typeof value === 'string' && /^[\u4e00-\u9fa5]{2,3}$/.test(value) ? Array.from(value).join('  ') : value;
}

describe.each(WRITINGS)('the same sheet %s', (_writing, write) => {
  test.each(named)('%s as in %s', (_kind, _source, layout) => {
    const before = judgeRows(layout.sheet, layout.rows);
    const after = judgeRows(layout.sheet, write(layout.rows));
    expect(kindsOf(after)).toEqual(kindsOf(before));
    expect(verdicts(after)).toEqual(verdicts(before));
  });
});

describe('tables of any kinds on one sheet', () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => [seed]);

  test.each(seeds)('three below one another, draw %i', (seed) => {
    const random = new Random(seed, 'below');
    const drawn = [0, 1, 2].map(() => partial[random.whole(0, partial.length - 1)] as SheetLayout);
    const judged = judgeRows(
      'Sheet1',
      drawn.flatMap((layout) => [...layout.rows, [], []]),
    );
    expect(judged.recognition.tables.map((table) => table.kind)).toEqual(drawn.map((layout) => layout.kind));
  });

  test.each(seeds)('two side by side, draw %i', (seed) => {
    const random = new Random(seed, 'beside');
    const [left, right] = [0, 1].map(() => partial[random.whole(0, partial.length - 1)] as SheetLayout) as [
      SheetLayout,
      SheetLayout,
    ];
    const width = Math.max(...left.rows.map((row) => row.length)) + 1;
    const height = Math.max(left.rows.length, right.rows.length);
    const rows = Array.from({ length: height }, (_, row) => {
      const cells = [...(left.rows[row] ?? [])];
      return [...cells, ...new Array<null>(width - cells.length).fill(null), ...(right.rows[row] ?? [])];
    });
    expect(judgeRows('Sheet1', rows).recognition.tables.map((table) => table.kind)).toEqual([left.kind, right.kind]);
  });
});
