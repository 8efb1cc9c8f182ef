import type { Area } from '../../../../src/model/address';
import { COLUMNS, ROWS } from '../../workbook/areas';
import type { HeadFoot, PageSetup } from '../../workbook/structure';
import { NotModelled } from '../host-error';
import type { ObjectType, Property } from '../object-type';
import { hostObject, objectType, reads, writes } from '../object-type';
import { Cells } from './cells';
import { cells as givenCells, constant, constantFor, invalid, number, record, text, truth, whole } from './given';
import { range } from './range';
import { RANGE_AREAS } from './range-areas';
import { parseAddresses } from './cells';

const ORIENTATION: Readonly<Record<string, PageSetup['orientation']>> = {
  Portrait: 'portrait',
  Landscape: 'landscape',
};
/** Excel.PaperType of the papers a Chinese office has (ECMA-376 part 1, 18.3.1.63 paperSize). */
const PAPER: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
};
const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const SIDES = ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const;
type Side = (typeof SIDES)[number];

function flag(name: 'centerHorizontally' | 'centerVertically' | 'blackAndWhite', key: string = name): Property<Cells> {
  return {
    get: ({ sheet }) => sheet.page[name],
    set: ({ sheet }, value) => sheet.setPage({ [name]: truth(value, key) }),
  };
}

function margin(side: Side): Property<Cells> {
  return {
    get: ({ sheet }) => sheet.page.margins[side],
    set: ({ sheet }, value) => setMargin(sheet, side, number(value, `${side}Margin`)),
  };
}

function setMargin(sheet: Cells['sheet'], side: Side, points: number): void {
  if (points < 0) throw invalid(`${side}Margin`);
  sheet.setPage({ margins: { ...sheet.page.margins, [side]: points } });
}

/** Excel.PageLayoutZoomOptions: a scale in percent, or how many pages wide and tall. */
function zoom({ sheet: { page } }: Cells): unknown {
  if (!page.fit) return { scale: page.scale };
  return {
    ...(page.fit.wide > 0 ? { horizontalFitToPages: page.fit.wide } : {}),
    ...(page.fit.tall > 0 ? { verticalFitToPages: page.fit.tall } : {}),
  };
}

function setZoom({ sheet }: Cells, value: unknown): void {
  const given = record(value, ['scale', 'horizontalFitToPages', 'verticalFitToPages'], 'zoom');
  const { scale } = given;
  const wide = given['horizontalFitToPages'] ?? null;
  const tall = given['verticalFitToPages'] ?? null;
  if (wide === null && tall === null) {
    const percent = whole(scale, 'zoom.scale');
    if (percent < 10 || percent > 400) throw invalid('zoom.scale');
    sheet.setPage({ fit: null, scale: percent });
    return;
  }
  const pages = (count: unknown, what: string): number => (count === null ? 0 : whole(count, what));
  sheet.setPage({
    fit: { wide: pages(wide, 'zoom.horizontalFitToPages'), tall: pages(tall, 'zoom.verticalFitToPages') },
  });
}

function areasGiven(cells: Cells, given: unknown): readonly Area[] {
  if (typeof given === 'string') return parseAddresses(given, cells.sheet);
  const object = given as { readonly self?: unknown } | null;
  if (object?.self instanceof Cells) return object.self.areas;
  throw invalid('printArea');
}

const HEADS = ['left', 'center', 'right'] as const;

function headFoot(part: 'header' | 'footer', place: keyof HeadFoot): Property<Cells> {
  return {
    get: ({ sheet }) => sheet.page[part][place],
    // The whole of a head or foot has 255 characters (Excel specifications).
    set: ({ sheet }, value) => {
      const parts = { ...sheet.page[part], [place]: text(value, part) };
      if (HEADS.reduce((sum, one) => sum + parts[one].length, 0) > 255) throw invalid(`${part} is too long`);
      sheet.setPage(part === 'header' ? { header: parts } : { footer: parts });
    },
  };
}

const HEADER_FOOTER = objectType<Cells>('HeaderFooter', {
  properties: {
    leftHeader: headFoot('header', 'left'),
    centerHeader: headFoot('header', 'center'),
    rightHeader: headFoot('header', 'right'),
    leftFooter: headFoot('footer', 'left'),
    centerFooter: headFoot('footer', 'center'),
    rightFooter: headFoot('footer', 'right'),
  },
});

const HEADERS_FOOTERS = objectType<Cells>('HeaderFooterGroup', {
  properties: { state: { get: () => 'Default' } },
  links: { defaultForAllPages: (cells) => hostObject(HEADER_FOOTER, cells) },
});

/** Excel.PageLayout (ExcelApi 1.9). Lengths in points. */
export const PAGE_LAYOUT: ObjectType<Cells> = objectType<Cells>('PageLayout', {
  properties: {
    orientation: {
      get: ({ sheet }) => constantFor(ORIENTATION, sheet.page.orientation),
      set: ({ sheet }, value) => sheet.setPage({ orientation: constant(ORIENTATION, value, 'orientation') }),
    },
    paperSize: {
      get: ({ sheet }) => (sheet.page.paper === null ? null : constantFor(PAPER, sheet.page.paper)),
      set: ({ sheet }, value) => {
        if (typeof value === 'string' && !(value in PAPER)) throw new NotModelled(`paper ${value}`);
        sheet.setPage({ paper: constant(PAPER, value, 'paperSize') });
      },
    },
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    centerHorizontally: flag('centerHorizontally'),
    centerVertically: flag('centerVertically'),
    blackAndWhite: flag('blackAndWhite'),
    printGridlines: {
      get: ({ sheet }) => sheet.page.gridlines,
      set: ({ sheet }, value) => sheet.setPage({ gridlines: truth(value, 'printGridlines') }),
    },
    printHeadings: {
      get: ({ sheet }) => sheet.page.headings,
      set: ({ sheet }, value) => sheet.setPage({ headings: truth(value, 'printHeadings') }),
    },
    zoom: { get: zoom, set: setZoom },
  },
  links: { headersFooters: (cells) => hostObject(HEADERS_FOOTERS, cells) },
  methods: {
    setPrintArea: writes((cells, [given]) => cells.sheet.setPage({ area: areasGiven(cells, given) })),
    setPrintMargins: writes(({ sheet }, [unit, margins]) => {
      const points = constant(POINTS, unit, 'unit');
      const given = record(margins, SIDES, 'marginOptions');
      for (const side of SIDES) {
        if (given[side] !== undefined) setMargin(sheet, side, number(given[side], side) * points);
      }
    }),
    setPrintTitleRows: writes((cells, [given]) => {
      const { top, bottom } = givenCells(given, cells, 'printTitleRows').area;
      cells.sheet.setPage({ titleRows: { from: top, to: bottom } });
    }),
    setPrintTitleColumns: writes((cells, [given]) => {
      const { left, right } = givenCells(given, cells, 'printTitleColumns').area;
      cells.sheet.setPage({ titleColumns: { from: left, to: right } });
    }),
    getPrintAreaOrNullObject: reads((cells) => {
      const [first, ...others] = cells.sheet.page.area;
      return first ? hostObject(RANGE_AREAS, new Cells(cells.host, cells.sheetId, [first, ...others])) : null;
    }),
    getPrintTitleRowsOrNullObject: reads((cells) => {
      const rows = cells.sheet.page.titleRows;
      return rows && range(cells, { top: rows.from, bottom: rows.to, left: 0, right: COLUMNS - 1 });
    }),
    getPrintTitleColumnsOrNullObject: reads((cells) => {
      const columns = cells.sheet.page.titleColumns;
      return columns && range(cells, { top: 0, bottom: ROWS - 1, left: columns.from, right: columns.to });
    }),
  },
});
