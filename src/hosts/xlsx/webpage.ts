import type { Budget } from './limits';
import { MAX_COLUMNS } from './limits';
import { plainValue } from './plainvalue';
import { ReadTrouble } from './problem';
import { allowedUniqueName } from './sheetnames';
import type { StoredSheet } from './storedsheet';
import { SheetBuilder } from './storedsheet';
import { decodeReferences } from './xmltext';

/** What the HTML standard allows at most in colspan and rowspan; browsers clamp to the same. */
const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;

/** Elements whose text is no text of a cell. */
const SILENT = /^(?:script|style|title|xml)$/;

/** Where a cell being read stands, and how much it covers. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly isText: boolean;
  text: string;
}

/** One table: hands out places to cells, passing over what cells above still cover. */
class TableReader {
  private row = -1;
  private column = 0;
  /** For each column, the first row that no cell above covers any more. */
  private readonly freeFrom = new Uint32Array(MAX_COLUMNS);
  cell: OpenCell | null = null;

  constructor(
    readonly builder: SheetBuilder,
    private readonly budget: Budget,
  ) {}

  openRow(hidden: boolean): void {
    this.closeCell();
    this.row += 1;
    this.column = 0;
    if (hidden) this.builder.hideRow(this.row);
  }

  openCell(mark: string): void {
    this.closeCell();
    if (this.row < 0) this.row = 0;
    while (this.column < MAX_COLUMNS && (this.freeFrom[this.column] as number) > this.row) this.column += 1;
    const across = span(mark, 'colspan', MAX_COLSPAN);
    const down = span(mark, 'rowspan', MAX_ROWSPAN);
    const { row, column } = this;
    if (column + across > MAX_COLUMNS) throw new ReadTrouble('too-many-cells');
    if (down > 1) this.freeFrom.fill(row + down, column, column + across);
    if (across > 1 || down > 1) {
      this.builder.merge({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 });
    }
    this.column += across;
    // Office marks text cells by their format, "@"; systems that export codes as text rely on it.
    this.cell = { row, column, isText: /mso-number-format\s*:\s*["']?\\?@/i.test(mark), text: '' };
  }

  closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    // Ideographic spaces and nbsp at the beginning are how exporters indent lower levels: they stay.
    const written = cell.text.replace(/^[ \n]+|[ \n]+$/g, '');
    const text = decodeReferences(written).replace(/\u00a0/g, ' ');
    if (text.trim() === '') return;
    const value = cell.isText ? text : plainValue(text);
    if (typeof value === 'string') this.budget.spendText(value.length);
    this.builder.cell(cell.row, cell.column, value);
  }
}

/** A colspan or rowspan; anything that is no count, and a rowspan of 0, is 1. */
function span(mark: string, name: string, most: number): number {
  const written = new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d{1,9})`, 'i').exec(mark)?.[1];
  return Math.min(Math.max(Number(written ?? 1), 1), most);
}

/**
 * Reads the tables of a web page saved or exported as .xls; each outermost table that holds something becomes a sheet.
 * A table inside a cell gives its text to that cell. Numbers are recognised as in {@link plainValue}, except in cells
 * formatted as text.
 * @throws ReadTrouble when there is no table.
 */
export function readWebPage(text: string, sheetName: string, budget: Budget): StoredSheet[] {
  const names = new Set<string>();
  const sheets: StoredSheet[] = [];
  let table: TableReader | null = null;
  let depth = 0;
  const finish = (): void => {
    if (!table) return;
    table.closeCell();
    const sheet = table.builder.finish();
    if (sheet.description.rowCount > 0) sheets.push(sheet);
    else names.delete(sheet.description.name);
    table = null;
  };
  for (const { name, closing, mark, before } of marks(text)) {
    const open: TableReader | null = table;
    if (open?.cell && before !== '') open.cell.text += before.replace(/[ \t\r\n\f]+/g, ' ');
    if (name === 'table') {
      depth = Math.max(0, depth + (closing ? -1 : 1));
      if (!closing && depth === 1) {
        const builder = new SheetBuilder(allowedUniqueName(sheetName, names), 'visible', budget);
        table = new TableReader(builder, budget);
      } else if (depth === 0) finish();
    } else if (open && depth === 1) {
      if (name === 'tr' && !closing) open.openRow(/display\s*:\s*none/i.test(mark));
      else if ((name === 'td' || name === 'th') && !closing) open.openCell(mark);
      else if (name === 'td' || name === 'th' || name === 'tr') open.closeCell();
      else if (name === 'br' && open.cell) open.cell.text += '\n';
    } else if (open?.cell && depth > 1) open.cell.text += ' ';
  }
  finish();
  if (sheets.length === 0) throw new ReadTrouble('markup');
  return sheets;
}

interface Mark {
  readonly name: string;
  readonly closing: boolean;
  readonly mark: string;
  /** The text in front of the mark, references not decoded. */
  readonly before: string;
}

/** The marks of a page one after another; comments, declarations and silent elements are passed over. */
function* marks(text: string): Generator<Mark> {
  let from = 0;
  let at = text.indexOf('<');
  while (at >= 0) {
    const before = text.slice(from, at);
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      from = end < 0 ? text.length : end + 3;
      yield { name: '', closing: false, mark: '', before };
    } else if (!/[a-z/!?]/i.test(text[at + 1] ?? '')) {
      // A bare "<" in the text of a cell, such as "<5%".
      yield { name: '', closing: false, mark: '', before: `${before}<` };
      from = at + 1;
    } else {
      const end = markEnd(text, at);
      const mark = text.slice(at, end);
      const parts = /^<(\/?)([a-z][a-z0-9:]*)/i.exec(mark);
      const name = (parts?.[2] ?? '').toLowerCase();
      yield { name, closing: parts?.[1] === '/', mark, before };
      from = end;
      if (SILENT.test(name) && parts?.[1] === '' && !mark.endsWith('/>')) from = silentEnd(text, name, end);
    }
    at = text.indexOf('<', from);
  }
}

/** The place behind the ">" of a mark; one inside quotes does not end it. */
function markEnd(text: string, at: number): number {
  const sign = /[>"']/g;
  sign.lastIndex = at;
  for (let found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '>') return found.index + 1;
    const close = text.indexOf(found[0], found.index + 1);
    if (close < 0) return text.length;
    sign.lastIndex = close + 1;
  }
  return text.length;
}

/** The place of the closing mark of an element whose content is passed over. */
function silentEnd(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}
