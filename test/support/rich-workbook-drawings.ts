import { strToU8 } from 'fflate';
import { escaped } from './rich-workbook-cells';
import { BUDGET, BUDGET_ROWS, budgetTotals, SHEETS } from './rich-workbook-figures';
import type { PackagePart } from './rich-workbook-package';
import { OFFICE_RELATIONS, OFFICE_TYPE, XML } from './rich-workbook-package';

const DRAWING_ML = 'http://schemas.openxmlformats.org/drawingml/2006';
const SHEET_DRAWING = `${DRAWING_ML}/spreadsheetDrawing`;

/** The drawing of the charts' sheet: two charts, a picture and a text box. */
export function drawingParts(): PackagePart[] {
  const anchors =
    anchored([0, 4, 6, 20], chartFrame(2, '支出构成', 'rId1')) +
    anchored([7, 4, 13, 20], chartFrame(3, '项目支出', 'rId2')) +
    anchored([0, 22, 2, 26], PICTURE_SHAPE) +
    anchored([3, 22, 8, 26], TEXT_BOX);
  const root = `xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${DRAWING_ML}/main" xmlns:r="${OFFICE_RELATIONS}"`;
  return [
    {
      name: 'xl/drawings/drawing1.xml',
      contentType: `${OFFICE_TYPE}.drawing+xml`,
      content: `${XML}<xdr:wsDr ${root}>${anchors}</xdr:wsDr>`,
      relations: [
        { id: 'rId1', type: 'chart', target: 'xl/charts/chart1.xml' },
        { id: 'rId2', type: 'chart', target: 'xl/charts/chart2.xml' },
        { id: 'rId3', type: 'image', target: 'xl/media/image1.png' },
      ],
    },
    chartPart('xl/charts/chart1.xml', '支出构成', barChart()),
    chartPart('xl/charts/chart2.xml', '项目支出', pieChart()),
    { name: 'xl/media/image1.png', contentType: 'image/png', content: SEAL },
  ];
}

/** One pixel of seal red: the smallest picture there is. */
const SEAL = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mM4oKAAAAKkAQHdsXSBAAAAAElFTkSuQmCC', 'base64'),
);

/** Columns and rows of the corners, from 0. */
function anchored(corners: readonly [number, number, number, number], shape: string): string {
  const [left, top, right, bottom] = corners;
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor>${corner('from', left, top)}${corner('to', right, bottom)}${shape}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function chartFrame(id: number, name: string, relation: string): string {
  return (
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING_ML}/chart"><c:chart xmlns:c="${DRAWING_ML}/chart" r:id="${relation}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame>'
  );
}

const BOX =
  '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

const PICTURE_SHAPE =
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="4" name="公章" descr="单位公章"/><xdr:cNvPicPr/></xdr:nvPicPr>' +
  '<xdr:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>' +
  `<xdr:spPr>${BOX}</xdr:spPr></xdr:pic>`;

const TEXT_BOX =
  '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="5" name="说明"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>' +
  `<xdr:spPr>${BOX}<a:ln><a:solidFill><a:srgbClr val="7F7F7F"/></a:solidFill></a:ln></xdr:spPr>` +
  '<xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN" sz="1000"/><a:t>图中数据以年初批复的预算为准</a:t></a:r></a:p></xdr:txBody></xdr:sp>';

function chartPart(name: string, title: string, plot: string): PackagePart {
  const root = `xmlns:c="${DRAWING_ML}/chart" xmlns:a="${DRAWING_ML}/main" xmlns:r="${OFFICE_RELATIONS}"`;
  const titleXml = `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const chart = `<c:chart>${titleXml}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart>`;
  return {
    name,
    contentType: `${OFFICE_TYPE}.drawingml.chart+xml`,
    content: `${XML}<c:chartSpace ${root}>${chart}</c:chartSpace>`,
  };
}

function column(letter: string, row: { readonly from: number; readonly to: number }): string {
  return `'${SHEETS.budget.name}'!$${letter}$${row.from}:$${letter}$${row.to}`;
}

const LINES = { from: BUDGET_ROWS.first, to: BUDGET_ROWS.last };

function series(index: number, name: string, letter: string, numbers: readonly number[]): string {
  const points = (values: readonly (number | string)[]): string =>
    `<c:ptCount val="${values.length}"/>` +
    values.map((value, at) => `<c:pt idx="${at}"><c:v>${escaped(String(value))}</c:v></c:pt>`).join('');
  const subjects = BUDGET.map(({ subject }) => subject);
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>'${SHEETS.budget.name}'!$${letter}$3</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>` +
    `<c:cat><c:strRef><c:f>${column('B', LINES)}</c:f><c:strCache>${points(subjects)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${column(letter, LINES)}</c:f><c:numCache><c:formatCode>#,##0.00</c:formatCode>${points(numbers)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

function barChart(): string {
  const basic = series(
    0,
    '基本支出',
    'D',
    BUDGET.map((line) => line.basic),
  );
  const project = series(
    1,
    '项目支出',
    'E',
    BUDGET.map((line) => line.project),
  );
  const axis = (kind: string, id: number, crossing: number, position: string): string =>
    `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/><c:crossAx val="${crossing}"/></c:${kind}>`;
  return (
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `${basic}${project}<c:axId val="70010"/><c:axId val="70020"/></c:barChart>` +
    axis('catAx', 70010, 70020, 'b') +
    axis('valAx', 70020, 70010, 'l')
  );
}

function pieChart(): string {
  const project = series(
    0,
    '项目支出',
    'E',
    BUDGET.map((line) => line.project),
  );
  return `<c:pieChart><c:varyColors val="1"/>${project}<c:firstSliceAng val="0"/></c:pieChart>`;
}

const COMMENTS: readonly {
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}[] = [
  { cell: 'E9', row: 8, column: 4, text: '含高龄津贴提标增加数，见县政府会议纪要。' },
  { cell: 'C12', row: 11, column: 2, text: `年初批复数为 ${budgetTotals().all} 元。` },
];

/** The comments of the budget's sheet with the old drawing that shows them; with macros, a button beside them. */
export function commentParts(button: boolean): PackagePart[] {
  const list = COMMENTS.map(
    ({ cell, text }) =>
      `<comment ref="${cell}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t>${text}</t></r></text></comment>`,
  );
  return [
    {
      name: 'xl/comments1.xml',
      contentType: `${OFFICE_TYPE}.spreadsheetml.comments+xml`,
      content: `${XML}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>王会计</author></authors><commentList>${list.join('')}</commentList></comments>`,
    },
    { name: 'xl/drawings/vmlDrawing1.vml', contentType: `${OFFICE_TYPE}.vmlDrawing`, content: vml(button) },
  ];
}

/** Also of the button's control in the sheet. */
export const BUTTON_SHAPE = 1027;

function vml(button: boolean): Uint8Array {
  const notes = COMMENTS.map(
    ({ row, column: at }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;margin-left:200pt;margin-top:${20 * row}pt;width:108pt;height:60pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${at + 1}, 15, ${row}, 2, ${at + 3}, 31, ${row + 4}, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${at}</x:Column></x:ClientData></v:shape>`,
  );
  const buttonShape = `<v:shape id="_x0000_s${BUTTON_SHAPE}" type="#_x0000_t201" style="position:absolute;margin-left:420pt;margin-top:4pt;width:72pt;height:24pt;z-index:9" o:button="t" fillcolor="buttonFace [67]" o:insetmode="auto"><v:fill color2="buttonFace [67]"/><v:textbox o:singleclick="f"><div style="text-align:center"><font face="宋体" size="220">重算</font></div></v:textbox><x:ClientData ObjectType="Button"><x:Anchor>8, 10, 0, 5, 9, 40, 1, 10</x:Anchor><x:PrintObject>False</x:PrintObject><x:FmlaMacro>[0]!重算</x:FmlaMacro><x:TextHAlign>Center</x:TextHAlign></x:ClientData></v:shape>`;
  const types =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    '<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>';
  const namespaces =
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
  const layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>';
  return strToU8(`<xml ${namespaces}>${layout}${types}${notes.join('')}${button ? buttonShape : ''}</xml>`);
}
