import type { Area, CellPlace } from './address';
import type { Decimal } from './decimal';
import type { AmountUnit } from './unit';

/** How sure recognition is; an `uncertain` table takes part only in checks inside itself. */
export type Confidence = 'certain' | 'likely' | 'uncertain';

/**
 * What an amount cell held.
 * `number` a number · `text` a text that reads as a number · `blank` empty, “—”, “/” or the like: zero ·
 * `unreadable` a text that is no number, or an Excel error: `value` is null ·
 * `label` a header word standing where the amount should be: `value` is null, the table does not state it.
 */
export type CellState = 'number' | 'text' | 'blank' | 'unreadable' | 'label';

/** One cell of a recognised table. */
export interface TableCell {
  readonly place: CellPlace;
  readonly state: CellState;
  /** The number in the table's unit; zero for `blank`; null for words and for `unreadable` and `label` cells. */
  readonly value: Decimal | null;
  /** The cell as text, for text columns and for messages. */
  readonly written: string;
}

/** One row of a recognised table: a body row, one side of a two-block row, or one item of a form or matrix. */
export interface TableRow {
  /** Row of the sheet, from 0. */
  readonly row: number;
  /** Which left-right block the row stands in, from 0. */
  readonly block: number;
  /** 收入 or 支出 in two-sided tables, else null. */
  readonly side: string | null;
  /** Digits only, joined from one or three columns: "2081001"; null when the row has none. */
  readonly code: string | null;
  /** The label as compared: without indentation, enumerator, 其中, quotes and punctuation. */
  readonly label: string;
  /** The label as written, without indentation, enumerator and 其中; in forms and matrices the row's name. */
  readonly written: string;
  /** The row's name in the pack (合计, 本年收入合计 …), null for ordinary rows. */
  readonly name: string | null;
  /** Depth in the table's own tree, from 1; 0 for totals; null when the table does not show it. */
  readonly level: number | null;
  /** True for rows that only detail the row above (其中：…). */
  readonly ofWhich: boolean;
  /** Index in `Table.rows` of the row this one is part of, null for top rows. */
  readonly parent: number | null;
  /** Cells by column name of the pack. */
  readonly cells: ReadonlyMap<string, TableCell>;
  /** Where the label stands, for messages. */
  readonly place: CellPlace;
}

/** A recognised table: typed rows with the place of everything. */
export interface Table {
  readonly kind: string;
  /** The name expressions and messages use: 《支出决算表》. */
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  /** The title as it stands in the sheet; null when the sheet has none. */
  readonly title: string | null;
  readonly unitName: string | null;
  /** What a table that exists once per programme or project is about; else null. */
  readonly subject: string | null;
  readonly year: number | null;
  /** "2023-10" when the figures are up to a month and not for the year. */
  readonly asOf: string | null;
  /** Null when the table states none: then it takes part only in checks inside itself. */
  readonly amountUnit: AmountUnit | null;
  /** True when the kind holds money and therefore needs a unit. */
  readonly money: boolean;
  /** The step its amounts are written in, in its own unit (architecture, rule 4). */
  readonly writtenUnit: Decimal;
  readonly rows: readonly TableRow[];
  /** Body rows of the sheet; more than `rows` in a folded table, fewer in a two-block one. */
  readonly rowCount: number;
  readonly hidden: boolean;
  readonly confidence: Confidence;
  /** Names of the pack's columns that the table has. */
  readonly columns: readonly string[];
  /** The pack's named groups of rows (收入分项 …), as indices into `rows`. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** Named rows that every table of this kind has and this one lacks. */
  readonly missingRows: readonly string[];
  /** Unit of single columns that state their own, by column name. */
  readonly columnUnits: ReadonlyMap<string, AmountUnit>;
  /** The notes below the table. */
  readonly notes: readonly string[];
}
