import type { Area } from '../../../model/address';
import type { ChartModel } from '../../../sheet/sheet';
import type { Namespaces } from './namespaces';
import { XML_HEAD } from './namespaces';

/** The part that places charts on a sheet (CT_Drawing); the relationship of chart n is rId n, counting from 1. */
export function drawingXml(charts: readonly ChartModel[], namespaces: Namespaces): string {
  const spaces = `xmlns:xdr="${namespaces.spreadsheetDrawing}" xmlns:a="${namespaces.drawing}"`;
  const inside = charts.map((chart, index) => anchorXml(chart.anchor, index + 1, namespaces)).join('');
  return `${XML_HEAD}<xdr:wsDr ${spaces}>${inside}</xdr:wsDr>`;
}

function anchorXml(anchor: Area, number: number, namespaces: Namespaces): string {
  const spaces = `xmlns:c="${namespaces.chart}" xmlns:r="${namespaces.relations}"`;
  const frame =
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="${number + 1}" name="图表 ${number}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${namespaces.chart}"><c:chart ${spaces} r:id="rId${number}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame>';
  const from = corner('from', anchor.top, anchor.left);
  const to = corner('to', anchor.bottom + 1, anchor.right + 1);
  return `<xdr:twoCellAnchor>${from}${to}${frame}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function corner(name: 'from' | 'to', row: number, column: number): string {
  const place = `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return `<xdr:${name}>${place}</xdr:${name}>`;
}
