import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '../../../..');
const CHECKED = path.join(__dirname, 'checked-against-declarations.ts');

/** Each interface of ours and the one of the vendor whose members it must not exceed. */
const INTERFACES: Readonly<Record<string, string>> = {
  EtWorkbook: 'Et.Workbook',
  EtWorksheet: 'Et.Worksheet',
  EtRange: 'Et.Range',
  EtFont: 'Et.Font',
  EtBorder: 'Et.Border',
  EtValidation: 'Et.Validation',
  EtComment: 'Et.Comment',
  EtHyperlink: 'Et.Hyperlink',
  EtHyperlinks: 'Et.Hyperlinks',
  EtPageSetup: 'Et.PageSetup',
  EtPageBreaks: 'Et.HPageBreaks & Et.VPageBreaks',
  EtPageBreak: 'Et.HPageBreak & Et.VPageBreak',
  EtWindow: 'Et.Window',
  EtChartObjects: 'Et.ChartObjects',
  EtChartObject: 'Et.ChartObject',
  EtChart: 'Et.Chart',
  EtAxis: 'Et.Axis',
  EtSeriesCollection: 'Et.SeriesCollection',
  EtSeries: 'Et.Series',
  EtDebugTools: 'Et.DebugTools',
  EtApplication: 'typeof Application',
  EtFileSystem: "(typeof Application)['FileSystem']",
};

/** Each number of ours and the vendor's enumeration it must be one of. */
const NUMBERS: Readonly<Record<string, string>> = {
  'CALCULATION[keyof typeof CALCULATION]': 'Et.XlCalculation',
  'VISIBILITY[keyof typeof VISIBILITY]': 'Et.XlSheetVisibility',
  'HORIZONTAL[keyof typeof HORIZONTAL]': 'Kso.XlHAlign',
  'VERTICAL[keyof typeof VERTICAL]': 'Kso.XlVAlign',
  'UNDERLINE[keyof typeof UNDERLINE]': 'Kso.XlUnderlineStyle',
  'PATTERN[keyof typeof PATTERN]': 'Et.XlPattern',
  'LINE_STYLE[keyof typeof LINE_STYLE]': 'Et.XlLineStyle',
  'WEIGHT[keyof typeof WEIGHT]': 'Kso.XlBorderWeight',
  'SIDES[keyof typeof SIDES]': 'Et.XlBordersIndex',
  'INSIDE[keyof typeof INSIDE]': 'Et.XlBordersIndex',
  'ORIENTATION[keyof typeof ORIENTATION]': 'Et.XlPageOrientation',
  PAPER_A4: 'Et.XlPaperSize',
  PAGE_BREAK_MANUAL: 'Et.XlPageBreak',
  'CHART[keyof typeof CHART]': 'Kso.XlChartType',
  LEGEND_BOTTOM: 'Kso.XlLegendPosition',
  'AXIS[keyof typeof AXIS]': 'Kso.XlAxisType',
  PROPERTY_TEXT: 'Kso.MsoDocProperties',
};

/** Checks a source text as if it stood beside this file; gives the compiler's words. */
function complaints(source: string): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts'],
    types: ['et-jsapi-declare'],
    typeRoots: [path.join(ROOT, 'node_modules')],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === CHECKED || fileExists.call(host, name);
  host.readFile = (name) => (name === CHECKED ? source : readFile.call(host, name));
  host.getSourceFile = (name, language, ...more) =>
    name === CHECKED ? ts.createSourceFile(name, source, language) : getSourceFile.call(host, name, language, ...more);
  const program = ts.createProgram([CHECKED], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => {
    const place = file ? path.basename(file.fileName) : '';
    return `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

const WPS = '../../../../src/hosts/wps';
/** A type that takes the numbers of an enumeration and refuses any other. */
const ACCEPTS =
  'type Accepts<All, One extends `${All & number}` extends `${infer N extends number}` ? N : never> = One;';
/** A type that refuses members the other does not have. */
const WITHIN = 'type Within<Theirs, Ours extends keyof Theirs> = Ours;';

test('every member we use is in the declarations of the vendor', () => {
  const checks = Object.entries(INTERFACES).map(
    ([ours, theirs], index) => `export type Check${index} = Within<${theirs}, keyof ours.${ours}>;`,
  );
  expect(complaints([`import type * as ours from '${WPS}/et';`, WITHIN, ...checks].join('\n'))).toEqual([]);
});

test('every number we use is in its enumeration', () => {
  const checks = Object.entries(NUMBERS).map(([numbers, theirs], index) => {
    const [, table] = /^(\w+)\[/.exec(numbers) ?? [];
    const ours = table === undefined ? `typeof ours.${numbers}` : `(typeof ours.${table})[keyof typeof ours.${table}]`;
    return `export type Check${index} = Accepts<${theirs}, ${ours}>;`;
  });
  expect(complaints([`import type * as ours from '${WPS}/enums';`, ACCEPTS, ...checks].join('\n'))).toEqual([]);
});

test('what is in no declaration is refused', () => {
  const wrong = [
    'export {};',
    ACCEPTS,
    WITHIN,
    'export type Number = Accepts<Et.XlBordersIndex, 99>;',
    "export type Member = Within<Et.Range, 'Value3'>;",
  ];
  expect(complaints(wrong.join('\n'))).toEqual([
    expect.stringContaining("Type '99' does not satisfy"),
    expect.stringContaining('Type \'"Value3"\' does not satisfy'),
  ]);
});
