/**
 * The members of the ET object model that this adapter uses, as they behave (the vendor's declarations give `Value2` and
 * `Formula` too narrow a type and leave others open). Everything here takes effect at once and crosses a bridge, so
 * objects are kept in variables and nothing is asked twice. Objects of the program are never compared: two wrappers of
 * one sheet are not equal.
 */
export type EtValue = string | number | boolean | null;
/** One value of a single cell, rows of values of an area. */
export type EtValues = EtValue | EtValue[][];
/** What an area whose cells differ gives. */
export type Mixed<T> = T | null | undefined;

export interface EtItems<T> {
  readonly Count: number;
  Item(key: number | string): T;
}

export interface EtApplication {
  readonly ActiveWorkbook: EtWorkbook | null;
  readonly ActiveSheet: EtWorksheet | null;
  readonly ActiveWindow: EtWindow;
  readonly Selection: EtRange | null;
  ScreenUpdating: boolean;
  DisplayAlerts: boolean;
  EnableEvents: boolean;
  Calculation: number;
  readonly DebugTools?: EtDebugTools | null;
  /** Older builds have none. */
  readonly FileSystem?: EtFileSystem | null;
  /** False when she chose none. */
  GetOpenFilename(filter: string, index: number, title: string): string | boolean;
  GetSaveAsFilename(name: string, filter: string, index: number, title: string): string | boolean;
}

/** Files as texts of one character for each byte. */
export interface EtFileSystem {
  readAsBinaryString(path: string): string;
  writeAsBinaryString(path: string, data: string): boolean;
}

export interface EtDebugTools {
  UndoTransBegin(workbook: EtWorkbook): void;
  UndoTransEnd(workbook: EtWorkbook, cancel: boolean, description: string): void;
}

export interface EtWorkbook {
  readonly FullName: string;
  readonly ProtectStructure: boolean;
  readonly Worksheets: EtWorksheets;
  readonly CustomDocumentProperties: EtProperties;
}

export interface EtProperties {
  Add(name: string, linked: boolean, type: number, value: string): EtProperty;
  Item(name: string): EtProperty | null | undefined;
}

export interface EtProperty {
  Value: string;
  Delete(): void;
}

export interface EtWorksheets extends EtItems<EtWorksheet> {
  Add(before: null, after: EtWorksheet): EtWorksheet;
}

export interface EtWorksheet {
  Name: string;
  readonly Index: number;
  Visible: number;
  readonly ProtectContents: boolean;
  readonly UsedRange: EtRange;
  readonly Cells: EtRange;
  readonly Rows: EtItems<EtRange>;
  readonly Columns: EtItems<EtRange>;
  readonly Tab: { Color: number; ColorIndex: number };
  AutoFilterMode: boolean;
  readonly AutoFilter: { readonly Range: EtRange } | null;
  readonly PageSetup: EtPageSetup;
  readonly HPageBreaks: EtPageBreaks;
  readonly VPageBreaks: EtPageBreaks;
  readonly Hyperlinks: EtHyperlinks;
  readonly Comments: EtItems<EtComment>;
  Range(address: string): EtRange;
  ChartObjects(): EtChartObjects;
  Activate(): void;
  Delete(): void;
  Copy(before: null, after: EtWorksheet): void;
  Move(before: EtWorksheet | null, after?: EtWorksheet): void;
  ResetAllPageBreaks(): void;
}

export interface EtRange {
  Value2: EtValues;
  Formula: EtValues;
  NumberFormat: Mixed<string>;
  readonly Row: number;
  readonly Column: number;
  readonly Rows: EtItems<EtRange>;
  readonly Columns: EtItems<EtRange>;
  readonly EntireRow: EtRange;
  readonly EntireColumn: EtRange;
  Hidden: Mixed<boolean>;
  ColumnWidth: Mixed<number>;
  RowHeight: Mixed<number>;
  UseStandardWidth: Mixed<boolean>;
  UseStandardHeight: Mixed<boolean>;
  readonly Left: number;
  readonly Top: number;
  readonly Width: number;
  readonly Height: number;
  readonly MergeCells: Mixed<boolean>;
  readonly MergeArea: EtRange;
  readonly Font: EtFont;
  readonly Interior: { Color: Mixed<number>; Pattern: Mixed<number> };
  readonly Borders: EtBorders;
  HorizontalAlignment: Mixed<number>;
  VerticalAlignment: Mixed<number>;
  WrapText: Mixed<boolean>;
  ShrinkToFit: Mixed<boolean>;
  IndentLevel: Mixed<number>;
  Orientation: Mixed<number>;
  Locked: Mixed<boolean>;
  FormulaHidden: Mixed<boolean>;
  readonly Validation: EtValidation;
  readonly FormatConditions: { Delete(): void };
  Address(rowAbsolute: boolean, columnAbsolute: boolean): string;
  Item(row: number, column: number): EtRange;
  SpecialCells(kind: number): EtRange;
  readonly Areas: EtItems<EtRange>;
  Select(): void;
  /** @param across each row of the range by itself */
  Merge(across?: boolean): void;
  UnMerge(): void;
  Clear(): void;
  ClearComments(): void;
  AddComment(text: string): EtComment;
  AutoFilter(): void;
}

export interface EtFont {
  Name: Mixed<string>;
  Size: Mixed<number>;
  Bold: Mixed<boolean>;
  Italic: Mixed<boolean>;
  Strikethrough: Mixed<boolean>;
  Underline: Mixed<number>;
  Color: Mixed<number>;
}

/** Set as one, the lines around and between all cells. */
export interface EtBorders extends EtBorder, EtItems<EtBorder> {}

export interface EtBorder {
  LineStyle: Mixed<number>;
  Weight: Mixed<number>;
  Color: Mixed<number>;
}

export interface EtValidation {
  readonly Type: Mixed<number>;
  readonly AlertStyle: number;
  readonly Operator: number;
  readonly Formula1: string;
  readonly Formula2: string;
  IgnoreBlank: boolean;
  InCellDropdown: boolean;
  ShowError: boolean;
  ErrorTitle: string;
  ErrorMessage: string;
  ShowInput: boolean;
  InputTitle: string;
  InputMessage: string;
  Delete(): void;
  Add(type: number, alertStyle: number, operator: number, formula1: string, formula2?: string): void;
}

export interface EtComment {
  readonly Parent: EtRange;
  Text(): string;
}

export interface EtHyperlinks extends EtItems<EtHyperlink> {
  Add(anchor: EtRange, address: string, subAddress: string, tip: string, text?: string): EtHyperlink;
  Delete(): void;
}

export interface EtHyperlink {
  readonly Range: EtRange;
  readonly Address: string;
  readonly SubAddress: string;
  readonly ScreenTip: string;
  readonly TextToDisplay: string;
}

export interface EtPageSetup {
  Orientation: number;
  PaperSize: number;
  Zoom: number | boolean;
  FitToPagesWide: number | boolean;
  FitToPagesTall: number | boolean;
  CenterHorizontally: boolean;
  CenterVertically: boolean;
  PrintGridlines: boolean;
  PrintHeadings: boolean;
  BlackAndWhite: boolean;
  TopMargin: number;
  BottomMargin: number;
  LeftMargin: number;
  RightMargin: number;
  HeaderMargin: number;
  FooterMargin: number;
  LeftHeader: string;
  CenterHeader: string;
  RightHeader: string;
  LeftFooter: string;
  CenterFooter: string;
  RightFooter: string;
  PrintArea: string;
  PrintTitleRows: string;
  PrintTitleColumns: string;
}

export interface EtPageBreaks extends EtItems<EtPageBreak> {
  Add(before: EtRange): EtPageBreak;
}

export interface EtPageBreak {
  readonly Location: EtRange;
  readonly Type: number;
}

export interface EtWindow {
  FreezePanes: boolean;
  SplitRow: number;
  SplitColumn: number;
  ScrollRow: number;
  ScrollColumn: number;
  DisplayGridlines: boolean;
}

export interface EtChartObjects extends EtItems<EtChartObject> {
  Add(left: number, top: number, width: number, height: number): EtChartObject;
}

export interface EtChartObject {
  Name: string;
  Left: number;
  Top: number;
  Width: number;
  Height: number;
  readonly Chart: EtChart;
  Delete(): void;
}

export interface EtChart {
  ChartType: number;
  HasTitle: boolean;
  readonly ChartTitle: { Text: string };
  HasLegend: boolean;
  readonly Legend: { Position: number };
  Axes(kind: number): EtAxis;
  SeriesCollection(): EtSeriesCollection;
}

export interface EtAxis {
  HasTitle: boolean;
  readonly AxisTitle: { Text: string };
}

export interface EtSeriesCollection extends EtItems<EtSeries> {
  NewSeries(): EtSeries;
}

export interface EtSeries {
  Name: string;
  Values: EtRange;
  XValues: EtRange;
  readonly Formula: string;
  readonly Format: { readonly Fill: { readonly ForeColor: { RGB: number } } };
}
