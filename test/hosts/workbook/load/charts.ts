import type { Package } from '../../../../src/hosts/xlsx/write/package';
import type { BookSheet } from '../sheet';
import type { Chart, ChartSeries, Corner } from '../structure';
import { colorOf } from './colors';
import type { Node } from './xml';
import { Node as Xml, partOfKind, relation } from './xml';

const EMU_PER_POINT = 12_700;
const LEGENDS = { t: 'top', b: 'bottom', l: 'left', r: 'right', tr: 'right' } as const;

/** Reads the charts of a sheet's drawing (ECMA-376 part 1, 20.5.2 and 21.2.2). Other drawings are not modelled. */
export function loadCharts(sheet: BookSheet, parts: Package, part: string, theme: readonly string[]): void {
  const drawing = partOfKind(parts, part, 'drawing');
  if (drawing === null) return;
  for (const anchor of Xml.root(parts, drawing).all('twoCellAnchor')) {
    const frame = anchor.first('graphicFrame');
    const id = frame?.at('graphic', 'graphicData', 'chart')?.attribute('id') ?? null;
    const chartPart = relation(parts, drawing, id)?.target ?? null;
    if (!frame || chartPart === null || !parts.has(chartPart)) continue;
    const name = frame.at('nvGraphicFramePr', 'cNvPr')?.attribute('name') ?? '';
    const corners = { from: cornerOf(anchor.first('from')), to: cornerOf(anchor.first('to')) };
    sheet.addChart({ ...chartOf(Xml.root(parts, chartPart), theme), name, ...corners });
  }
}

function cornerOf(node: Node | null): Corner {
  const number = (name: string): number => Number(node?.first(name)?.text ?? 0);
  return {
    row: number('row'),
    column: number('col'),
    down: number('rowOff') / EMU_PER_POINT,
    right: number('colOff') / EMU_PER_POINT,
  };
}

function chartOf(space: Node, theme: readonly string[]): Omit<Chart, 'id' | 'name' | 'from' | 'to'> {
  const chart = space.first('chart');
  const plot = chart?.first('plotArea') ?? null;
  const group = plot?.children.find((child) => child.name.endsWith('Chart')) ?? null;
  const legend = chart?.first('legend') ?? null;
  const position = legend?.first('legendPos')?.attribute('val') ?? 'r';
  return {
    type: group ? typeOf(group) : 'none',
    title: titleOf(chart),
    categoryTitle: titleOf(plot?.first('catAx') ?? plot?.first('dateAx') ?? null),
    valueTitle: titleOf(plot?.first('valAx') ?? null),
    legend: legend ? LEGENDS[position as keyof typeof LEGENDS] : null,
    series: (group?.all('ser') ?? []).map((series) => seriesOf(series, theme)),
  };
}

/** As Excel names types of charts, with a small first letter: barDir col + clustered is columnClustered. */
function typeOf(group: Node): string {
  const grouping = group.first('grouping')?.attribute('val') ?? 'clustered';
  const suffix =
    { clustered: 'Clustered', standard: '', stacked: 'Stacked', percentStacked: 'Stacked100' }[grouping] ?? '';
  if (group.name === 'barChart') {
    return `${group.first('barDir')?.attribute('val') === 'bar' ? 'bar' : 'column'}${suffix}`;
  }
  return `${group.name.slice(0, -'Chart'.length)}${group.name === 'lineChart' || group.name === 'areaChart' ? suffix : ''}`;
}

function titleOf(owner: Node | null): string | null {
  const title = owner?.first('title');
  return title ? [...title.below('t')].map((run) => run.text).join('') : null;
}

function seriesOf(series: Node, theme: readonly string[]): ChartSeries {
  const name = series.first('tx');
  const reference = name?.at('strRef', 'f')?.text;
  const words = name?.first('v')?.text;
  const data = (child: string): string | null =>
    (series.at(child, 'numRef', 'f') ?? series.at(child, 'strRef', 'f'))?.text ?? null;
  const fill = series.at('spPr', 'solidFill');
  const color = fill?.first('srgbClr')?.attribute('val');
  return {
    name: reference !== undefined ? { reference } : words !== undefined ? { text: words } : null,
    values: data('val'),
    categories: data('cat'),
    color: color ? `#${color.toUpperCase()}` : colorOf(null, theme),
  };
}
