import type { Formula } from './formula';

/** The formula with other names for the sheets it reads; texts in it, links among them, stay as they are. */
export function withSheetNames(formula: Formula, nameOf: (sheet: string) => string): Formula {
  switch (formula.type) {
    case 'cell':
      return { ...formula, place: { ...formula.place, sheet: nameOf(formula.place.sheet) } };
    case 'area':
      return { ...formula, sheet: nameOf(formula.sheet) };
    case 'negate':
      return { ...formula, operand: withSheetNames(formula.operand, nameOf) };
    case 'operation':
      return {
        ...formula,
        left: withSheetNames(formula.left, nameOf),
        right: withSheetNames(formula.right, nameOf),
      };
    case 'call':
      return { ...formula, args: formula.args.map((arg) => withSheetNames(arg, nameOf)) };
    default:
      return formula;
  }
}
