import type { ChartModel } from '../sheet/sheet';

/** 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）: the only order GB/T 9704-2012 (7.3.3) knows. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export interface Heading {
  readonly type: 'heading';
  readonly level: HeadingLevel;
  /** With its number, which is text like the rest: “一、部门概况”. */
  readonly text: string;
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly text: string;
  /** How far the first line stands in, in characters; 0 for lines such as “附件：”. */
  readonly indent: 0 | 2;
}

export interface TableCell {
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  /** Columns it covers, at least 1. */
  readonly across: number;
  /** Rows it covers, at least 1; never from the header into the body. */
  readonly down: number;
}

/** The cells that begin in a row, from left to right; places that a cell above covers are left out. */
export type TableRow = readonly TableCell[];

export interface Table {
  readonly type: 'table';
  /** Stands above the table; null for none. */
  readonly caption: string | null;
  /** Between caption and table: 单位名称：… at the left, 金额单位：万元 at the right; null for no such line. */
  readonly unitLine: { readonly left: string; readonly right: string } | null;
  /**
   * Shares of the width in any one measure; the table is as wide as the text. A column gets more than its share where a
   * figure in it would not stay on one line.
   */
  readonly columns: readonly { readonly width: number }[];
  /** Repeated at the top of every page the table reaches; may be empty. */
  readonly header: readonly TableRow[];
  readonly body: readonly TableRow[];
  /** True for a table that needs a page turned on its side. */
  readonly wide: boolean;
}

export interface Chart {
  readonly type: 'chart';
  /** Its texts and numbers are drawn; the cells they came from belong to a workbook and are not used here. */
  readonly chart: ChartModel;
}

/** What follows begins on a new page. */
export interface PageBreak {
  readonly type: 'pageBreak';
}

/** What follows is an attachment (GB/T 9704-2012, 7.3.6): it begins on a new page, its mark at the top left. */
export interface Attachment {
  readonly type: 'attachment';
  /** 附件1. */
  readonly mark: string;
}

/**
 * Lines to be signed, kept on one page. Lines of one field stand at the right, one above the other in the middle, the
 * last of them (成文日期) a set way in; the fields of a longer one are spread over the width (填表人：　审核人：　负责人：).
 */
export interface Signature {
  readonly type: 'signature';
  readonly lines: readonly (readonly string[])[];
}

export type Block = Heading | Paragraph | Table | Chart | PageBreak | Attachment | Signature;

/** An official document as every writer sets it: what stands in it, not how it looks. */
export interface OfficialDocument {
  /** Set at the head of the first page; a line break in it is kept. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What file managers show. No place for names of persons: writers add none. */
  readonly properties: { readonly title: string; readonly subject: string };
}
