/**
 * A kind of source table, as its data pack describes it (docs/architecture.md, “Data packs”).
 *
 * All texts are compared through `comparable()` (model/text.ts): half width, no spaces, quotes or punctuation.
 * Inside a pack text, `/` separates levels of a multi-row header, outermost first (公务用车购置及运行维护费/小计), and
 * 本年 / 上年 stand for the table's own year and the one before, however the sheet writes them (2023年预算数).
 */
export interface TableKind {
  /** The id of shared/design/contract.md, e.g. `final/expenditure`. */
  readonly id: string;
  /** The name expressions and messages use, without 《》. Unique over all packs. */
  readonly name: string;
  /** Full titles, without year, unit name, numbering (公开03表, 附件2) and bracketed remarks. */
  readonly titles: readonly string[];
  /**
   * Words that identify a title which is not in `titles`. Every entry of `all` must occur; an entry may offer
   * alternatives with `|`. No entry of `none` may occur.
   */
  readonly titleWords?: { readonly all: readonly string[]; readonly none?: readonly string[] };
  /**
   * For kinds that exist once per programme or project, where a table says which: `title` (what its title names beside
   * the kind) or the name of a form's field.
   */
  readonly subject?: string;
  readonly layout: Layout;
  /** True when the amounts are money, so that the table must state its unit. */
  readonly money: boolean;
  /** True for ledgers and rosters: rows are counted, not kept. */
  readonly folded?: boolean;
  /** Which classification the codes belong to. */
  readonly codes?: 'functional' | 'economic' | 'account' | 'any';
  readonly columns: readonly ColumnTerm[];
  readonly rows?: readonly RowTerm[];
  /** In a form: lines that say what part of its amounts is what (其中：当年财政拨款). The first label is the clearest. */
  readonly parts?: readonly RowTerm[];
  /** Named groups of rows that relations quantify over. */
  readonly groups?: readonly RowGroup[];
  /** Row labels or codes typical of the kind: they decide when a title is missing or shared. */
  readonly evidence?: { readonly labels?: readonly string[]; readonly codes?: readonly string[] };
  /** Headers or labels that a table of this kind never has. */
  readonly never?: readonly string[];
  /** Where the pack's wording comes from. */
  readonly basis: string;
  /** False when the original document was not seen. */
  readonly confirmed: boolean;
}

/**
 * `list`: rows under a header, keyed by code or label, in one block or in several left-right blocks that repeat the
 * label column.
 * `matrix`: items × measures in any orientation (items across, items down, or a single row under a three-row header);
 * `rows` are the items, `columns` the measures.
 * `form`: labels with their value to the right or below; `rows` are the fields, `columns` an embedded list, if any.
 * `text`: paragraphs under numbered headings.
 */
export type Layout = 'list' | 'matrix' | 'form' | 'text';

/**
 * What a column holds.
 * `code` a code in one column · `code1` `code2` `code3` 类 / 款 / 项 in three · `label` the row's name ·
 * `amount` money · `count` a number without unit of money · `ratio` a percentage · `text` anything ·
 * `unit` the number of the unit a row is of (单位代码) · `date` a date · `group` a text that is written once for several rows (merged cells): carried down.
 */
export type ColumnRole =
  'code' | 'code1' | 'code2' | 'code3' | 'label' | 'amount' | 'count' | 'ratio' | 'text' | 'unit' | 'date' | 'group';

export interface ColumnTerm {
  /** The column's name in expressions: 本年支出合计. */
  readonly name: string;
  readonly role: ColumnRole;
  /** Header texts, including `name` where a sheet may write it so. The first that fits the longest path wins. */
  readonly headers: readonly string[];
  /** A table without it is not of this kind (or, with the full title, an uncertain one). */
  readonly required?: boolean;
  /** In a matrix: the measure meant where a sheet names none. */
  readonly default?: boolean;
  /** So many columns in one term: `#` in name and headers stands for 1, 2, 3 …, in headers also for 一, 二, 三 …. */
  readonly repeat?: number;
}

export interface RowTerm {
  /** The row's name in expressions: 本年收入合计. */
  readonly name: string;
  /** Labels, compared without enumerator (一、 （一） 1.) and without 其中. */
  readonly labels: readonly string[];
  /** In two-sided tables: the side the row stands on. */
  readonly side?: '收入' | '支出';
  /** Take the last row that fits, not the first (总计 below another 合计). */
  readonly last?: boolean;
  /** Only rows below this named row (年初…结转 below 年初财政拨款结转和结余). */
  readonly under?: string;
  /** A table of this kind without the row is reported. */
  readonly required?: boolean;
  /** `text` for form fields that hold words; amounts are the default. */
  readonly role?: 'amount' | 'count' | 'ratio' | 'text';
  /** A row that the table may leave out when it is zero. */
  readonly optional?: boolean;
}

export interface RowGroup {
  /** The group's name in expressions: 收入分项. */
  readonly name: string;
  readonly side?: '收入' | '支出';
  /** Rows below this named row; from the first row of the side when absent. */
  readonly after?: string;
  /** Rows above this named row (or the next of these); to the last row of the side when absent. */
  readonly before?: readonly string[];
}

/** A data pack of kinds. */
export interface KindPack {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly kinds: readonly TableKind[];
}
