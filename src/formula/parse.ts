import { Decimal } from '../model/decimal';
import type {
  ArithmeticOperator,
  Comparison,
  Expression,
  FunctionName,
  Node,
  Quantifier,
  Reference,
  Span,
} from './syntax';
import { FUNCTIONS } from './syntax';
import type { SyntaxProblem, Token } from './tokens';
import { tokenise } from './tokens';

const COMPARISONS = new Set(['=', '≠', '≤', '≥', '<', '>']);

/** Bounds that no sensible expression meets; they keep the recursion of every reading small. */
const LONGEST = 4000;
const DEEPEST = 50;
const MOST_DECIMALS = 10;

/** Thrown inside the parser only; {@link parse} turns it into data. */
class Refusal extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.message);
  }
}

/**
 * Parses an expression of the one language (grammar and every message: docs/expressions.md).
 * A text that is no expression gives the place and what was expected.
 */
export function parse(text: string): { expression: Expression } | { problem: SyntaxProblem } {
  if (text.length > LONGEST) {
    return {
      problem: {
        from: LONGEST,
        to: text.length,
        message: `式子有 ${text.length} 个字，最多 ${LONGEST} 个字，请拆成几个。`,
      },
    };
  }
  const outcome = tokenise(text);
  if ('problem' in outcome) return outcome;
  try {
    return { expression: new Parser(text, outcome.tokens).expression() };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  expression(): Expression {
    const quantifier = this.quantifier();
    const body = this.comparison();
    if (this.peek().type !== 'end') this.refuse('这里应当结束，或写 + − × ÷ = ≤ ≥');
    return { text: this.text, quantifier, body };
  }

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private isOperator(text: string): boolean {
    return this.peek().type === 'operator' && this.peek().text === text;
  }

  private take(text: string): Token {
    if (!this.isOperator(text)) this.refuse(`这里应当是“${text}”`);
    return this.next();
  }

  private refuse(expected: string): never {
    const token = this.peek();
    const found = token.type === 'end' ? '却已经结束' : `写的却是“${this.text.slice(token.from, token.to)}”`;
    this.complain(token, `${expected}，${found}`);
  }

  private complain({ from, to }: Span, what: string): never {
    throw new Refusal({ from, to, message: `第 ${from + 1} 个字：${what}。` });
  }

  /** 对《表》[组]每列每行： */
  private quantifier(): Quantifier | null {
    const first = this.peek();
    if (first.type !== 'word' || first.text !== '对' || this.peek(1).type !== 'table') return null;
    this.next();
    const table = this.next().text;
    const group = this.peek().type === 'brackets' ? this.next().text : null;
    const each = this.peek();
    if (each.type !== 'word' || !/^(?:每列)?每行$/.test(each.text)) this.refuse('这里应当是“每行：”或“每列每行：”');
    this.next();
    const end = this.take(':');
    return { table, group, everyColumn: each.text.startsWith('每列'), from: first.from, to: end.to };
  }

  private comparison(): Node {
    const left = this.sum();
    const token = this.peek();
    if (token.type !== 'operator' || !COMPARISONS.has(token.text)) return left;
    this.next();
    const right = this.sum();
    return { type: 'comparison', operator: token.text as Comparison, left, right, from: left.from, to: right.to };
  }

  private sum(): Node {
    return this.chain(['+', '-'], () => this.product());
  }

  private product(): Node {
    return this.chain(['*', '/'], () => this.factor());
  }

  private chain(operators: readonly string[], operand: () => Node): Node {
    let left = operand();
    while (this.peek().type === 'operator' && operators.includes(this.peek().text)) {
      const operator = this.next().text as ArithmeticOperator;
      const right = operand();
      left = { type: 'arithmetic', operator, left, right, from: left.from, to: right.to };
    }
    return left;
  }

  private factor(): Node {
    this.depth += 1;
    if (this.depth > DEEPEST) this.complain(this.peek(), `括号、函数和负号最多套 ${DEEPEST} 层`);
    const node = this.innerFactor();
    this.depth -= 1;
    return node;
  }

  private innerFactor(): Node {
    const token = this.peek();
    if (this.isOperator('-')) {
      this.next();
      const operand = this.factor();
      return { type: 'negate', operand, from: token.from, to: operand.to };
    }
    if (this.isOperator('(')) {
      this.next();
      const inside = this.comparison();
      this.take(')');
      return inside;
    }
    if (token.type === 'number') {
      this.next();
      const percent = token.text.endsWith('%');
      const value = Decimal.of(percent ? token.text.slice(0, -1) : token.text);
      return {
        type: 'number',
        value: percent ? value.shift(-2) : value,
        text: token.text,
        from: token.from,
        to: token.to,
      };
    }
    if (token.type === 'table' || token.type === 'brackets') return this.reference();
    if (token.type === 'word') return this.word();
    this.refuse('这里应当是数、名称、《表》[行,列] 或“(”');
  }

  private reference(): Reference {
    const first = this.peek();
    const table = first.type === 'table' ? this.next().text : null;
    if (this.peek().type !== 'brackets') this.refuse('表名后面应当是 [行,列]');
    const inside = this.next();
    const parts = inside.text.split(/[,，]/).map((part) => part.trim());
    const short = table === null && parts.length === 1;
    if ((!short && parts.length !== 2) || parts.some((part) => part === '')) {
      this.at -= 1;
      this.refuse(table === null ? '方括号里应当是 [列] 或 [行,列]' : '方括号里应当是 [行,列]');
    }
    let prior = false;
    let to = inside.to;
    if (this.isOperator('@')) {
      this.next();
      const year = this.peek();
      if (year.type !== 'word' || year.text !== '上年') this.refuse('“@”后面应当是“上年”');
      prior = true;
      to = this.next().to;
    }
    const optional = this.isOperator('?');
    if (optional) to = this.next().to;
    const [row, column] = short ? ['本行', parts[0] as string] : (parts as [string, string]);
    return { type: 'reference', table, row, column, prior, optional, from: first.from, to };
  }

  private word(): Node {
    const token = this.next();
    if (!this.isOperator('(')) return { type: 'name', name: token.text, from: token.from, to: token.to };
    if (!Object.hasOwn(FUNCTIONS, token.text)) {
      this.complain(token, `没有“${token.text}”这个函数；可用的有 ${Object.keys(FUNCTIONS).join('、')}`);
    }
    const name = token.text as FunctionName;
    this.next();
    const args: Node[] = [this.comparison()];
    while (this.isOperator(',')) {
      this.next();
      args.push(this.comparison());
    }
    const { least, most } = FUNCTIONS[name];
    const end = this.take(')');
    if (args.length < least || args.length > most) {
      this.complain(
        token,
        `“${name}”要有 ${least === most ? least : `${least} 到 ${most}`} 项，现在有 ${args.length} 项`,
      );
    }
    if (name === '下级之和' && args[0]?.type !== 'reference') this.complain(args[0] as Node, '“下级之和”里应当是 [列]');
    if (name === '四舍五入' && !isDecimals(args[1] as Node)) {
      this.complain(args[1] as Node, `“四舍五入”的第 2 项应当是 0 到 ${MOST_DECIMALS} 的整数`);
    }
    return { type: 'call', name, args, from: token.from, to: end.to };
  }
}

function isDecimals(node: Node): boolean {
  if (node.type !== 'number') return false;
  const decimals = Number(node.value.toString());
  return Number.isInteger(decimals) && decimals <= MOST_DECIMALS;
}
