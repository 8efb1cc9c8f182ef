import type { Formula } from '../../../src/sheet/formula';

/**
 * A formula of numbers worked out in bare binary arithmetic, without the help spreadsheets give: 1.03−1 is more than
 * 0.03 here, and a whole step is cut at the last bit. What holds here holds in any spreadsheet.
 */
export function binaryValue(formula: Formula): number {
  switch (formula.type) {
    case 'number':
      return Number(formula.value.toString());
    case 'negate':
      return -binaryValue(formula.operand);
    case 'operation': {
      const [left, right] = [binaryValue(formula.left), binaryValue(formula.right)];
      return Number(OPERATIONS[formula.operator]?.(left, right));
    }
    case 'call':
      return callValue(formula.name, formula.args);
    default:
      return NaN;
  }
}

const OPERATIONS: Readonly<Record<string, (left: number, right: number) => number | boolean>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};

function callValue(name: string, args: readonly Formula[]): number {
  const at = (index: number): number => binaryValue(args[index] as Formula);
  const all = (): number[] => args.map(binaryValue);
  switch (name) {
    case 'IF':
      return at(0) === 0 ? at(2) : at(1);
    case 'AND':
      return Number(all().every((value) => value !== 0));
    case 'OR':
      return Number(all().some((value) => value !== 0));
    case 'ABS':
      return Math.abs(at(0));
    case 'MIN':
      return Math.min(...all());
    case 'MAX':
      return Math.max(...all());
    case 'ROUND':
      return Number((Math.sign(at(0)) * Math.round(Math.abs(at(0)) * 10 ** at(1))) / 10 ** at(1));
    case 'ROUNDUP':
      return Math.sign(at(0)) * Math.ceil(Math.abs(at(0)));
    case 'ROUNDDOWN':
      return Math.trunc(at(0));
    default:
      return NaN;
  }
}
