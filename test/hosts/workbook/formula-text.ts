/**
 * A piece of a formula's text. A reference is a sheet (raw name, or null for the formula's own sheet) and the address as
 * written; joined references of several sheets ('a:b'!A1) and references to other files are not modelled.
 */
export type FormulaPiece =
  | { readonly type: 'text'; readonly raw: string }
  | { readonly type: 'reference'; readonly sheet: string | null; readonly address: string; readonly raw: string }
  /** A reference to a sheet that was deleted: #REF!A1 */
  | { readonly type: 'lost'; readonly raw: string }
  | { readonly type: 'function'; readonly name: string; readonly raw: string }
  | { readonly type: 'word'; readonly sheet: string | null; readonly word: string; readonly raw: string }
  | { readonly type: 'number'; readonly raw: string }
  | { readonly type: 'error'; readonly raw: string }
  | { readonly type: 'blank'; readonly raw: string }
  | { readonly type: 'sign'; readonly raw: string };

const SHEET = String.raw`(?:(?<quoted>'(?:[^']|'')+')!|(?<plain>[\p{L}\p{N}_.\\?]+)!)?`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const ADDRESS = String.raw`${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
const AFTER_ADDRESS = String.raw`(?![\p{L}\p{N}_.(!])`;

/** The grammar of ECMA-376 part 1, 18.17.2, as far as one piece after the other needs it. */
const PIECE = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<lost>#REF!(?:${ADDRESS})?)`,
    String.raw`(?<error>#(?:NULL!|DIV/0!|VALUE!|NAME\?|NUM!|N/A))`,
    String.raw`${SHEET}(?:(?<address>${ADDRESS})${AFTER_ADDRESS}|(?<gone>#REF!)|(?<word>[\p{L}_\\][\p{L}\p{N}_.\\?]*)(?<call>\s*\()?)`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)`,
    String.raw`(?<blank>\s+)`,
    String.raw`(?<sign><>|<=|>=|[-+*/^&=<>%(),;:{}!@|])`,
  ].join('|'),
  'giuy',
);

/** Takes a formula (without “=”) apart; null when something in it belongs to no formula. The pieces join to the whole. */
export function formulaPieces(formula: string): FormulaPiece[] | null {
  const pieces: FormulaPiece[] = [];
  PIECE.lastIndex = 0;
  let at = 0;
  while (at < formula.length) {
    PIECE.lastIndex = at;
    const match = PIECE.exec(formula);
    if (!match) return null;
    pieces.push(pieceOf(match));
    at = PIECE.lastIndex;
  }
  return pieces;
}

function pieceOf(match: RegExpExecArray): FormulaPiece {
  const raw = match[0];
  const groups = match.groups ?? {};
  const sheet =
    groups['quoted'] !== undefined ? groups['quoted'].slice(1, -1).replace(/''/g, "'") : (groups['plain'] ?? null);
  if (groups['text'] !== undefined) return { type: 'text', raw };
  if (groups['lost'] !== undefined || groups['gone'] !== undefined) return { type: 'lost', raw };
  if (groups['error'] !== undefined) return { type: 'error', raw };
  if (groups['address'] !== undefined) return { type: 'reference', sheet, address: groups['address'], raw };
  if (groups['word'] !== undefined) {
    if (groups['call'] !== undefined && sheet === null) return { type: 'function', name: groups['word'], raw };
    return { type: 'word', sheet, word: groups['word'], raw };
  }
  if (groups['number'] !== undefined) return { type: 'number', raw };
  return groups['blank'] !== undefined ? { type: 'blank', raw } : { type: 'sign', raw };
}

/** True when the brackets of a formula close and it neither begins nor ends with an operator that wants an operand. */
export function isWellFormed(pieces: readonly FormulaPiece[]): boolean {
  const open: string[] = [];
  let last: FormulaPiece | null = null;
  for (const piece of pieces) {
    if (piece.type === 'blank') continue;
    if (piece.type === 'function') open.push('(');
    else if (piece.raw === '(' || piece.raw === '{') open.push(piece.raw);
    else if (piece.raw === ')' || piece.raw === '}') {
      if (open.pop() !== (piece.raw === ')' ? '(' : '{')) return false;
    }
    if (isOperand(piece) && last !== null && endsOperand(last)) return false;
    if (isBinary(piece) && (last === null || !endsOperand(last))) return false;
    if (piece.raw === ')' && last !== null && !endsOperand(last) && last.raw !== ',' && last.type !== 'function') {
      return false;
    }
    last = piece;
  }
  return open.length === 0 && last !== null && endsOperand(last);
}

function isOperand(piece: FormulaPiece): boolean {
  return piece.type !== 'sign' && piece.type !== 'blank';
}

function endsOperand(piece: FormulaPiece): boolean {
  return piece.type === 'sign' ? /^[)}%]$/.test(piece.raw) : piece.type !== 'function' && piece.type !== 'blank';
}

/** + and - may stand before an operand, too. */
function isBinary(piece: FormulaPiece): boolean {
  return piece.type === 'sign' && /^(?:[*/^&=<>]|<>|<=|>=|%)$/.test(piece.raw);
}

/**
 * The name of a sheet as Excel shows it before a “!”: bare when it is made of letters, digits, “_” and “.” only, does
 * not begin with a digit and could be no cell, else in quotes (Microsoft support: Create or change a cell reference).
 */
export function sheetPrefix(sheet: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) &&
    !/^[A-Z]{1,3}\d+$/i.test(sheet) &&
    !/^(?:R\d*C?\d*|C\d*)$/i.test(sheet) &&
    !/^(?:TRUE|FALSE)$/i.test(sheet);
  return plain ? `${sheet}!` : `'${sheet.replace(/'/g, "''")}'!`;
}

/**
 * The formula as Excel gives it back after it was entered: functions, addresses and truth values in capitals, sheet names
 * as the sheets have them and quoted only where they must be. Null when it names a sheet that `sheetName` does not know.
 */
export function asExcelShows(
  pieces: readonly FormulaPiece[],
  sheetName: (written: string) => string | null,
): string | null {
  let shown = '';
  for (const piece of pieces) {
    if (piece.type === 'reference' || piece.type === 'word') {
      const name = piece.sheet === null ? '' : sheetName(piece.sheet);
      if (name === null) return null;
      const prefix = piece.sheet === null ? '' : sheetPrefix(name);
      const body = piece.type === 'reference' ? piece.address.toUpperCase() : piece.word;
      shown += prefix + (/^(?:true|false)$/i.test(body) ? body.toUpperCase() : body);
    } else if (piece.type === 'text') shown += piece.raw;
    else if (piece.type === 'function') shown += piece.raw.toUpperCase();
    else shown += piece.type === 'lost' || piece.type === 'error' ? piece.raw.toUpperCase() : piece.raw;
  }
  return shown;
}

/**
 * The formula after a sheet was renamed, or deleted (`to` null: every reference to it becomes #REF! with its address, as
 * Excel leaves it). Undefined when the formula does not name the sheet. Names of sheets know no letter case.
 */
export function withSheetRenamed(formula: string, from: string, to: string | null): string | undefined {
  const key = sheetKey(from);
  if (!sheetKey(formula).includes(key.replace(/'/g, "''"))) return undefined;
  let found = false;
  const renamed = (formulaPieces(formula) ?? []).map((piece) => {
    if (piece.type !== 'reference' && piece.type !== 'word') return piece.raw;
    if (piece.sheet === null || sheetKey(piece.sheet) !== key) return piece.raw;
    found = true;
    const body = piece.type === 'reference' ? piece.address : piece.word;
    return to === null ? `#REF!${piece.type === 'reference' ? body : ''}` : sheetPrefix(to) + body;
  });
  return found ? renamed.join('') : undefined;
}

/** What two names of one sheet have in common. */
export function sheetKey(name: string): string {
  return name.toLowerCase();
}
