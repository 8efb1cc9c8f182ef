import type { Applied, Outcome, WorkbookHost } from '../../../src/hosts/port';
import { cellAddress } from '../../../src/model/address';
import type { CellValue } from '../../../src/model/grid';
import { canonicalFormula } from '../../../src/sheet/canonical-formula';
import * as formula from '../../../src/sheet/formula';
import type { Plan } from '../../../src/sheet/plan';
import type { SheetModel } from '../../../src/sheet/sheet';
import { MAX_CELL_TEXT } from '../../../src/sheet/text';
import type { Edit } from '../../support/edit-cells';
import { fullSheet } from '../xlsx/write/full-sheet';
import { amount, MONEY, planOf, row, sheet, text } from '../xlsx/write/plans';

/** A host with a workbook in it, and what she can do to that workbook. */
export interface HostUnderTest {
  readonly host: WorkbookHost;
  /** Types into a cell that holds something. */
  type(sheet: string, address: string, edit: Edit): void;
  /** @param formula without “=” */
  typeFormula(sheet: string, address: string, formula: string): void;
  close(): void;
}

/** Her sheet in the workbook every case begins with: three columns, amounts in B, an apostrophe in the name. */
export const HERS = "It's 支出表";
export const HER_ROWS: readonly (readonly (string | number)[])[] = [
  ['科目', '金额', '备注'],
  ['基本支出', 378.6, '人员'],
  ['项目支出', 17539.24, '专项'],
  ['合计', 17917.84, '核对'],
];

const OURS = '自评_支出';

/** A sheet of ours with live formulas to hers, and to another sheet of ours. */
function spending(title: string): SheetModel {
  const at = (rowIndex: number) => formula.cell({ sheet: HERS, row: rowIndex, column: 1 });
  const total = formula.call('SUM', formula.area(HERS, { top: 1, left: 1, bottom: 2, right: 1 }));
  return sheet(OURS, [
    row(text(title), text('金额')),
    row(text('基本支出'), { type: 'formula', formula: at(1), value: '378.6', style: MONEY }),
    row(text('合计'), { type: 'formula', formula: total, value: '17917.84', style: MONEY }),
  ]);
}

function contents(): SheetModel {
  const target = formula.cell({ sheet: OURS, row: 2, column: 1 });
  return sheet('自评_目录', [
    row(text('目录'), { type: 'formula', formula: target, value: '17917.84', style: MONEY }),
    row(text('支出'), {
      type: 'formula',
      formula: formula.call('HYPERLINK', formula.text(`#'${OURS}'!A1`), formula.text('去看')),
      value: '去看',
      style: MONEY,
    }),
  ]);
}

/** The formula of 自评_目录 comes before the sheet it reads. */
const PLAN = planOf(contents(), spending('甲'));

function applied(outcome: Outcome<Applied>): Applied {
  if ('problem' in outcome) throw new Error(`${outcome.problem.message} ${outcome.problem.detail ?? ''}`);
  return outcome;
}

function problemOf(outcome: Outcome<unknown>): { code: string; message: string } {
  if (typeof outcome === 'object' && outcome !== null && 'problem' in outcome) {
    return (outcome as { problem: { code: string; message: string } }).problem;
  }
  throw new Error('no problem');
}

async function names({ source }: WorkbookHost): Promise<string[]> {
  return (await source.describe()).map(({ name }) => name);
}

/** Constants and formulas of a sheet by address; formulas in the form in which writings of one are equal. */
async function cells({ source }: WorkbookHost, name: string): Promise<Record<string, CellValue>> {
  const description = (await source.describe()).find((one) => one.name === name);
  if (!description) throw new Error(`no sheet ${name}`);
  const { rows } = await source.read({ sheet: name, fromRow: 0, toRow: description.rowCount });
  const formulas = await source.formulas(name);
  const found: Record<string, CellValue> = {};
  rows.forEach((values, down) =>
    values.forEach((value, column) => {
      if (value !== null) found[cellAddress(down, column)] = value;
    }),
  );
  for (const [address, written] of formulas) found[address] = `=${canonicalFormula(written)}`;
  return found;
}

async function everything(host: WorkbookHost): Promise<Record<string, Record<string, CellValue>>> {
  const all: Record<string, Record<string, CellValue>> = {};
  for (const name of await names(host)) all[name] = await cells(host, name);
  return all;
}

/** What every host does alike. @param open a host with a workbook of {@link HERS} alone */
export function contract(name: string, open: () => Promise<HostUnderTest>): void {
  describe(`${name}: the contract of every host`, () => {
    let under: HostUnderTest;
    let host: WorkbookHost;
    beforeEach(async () => {
      under = await open();
      ({ host } = under);
    });
    afterEach(() => under.close());

    test('sheets are described and read as they are', async () => {
      expect(await host.source.describe()).toMatchObject([
        { name: HERS, visibility: 'visible', rowCount: 4, columnCount: 3 },
      ]);
      expect((await host.source.read({ sheet: HERS, fromRow: 1, toRow: 99 })).rows).toEqual(HER_ROWS.slice(1));
      expect((await host.source.read({ sheet: HERS, fromRow: 4, toRow: 9 })).rows).toEqual([]);
      expect(await host.source.columnFormats(HERS)).toEqual([null, 'General', null]);
      expect(await host.source.formulas(HERS)).toEqual(new Map());
    });

    test('new sheets stand behind hers, with formulas to hers and to each other', async () => {
      const progress: string[] = [];
      applied(
        await host.apply(PLAN, { onProgress: ({ done, total, sheet }) => progress.push(`${done}/${total} ${sheet}`) }),
      );
      expect(progress).toEqual(['0/2 自评_目录', `1/2 ${OURS}`]);
      expect(await names(host)).toEqual([HERS, '自评_目录', OURS]);
      expect(await host.source.formulas('自评_目录').then((all) => all.get('B1')?.replace(/'/g, ''))).toBe(
        `${OURS}!B3`,
      );
      expect(await cells(host, OURS)).toMatchObject({ A1: '甲', B2: '=@', B3: '=SUM(@)' });
      expect((await cells(host, '自评_目录'))['B2']).toBe(`=HYPERLINK("#'${OURS}'!A1","去看")`);
      expect((await host.source.read({ sheet: HERS, fromRow: 0, toRow: 9 })).rows).toEqual(HER_ROWS);
    });

    test('a sheet with one of everything holds what was planned', async () => {
      applied(await host.apply(planOf(fullSheet('自评_全'))));
      expect(await cells(host, '自评_全')).toMatchObject({
        A1: '部门整体支出决算情况',
        B4: 17539.24,
        C4: '已核对',
        B5: '=SUM(@)',
        A6: '=TEXT(@,"0.00")',
        B6: '=@/0',
        C6: 12.5,
        A8: '第二页',
      });
    });

    test('written twice, the second time over the first, all is the same', async () => {
      applied(await host.apply(PLAN));
      const first = await everything(host);
      applied(await host.apply(PLAN));
      expect(await everything(host)).toEqual(first);
    });

    test('written over, nothing of the old sheet is left', async () => {
      applied(await host.apply(planOf(fullSheet(OURS))));
      applied(await host.apply(planOf(sheet(OURS, [row(text('只有这一格'))]))));
      expect(await cells(host, OURS)).toEqual({ A1: '只有这一格' });
    });

    test('her formulas that read a sheet of ours survive that it is written over', async () => {
      applied(await host.apply(PLAN));
      under.typeFormula(HERS, 'C4', `'${OURS}'!B3*2`);
      applied(await host.apply(planOf(contents(), spending('乙'))));
      const mine = (await host.source.formulas(HERS)).get('C4');
      expect(mine?.replace(/'/g, '')).toBe(`${OURS}!B3*2`);
    });

    test('a sheet that is kept stands behind the others, and her formulas go on reading the new one', async () => {
      applied(await host.apply(PLAN));
      under.typeFormula(HERS, 'C4', `'${OURS}'!B3*2`);
      const keeping: Plan = { sheets: [{ model: spending('乙'), keepAs: `${OURS}_旧` }] };
      applied(await host.apply(keeping));
      expect(await names(host)).toEqual([HERS, '自评_目录', OURS, `${OURS}_旧`]);
      expect((await cells(host, OURS))['A1']).toBe('乙');
      expect(await cells(host, `${OURS}_旧`)).toMatchObject({ A1: '甲', B2: '=@', B3: '=SUM(@)' });
      expect((await host.source.formulas(HERS)).get('C4')?.replace(/'/g, '')).toBe(`${OURS}!B3*2`);
    });

    test('undo takes back the first writing, and undoing that writes it again', async () => {
      const before = await everything(host);
      const written = applied(await host.apply(PLAN));
      const after = await everything(host);
      const undone = applied(await host.undo(written.undo));
      expect(await everything(host)).toEqual(before);
      const redone = applied(await host.undo(undone.undo));
      expect(await everything(host)).toEqual(after);
      applied(await host.undo(redone.undo));
      expect(await everything(host)).toEqual(before);
    });

    test('undo takes back a writing over an earlier one, and over one that was kept', async () => {
      applied(await host.apply(PLAN));
      under.type(OURS, 'A2', '她写的');
      const before = await everything(host);
      const over = applied(await host.apply(planOf(spending('乙'))));
      applied(await host.undo(over.undo));
      expect(await everything(host)).toEqual(before);
      const keeping: Plan = { sheets: [{ model: spending('丙'), keepAs: `${OURS}_旧` }] };
      const kept = applied(await host.apply(keeping));
      const undone = applied(await host.undo(kept.undo));
      expect(await everything(host)).toEqual(before);
      applied(await host.undo(undone.undo));
      expect((await cells(host, `${OURS}_旧`))['A2']).toBe('她写的');
    });

    test('undo does not destroy what she changed since', async () => {
      const written = applied(await host.apply(PLAN));
      under.type(OURS, 'A2', '她改过');
      const before = await everything(host);
      expect(problemOf(await host.undo(written.undo))).toMatchObject({
        code: 'changed',
        message: expect.stringContaining('没有撤销') as string,
      });
      expect(await everything(host)).toEqual(before);
    });

    test('a change is undone once', async () => {
      const written = applied(await host.apply(PLAN));
      applied(await host.undo(written.undo));
      expect(problemOf(await host.undo(written.undo)).code).toMatch(/^(?:gone|changed)$/);
    });

    test('all sheets of ours can be removed, old copies too, and come back', async () => {
      applied(await host.apply(PLAN));
      applied(await host.apply({ sheets: [{ model: spending('乙'), keepAs: `${OURS}_旧` }] }));
      under.typeFormula(HERS, 'C4', `'${OURS}'!B3*2`);
      const before = await everything(host);
      const removed = applied(await host.removeOwnSheets());
      expect(await names(host)).toEqual([HERS]);
      applied(await host.undo(removed.undo));
      expect(await everything(host)).toEqual(before);
    });

    test('an empty plan changes nothing', async () => {
      const before = await everything(host);
      const written = applied(await host.apply({ sheets: [] }));
      expect(written).toMatchObject({ undo: { sheets: [] }, remarks: [] });
      applied(await host.undo(written.undo));
      expect(await everything(host)).toEqual(before);
    });

    test('two sheets of one name are a mistake of ours', async () => {
      await expect(host.apply(planOf(spending('甲'), spending('乙')))).rejects.toThrow('one name');
    });

    test.each([
      '=1+1',
      '+86',
      '-3',
      '@SUM(A1)',
      '＝1＋1',
      "'已带撇号",
      "'=HYPERLINK(1)",
      '00123',
      '1001',
      '1-2',
      '2023-12-31',
      '2023年1月5日',
      '12%',
      '1,234.50',
      '(5)',
      'TRUE',
      '#REF!',
      '#N/A',
      '两行\n文字',
      '“引号”"与<尖括号>&',
      ' 前后有空格 ',
    ])('a text stays the text it is: %j', async (hostile) => {
      applied(await host.apply(planOf(sheet(OURS, [row(text(hostile), text('后'))]))));
      expect(await cells(host, OURS)).toEqual({ A1: hostile, B1: '后' });
      applied(await host.apply(planOf(sheet(OURS, [row(text(hostile), amount('1'))]))));
      expect(await cells(host, OURS)).toEqual({ A1: hostile, B1: 1 });
    });

    test('a text longer than a cell holds is cut and marked', async () => {
      applied(await host.apply(planOf(sheet(OURS, [row(text('长'.repeat(40_000)))]))));
      const { A1: cut } = await cells(host, OURS);
      expect(String(cut).length).toBeLessThanOrEqual(MAX_CELL_TEXT);
      expect(cut).toMatch(/^长+…（文字过长，以下略）$/u);
    });

    test('quotes in names of sheets do no harm', async () => {
      const quoted = "自评_'甲'乙";
      const reading = formula.cell({ sheet: quoted, row: 0, column: 0 });
      const model = sheet('自评_读', [row({ type: 'formula', formula: reading, value: '甲', style: MONEY })]);
      applied(await host.apply(planOf(model, sheet(quoted, [row(text('甲'))]))));
      expect((await host.source.formulas('自评_读')).get('A1')).toBe("'自评_''甲''乙'!A1");
    });

    test('work that was stopped before it began changes nothing', async () => {
      const before = await everything(host);
      const stop = new AbortController();
      stop.abort();
      expect(problemOf(await host.apply(PLAN, { signal: stop.signal }))).toMatchObject({ code: 'cancelled' });
      expect(await everything(host)).toEqual(before);
    });

    test('small texts are kept, replaced and removed, long ones too', async () => {
      const { store } = host;
      expect(await store.get('单位')).toBeNull();
      const long = '😀很长的文字'.repeat(5_000);
      for (const value of ['庐山市民政局', '', long, '3:短', '="a"']) {
        expect(await store.set('单位', value)).toEqual({ stored: true });
        expect(await store.get('单位')).toBe(value);
      }
      await store.set('年度', '2023');
      await store.set('单位', null);
      expect([await store.get('单位'), await store.get('年度')]).toEqual([null, '2023']);
    });

    test('a cell is shown, or it is said why not', async () => {
      const shown = await host.select({ sheet: HERS, row: 2, column: 1 });
      if (!host.capabilities.has('select')) {
        expect(problemOf(shown).code).toBe('unsupported');
        return;
      }
      expect(shown).toEqual({ selected: true });
      expect(await host.selection()).toEqual({ sheet: HERS, row: 2, column: 1 });
      expect(problemOf(await host.select({ sheet: '没有这张表', row: 0, column: 0 }))).toMatchObject({ code: 'gone' });
    });

    test('files come in and go out', async () => {
      const file = { name: '自评报告.docx', bytes: new Uint8Array([1, 2, 3]) };
      expect(await host.saveFile(file)).toEqual({ saved: true });
      expect(await host.openFile(['.xlsx'])).toEqual({ file: null });
    });
  });
}
