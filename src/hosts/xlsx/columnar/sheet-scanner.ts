import type { CellStyle } from '../ooxml/styles';
import type { SheetReader } from '../ooxml/sheet';
import type { Budget } from '../limits';
import { DAYS_TO_1904 } from '../numberformats';
import type { XmlScanner } from '../xmlscan';
import { Digits } from './cell-value';
import type { ColumnBuilder } from './column-builder';
import { PartScanner, Unfamiliar } from './part-scanner';
import type { TextStore } from './text-store';
import { closing, formulaEnd, plainTextEnd } from './usual-marks';

// Not imported: where modules are compiled one by one, every look at an import in the innermost loop is a call.
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const C = 0x63;
const F = 0x66;
const H = 0x68;
const I = 0x69;
const N = 0x6e;
const O = 0x6f;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const V = 0x76;
const W = 0x77;
const X = 0x78;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const INLINE = 'inlineStr';
/** Elements that are opened for a cell with a value, as the limit on elements counts them. */
const ELEMENTS_A_CELL = 2;

type Type = 'number' | 'shared' | 'string' | 'inline';

/** What cells of a workbook refer to, for {@link SheetScanner}. */
export interface CellContext {
  readonly texts: TextStore;
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  readonly budget: Budget;
}

/** Reads the rows and cells of a worksheet straight from its bytes into columns; what is unusual goes to `reader`. */
export class SheetScanner extends PartScanner {
  private cells = 0;
  private elements = 0;
  private readonly digits = new Digits();
  private row = -1;
  private column = -1;
  private isRowOpen = false;
  private type: Type = 'number';
  private style = -1;
  private nextRow = -1;
  private nextColumn = -1;

  constructor(
    private readonly builder: ColumnBuilder,
    private readonly context: CellContext,
    private readonly reader: SheetReader,
    outer: XmlScanner,
  ) {
    super(outer, 'sheetData');
  }

  /** True when the sheet holds rows or the like, but not one cell, blank ones included. */
  get foundNothing(): boolean {
    return this.cells === 0 && this.elements > 0;
  }

  protected familiar(bytes: Uint8Array, name: number, prefix: number): number {
    if (bytes[name] === SLASH) return this.closeRow(bytes, name + 1 + prefix);
    const at = name + prefix;
    if (bytes[at] === C) return this.cell(bytes, at + 1, prefix);
    return bytes[at] === R && bytes[at + 1] === O && bytes[at + 2] === W ? this.openRow(bytes, at + 3) : -1;
  }

  protected isWhole(name: string): boolean {
    if (name === 'c') this.cells += 1;
    else this.elements += 1;
    return name !== 'row';
  }

  protected handOver(give: () => void): void {
    this.reader.row = this.row;
    this.reader.column = this.column;
    give();
    this.row = this.reader.row;
    this.column = this.reader.column;
  }

  protected closed(): void {
    if (this.isRowOpen) throw new Unfamiliar();
  }

  private openRow(bytes: Uint8Array, start: number): number {
    if (this.isRowOpen || this.isOuterOpen) throw new Unfamiliar();
    let at = start;
    let row = this.row + 1;
    for (;;) {
      while (isSpace(bytes[at] as number)) at += 1;
      const byte = bytes[at] as number;
      if (byte === GREATER) break;
      if (byte === SLASH && bytes[at + 1] === GREATER) break;
      const name = at;
      while (bytes[at] !== EQUALS && bytes[at] !== LESS && bytes[at] !== GREATER && bytes[at] !== 0) at += 1;
      const quote = bytes[at + 1] as number;
      if (bytes[at] !== EQUALS || !isQuote(quote)) return -1;
      // Of the attributes of a row only two say anything about cells: r, and hidden, which is not usual.
      if (bytes[name] === H && bytes[name + 1] === I) return -1;
      const value = at + 2;
      at = value;
      while (bytes[at] !== quote && bytes[at] !== LESS) at += 1;
      if (bytes[at] !== quote) return -1;
      if (at - value > 0 && bytes[name] === R && bytes[name + 1] === EQUALS) {
        row = this.digits.index(bytes, value) - 1;
        if (this.digits.end !== at || row < 0) return -1;
      }
      at += 1;
    }
    this.row = row;
    this.column = -1;
    this.elements += 1;
    this.context.budget.spendElement();
    this.isRowOpen = bytes[at] === GREATER;
    return this.isRowOpen ? at + 1 : at + 2;
  }

  private closeRow(bytes: Uint8Array, at: number): number {
    const usual = bytes[at] === R && bytes[at + 1] === O && bytes[at + 2] === W && bytes[at + 3] === GREATER;
    if (!usual || this.isOuterOpen) return -1;
    if (!this.isRowOpen) throw new Unfamiliar();
    this.isRowOpen = false;
    return at + 4;
  }

  /** A cell from behind its name on. Nothing is changed before all of it was understood. */
  private cell(bytes: Uint8Array, start: number, prefix: number): number {
    const open = this.attributes(bytes, start);
    if (open < 0) return -1;
    if (bytes[open] === SLASH) return this.blank(open + 2);
    let at = open + 1;
    let hasFormula = false;
    for (;;) {
      while (isSpace(bytes[at] as number)) at += 1;
      if (bytes[at] !== LESS) return -1;
      if (bytes[at + 1] === SLASH) {
        const end = this.closeCell(bytes, at, prefix);
        return end < 0 || hasFormula ? -1 : this.blank(end);
      }
      const child = at + 1 + prefix;
      if (bytes[child] === V && bytes[child + 1] === GREATER) return this.value(bytes, child + 2, prefix, hasFormula);
      if (bytes[child] === I && bytes[child + 1] === S && bytes[child + 2] === GREATER) {
        return hasFormula ? -1 : this.inline(bytes, child + 3, prefix);
      }
      if (bytes[child] !== F || hasFormula) return -1;
      at = formulaEnd(bytes, child + 1, prefix);
      if (at < 0) return -1;
      hasFormula = true;
    }
  }

  /** Reads the attributes of a cell; the place of the sign that ends its tag, or -1. */
  private attributes(bytes: Uint8Array, start: number): number {
    let at = start;
    this.type = 'number';
    this.style = -1;
    this.nextRow = this.row;
    this.nextColumn = this.column + 1;
    for (;;) {
      const byte = bytes[at] as number;
      if (byte === GREATER) return at;
      if (byte === SLASH) return bytes[at + 1] === GREATER ? at : -1;
      if (!isSpace(byte)) return -1;
      while (isSpace(bytes[at] as number)) at += 1;
      const name = bytes[at] as number;
      if (name === GREATER || name === SLASH) continue;
      const quote = bytes[at + 2] as number;
      if (bytes[at + 1] !== EQUALS || !isQuote(quote)) return -1;
      const end = this.attribute(bytes, name, at + 3);
      if (end < 0 || bytes[end] !== quote) return -1;
      at = end + 1;
    }
  }

  private attribute(bytes: Uint8Array, name: number, start: number): number {
    if (name === R) return this.place(bytes, start);
    if (name === S) {
      this.style = this.digits.index(bytes, start);
      return this.style < 0 ? -1 : this.digits.end;
    }
    return name === T ? this.typeOf(bytes, start) : -1;
  }

  private place(bytes: Uint8Array, start: number): number {
    let at = start;
    let column = 0;
    for (; at - start < 3; at += 1) {
      const byte = bytes[at] as number;
      if (!(byte >= UPPER_A && byte <= UPPER_Z)) break;
      column = column * 26 + (byte - UPPER_A + 1);
    }
    const row = this.digits.index(bytes, at);
    if (column === 0 || row <= 0) return -1;
    this.nextRow = row - 1;
    this.nextColumn = column - 1;
    return this.digits.end;
  }

  private typeOf(bytes: Uint8Array, start: number): number {
    const [first, second, third] = [bytes[start], bytes[start + 1], bytes[start + 2]] as [number, number, number];
    if (isQuote(second)) {
      if (first === S) this.type = 'shared';
      else if (first !== N) return -1;
      return start + 1;
    }
    if (first === S && second === T && third === R) {
      this.type = 'string';
      return start + 3;
    }
    for (let at = 0; at < INLINE.length; at += 1) if (bytes[start + at] !== INLINE.charCodeAt(at)) return -1;
    this.type = 'inline';
    return start + INLINE.length;
  }

  /** The content of `<v>` up to the end of the cell. */
  private value(bytes: Uint8Array, start: number, prefix: number, hasFormula: boolean): number {
    const { digits, type } = this;
    if (type === 'inline') return -1;
    let value = 0;
    let at: number;
    if (type === 'number') {
      value = digits.number(bytes, start);
      // NaN, and what is too large for a number.
      if (!(value - value === 0)) return -1;
      at = digits.end;
    } else if (type === 'shared') {
      value = digits.index(bytes, start);
      if (value < 0 || value >= this.context.texts.count) return -1;
      at = digits.end;
    } else {
      at = plainTextEnd(bytes, start);
      if (at <= start) return -1;
    }
    const close = closing(bytes, at, V, prefix);
    const end = close < 0 ? -1 : this.closeCell(bytes, close, prefix);
    if (end < 0) return -1;
    this.take(ELEMENTS_A_CELL);
    if (type === 'number') this.number(value, hasFormula);
    else if (type === 'shared') this.builder.sharedText(this.row, this.column, value);
    else this.builder.ownText(this.row, this.column, bytes, start, at);
    if (hasFormula && type !== 'number') this.reader.countValue(true);
    return end;
  }

  private number(raw: number, hasFormula: boolean): void {
    const style = this.context.styles[this.style];
    const value = this.context.date1904 && style?.showsDay ? raw + DAYS_TO_1904 : raw;
    this.builder.number(this.row, this.column, value, style?.format ?? 'General');
    if (hasFormula) this.reader.countValue(value !== 0);
  }

  /** The content of `<is>` with one plain text up to the end of the cell. */
  private inline(bytes: Uint8Array, at: number, prefix: number): number {
    const child = at + 1 + prefix;
    if (bytes[at] !== LESS || bytes[child] !== T) return -1;
    let start = child + 1;
    if (bytes[start] === 0x20) {
      // xml:space="preserve" is all a text may say about itself.
      if (bytes[start + 1] !== X) return -1;
      while (bytes[start] !== GREATER && bytes[start] !== LESS) start += 1;
      if (bytes[start - 1] === SLASH) return -1;
    }
    if (bytes[start] !== GREATER) return -1;
    start += 1;
    const end = plainTextEnd(bytes, start);
    const afterText = end <= start ? -1 : closing(bytes, end, T, prefix);
    const name = afterText + 2 + prefix;
    const closed = bytes[afterText] === LESS && bytes[afterText + 1] === SLASH;
    if (afterText < 0 || !closed || bytes[name] !== I || bytes[name + 1] !== S || bytes[name + 2] !== GREATER) {
      return -1;
    }
    const after = this.closeCell(bytes, name + 3, prefix);
    if (after < 0) return -1;
    this.take(ELEMENTS_A_CELL + 1);
    this.builder.ownText(this.row, this.column, bytes, start, end);
    return after;
  }

  private blank(end: number): number {
    this.take(1);
    return end;
  }

  private take(elements: number): void {
    this.row = this.nextRow;
    this.column = this.nextColumn;
    this.cells += 1;
    this.context.budget.spendElement(elements);
  }

  private closeCell(bytes: Uint8Array, at: number, prefix: number): number {
    return closing(bytes, at, C, prefix);
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isQuote(byte: number): boolean {
  return byte === 0x22 || byte === 0x27;
}
