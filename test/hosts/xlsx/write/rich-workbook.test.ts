import { describeWithLibreOffice, openInLibreOffice, recalculated } from '../../../support/libreoffice';
import { unreachable } from '../../../support/package-checks';
import { OpenedPackage } from '../../../support/package-open';
import { drawnCharts } from '../../../support/package-workbook-checks';
import type { XmlElement } from '../../../support/package-xml';
import type { RichKind } from '../../../support/rich-workbook';
import { richWorkbook } from '../../../support/rich-workbook';
import { BUDGET_ROWS, budgetTotals, fundTotals } from '../../../support/rich-workbook-figures';
import { opened } from '../opened';

const KINDS: readonly RichKind[] = ['xlsx', 'xlsm'];

const book = new OpenedPackage(richWorkbook('xlsm'));
const BUDGET = book.sheet('2023年支出预算');
const CHARTS = book.sheet('图表');
const PIVOT = book.sheet('透视表');
const REGISTER = book.sheet('项目台账');
const SUMMARY = book.sheet('汇总（不要改）');

/** The part a sheet, or another part, points to by the one relation of a type. */
function related(part: string, type: string): string {
  const targets = book.relations(part).filter((relation) => relation.type === type);
  expect(targets).toHaveLength(1);
  return targets[0]?.target ?? '';
}

/** Attributes of the only element of a name in a part. */
function only(part: string, name: string): Record<string, string> {
  const elements = book.named(part, name);
  expect(elements).toHaveLength(1);
  return Object.fromEntries((elements[0] as XmlElement).attributes);
}

function within(part: string, name: string, parent: string): XmlElement[] {
  return book.named(part, name).filter((element) => element.parent?.name === parent);
}

describe('the rich workbook', () => {
  test.each(KINDS)('is a sound package (.%s)', (kind) => {
    expect(unreachable(richWorkbook(kind))).toEqual([]);
  });

  test.each(KINDS)('is the same every time (.%s)', (kind) => {
    expect(Buffer.compare(richWorkbook(kind), richWorkbook(kind))).toBe(0);
  });

  test.each([
    ['xlsx', 'ooxml'],
    ['xlsm', 'ooxml-macro'],
  ] as const)('is read without a remark (.%s)', async (kind, format) => {
    const read = await opened(richWorkbook(kind), `年初预算.${kind}`);
    expect({ format: read.format, warnings: read.warnings }).toEqual({ format, warnings: [] });
    const [budget] = read.sheets;
    const { basic, project, all } = budgetTotals();
    expect(budget?.rows[0]?.[0]).toBe('2023年部门支出预算表');
    expect(budget?.rows[BUDGET_ROWS.total - 1]?.slice(1)).toEqual(['合计', all, basic, project, 1]);
    expect(read.sheets.map(({ description }) => [description.name, description.visibility])).toEqual([
      ['2023年支出预算', 'visible'],
      ['图表', 'visible'],
      ['透视表', 'visible'],
      ['项目台账', 'visible'],
      ['汇总（不要改）', 'visible'],
      ['参数', 'hidden'],
      ['底稿', 'veryHidden'],
    ]);
  });
});

describe('the rich workbook holds', () => {
  test('two charts on one sheet', () => {
    expect(drawnCharts(book)).toEqual(['xl/charts/chart1.xml', 'xl/charts/chart2.xml']);
    expect(book.named('xl/charts/chart1.xml', 'barChart')).toHaveLength(1);
    expect(book.named('xl/charts/chart2.xml', 'pieChart')).toHaveLength(1);
    const sources = ['xl/charts/chart1.xml', 'xl/charts/chart2.xml'].flatMap((part) => within(part, 'f', 'numRef'));
    expect(sources.map(({ text }) => text)).toEqual([
      "'2023年支出预算'!$D$4:$D$11",
      "'2023年支出预算'!$E$4:$E$11",
      "'2023年支出预算'!$E$4:$E$11",
    ]);
  });

  test('a pivot table with its cache and its records', () => {
    const table = related(PIVOT, 'pivotTable');
    const cache = related(table, 'pivotCacheDefinition');
    expect(only(table, 'pivotTableDefinition')).toMatchObject({ cacheId: '7', name: '资金来源汇总' });
    expect(only(book.workbook, 'pivotCache')).toEqual({ cacheId: '7' });
    expect(only(cache, 'worksheetSource')).toEqual({ ref: 'A3:D9', sheet: '项目台账' });
    expect(book.named(related(cache, 'pivotCacheRecords'), 'r')).toHaveLength(6);
  });

  test('a picture', () => {
    const drawing = related(CHARTS, 'drawing');
    const [picture] = book.named(drawing, 'blip');
    const part = book.target(drawing, picture?.relations[0]) ?? '';
    expect(Buffer.from(book.parts.get(part)?.subarray(1, 4) ?? []).toString()).toBe('PNG');
  });

  test('a text box', () => {
    const drawing = related(CHARTS, 'drawing');
    expect(only(drawing, 'cNvSpPr')).toEqual({ txBox: '1' });
    expect(book.named(drawing, 't').map(({ text }) => text)).toEqual(['图中数据以年初批复的预算为准']);
  });

  test('comments and the old drawing that shows them', () => {
    const comments = related(BUDGET, 'comments');
    expect(book.named(comments, 'comment').map(({ attributes }) => attributes.get('ref'))).toEqual(['E9', 'C12']);
    expect(book.target(BUDGET, book.named(BUDGET, 'legacyDrawing')[0]?.relations[0])).toBe(
      related(BUDGET, 'vmlDrawing'),
    );
    const shapes = book.named(related(BUDGET, 'vmlDrawing'), 'ClientData');
    expect(shapes.map(({ attributes }) => attributes.get('ObjectType'))).toEqual(['Note', 'Note', 'Button']);
  });

  test('data bars, with what newer editions draw, and icons', () => {
    const rules = within(BUDGET, 'cfRule', 'conditionalFormatting').map(({ attributes }) => attributes.get('type'));
    expect(rules).toEqual(['dataBar', 'iconSet', 'dataBar']);
    const [old, id] = [within(BUDGET, 'id', 'ext')[0], book.named(BUDGET, 'cfRule')[2]?.attributes.get('id')];
    expect(old?.text).toBe(id);
  });

  test('two validations, one of them with words of another sheet', () => {
    expect(within(REGISTER, 'formula1', 'dataValidation')[0]?.text).toBe('"中央资金,省级资金,本级资金"');
    expect(within(REGISTER, 'f', 'formula1').map(({ text }) => text)).toEqual(["'参数'!$A$2:$A$4"]);
  });

  test('names of the workbook, of a sheet and of printing', () => {
    const names = book
      .named(book.workbook, 'definedName')
      .map(({ attributes, text }) => [attributes.get('name'), attributes.get('localSheetId') ?? null, text]);
    expect(names).toEqual([
      ['_xlnm.Print_Area', '0', "'2023年支出预算'!$A$1:$G$12"],
      ['_xlnm.Print_Titles', '0', "'2023年支出预算'!$1:$3"],
      ['年初预算', null, "'2023年支出预算'!$C$12"],
      ['支付', '3', "'项目台账'!$D$4:$D$9"],
    ]);
  });

  test('a table', () => {
    const table = related(REGISTER, 'table');
    expect(only(table, 'table')).toMatchObject({ displayName: '台账', ref: 'A3:E9' });
    expect(book.target(REGISTER, book.named(REGISTER, 'tablePart')[0]?.relations[0])).toBe(table);
  });

  test('a link to another workbook, and a formula that uses it', () => {
    const link = related(book.workbook, 'externalLink');
    expect(book.relations(link)).toEqual([
      { id: 'rId1', type: 'externalLinkPath', target: '2022%E5%B9%B4%E5%86%B3%E7%AE%97.xlsx', external: true },
    ]);
    expect(book.named(REGISTER, 'f').map(({ text }) => text)).toContain('[1]决算!$B$2');
  });

  test("another program's XML and a property of her own", () => {
    const item = related(book.workbook, 'customXml');
    expect(book.named(item, 'year')[0]?.text).toBe('2023');
    expect(book.named(related(item, 'customXmlProps'), 'datastoreItem')).toHaveLength(1);
    expect(only(related('', 'custom-properties'), 'property')).toMatchObject({ name: '批复文号' });
  });

  test('sparklines', () => {
    expect(within(CHARTS, 'sqref', 'sparkline').map(({ text }) => text)).toEqual(['B1', 'B2']);
  });

  test('a text of two fonts', () => {
    const texts = related(book.workbook, 'sharedStrings');
    const runs = within(texts, 't', 'r').map(({ text }) => text);
    expect(runs).toEqual(['2023年', '部门支出预算表']);
  });

  test('shared and array formulas, and their order of calculation', () => {
    const formulas = book.named(BUDGET, 'f').map(({ attributes }) => attributes.get('t') ?? 'plain');
    const count = (type: string): number => formulas.filter((one) => one === type).length;
    expect({ shared: count('shared'), array: count('array'), plain: count('plain') }).toEqual({
      shared: 8,
      array: 1,
      plain: 11,
    });
    const ofBudget = book
      .named(related(book.workbook, 'calcChain'), 'c')
      .filter(({ attributes }) => attributes.get('i') === '1');
    expect(ofBudget).toHaveLength(20);
  });

  test('a protected sheet', () => {
    expect(only(SUMMARY, 'sheetProtection')).toMatchObject({ sheet: '1', algorithmName: 'SHA-512' });
  });

  test('a hidden and a very hidden sheet', () => {
    const states = book.sheets().map(({ entry }) => entry.attributes.get('state') ?? 'visible');
    expect(states).toEqual(['visible', 'visible', 'visible', 'visible', 'visible', 'hidden', 'veryHidden']);
  });

  test('settings of a printer', () => {
    const settings = related(BUDGET, 'printerSettings');
    expect(book.target(BUDGET, book.named(BUDGET, 'pageSetup')[0]?.relations[0])).toBe(settings);
    expect(book.parts.get(settings)).toHaveLength(220);
  });

  test('as .xlsm, a project of macros and a button', () => {
    const project = book.parts.get(related(book.workbook, 'vbaProject'));
    expect(Buffer.from(project?.subarray(0, 8) ?? []).toString('hex')).toBe('d0cf11e0a1b11ae1');
    const [control] = book.named(BUDGET, 'control');
    expect(book.target(BUDGET, control?.relations[0])).toBe(related(BUDGET, 'ctrlProp'));
    expect(only(related(BUDGET, 'ctrlProp'), 'formControlPr')).toMatchObject({ objectType: 'Button' });
  });

  test('as .xlsx, neither of them', () => {
    const names = [...new OpenedPackage(richWorkbook('xlsx')).parts.keys()];
    expect(names.filter((name) => /vba|ctrlProp/i.test(name))).toEqual([]);
  });
});

describeWithLibreOffice('the rich workbook in LibreOffice', () => {
  test.each(KINDS)('opens (.%s)', async (kind) => {
    await openInLibreOffice(richWorkbook(kind), `年初预算.${kind}`);
  });

  test('has the values its formulas give', async () => {
    const [before, after] = await Promise.all([
      opened(richWorkbook('xlsx')),
      recalculated(richWorkbook('xlsx')).then((bytes) => opened(bytes)),
    ]);
    const rowsOf = (read: typeof before, sheet: string): unknown =>
      read.sheets
        .find(({ description }) => description.name === sheet)
        ?.rows.map((row) => row.map((value) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)));
    for (const sheet of ['2023年支出预算', '汇总（不要改）'])
      expect(rowsOf(after, sheet)).toEqual(rowsOf(before, sheet));
    expect(rowsOf(after, '透视表')).toContainEqual(['中央资金', ...Object.values(fundTotals('中央资金'))]);
  });
});
