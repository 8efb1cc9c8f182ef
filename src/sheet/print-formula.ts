import { areaAddress, formulaPlace } from '../model/address';
import type { Formula, SheetOperator } from './formula';
import { encodeText } from './text';

/** The longest formula and the longest text inside a formula that Excel takes (Excel specifications and limits). */
export const MAX_FORMULA_LENGTH = 8192;
const MAX_TEXT_IN_FORMULA = 255;
/** Arguments one function takes. */
export const MAX_ARGUMENTS = 255;

/** Binding strength, loosest first; an operand that binds looser than its place gets brackets. */
const STRENGTH: Readonly<Record<SheetOperator, number>> = {
  '=': 1,
  '<>': 1,
  '<=': 1,
  '>=': 1,
  '<': 1,
  '>': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
};
const NEGATE = 5;
const ATOM = 6;

interface Piece {
  readonly text: string;
  readonly strength: number;
}

/**
 * The formula as spreadsheets write it, without a leading “=”: ROUND('支出决算表'!D7/10000,2). Sheet names are always
 * quoted, texts longer than a formula may hold are joined from parts.
 */
export function printFormula(formula: Formula): string {
  return print(formula).text;
}

function print(formula: Formula): Piece {
  switch (formula.type) {
    case 'number':
      return { text: formula.value.toString(), strength: formula.value.sign() < 0 ? NEGATE : ATOM };
    case 'text':
      return printText(formula.text);
    case 'cell':
      return { text: formulaPlace(formula.place), strength: ATOM };
    case 'area':
      return { text: `'${formula.sheet.replace(/'/g, "''")}'!${areaAddress(formula.area)}`, strength: ATOM };
    case 'negate':
      return { text: `-${bracketed(print(formula.operand), NEGATE + 1)}`, strength: NEGATE };
    case 'operation': {
      const strength = STRENGTH[formula.operator];
      const comparison = strength === 1;
      // a − (b + c) and a ÷ (b × c) need their brackets; a + (b + c) does not.
      const strict = formula.operator === '-' || formula.operator === '/' || comparison;
      const left = bracketed(print(formula.left), comparison ? strength + 1 : strength);
      const right = bracketed(print(formula.right), strict ? strength + 1 : strength);
      return { text: `${left}${formula.operator}${right}`, strength };
    }
    case 'call':
      return { text: `${formula.name}(${formula.args.map((arg) => print(arg).text).join(',')})`, strength: ATOM };
  }
}

function bracketed(piece: Piece, atLeast: number): string {
  return piece.strength < atLeast ? `(${piece.text})` : piece.text;
}

function printText(content: string): Piece {
  const characters = encodeText(content);
  const parts: string[] = [];
  // Never between the halves of a character outside the basic plane.
  let part = '';
  for (const character of characters) {
    if (part.length + character.length > MAX_TEXT_IN_FORMULA) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  parts.push(part);
  const quoted = parts.map((one) => `"${one.replace(/"/g, '""')}"`);
  return { text: quoted.join('&'), strength: quoted.length > 1 ? STRENGTH['&'] : ATOM };
}
