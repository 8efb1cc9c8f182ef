import type { OpenedPackage } from './package-open';
import type { XmlElement } from './package-xml';

/**
 * Elements whose children have to come in this order (ECMA-376, parts 1 and 4). Excel calls a file damaged where they do
 * not; LibreOffice reads on.
 */
const ORDER: Readonly<Record<string, string>> = {
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetView: 'pane selection pivotSelection extLst',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  dataValidation: 'formula1 formula2',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  xf: 'alignment protection extLst',
  border: 'start end left right top bottom diagonal vertical horizontal',
  dxf: 'font numFmt fill alignment border protection extLst',
  c: 'f v is extLst',
  comments: 'authors commentList',
  twoCellAnchor: 'from to sp grpSp graphicFrame cxnSp pic contentPart clientData',
  chartSpace:
    'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  chart:
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst',
  title: 'tx layout overlay spPr txPr extLst',
  legend: 'legendPos legendEntry layout overlay spPr txPr extLst',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  ser: 'idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat val shape extLst',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset noMultiLvlLbl extLst',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst',
  numCache: 'formatCode ptCount pt extLst',
  strCache: 'ptCount pt extLst',
};

/** Children, rows and cells that stand in an order Excel does not take, and merged areas that overlap. */
export function orderFaults(opened: OpenedPackage): string[] {
  const reached = [...opened.reached()];
  return [
    ...reached.flatMap((part) => [...new Set(childFaults(opened.elements(part), part))]),
    ...opened.sheets().flatMap(({ part = '' }) => [...cellFaults(opened, part), ...mergeFaults(opened, part)]),
  ];
}

/** Elements not in the list, such as alternatives for newer editions, may stand anywhere. */
function childFaults(elements: readonly XmlElement[], part: string): string[] {
  const furthest = new Map<XmlElement, XmlElement>();
  return elements.flatMap((element) => {
    const { parent } = element;
    const order = parent && Object.hasOwn(ORDER, parent.name) ? (ORDER[parent.name] ?? '').split(' ') : [];
    if (!parent || !order.includes(element.name)) return [];
    const before = furthest.get(parent);
    if (before && order.indexOf(before.name) > order.indexOf(element.name)) {
      return [`${part} has ${element.name} after ${before.name} in ${parent.name}.`];
    }
    furthest.set(parent, element);
    return [];
  });
}

function cellFaults(opened: OpenedPackage, part: string): string[] {
  let row = 0;
  let column = 0;
  for (const { name, parent, attributes } of opened.elements(part)) {
    const place = attributes.get('r');
    if (place === undefined || (name !== 'row' && (name !== 'c' || parent?.name !== 'row'))) continue;
    if (name === 'row') {
      if (Number(place) <= row) return [`${part} has row ${place} after row ${row}.`];
      row = Number(place);
      column = 0;
      continue;
    }
    const at = corner(place);
    if (at.row !== row || at.column <= column) return [`${part} has the cell ${place} out of place.`];
    column = at.column;
  }
  return [];
}

function mergeFaults(opened: OpenedPackage, part: string): string[] {
  const areas = opened.named(part, 'mergeCell').map(({ attributes }) => {
    const ref = attributes.get('ref') ?? '';
    const [from = '', to = from] = ref.split(':');
    return { ref, from: corner(from), to: corner(to) };
  });
  return areas.flatMap((one, index) =>
    areas
      .slice(index + 1)
      .filter(({ from, to }) => from.row <= one.to.row && one.from.row <= to.row)
      .filter(({ from, to }) => from.column <= one.to.column && one.from.column <= to.column)
      .map(({ ref }) => `${part} merges ${one.ref} and ${ref}, which overlap.`),
  );
}

/** Row and column from 1. */
function corner(place: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(place) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
