import { ReadTrouble } from './problem';

const MIB = 1024 * 1024;

/** Rows and columns of the largest sheet Excel knows (ECMA-376 has no limit of its own; .xlsx files have this one). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/**
 * Inflated size of one part. A full ledger of 1,048,576 rows × 12 columns measured 442 MB of sheet XML, so the largest
 * sheet an office really has still passes, at whatever ratio it was compressed.
 */
export const MAX_PART_BYTES = 600 * MIB;

/** Inflated size of everything read from one file: the largest ledger, its texts and a few hundred ordinary sheets. */
export const MAX_TOTAL_BYTES = 800 * MIB;

/** A workbook has a handful of parts per sheet; 200 sheets with drawings and comments stay below 2,000. */
export const MAX_ENTRIES = 20_000;

/**
 * One tag, text or comment. The longest text of a cell is 32,767 characters; written as character references that is
 * 262 kB. Without this cap a part of blanks would be gathered into one text.
 */
export const MAX_TOKEN_BYTES = MIB;

/** Elements of everything read: a full ledger of 16 columns with formulas has 50 million. Bounds time, as bytes do not. */
const MAX_ELEMENTS = 60_000_000;

/** Cells that hold something, in the whole workbook: one full ledger of 16 columns is 16.8 million. */
const MAX_CELLS = 20_000_000;

/** Cells with the blanks in front of them, which rows hold too; keeps a million rows with one cell at XFD out. */
const MAX_SLOTS = 32_000_000;

/** Characters of different texts: a million summaries of 100 characters are 100 million. */
const MAX_CHARACTERS = 150_000_000;

/** Merged areas are hints; a workbook with more is read without the rest. */
export const MAX_MERGES = 100_000;

/** Sheets of one workbook. */
export const MAX_SHEETS = 2_000;

/** Text files are held as one text; a ledger of a million rows is 100 to 150 MB. */
export const MAX_TEXT_BYTES = 200 * MIB;

/** A table saved as a web page or XML; marks take far more room than cells there. */
export const MAX_MARKUP_BYTES = 100 * MIB;

/** .xls holds 65,536 rows a sheet, and .xlsb is read whole: about 150 bytes of memory for each of its cells. */
export const MAX_BINARY_BYTES = 100 * MIB;

/**
 * Inflated size from which on a sheet is kept as columns, about 20,000 rows of 12: below, the time the other way takes is
 * not felt, and rows that are kept as rows are given out faster.
 */
export const COLUMNAR_BYTES = 8 * MIB;

/** Pieces of 4,096 cells that columns may take: 268 MB, a full ledger of 32 columns. */
export const MAX_PIECES = 8_192;

/** What may still be spent on one file. Every method throws ReadTrouble when the account is overdrawn. */
export class Budget {
  private bytes = MAX_TOTAL_BYTES;
  private elements = MAX_ELEMENTS;
  private cells = MAX_CELLS;
  private slots = MAX_SLOTS;
  private characters = MAX_CHARACTERS;

  spendBytes(count: number): void {
    this.bytes -= count;
    if (this.bytes < 0) throw new ReadTrouble('too-large');
  }

  spendElement(count = 1): void {
    this.elements -= count;
    if (this.elements < 0) throw new ReadTrouble('too-large');
  }

  /** One cell that holds something, and the places its row grew by. */
  spendCell(slots: number): void {
    this.cells -= 1;
    this.slots -= slots;
    if (this.cells < 0 || this.slots < 0) throw new ReadTrouble('too-many-cells');
  }

  spendText(characters: number): void {
    // A text costs memory even when it is short, so that millions of empty ones cannot pass as nothing.
    this.characters -= characters + 8;
    if (this.characters < 0) throw new ReadTrouble('too-many-cells');
  }

  /** What is left now, for {@link restore}. */
  left(): readonly number[] {
    return [this.bytes, this.elements, this.cells, this.slots, this.characters];
  }

  /** Undoes what was spent since: a part is read again in another way. */
  restore(left: readonly number[]): void {
    [this.bytes, this.elements, this.cells, this.slots, this.characters] = left as [
      number,
      number,
      number,
      number,
      number,
    ];
  }
}
