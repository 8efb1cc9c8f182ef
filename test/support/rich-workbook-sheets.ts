import type { RichCell, SharedTexts } from './rich-workbook-cells';
import { escaped, rowXml } from './rich-workbook-cells';
import { BUTTON_SHAPE } from './rich-workbook-drawings';
import type { RichSheet } from './rich-workbook-figures';
import {
  BUDGET,
  BUDGET_ROWS,
  budgetTotals,
  FUNDS,
  fundTotals,
  PROJECTS,
  REGISTER_ROWS,
  SHEETS,
} from './rich-workbook-figures';
import { MAIN, OFFICE_RELATIONS, XML } from './rich-workbook-package';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const EXCEL_MAIN = 'http://schemas.microsoft.com/office/excel/2006/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The XML of a sheet; `button` puts a form control on the budget, as only a workbook with macros has one. */
export function sheetXml(sheet: RichSheet, texts: SharedTexts, button: boolean): string {
  const inside = INSIDE[sheet](texts, button);
  const namespaces = `xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}" xmlns:mc="${COMPATIBILITY}" mc:Ignorable="x14" xmlns:x14="${X14}" xmlns:xm="${EXCEL_MAIN}"`;
  return `${XML}<worksheet ${namespaces}>${inside}</worksheet>`;
}

const INSIDE: Readonly<Record<RichSheet, (texts: SharedTexts, button: boolean) => string>> = {
  budget: budgetSheet,
  charts: chartsSheet,
  pivot: pivotSheet,
  register: registerSheet,
  summary: summarySheet,
  settings: settingsSheet,
  drafts: draftsSheet,
};

function extension(uri: string, inside: string): string {
  return `<ext uri="${uri}">${inside}</ext>`;
}

function words(...texts: readonly string[]): RichCell[] {
  return texts.map((text) => ({ text, look: 'header' }));
}

/** Widths of the columns from A on, in characters. */
function columns(...widths: readonly number[]): string {
  const all = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${all.join('')}</cols>`;
}

const BAR_ID = '{8F4C7F0D-6B1E-4B55-9E0A-2F6D1C3B5A71}';

function budgetSheet(texts: SharedTexts, button: boolean): string {
  const { first, last, total } = BUDGET_ROWS;
  const sums = budgetTotals();
  const lines = BUDGET.map((line, index) => {
    const row = first + index;
    const all = line.basic + line.project;
    // The first of the shared formulas carries the text, the others follow it.
    const shared =
      index === 0 ? `<f t="shared" ref="C${first}:C${last}" si="0">D${row}+E${row}</f>` : '<f t="shared" si="0"/>';
    return rowXml(texts, row, [
      { text: line.code, look: 'text' },
      { text: line.subject, look: 'text' },
      { formula: shared, value: all, look: 'amount' },
      { number: line.basic, look: 'amount' },
      { number: line.project, look: 'amount' },
      { formula: `C${row}/C$${total}`, value: all / sums.all, look: 'share' },
      { blank: 'input' },
    ]);
  });
  const sum = (letter: string, value: number): RichCell => ({
    formula: `SUM(${letter}${first}:${letter}${last})`,
    value,
    look: 'amount',
  });
  const array = `<f t="array" ref="F${total}">SUM((D${first}:D${last}+E${first}:E${last})/C${total})</f>`;
  const totals: RichCell[] = [{ blank: 'text' }, { text: '合计', look: 'header' }, sum('C', sums.all)];
  totals.push(sum('D', sums.basic), sum('E', sums.project), { formula: array, value: 1, look: 'share' });
  const title = `<row r="1" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>${richTitle(texts)}</v></c></row>`;
  const heads = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '占比', '备注'];
  const bars = `<conditionalFormatting sqref="E${first}:E${last}"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst>${extension('{B025F937-C7B1-47D3-B67F-A62EFF666E3E}', `<x14:id>${BAR_ID}</x14:id>`)}</extLst></cfRule></conditionalFormatting>`;
  const icons = `<conditionalFormatting sqref="F${first}:F${last}"><cfRule type="iconSet" priority="2"><iconSet iconSet="3Arrows"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>`;
  const bars14 = `<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="${BAR_ID}"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>E${first}:E${last}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>`;
  return (
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:G${total}"/>` +
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    columns(12, 28, 16, 16, 16, 10, 20) +
    `<sheetData>${title}${rowXml(texts, 2, [{ text: '单位：元' }])}${rowXml(texts, 3, words(...heads))}${lines.join('')}${rowXml(texts, total, totals)}</sheetData>` +
    `<mergeCells count="1"><mergeCell ref="A1:G1"/></mergeCells>${bars}${icons}` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rId1"/><headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>' +
    `<legacyDrawing r:id="rId2"/>${button ? BUTTON : ''}` +
    `<extLst>${extension('{78C0D931-6437-407d-A8EE-F0AAD7539E65}', bars14)}</extLst>`
  );
}

function richTitle(texts: SharedTexts): number {
  const font = '<rFont val="宋体"/><family val="3"/><charset val="134"/>';
  return texts.runs([
    { text: '2023年', properties: `<b/><sz val="16"/><color rgb="FFC00000"/>${font}` },
    { text: '部门支出预算表', properties: `<b/><sz val="16"/>${font}` },
  ]);
}

const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

function controlCorner(name: string, column: number, row: number): string {
  return `<${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></${name}>`;
}

/** Excel wraps controls twice: older editions pass by the list and each control in it. */
function inNewEditions(inside: string): string {
  return `<mc:AlternateContent><mc:Choice Requires="x14">${inside}</mc:Choice></mc:AlternateContent>`;
}

const BUTTON_ANCHOR = `<anchor moveWithCells="1" sizeWithCells="1" xmlns:xdr="${SHEET_DRAWING}">${controlCorner('from', 8, 0)}${controlCorner('to', 9, 1)}</anchor>`;
const BUTTON_CONTROL = `<control shapeId="${BUTTON_SHAPE}" r:id="rId4" name="重算按钮"><controlPr defaultSize="0" print="0" autoFill="0" autoPict="0" macro="[0]!重算">${BUTTON_ANCHOR}</controlPr></control>`;
const BUTTON = inNewEditions(`<controls>${inNewEditions(BUTTON_CONTROL)}</controls>`);

function chartsSheet(texts: SharedTexts): string {
  const { first, last } = BUDGET_ROWS;
  const source = (letter: string): string => `'${SHEETS.budget.name}'!${letter}${first}:${letter}${last}`;
  const sparkline = (letter: string, place: string): string =>
    `<x14:sparkline><xm:f>${source(letter)}</xm:f><xm:sqref>${place}</xm:sqref></x14:sparkline>`;
  const group = `<x14:sparklineGroups><x14:sparklineGroup type="column" displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines>${sparkline('D', 'B1')}${sparkline('E', 'B2')}</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>`;
  return (
    `<dimension ref="A1:A2"/><sheetData>${rowXml(texts, 1, [{ text: '基本支出' }])}${rowXml(texts, 2, [{ text: '项目支出' }])}</sheetData>` +
    `<drawing r:id="rId1"/><extLst>${extension('{05C60535-1F16-4fd2-B633-F4F36F0B64E0}', group)}</extLst>`
  );
}

function pivotSheet(texts: SharedTexts): string {
  const line = (row: number, label: string, fund: (typeof FUNDS)[number] | null): string => {
    const { budget, paid } = fundTotals(fund);
    return rowXml(texts, row, [{ text: label }, { number: budget }, { number: paid }]);
  };
  const head = rowXml(texts, 3, [{ text: '资金来源' }, { text: '预算数合计' }, { text: '支付数合计' }]);
  const lines = FUNDS.map((fund, index) => line(4 + index, fund, fund)).join('');
  return `<dimension ref="A3:C7"/>${columns(14, 18, 18)}<sheetData>${head}${lines}${line(4 + FUNDS.length, '总计', null)}</sheetData>`;
}

function registerSheet(texts: SharedTexts): string {
  const { header, first, last } = REGISTER_ROWS;
  const rows = PROJECTS.map(({ name, fund, budget, paid, approved }, index) =>
    rowXml(texts, first + index, [
      { text: name, look: 'text' },
      { text: fund, look: 'input' },
      { number: budget, look: 'amount' },
      { number: paid, look: 'amount' },
      { number: approved, look: 'date' },
    ]),
  );
  const lastYear = rowXml(texts, last + 2, [
    { text: '上年年初预算（万元）' },
    null,
    { formula: '[1]决算!$B$2', value: 3859.65, look: 'amount' },
  ]);
  const list = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="资金来源" error="请从下拉框里选择" sqref="B${first}:B${last}"><formula1>"${FUNDS.join(',')}"</formula1></dataValidation></dataValidations>`;
  const across = `<x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>'${SHEETS.settings.name}'!$A$2:$A$4</xm:f></x14:formula1><xm:sqref>F${first}:F${last}</xm:sqref></x14:dataValidation></x14:dataValidations>`;
  return (
    `<dimension ref="A1:E${last + 2}"/>${columns(26, 14, 18, 18, 18)}<sheetData>${rowXml(texts, 1, [{ text: '项目支出台账', look: 'title' }])}` +
    `${rowXml(texts, header, words('项目名称', '资金来源', '预算数', '支付数', '批复日期'))}${rows.join('')}${lastYear}</sheetData>` +
    `${list}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>` +
    `<extLst>${extension('{CCE6A557-97BC-4b89-ADB6-D9C79CAAB3DF}', across)}</extLst>`
  );
}

function summarySheet(texts: SharedTexts): string {
  const { budget, register, summary } = SHEETS;
  const { first, last } = REGISTER_ROWS;
  const { paid } = fundTotals(null);
  const all = budgetTotals().all;
  const lines: [string, string, number][] = [
    ['年初预算', '年初预算', all],
    ['项目支付', `SUM('${register.name}'!D${first}:D${last})`, paid],
    [
      '中央资金支付',
      `SUMIFS('${register.name}'!D${first}:D${last},'${register.name}'!B${first}:B${last},"中央资金")`,
      fundTotals('中央资金').paid,
    ],
    ['预算（万元）', `ROUND('${budget.name}'!C${BUDGET_ROWS.total}/10000,2)`, Math.round(all / 100) / 100],
  ];
  const rows = lines.map(([label, formula, value], index) =>
    rowXml(texts, 2 + index, [
      { text: label, look: 'text' },
      { formula, value, look: 'amount' },
    ]),
  );
  return (
    `<dimension ref="A1:B${1 + lines.length}"/>${columns(22, 18)}<sheetData>${rowXml(texts, 1, [{ text: summary.name, look: 'title' }])}${rows.join('')}</sheetData>` +
    '<sheetProtection algorithmName="SHA-512" hashValue="c2FtcGxlLWhhc2gtb2Ytbm8tcGFzc3dvcmQ=" saltValue="c2FtcGxlLXNhbHQ=" spinCount="100000" sheet="1" objects="1" scenarios="1"/>' +
    `<hyperlinks><hyperlink ref="A2" location="${escaped(`'${budget.name}'!A1`)}" display="年初预算"/></hyperlinks>`
  );
}

function settingsSheet(texts: SharedTexts): string {
  const states = ['状态', '未开始', '进行中', '已完成'].map((state, index) =>
    rowXml(texts, 1 + index, [{ text: state }]),
  );
  return `<dimension ref="A1:A4"/><sheetData>${states.join('')}</sheetData>`;
}

function draftsSheet(texts: SharedTexts): string {
  const note = rowXml(texts, 1, [{ text: '二上稿与一上稿的差额' }, { number: -12_500, look: 'amount' }]);
  return `<dimension ref="A1:B1"/><sheetData>${note}</sheetData>`;
}
