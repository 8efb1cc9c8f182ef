import { areaAddress } from '../../model/address';
import type { Area } from '../../model/address';
import { printFormula } from '../../sheet/print-formula';
import { withSheetNames } from '../../sheet/renamed-formula';
import type { Cell, ChartModel, PrintSetup, SheetModel } from '../../sheet/sheet';
import type { CellStyle } from '../../sheet/style';
import { encodeText } from '../../sheet/text';
import type { Entry } from '../entry';
import { colorNumber } from './colors';
import type { Chart, Lines, Look, Page, SheetContent, TypingRule } from './content';
import { internedLine, internedLook } from './content';
import {
  CHART,
  HORIZONTAL,
  LEGEND_BOTTOM,
  LINE_STYLE,
  ORIENTATION,
  PAPER_A4,
  UNDERLINE,
  VALIDATION,
  VERTICAL,
  VISIBILITY,
  WEIGHT,
} from './enums';

const MILLIMETRES_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
/** Distance of head and foot from the edge, in inches, as src/hosts/xlsx writes it. */
const EDGE = 0.3;
/** Pixels of the widest digit of the default font, by which a file's widths are meant (ECMA-376 18.3.1.13). */
const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;
/** Longest list of choices and longest message a cell takes. */
const MAX_CHOICES = 255;
const MAX_MESSAGE = 225;

const THIN = internedLine({ style: LINE_STYLE.continuous, weight: WEIGHT.thin, color: 0 });
const NO_LINES: Lines = { top: null, bottom: null, left: null, right: null, diagonalDown: null, diagonalUp: null };
const FRAME: Lines = { ...NO_LINES, top: THIN, bottom: THIN, left: THIN, right: THIN };

/**
 * What a planned sheet holds once it is written.
 * @param nameOf the name under which a sheet can be reached while the plan is being written
 */
export function contentOfModel(model: SheetModel, nameOf: (sheet: string) => string): SheetContent {
  return {
    visibility: VISIBILITY.visible,
    tabColor: null,
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
    underline: font.underline ? UNDERLINE.single : UNDERLINE.none,
    color: font.color === null ? 0 : colorNumber(font.color),
    fill: style.fill === null ? null : colorNumber(style.fill),
    horizontal: HORIZONTAL[style.horizontal],
    vertical: VERTICAL[style.vertical],
    wrap: style.wrap,
    shrink: false,
    indent: style.indent,
    orientation: 0,
    locked: true,
    formulaHidden: false,
    format: style.format,
    lines: style.border ? FRAME : NO_LINES,
  });
  looks.set(style, look);
  return look;
}

/** Points of a column so many characters wide, whole pixels as a file's widths are meant. */
function columnPoints(characters: number): number {
  const pixels = Math.trunc(((256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
  return pixels * POINTS_PER_PIXEL;
}

function pageOf({ print, rows }: SheetModel): Page {
  const { top, bottom, left, right } = print.margins;
  return {
    values: {
      Orientation: ORIENTATION[print.orientation],
      PaperSize: PAPER_A4,
      Zoom: false,
      FitToPagesWide: 1,
      FitToPagesTall: false,
      CenterHorizontally: true,
      CenterVertically: false,
      PrintGridlines: false,
      PrintHeadings: false,
      BlackAndWhite: false,
      TopMargin: points(inches(top)),
      BottomMargin: points(inches(bottom)),
      LeftMargin: points(inches(left)),
      RightMargin: points(inches(right)),
      HeaderMargin: points(Math.min(EDGE, inches(top))),
      FooterMargin: points(Math.min(EDGE, inches(bottom))),
      LeftHeader: '',
      CenterHeader: '',
      RightHeader: '',
      LeftFooter: '',
      CenterFooter: print.footer,
      RightFooter: '',
      PrintArea: areaAddress(print.area),
      PrintTitleRows: print.titleRows === null ? '' : `${print.titleRows.from + 1}:${print.titleRows.to + 1}`,
      PrintTitleColumns: '',
    },
    // A break behind the last row would print an empty page.
    rowBreaks: rows.flatMap((row, index) => (row.breakAfter && index < rows.length - 1 ? [index + 1] : [])),
    columnBreaks: [],
  };
}

function inches(millimetres: PrintSetup['margins']['top']): number {
  return Number((millimetres / MILLIMETRES_PER_INCH).toFixed(4));
}

function points(length: number): number {
  return Number((length * POINTS_PER_INCH).toFixed(4));
}

/** A list of words to choose from. One that the program would refuse is a mistake of ours and throws. */
function ruleOf({ area, choices, message }: SheetModel['validations'][number]): TypingRule {
  const formula1 = choices.join(',');
  if (formula1.length > MAX_CHOICES || formula1 === '' || choices.some((choice) => /[,"]/.test(choice))) {
    throw new RangeError(`Not a list of choices a cell can have: ${formula1}`);
  }
  if (message.length > MAX_MESSAGE) throw new RangeError(`The message is too long: ${message}`);
  return {
    area,
    type: VALIDATION.list,
    alertStyle: VALIDATION.stop,
    operator: VALIDATION.between,
    formula1,
    formula2: '',
    ignoreBlank: true,
    dropDown: true,
    error: { show: true, title: '', message },
    prompt: { show: true, title: '', message: '' },
  };
}

function chartOf(chart: ChartModel): Chart {
  const cell = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });
  return {
    name: null,
    type: CHART.columnClustered,
    title: chart.title,
    categoryTitle: null,
    valueTitle: chart.unit === '' ? null : chart.unit,
    legend: LEGEND_BOTTOM,
    series: chart.series.map(({ name, numbers, color }) => ({
      name: { area: cell(name.row, name.column) },
      numbers: numbers.area,
      categories: chart.categories.area,
      color: color.toUpperCase(),
    })),
    place: chart.anchor,
  };
}
