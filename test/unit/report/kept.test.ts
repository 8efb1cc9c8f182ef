import { blankWorkbook } from '../../../src/hosts/xlsx/write/blank';
import { writePlan } from '../../../src/hosts/xlsx/write/write';
import { Decimal } from '../../../src/model/decimal';
import { readGrid } from '../../../src/model/read-grid';
import { formulaCell, numberCell, textCell } from '../../../src/report/cells';
import type { KeptSheet } from '../../../src/report/kept';
import { readKeptSheet } from '../../../src/report/kept';
import type { ListRow } from '../../../src/report/list-sheet';
import { listSheet } from '../../../src/report/list-sheet';
import { pendingText } from '../../../src/model/pending';
import { STYLES } from '../../../src/report/styles';
import { cell } from '../../../src/sheet/formula';
import type { Cell, SheetModel } from '../../../src/sheet/sheet';
import { opened } from '../../support/evaluated';

const COLUMNS = [
  { header: '事项', width: 20 },
  { header: '金额', width: 12 },
  { header: '处理', width: 12, input: '处理' },
  { header: '说明', width: 12, input: '说明' },
];
/** Rows of the sheet, from 0, of the two items below marks, title, unit line and header. */
const [FIRST, SECOND] = [4, 5];
const REASON = 3;

const hers = (value: string | Decimal | null): Cell => ({ type: 'input', value, style: STYLES.input });
const TYPED = [
  ['已说明', '＝年中调整"甲"'],
  [null, Decimal.of('12.5')],
] as const;

/** Two items: their amounts are formulas, 处理 and 说明 are hers. */
function written(typed: readonly (readonly (string | Decimal | null)[])[] = TYPED): SheetModel {
  const item = (id: string, about: string, row: number): ListRow => ({
    cells: [
      textCell(about),
      formulaCell(cell({ sheet: '自评_问题清单', row, column: 0 }), about, STYLES.plain),
      ...(typed[row - FIRST] ?? []).map(hers),
    ],
    mark: { id, inputs: ['处理', '说明'], figures: `数${id}` },
  });
  return listSheet({
    ...{ name: '自评_问题清单', title: '问题清单', unitName: '云岭县民政局', unitLine: '', columns: COLUMNS },
    rows: [item('甲', '基本支出不等', FIRST), item('乙', '项目支出与执行数不等', SECOND)],
    ...{ remarks: ['注：请填写。'], orientation: 'landscape', filter: false, frozenColumns: 0 },
  });
}

/** The sheet as it is read back from a file. */
async function readBack(model: SheetModel): Promise<KeptSheet | null> {
  const file = writePlan(blankWorkbook(), { sheets: [{ model, keepAs: null }] });
  if ('problem' in file) throw new Error(file.problem.message);
  const source = await opened(file.bytes);
  const [sheet] = await source.describe();
  if (!sheet) throw new Error('no sheet');
  return readKeptSheet(await readGrid(source, sheet, 'whole'), await source.formulas(sheet.name));
}

const withRows = (model: SheetModel, change: (rows: SheetModel['rows'][number][]) => void): SheetModel => {
  const rows = [...model.rows];
  change(rows);
  return { ...model, rows };
};

const withCell = (row: number, column: number, to: Cell | null): SheetModel =>
  withRows(written(), (rows) => {
    const old = rows[row] as SheetModel['rows'][number];
    const cells: (Cell | null)[] = [...old.cells];
    while (cells.length <= column) cells.push(null);
    cells[column] = to;
    rows[row] = { ...old, cells };
  });

const BLANK_ROW = { cells: [], height: null, hidden: false, breakAfter: false };

/** What she typed, by row and column. */
const typedIn = (kept: KeptSheet | null): unknown =>
  [...(kept?.rows ?? [])].flatMap(([id, row]) => [...row.typed].map(([column, what]) => [id, column, String(what)]));

const ALL_TYPED = [
  ['甲', '处理', '已说明'],
  ['甲', '说明', '＝年中调整"甲"'],
  ['乙', '说明', '12.5'],
];

describe('a sheet of ours that is read back', () => {
  it('gives what she typed, by the ids of row and column', async () => {
    const kept = await readBack(written());
    expect(typedIn(kept)).toEqual(ALL_TYPED);
    expect(kept?.rows.get('甲')).toMatchObject({ figures: '数甲', about: '基本支出不等' });
    expect(kept?.rows.get('乙')?.typed.get('说明')).toEqual(Decimal.of('12.5'));
  });

  it('gives nothing for cells that are blank, of spaces, or still hold our 【待填】', async () => {
    const kept = await readBack(
      written([
        [null, ' 　'],
        [pendingText('处理'), null],
      ]),
    );
    expect([typedIn(kept), kept?.edited]).toEqual([[], false]);
  });

  test.each<[string, SheetModel]>([
    ['as it was written', written()],
    ['a row was inserted', withRows(written(), (rows) => rows.splice(SECOND, 0, BLANK_ROW))],
    ['rows were inserted above the title', withRows(written(), (rows) => rows.splice(1, 0, BLANK_ROW, BLANK_ROW))],
    ['the items were sorted', withRows(written(), (rows) => rows.splice(FIRST, 2, ...rows.slice(FIRST, 6).reverse()))],
    ['a column was inserted', withColumnInserted(written(), 1)],
    ['a column was inserted between hers', withColumnInserted(written(), 3)],
  ])('is not taken for changed, and nothing is lost: %s', async (_, model) => {
    const kept = await readBack(model);
    expect(kept?.edited).toBe(false);
    expect(new Set(typedIn(kept) as unknown[])).toEqual(new Set(ALL_TYPED));
  });

  test.each<[string, SheetModel]>([
    ['a text', withCell(FIRST, 0, textCell('基本支出相等'))],
    ['a formula typed over with its value', withCell(FIRST, 1, textCell('基本支出不等'))],
    ['a formula typed over with a number', withCell(FIRST, 1, numberCell(Decimal.of(3), STYLES.plain))],
    ['a cell cleared', withCell(SECOND, 0, null)],
    ['a cell filled that was blank', withCell(2, 1, textCell('备注'))],
    ['a cell filled behind the marks', withCell(FIRST, 9, textCell('核对过'))],
    ['a title', withCell(1, 0, textCell('清单'))],
    ['a row deleted', withRows(written(), (rows) => rows.splice(FIRST, 1))],
    ['a row duplicated', withRows(written(), (rows) => rows.splice(SECOND, 0, rows[FIRST] as (typeof rows)[number]))],
  ])('is taken for changed: %s', async (_, model) => expect((await readBack(model))?.edited).toBe(true));

  it('gives of a duplicated row what stands in the first', async () => {
    const model = withRows(written(), (rows) => {
      const [first, again] = [rows[FIRST], withCell(FIRST, REASON, hers('抄来的')).rows[FIRST]];
      rows.splice(FIRST, 1, first as (typeof rows)[number], again as (typeof rows)[number]);
    });
    expect(typedIn(await readBack(model))).toEqual(ALL_TYPED);
  });
});

describe('a sheet that is none of ours', () => {
  test.each<[string, SheetModel]>([
    ['one without a mark', withCell(0, COLUMNS.length, null)],
    ['one whose mark is not ours', withCell(0, COLUMNS.length, textCell('别人|1|自评_问题清单|00'))],
    ['a copy of ours under another name', { ...written(), name: '自评_问题清单 (2)' }],
  ])('is not read: %s', async (_, model) => expect(await readBack(model)).toBeNull());
});

function withColumnInserted(model: SheetModel, at: number): SheetModel {
  const blank = { width: 8, hidden: false };
  return {
    ...model,
    columns: [...model.columns.slice(0, at), blank, ...model.columns.slice(at)],
    rows: model.rows.map((row) => ({ ...row, cells: [...row.cells.slice(0, at), null, ...row.cells.slice(at)] })),
    merges: [],
  };
}
