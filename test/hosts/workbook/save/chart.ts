import { escapeAttribute, escapeXml } from '../../../../src/hosts/xlsx/write/escape';
import { TRANSITIONAL, XML_HEAD } from '../../../../src/hosts/xlsx/write/namespaces';
import type { Chart, ChartSeries, Corner } from '../structure';

const EMU_PER_POINT = 12_700;
const LEGENDS = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;

/** The part that places charts on a sheet (20.5.2.35); the relationship of chart n is rId n, from 1. */
export function drawingXml(charts: readonly Chart[]): string {
  const { spreadsheetDrawing, drawing, chart: space, relations } = TRANSITIONAL;
  const anchors = charts.map((chart, index) => {
    const name = `<xdr:cNvPr id="${index + 2}" name="${escapeAttribute(chart.name)}"/>`;
    const link = `<c:chart xmlns:c="${space}" xmlns:r="${relations}" r:id="rId${index + 1}"/>`;
    const frame =
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${name}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${space}">${link}</a:graphicData></a:graphic></xdr:graphicFrame>`;
    const corners = corner('from', chart.from) + corner('to', chart.to);
    return `<xdr:twoCellAnchor>${corners}${frame}<xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${drawing}">${anchors.join('')}</xdr:wsDr>`;
}

function corner(name: 'from' | 'to', { row, column, down, right }: Corner): string {
  const offset = (points: number): number => Math.round(points * EMU_PER_POINT);
  const across = `<xdr:col>${column}</xdr:col><xdr:colOff>${offset(right)}</xdr:colOff>`;
  return `<xdr:${name}>${across}<xdr:row>${row}</xdr:row><xdr:rowOff>${offset(down)}</xdr:rowOff></xdr:${name}>`;
}

/**
 * The part of one chart (21.2.2.29): columns, bars, lines, areas or a pie. @throws for a type there is no writing for.
 */
export function chartXml(chart: Chart): string {
  const spaces = `xmlns:c="${TRANSITIONAL.chart}" xmlns:a="${TRANSITIONAL.drawing}" xmlns:r="${TRANSITIONAL.relations}"`;
  const { element, head, axes } = groupOf(chart.type);
  const series = chart.series.map((one, index) => seriesXml(one, index)).join('');
  const ids = axes ? '<c:axId val="1"/><c:axId val="2"/>' : '';
  const group = `<c:${element}>${head}<c:varyColors val="0"/>${series}${ids}</c:${element}>`;
  const both = axes
    ? axisXml('catAx', 1, 2, 'b', chart.categoryTitle) + axisXml('valAx', 2, 1, 'l', chart.valueTitle)
    : '';
  const legend =
    chart.legend === null
      ? ''
      : `<c:legend><c:legendPos val="${LEGENDS[chart.legend]}"/><c:overlay val="0"/></c:legend>`;
  const title = titleXml(chart.title);
  const deleted = `<c:autoTitleDeleted val="${chart.title === null ? 1 : 0}"/>`;
  return (
    `${XML_HEAD}<c:chartSpace ${spaces}><c:chart>${title}${deleted}<c:plotArea><c:layout/>${group}${both}</c:plotArea>` +
    `${legend}<c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
  );
}

function groupOf(type: string): { element: string; head: string; axes: boolean } {
  const match = /^(column|bar|line|area|pie)(Clustered|Stacked100|Stacked)?$/.exec(type);
  if (!match) throw new Error(`There is no writing for a chart of type ${type}.`);
  const kind = match[1] as string;
  const bars = kind === 'column' || kind === 'bar';
  const groupings = { Clustered: 'clustered', Stacked: 'stacked', Stacked100: 'percentStacked' } as const;
  const grouping = match[2] ? groupings[match[2] as keyof typeof groupings] : 'standard';
  const direction = bars ? `<c:barDir val="${kind === 'bar' ? 'bar' : 'col'}"/>` : '';
  const head = kind === 'pie' ? '' : `${direction}<c:grouping val="${grouping}"/>`;
  return { element: bars ? 'barChart' : `${kind}Chart`, head, axes: kind !== 'pie' };
}

function seriesXml({ name, values, categories, color }: ChartSeries, index: number): string {
  const reference = (text: string): string => `<c:f>${escapeXml(text)}</c:f>`;
  const called =
    name === null
      ? ''
      : 'reference' in name
        ? `<c:tx><c:strRef>${reference(name.reference)}</c:strRef></c:tx>`
        : `<c:tx><c:v>${escapeXml(name.text)}</c:v></c:tx>`;
  const fill = color === null ? '' : `<c:spPr><a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill></c:spPr>`;
  const labels = categories === null ? '' : `<c:cat><c:strRef>${reference(categories)}</c:strRef></c:cat>`;
  const numbers = values === null ? '' : `<c:val><c:numRef>${reference(values)}</c:numRef></c:val>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${called}${fill}${labels}${numbers}</c:ser>`;
}

function titleXml(text: string | null): string {
  if (text === null) return '';
  const rich = `<c:rich><a:bodyPr/><a:p><a:r><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich>`;
  return `<c:title><c:tx>${rich}</c:tx><c:overlay val="0"/></c:title>`;
}

function axisXml(name: string, id: number, crosses: number, side: string, title: string | null): string {
  return (
    `<c:${name}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${side}"/>${titleXml(title)}<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/></c:${name}>`
  );
}
