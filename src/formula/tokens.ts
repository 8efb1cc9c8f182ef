import { halfWidth } from '../model/text';
import type { Span } from './syntax';

/** A piece of an expression. `text` is as the parser uses it: operators in one spelling, names without quotes. */
export interface Token extends Span {
  readonly type: 'number' | 'table' | 'brackets' | 'word' | 'operator' | 'end';
  readonly text: string;
}

/** What could not be read, and where. */
export interface SyntaxProblem extends Span {
  /** One Chinese sentence: place, what stands there, what was expected. */
  readonly message: string;
}

const OPERATORS: readonly (readonly [string, string])[] = [
  ['<=', '≤'],
  ['>=', '≥'],
  ['<>', '≠'],
  ['!=', '≠'],
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['*', '*'],
  ['×', '*'],
  ['/', '/'],
  ['÷', '/'],
  ['=', '='],
  ['≤', '≤'],
  ['≥', '≥'],
  ['≠', '≠'],
  ['<', '<'],
  ['>', '>'],
  ['(', '('],
  [')', ')'],
  [',', ','],
  ['，', ','],
  ['、', ','],
  [':', ':'],
  ['@', '@'],
  ['?', '?'],
];

const PAIRS: Readonly<Record<string, { close: string; type: 'table' | 'brackets' }>> = {
  '《': { close: '》', type: 'table' },
  '[': { close: ']', type: 'brackets' },
};

const WORD = /^[\p{L}\p{N}_“”"·]+/u;
const NUMBER = /^\d+(?:\.\d+)?%?/;

/**
 * Cuts an expression into tokens. Inside 《》 and [] nothing is an operator. Full-width operators and brackets count as
 * their half-width twins.
 */
export function tokenise(text: string): { tokens: Token[] } | { problem: SyntaxProblem } {
  const half = halfWidth(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < half.length) {
    if (/\s/.test(half[at] as string)) {
      at += 1;
      continue;
    }
    const token = pairToken(text, half, at) ?? plainToken(half, at);
    if ('message' in token) return { problem: token };
    tokens.push(token);
    at = token.to;
  }
  tokens.push({ type: 'end', text: '', from: half.length, to: half.length });
  return { tokens };
}

function pairToken(text: string, half: string, at: number): Token | SyntaxProblem | null {
  const pair = PAIRS[half[at] as string];
  if (!pair) return null;
  const end = half.indexOf(pair.close, at + 1);
  if (end < 0)
    return { from: at, to: half.length, message: `第 ${at + 1} 个字“${half[at]}”没有对应的“${pair.close}”，请补上。` };
  return { type: pair.type, text: text.slice(at + 1, end).trim(), from: at, to: end + 1 };
}

function plainToken(half: string, at: number): Token | SyntaxProblem {
  const rest = half.slice(at);
  const number = NUMBER.exec(rest)?.[0];
  if (number !== undefined && !/^[\p{L}_]/u.test(rest.slice(number.length))) {
    return { type: 'number', text: number, from: at, to: at + number.length };
  }
  const operator = OPERATORS.find(([spelling]) => rest.startsWith(spelling));
  if (operator) return { type: 'operator', text: operator[1], from: at, to: at + operator[0].length };
  const word = WORD.exec(rest)?.[0];
  if (word !== undefined) return { type: 'word', text: word, from: at, to: at + word.length };
  // Whole characters: half of an emoji would print as a box.
  const [strange = ''] = rest;
  return {
    from: at,
    to: at + strange.length,
    message: `第 ${at + 1} 个字“${strange}”看不懂；这里可以写数、名称、《表》[行,列] 或括号。`,
  };
}
