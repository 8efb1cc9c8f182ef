import { AlignmentType, ImportedXmlComponent, Paragraph, TextRun } from 'docx';
import type { Decimal } from '../model/decimal';
import type { ChartModel } from '../sheet/sheet';
import { HEI, SONG } from './fonts';
import type { Typeface } from './fonts';
import { EMU_PER_MILLIMETRE, PORTRAIT } from './layout';
import { STYLE } from './styles';
import { escapeLine, XML_HEAD } from './xml';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const PICTURE_PLACE = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** In millimetres: as wide as the text, two and a half to a page. */
const WIDTH = PORTRAIT.width - PORTRAIT.left - PORTRAIT.right;
const HEIGHT = 85;

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;
const NUMBER_FORMAT = '#,##0.00';
/** Room between two groups of columns, in hundredths of a column. */
const GAP_WIDTH = 80;
/** Sizes of type in hundredths of a point. */
const TITLE_SIZE = 1400;
const TEXT_SIZE = 1050;

/** The relationship by which the document reaches its chart of a number, counting from 1. */
export function chartRelation(number: number): string {
  return `rIdChart${number}`;
}

/** The paragraph in which the chart of a number stands: a drawing in the line that points to the chart's part. */
export function chartParagraph(chart: ChartModel, number: number, newPage: boolean): Paragraph {
  const extent = `cx="${WIDTH * EMU_PER_MILLIMETRE}" cy="${HEIGHT * EMU_PER_MILLIMETRE}"`;
  const title = escapeLine(chart.title);
  const drawing = ImportedXmlComponent.fromXmlString(
    `<w:drawing><wp:inline xmlns:wp="${PICTURE_PLACE}" distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
      `<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${number}" name="图表 ${number}" descr="${title}"/>` +
      `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${CHART}">` +
      `<c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONS}" r:id="${chartRelation(number)}"/>` +
      '</a:graphicData></a:graphic></wp:inline></w:drawing>',
  );
  return new Paragraph({
    style: STYLE.chart,
    alignment: AlignmentType.CENTER,
    pageBreakBefore: newPage,
    children: [new TextRun({ children: [drawing] })],
  });
}

/**
 * The part of a chart of clustered columns (CT_ChartSpace, ECMA-376 part 1, 21.2.2.29). Its texts and numbers stand in
 * it literally: the document has no workbook beside it whose cells they could be.
 */
export function chartXml(chart: ChartModel): string {
  const series = chart.series.map((_, index) => seriesXml(chart, index)).join('');
  return [
    `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:roundedCorners val="0"/><c:chart>`,
    titleXml(chart.title, HEI, TITLE_SIZE, ''),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    `${series}<c:gapWidth val="${GAP_WIDTH}"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`,
    categoryAxis(),
    valueAxis(chart.unit),
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>',
    '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${look('a:defRPr', SONG, TEXT_SIZE)}</a:pPr>`,
    '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>',
  ].join('');
}

function seriesXml({ series, categories }: ChartModel, index: number): string {
  const { name, numbers, color } = series[index] as ChartModel['series'][number];
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeLine(name.text)}</c:v></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill></c:spPr>`,
    `<c:invertIfNegative val="0"/><c:cat>${textLiterals(categories.values)}</c:cat>`,
    `<c:val>${numberLiterals(numbers.values)}</c:val></c:ser>`,
  ].join('');
}

function textLiterals(values: readonly string[]): string {
  const points = values.map((value, index) => point(index, escapeLine(value))).join('');
  return `<c:strLit><c:ptCount val="${values.length}"/>${points}</c:strLit>`;
}

function numberLiterals(values: readonly (Decimal | null)[]): string {
  const points = values.map((value, index) => (value === null ? '' : point(index, value.toString()))).join('');
  return `<c:numLit><c:formatCode>${NUMBER_FORMAT}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numLit>`;
}

function point(index: number, value: string): string {
  return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
}

/** A title of the chart or of an axis. */
function titleXml(text: string, face: Typeface, size: number, layout: string): string {
  const run = `<a:r>${look('a:rPr', face, size)}<a:t>${escapeLine(text)}</a:t></a:r>`;
  const rich = `<c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>${look('a:defRPr', face, size)}</a:pPr>${run}</a:p></c:rich>`;
  return `<c:title><c:tx>${rich}</c:tx>${layout}<c:overlay val="0"/></c:title>`;
}

function look(element: 'a:rPr' | 'a:defRPr', face: Typeface, size: number): string {
  const fonts = `<a:latin typeface="${face.latin}"/><a:ea typeface="${face.chinese}"/>`;
  return `<${element} lang="zh-CN" sz="${size}" b="0">${fonts}</${element}>`;
}

function categoryAxis(): string {
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
  );
}

function valueAxis(unit: string): string {
  // Above the axis, where Chinese charts have their unit, not turned on its side in the middle of it.
  const corner =
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.015"/><c:y val="0.08"/></c:manualLayout></c:layout>';
  const lines = '<a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln>';
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="l"/><c:majorGridlines><c:spPr>${lines}</c:spPr></c:majorGridlines>` +
    `${unit === '' ? '' : titleXml(unit, SONG, TEXT_SIZE, corner)}<c:numFmt formatCode="${NUMBER_FORMAT}" sourceLinked="0"/>` +
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}
