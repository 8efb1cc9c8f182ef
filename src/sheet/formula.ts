import type { Area, CellPlace } from '../model/address';
import type { Decimal } from '../model/decimal';

/** The worksheet functions our sheets use. All of them exist in Excel 2007, WPS and LibreOffice alike. */
export type SheetFunction =
  | 'ABS'
  | 'AND'
  | 'COUNTIF'
  | 'COUNTIFS'
  | 'HYPERLINK'
  | 'IF'
  | 'ISNUMBER'
  | 'LEN'
  | 'MAX'
  | 'MIN'
  | 'N'
  | 'OR'
  | 'ROUND'
  | 'ROUNDDOWN'
  | 'ROUNDUP'
  | 'SUBSTITUTE'
  | 'SUM'
  | 'SUMIF'
  | 'TEXT'
  | 'VALUE';

export type SheetOperator = '+' | '-' | '*' | '/' | '&' | '=' | '<>' | '<=' | '>=' | '<' | '>';

/**
 * A live formula as a tree. Texts stand in it as texts and cells as places, so that nothing a workbook contains can
 * become part of a formula's grammar (architecture: the neutral sheet model).
 */
export type Formula =
  | { readonly type: 'number'; readonly value: Decimal }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'cell'; readonly place: CellPlace }
  | { readonly type: 'area'; readonly sheet: string; readonly area: Area }
  | { readonly type: 'negate'; readonly operand: Formula }
  | { readonly type: 'operation'; readonly operator: SheetOperator; readonly left: Formula; readonly right: Formula }
  | { readonly type: 'call'; readonly name: SheetFunction; readonly args: readonly Formula[] };

export function number(value: Decimal): Formula {
  return { type: 'number', value };
}

export function text(content: string): Formula {
  return { type: 'text', text: content };
}

export function cell(place: CellPlace): Formula {
  return { type: 'cell', place };
}

export function area(sheet: string, rectangle: Area): Formula {
  return { type: 'area', sheet, area: rectangle };
}

export function negate(operand: Formula): Formula {
  return { type: 'negate', operand };
}

export function operation(operator: SheetOperator, left: Formula, right: Formula): Formula {
  return { type: 'operation', operator, left, right };
}

export function call(name: SheetFunction, ...args: readonly Formula[]): Formula {
  return { type: 'call', name, args };
}

/** Texts one after the other: A1&" 分". */
export function joined(first: Formula, ...rest: readonly Formula[]): Formula {
  return rest.reduce((left, right) => operation('&', left, right), first);
}

/** Cells a formula reads directly; areas are not taken apart. */
export function* cellsOf(formula: Formula): Generator<CellPlace> {
  switch (formula.type) {
    case 'cell':
      yield formula.place;
      return;
    case 'negate':
      yield* cellsOf(formula.operand);
      return;
    case 'operation':
      yield* cellsOf(formula.left);
      yield* cellsOf(formula.right);
      return;
    case 'call':
      for (const arg of formula.args) yield* cellsOf(arg);
      return;
    default:
  }
}
