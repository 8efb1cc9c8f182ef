import { columnName } from '../../../model/address';
import type { Area } from '../../../model/address';
import type { Decimal } from '../../../model/decimal';
import type { ChartModel } from '../../../sheet/sheet';
import { escapeXml } from './escape';
import type { Namespaces } from './namespaces';
import { STRICT, XML_HEAD } from './namespaces';

type ChartSeries = ChartModel['series'][number];

const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;
const NUMBER_FORMAT = '#,##0.00';
/** Room between two groups of columns, in hundredths of a column. */
const GAP_WIDTH = 80;

/** 'It''s'!$A$1:$B$2, or with one cell $A$1: what a chart or a name refers to. */
export function fixedReference(sheet: string, area: Area): string {
  const from = `$${columnName(area.left)}$${area.top + 1}`;
  const to = `$${columnName(area.right)}$${area.bottom + 1}`;
  return `'${sheet.replace(/'/g, "''")}'!${from === to ? from : `${from}:${to}`}`;
}

/** The part of a chart of clustered columns (CT_ChartSpace) on cells of the named sheet. */
export function chartXml(chart: ChartModel, sheet: string, namespaces: Namespaces): string {
  const spaces = `xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relations}"`;
  const series = chart.series.map((one, index) => seriesXml(one, index, chart, sheet)).join('');
  // Strict files write shares as percentages, transitional ones as bare numbers.
  const percent = namespaces === STRICT ? '%' : '';
  const columns =
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `${series}<c:gapWidth val="${GAP_WIDTH}${percent}"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`;
  return [
    `${XML_HEAD}<c:chartSpace ${spaces}><c:roundedCorners val="0"/><c:chart>`,
    titleXml(chart.title, 1200, true, ''),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    columns,
    categoryAxis(percent),
    valueAxis(chart.unit),
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>',
    // Data in hidden rows is drawn as well: folding a table up must not empty its chart.
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>',
  ].join('');
}

function seriesXml(series: ChartSeries, index: number, chart: ChartModel, sheet: string): string {
  const { row, column, text } = series.name;
  const name = fixedReference(sheet, { top: row, bottom: row, left: column, right: column });
  const color = series.color.slice(1).toUpperCase();
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx>${textReference(name, [text])}</c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    `<c:cat>${textReference(fixedReference(sheet, chart.categories.area), chart.categories.values)}</c:cat>`,
    `<c:val>${numberReference(fixedReference(sheet, series.numbers.area), series.numbers.values)}</c:val></c:ser>`,
  ].join('');
}

function textReference(reference: string, values: readonly string[]): string {
  const points = values.map((value, index) => point(index, escapeXml(value))).join('');
  const cache = `<c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache>`;
  return `<c:strRef><c:f>${escapeXml(reference)}</c:f>${cache}</c:strRef>`;
}

function numberReference(reference: string, values: readonly (Decimal | null)[]): string {
  const points = values.map((value, index) => (value === null ? '' : point(index, value.toString()))).join('');
  const format = `<c:formatCode>${NUMBER_FORMAT}</c:formatCode>`;
  const cache = `<c:numCache>${format}<c:ptCount val="${values.length}"/>${points}</c:numCache>`;
  return `<c:numRef><c:f>${escapeXml(reference)}</c:f>${cache}</c:numRef>`;
}

function point(index: number, value: string): string {
  return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
}

/** A title of the chart or of an axis; sizes are hundredths of a point. */
function titleXml(text: string, size: number, bold: boolean, layout: string): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  const run = `<a:r><a:rPr lang="zh-CN" ${look}/><a:t>${escapeXml(text)}</a:t></a:r>`;
  const paragraph = `<a:p><a:pPr><a:defRPr ${look}/></a:pPr>${run}</a:p>`;
  const rich = `<c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/>${paragraph}</c:rich>`;
  return `<c:title><c:tx>${rich}</c:tx>${layout}<c:overlay val="0"/></c:title>`;
}

function categoryAxis(percent: string): string {
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>' +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    `<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100${percent}"/><c:noMultiLvlLbl val="0"/></c:catAx>`
  );
}

function valueAxis(unit: string): string {
  // Above the axis, where Chinese charts have their unit, not turned on its side in the middle of it.
  const corner =
    '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.015"/><c:y val="0.08"/></c:manualLayout></c:layout>';
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    '<c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
    `${unit === '' ? '' : titleXml(unit, 900, false, corner)}<c:numFmt formatCode="${NUMBER_FORMAT}" sourceLinked="0"/>` +
    '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}
