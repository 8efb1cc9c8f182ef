import type * as Core from '@univerjs/core';
import type * as Formula from '@univerjs/engine-formula';
import type { CellValue } from '../../../src/model/grid';
import { COLUMNS, ROWS } from './areas';
import { univerModule } from './engine-module';

/** The cells formulas read, as the engine asks for them. Sheets are given by id. */
export interface EngineData {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  value(sheet: string, row: number, column: number): CellValue;
}

interface Engine {
  readonly core: typeof Core;
  readonly formula: typeof Formula;
  readonly data: Formula.IFormulaCurrentConfigService;
  readonly runtime: Formula.IFormulaRuntimeService;
  readonly lexer: Formula.Lexer;
  readonly parser: Formula.AstTreeBuilder;
  readonly interpreter: Formula.Interpreter;
}

const UNIT = 'book';
let started: Engine | null = null;

/**
 * The smallest part of Univer that works a formula out: lexer, parser and interpreter over a matrix of cells. Its own
 * order of calculation, which is asynchronous and always of a whole workbook, is left out; {@link calculation} keeps the
 * order. Starting takes a third of a second and happens once.
 */
function engine(): Engine {
  if (started) return started;
  const core = univerModule('@univerjs/core') as typeof Core;
  const formula = univerModule('@univerjs/engine-formula') as typeof Formula;
  const univer = new core.Univer({ logLevel: core.LogLevel.SILENT });
  univer.registerPlugin(formula.UniverFormulaEnginePlugin);
  univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, { id: UNIT });
  const injector = univer.__getInjector();
  started = {
    core,
    formula,
    data: injector.get(formula.IFormulaCurrentConfigService),
    runtime: injector.get(formula.IFormulaRuntimeService),
    lexer: injector.get(formula.Lexer),
    parser: injector.get(formula.AstTreeBuilder),
    interpreter: injector.get(formula.Interpreter),
  };
  return started;
}

let shownData: EngineData | null = null;

/** Lets the engine read from other cells, and forget what it kept of the last ones. */
export function showCells(data: EngineData): void {
  if (shownData === data) return;
  shownData = data;
  const { core, formula, data: service } = engine();
  formula.FORMULA_REF_TO_ARRAY_CACHE.clear();
  formula.CELL_INVERTED_INDEX_CACHE.clear();
  const sheets: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  for (const { id, name } of data.sheets) {
    const cells = new core.ObjectMatrix<Core.ICellData>({});
    // Cells are handed over when they are asked for: most formulas read few of them.
    cells.getValue = (row, column) => cellData(data.value(id, row, column)) as Core.ICellData;
    sheets[id] = { cellData: cells, rowCount: ROWS, columnCount: COLUMNS, rowData: {}, columnData: {} };
    names[name] = id;
  }
  service.registerUnitData({ [UNIT]: sheets } as Formula.IUnitData);
  service.registerSheetNameMap({ [UNIT]: names });
}

function cellData(value: CellValue): Core.ICellData | undefined {
  if (value === null) return undefined;
  // ICellData.t: 1 a text, 2 a number, 3 a truth value; an error is told by its text.
  if (typeof value === 'object') return { v: value.error };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: 3 };
  return { v: value, t: typeof value === 'string' ? 1 : 2 };
}

/** The value of one formula (without “=”) at a cell of the cells shown; `reason` where the engine gives none. */
export function engineValue(text: string, sheet: string, row: number, column: number): CellValue | { reason: string } {
  const { lexer, parser, interpreter, runtime } = engine();
  runtime.setCurrent(row, column, ROWS, COLUMNS, sheet, UNIT);
  const tokens = lexer.treeBuilder(`=${text}`);
  if (typeof tokens === 'string') return { reason: `the engine cannot read it (${tokens})` };
  const node = parser.parse(tokens as Formula.LexerNode);
  if (!node) return { reason: 'the engine cannot read it' };
  if (interpreter.checkAsyncNode(node)) return { reason: 'it uses a function that asks the network' };
  return plainValue(interpreter.execute({ node, refOffsetX: 0, refOffsetY: 0 }));
}

function plainValue(result: Formula.FunctionVariantType): CellValue | { reason: string } {
  const object = result.isReferenceObject() ? (result as Formula.BaseReferenceObject).toArrayValueObject() : result;
  const array = object as Formula.ArrayValueObject;
  const isArray = array.isArray();
  if (isArray && (array.getRowCount() > 1 || array.getColumnCount() > 1)) return { reason: 'it gives several values' };
  const value = (isArray ? array.getFirstCell() : (object as Formula.BaseValueObject)) as Formula.BaseValueObject;
  if (value.isError()) return { error: String(value.getValue()) };
  const plain = value.getValue();
  // A formula that gives a blank cell shows 0 (Excel: references to blank cells).
  if (plain === null || value.isNull()) return 0;
  if (typeof plain === 'bigint') return { reason: 'it gives an integer of unlimited size' };
  return plain === 0 ? 0 : plain;
}
