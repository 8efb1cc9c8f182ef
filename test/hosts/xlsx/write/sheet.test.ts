import { Decimal } from '../../../../src/model/decimal';
import { cell, operation } from '../../../../src/sheet/formula';
import type { SheetModel } from '../../../../src/sheet/sheet';
import { blankWorkbook } from '../../../../src/hosts/xlsx/write/blank';
import { unreachable } from '../../../support/package-checks';
import { describeWithLibreOffice, recalculated } from '../../../support/libreoffice';
import { opened } from '../opened';
import { fullSheet } from './full-sheet';
import { amount, MONEY, partTexts, PLAIN, planOf, row, sheet, text, written } from './plans';
import { smallWorkbook } from './small-workbook';

/** The parts of a blank workbook with one sheet in it. */
function partsOf(model: SheetModel): Record<string, string> {
  return partTexts(written(blankWorkbook(), planOf(model)));
}

function xmlOf(model: SheetModel): string {
  return partsOf(model)['xl/worksheets/sheet1.xml'] ?? '';
}

describe('the part of a sheet', () => {
  const full = fullSheet('自评_目录');
  const xml = xmlOf(full);

  it('has its elements in the order of the schema', () => {
    const order = [...xml.matchAll(/<(\w+)[ />]/g)].map(([, name]) => name as string);
    const top = [
      ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells'],
      ...['dataValidations', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'drawing'],
      'legacyDrawing',
    ];
    expect(order.filter((name) => top.includes(name))).toEqual(top);
  });

  test.each([
    ['fits one page in width', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C8"/>'],
    [
      'keeps rows and columns in view, without grid lines and not selected',
      '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B3" sqref="B3"/></sheetView></sheetViews>',
    ],
    [
      'has widths',
      '<col min="2" max="2" width="18.5" customWidth="1"/><col min="3" max="3" width="12" hidden="1" customWidth="1"/>',
    ],
    ['has heights', '<row r="1" ht="30" customHeight="1">'],
    ['hides rows', '<row r="7" hidden="1"><c r="A7" '],
    ['merges', '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'],
    ['filters', '<autoFilter ref="A2:C5"/>'],
    [
      'offers choices',
      '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="请从下拉框里选。" sqref="C3:C4"><formula1>"已核对,待核对"</formula1></dataValidation>',
    ],
    [
      'prints on A4, margins in inches',
      '<printOptions horizontalCentered="1"/><pageMargins left="1.1024" right="1.0236" top="1.4567" bottom="1.378" header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>',
    ],
    ['has page numbers', '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>'],
    ['begins new pages', '<rowBreaks count="1" manualBreakCount="1"><brk id="6" max="16383" man="1"/></rowBreaks>'],
  ])('%s', (_, part) => expect(xml).toContain(part));

  it('leaves out what a plain sheet does not have', () => {
    const plain = xmlOf(sheet('自评_空', [], { columns: [] }));
    expect(plain).toMatch(
      /<dimension ref="A1"\/><sheetViews><sheetView showGridLines="0" workbookViewId="0"\/><\/sheetViews><sheetFormatPr [^>]*\/><sheetData\/><printOptions[^>]*\/><pageMargins[^>]*\/><pageSetup[^>]*\/><\/worksheet>$/,
    );
  });

  it('freezes rows alone or columns alone', () => {
    expect(xmlOf(sheet('自评_行', [], { freeze: { rows: 3, columns: 0 } }))).toContain(
      '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
    );
    expect(xmlOf(sheet('自评_列', [], { freeze: { rows: 0, columns: 2 } }))).toContain(
      '<pane xSplit="2" topLeftCell="C1" activePane="topRight" state="frozen"/>',
    );
  });

  it('never begins a page behind the last row', () => {
    expect(xmlOf(sheet('自评_末', [{ ...row(text('末行')), breakAfter: true }]))).not.toContain('rowBreaks');
  });

  it.each([
    ['甲'.repeat(256), '太长'],
    ['甲,乙', '有逗号'],
  ])('refuses a list of choices no cell can have', (choice) => {
    const area = { top: 0, left: 0, bottom: 0, right: 0 };
    const model = sheet('自评_选', [], { validations: [{ area, choices: [choice], message: '' }] });
    expect(() => xmlOf(model)).toThrow(RangeError);
  });
});

describe('cells', () => {
  it('hold texts, plain numbers, formulas with their values and what she typed', () => {
    const xml = xmlOf(fullSheet('自评_目录'));
    const cells = [...xml.matchAll(/<c r="(\w+)" s="\d+"(.*?)(?:\/>|<\/c>)/g)].map(
      ([, place, rest]) => `${place}${rest}`,
    );
    expect(cells).toEqual(
      expect.arrayContaining([
        'A3 t="inlineStr"><is><t xml:space="preserve">基本支出</t></is>',
        'B4><v>17539.24</v>',
        'C3',
        'C4 t="inlineStr"><is><t xml:space="preserve">已核对</t></is>',
        `B5><f>SUM('自评_目录'!B3:B4)</f><v>17917.84</v>`,
        `C5 t="b"><f>'自评_目录'!B5=17917.84</f><v>1</v>`,
        `A6 t="str"><f>TEXT('自评_目录'!B5,"0.00")</f><v>17917.84</v>`,
        `B6 t="e"><f>'自评_目录'!B3/0</f><v>#DIV/0!</v>`,
        'C6><v>12.5</v>',
      ]),
    );
  });

  it('print large and small numbers without exponent', () => {
    const xml = xmlOf(sheet('自评_数', [row(amount('123456789012345678'), amount('0.0000001'), amount('-0.5'))]));
    expect([...xml.matchAll(/<v>(.*?)<\/v>/g)].map(([, value]) => value)).toEqual([
      '123456789012345678',
      '0.0000001',
      '-0.5',
    ]);
  });

  it('escape what stands in formulas', () => {
    const formula = operation(
      '&',
      { type: 'text', text: '<a>&"b"\u0001' },
      cell({ sheet: "其他's", row: 0, column: 0 }),
    );
    const xml = xmlOf(sheet('自评_式', [row({ type: 'formula', formula, value: '<a>', style: PLAIN })]));
    expect(xml).toContain(`<f>"&lt;a&gt;&amp;""b"""&amp;'其他''s'!A1</f><v>&lt;a&gt;</v>`);
  });

  it('are dates of the calendar the workbook counts in', async () => {
    const her = smallWorkbook({ beforeSheets: '<workbookPr date1904="1"/><bookViews><workbookView/></bookViews>' });
    const style = { ...MONEY, format: 'yyyy-mm-dd' };
    const bytes = written(her, planOf(sheet('自评_日', [row(amount('45291', style), amount('45291'))])));
    expect(partTexts(bytes)['xl/worksheets/sheet1.xml']).toMatch(/<v>43829<\/v>.*<v>45291<\/v>/);
    expect((await opened(bytes)).sheets[1]?.rows).toEqual([[45291, 45291]]);
  });
});

describe('charts and notes', () => {
  const parts = partsOf(fullSheet("自评_It's"));
  const chart = parts['xl/charts/chart1.xml'] ?? '';

  test.each([
    ['a title', '<a:t>基本支出与项目支出</a:t>'],
    ['its unit at the value axis', '<c:valAx>.*<a:t>万元</a:t>.*</c:valAx>'],
    ['a legend at the bottom', '<c:legend><c:legendPos val="b"/>'],
    [
      'live names of series',
      `<c:tx><c:strRef><c:f>'自评_It''s'!\\$B\\$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>决算数</c:v>`,
    ],
    [
      'live labels',
      `<c:cat><c:strRef><c:f>'自评_It''s'!\\$A\\$3:\\$A\\$4</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>基本支出`,
    ],
    [
      'live numbers, blanks as gaps',
      `<c:val><c:numRef><c:f>'自评_It''s'!\\$B\\$3:\\$B\\$4</c:f>.*<c:ptCount val="2"/><c:pt idx="0"><c:v>378.6</c:v></c:pt></c:numCache>.*<c:dispBlanksAs val="gap"/>`,
    ],
    ['colours', '<a:srgbClr val="4472C4"/>'],
  ])('a chart has %s', (_, pattern) => expect(chart).toMatch(new RegExp(pattern, 'su')));

  it('a chart covers its cells', () => {
    expect(parts['xl/drawings/drawing1.xml']).toMatch(
      /<xdr:from><xdr:col>0<.*<xdr:row>10<.*<xdr:to><xdr:col>3<.*<xdr:row>25<.*r:id="rId1"/s,
    );
  });

  it('a note has its text and a hidden box', () => {
    expect(parts['xl/comments1.xml']).toContain(
      '<author>自评助手</author></authors><commentList><comment ref="B2" authorId="0"><text><t xml:space="preserve">取自支出决算表，单位：万元。\n两位小数。</t>',
    );
    expect(parts['xl/drawings/vmlDrawing1.vml']).toMatch(
      /visibility:hidden.*<x:Row>1<\/x:Row><x:Column>1<\/x:Column>/s,
    );
  });

  it('hang together as a package', () => {
    expect(unreachable(written(blankWorkbook(), planOf(fullSheet('自评_甲'), fullSheet('自评_乙'))))).toEqual([]);
  });
});

describeWithLibreOffice('LibreOffice', () => {
  it('recalculates every formula to the value written beside it', async () => {
    const plan = planOf(fullSheet('自评_目录'));
    const bytes = written(blankWorkbook(), plan);
    const [ours] = (await opened(bytes)).sheets;
    const [theirs] = (await opened(await recalculated(bytes))).sheets;
    expect(theirs?.rows).toEqual(ours?.rows);
    expect(ours?.rows[4]?.[1]).toBe(Number(Decimal.of('17917.84').toString()));
  }, 120_000);
});
