import type { Area } from '../../model/address';
import { areaAddress } from '../../model/address';
import { printFormula } from '../../sheet/print-formula';
import { withSheetNames } from '../../sheet/renamed-formula';
import type { Cell, ChartModel, PrintSetup, SheetModel } from '../../sheet/sheet';
import type { CellStyle } from '../../sheet/style';
import { encodeText } from '../../sheet/text';
import type { Entry } from '../entry';
import type { ChartContent, Line, Look, Page, SheetContent, TypingRule } from './content';
import { internedLook } from './content';

const MILLIMETRES_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
/** Distance of head and foot from the edge, in inches, as src/hosts/xlsx writes it. */
const EDGE = 0.3;
/** Pixels of the widest digit of the default font, by which Excel turns characters into a width (ECMA-376 18.3.1.13). */
const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;
/** Longest list of choices and longest message Excel takes. */
const MAX_CHOICES = 255;
const MAX_MESSAGE = 225;

const ALIGNMENT = { left: 'Left', center: 'Center', right: 'Right', general: 'General' } as const;
const VERTICAL = { top: 'Top', center: 'Center' } as const;
const THIN: Line = { style: 'Continuous', weight: 'Thin', color: '#000000' };
const LINES = { top: THIN, bottom: THIN, left: THIN, right: THIN, diagonalDown: null, diagonalUp: null };
const NO_LINES = { top: null, bottom: null, left: null, right: null, diagonalDown: null, diagonalUp: null };

/**
 * What a planned sheet holds once it is written.
 * @param nameOf the name under which a sheet can be reached while the plan is being written
 */
export function contentOfModel(model: SheetModel, nameOf: (sheet: string) => string): SheetContent {
  return {
    visibility: 'Visible',
    tabColor: '',
    gridlines: false,
    entries: model.rows.map((row) => row.cells.map((cell) => entryOf(cell, nameOf))),
    looks: model.rows.map((row) => row.cells.map((cell) => cell && lookOf(cell.style))),
    columns: model.columns.map(({ width, hidden }) => ({ size: columnPoints(width), hidden })),
    rows: model.rows.map(({ height, hidden }) => ({ size: height, hidden })),
    merges: model.merges,
    freeze: model.freeze && model.freeze.rows + model.freeze.columns > 0 ? model.freeze : null,
    filter: model.filter,
    page: pageOf(model),
    rules: model.validations.map(ruleOf),
    notes: model.notes.map((note) => ({ ...note, text: encodeText(note.text) })),
    links: [],
    charts: model.charts.map(chartOf),
  };
}

function entryOf(cell: Cell | null, nameOf: (sheet: string) => string): Entry {
  if (cell === null || cell.type === 'blank') return null;
  if (cell.type === 'formula') return { formula: `=${printFormula(withSheetNames(cell.formula, nameOf))}` };
  const content = cell.type === 'text' ? cell.text : cell.value;
  if (content === null || content === '') return null;
  return typeof content === 'string' ? encodeText(content) : Number(content.toString());
}

const looks = new WeakMap<CellStyle, Look>();

function lookOf(style: CellStyle): Look {
  const known = looks.get(style);
  if (known) return known;
  const { font } = style;
  const look = internedLook({
    name: font.name,
    size: font.size,
    bold: font.bold,
    italic: false,
    strikethrough: false,
    underline: font.underline ? 'Single' : 'None',
    color: (font.color ?? '#000000').toUpperCase(),
    fill: style.fill?.toUpperCase() ?? null,
    lines: style.border ? LINES : NO_LINES,
    horizontal: ALIGNMENT[style.horizontal],
    vertical: VERTICAL[style.vertical],
    wrap: style.wrap,
    shrink: false,
    indent: style.indent,
    rotation: 0,
    locked: true,
    formulaHidden: false,
    format: style.format,
  });
  looks.set(style, look);
  return look;
}

/** Points of a column so many characters wide, whole pixels as Excel shows it. */
export function columnPoints(characters: number): number {
  const pixels = Math.trunc(((256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
  return pixels * POINTS_PER_PIXEL;
}

function pageOf({ print, rows }: SheetModel): Page {
  const { top, bottom, left, right } = print.margins;
  return {
    orientation: print.orientation === 'portrait' ? 'Portrait' : 'Landscape',
    paper: 'A4',
    zoom: { horizontalFitToPages: 1 },
    centerHorizontally: true,
    centerVertically: false,
    gridlines: false,
    headings: false,
    blackAndWhite: false,
    margins: {
      top: points(inches(top)),
      bottom: points(inches(bottom)),
      left: points(inches(left)),
      right: points(inches(right)),
      header: points(Math.min(EDGE, inches(top))),
      footer: points(Math.min(EDGE, inches(bottom))),
    },
    texts: {
      leftHeader: '',
      centerHeader: '',
      rightHeader: '',
      leftFooter: '',
      centerFooter: print.footer,
      rightFooter: '',
    },
    area: areaAddress(print.area),
    titleRows: print.titleRows,
    titleColumns: null,
    rowBreaks: breaksOf(rows),
    columnBreaks: [],
  };
}

function inches(millimetres: PrintSetup['margins']['top']): number {
  return Number((millimetres / MILLIMETRES_PER_INCH).toFixed(4));
}

function points(length: number): number {
  return Number((length * POINTS_PER_INCH).toFixed(4));
}

/** A break behind the last row would print an empty page. */
function breaksOf(rows: SheetModel['rows']): number[] {
  return rows.flatMap((row, index) => (row.breakAfter && index < rows.length - 1 ? [index + 1] : []));
}

/** A list of words to choose from. One that Excel would refuse is a mistake of ours and throws. */
function ruleOf({ area, choices, message }: SheetModel['validations'][number]): TypingRule {
  const source = choices.join(',');
  if (source.length > MAX_CHOICES || source === '' || choices.some((choice) => /[,"]/.test(choice))) {
    throw new RangeError(`Not a list of choices a cell can have: ${source}`);
  }
  if (message.length > MAX_MESSAGE) throw new RangeError(`The message is too long: ${message}`);
  return {
    area,
    rule: { list: { inCellDropDown: true, source } },
    ignoreBlanks: true,
    error: { showAlert: true, style: 'Stop', title: '', message },
    prompt: { showPrompt: true, title: '', message: '' },
  };
}

function chartOf(chart: ChartModel): ChartContent {
  const cell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });
  return {
    name: null,
    type: 'ColumnClustered',
    title: chart.title,
    categoryTitle: null,
    valueTitle: chart.unit === '' ? null : chart.unit,
    legend: 'Bottom',
    series: chart.series.map(({ name, numbers, color }) => ({
      name: { area: cell(name.row, name.column) },
      numbers: numbers.area,
      categories: chart.categories.area,
      color: color.toUpperCase(),
    })),
    place: chart.anchor,
  };
}
