import figures from './packs/figures.json';
import hubei from './packs/hubei.json';
import jiangxi from './packs/jiangxi.json';
import paragraphs from './packs/paragraphs.json';

/** A figure sentences may use (docs/narrative.md). */
export interface FigureTerm {
  readonly name: string;
  /** Expressions that mean the same; the first the workbook holds counts. */
  readonly from: readonly string[];
  /** Name of the same figure of the year before, taken from the same table. */
  readonly prior?: string;
}

/** Where a text of hers stands that sentences may quote. */
export interface TextSource {
  /** Name of a kind of table. */
  readonly table: string;
  /** Row of a form; its 值 is quoted. */
  readonly row?: string;
  /** Instead: what stands in a note below the table, from one of these words to the end of the sentence. */
  readonly after?: readonly string[];
  /** The note counts only when it also holds one of these words. */
  readonly beside?: readonly string[];
}

export interface TextTerm {
  readonly name: string;
  readonly from: readonly TextSource[];
}

/** One wording, used when every condition of `when` holds and none of `unless`. */
export interface Variant {
  /** A name: the workbook holds it. A comparison: it holds. */
  readonly when?: readonly string[];
  readonly unless?: readonly string[];
  /** Text of a row by name, and words of which it has to hold one. */
  readonly containing?: Readonly<Record<string, readonly string[]>>;
  readonly text: string;
}

/** What one sentence is made of where a template makes many. */
export interface RowSource {
  /**
   * A kind of table, one sentence a row; `programmes` for the programmes of all 补贴发放汇总表; `lostPoints`, `findings`
   * and `projects` for what the other stages found.
   */
  readonly of: string;
  /** What the sentences are about, for the headings that need it. */
  readonly name: string;
  /** Column or text by whose content sentences are gathered into paragraphs; one paragraph a sentence without it. */
  readonly by?: string;
  /** All sentences follow one another in one paragraph. */
  readonly together?: boolean;
  /** Only rows whose text holds one of these words. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Only rows that state all of these columns. */
  readonly stating?: readonly string[];
  /** Begins each paragraph. */
  readonly lead?: string;
  /** Sentences begin with 一是, 二是 … */
  readonly enumerated?: boolean;
  /**
   * Sentences begin with their period, where it is not that of the sentence before. Figures up to a month always do:
   * 截至2023年10月.
   */
  readonly dated?: boolean;
  /** Most sentences, and what follows when there are more. */
  readonly most?: { readonly count: number; readonly then?: string };
  /** A word that depends on what the row is called: 人 or 人次. */
  readonly words?: Readonly<Record<string, RowWord>>;
  /** Said when there is no such row; nothing is said without it. */
  readonly none?: string;
}

export interface RowWord {
  readonly containing: readonly string[];
  readonly then: string;
  readonly otherwise: string;
  readonly basis: string;
}

/** A paragraph as a pack states it. */
export interface ParagraphTemplate {
  readonly id: string;
  readonly rows?: RowSource;
  /** True for words about problems and measures that she has to make her own. */
  readonly draft?: boolean;
  /** The first whose conditions hold is used. */
  readonly variants: readonly Variant[];
}

export interface OutlineSection {
  readonly id: string;
  readonly heading: string;
  readonly level: 1 | 2 | 3;
  /** Figures and texts that have to stand below this heading, or be asked for there. */
  readonly needs: readonly string[];
  /** Ids of paragraphs, in order. */
  readonly paragraphs: readonly string[];
}

/** The headings of a report as a finance department asks for them. */
export interface Outline {
  readonly id: string;
  readonly title: string;
  readonly region: readonly string[];
  readonly basis: string;
  readonly confirmed: boolean;
  /** With slots. */
  readonly reportTitle: string;
  readonly sections: readonly OutlineSection[];
}

/** Everything sentences may be made of: shared by all outlines. */
export interface Wordings {
  readonly figures: readonly FigureTerm[];
  readonly texts: readonly TextTerm[];
  readonly paragraphs: readonly ParagraphTemplate[];
}

export const OUTLINES: readonly Outline[] = [jiangxi, hubei].map(outlineOf);

export const WORDINGS: Wordings = {
  figures: figures.figures,
  texts: figures.texts,
  paragraphs: paragraphs.paragraphs,
};

/** The outline of an id; null when there is none. */
export function outlineNamed(id: string): Outline | null {
  return OUTLINES.find((outline) => outline.id === id) ?? null;
}

/** An outline as its file states it: any number may stand for a level there. */
type PackedOutline = Omit<Outline, 'sections'> & {
  readonly sections: readonly (Omit<OutlineSection, 'level'> & { readonly level: number })[];
};

/** Throws on a level headings do not have: the pack is wrong. */
function outlineOf({ sections, ...about }: PackedOutline): Outline {
  return {
    ...about,
    sections: sections.map(({ level, ...section }) => {
      if (level !== 1 && level !== 2 && level !== 3) throw new Error(`${about.id} ${section.id}: level ${level}`);
      return { ...section, level };
    }),
  };
}
