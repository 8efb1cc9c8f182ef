import { comparable, withoutBrackets } from '../model/text';
import type { AmountUnit } from '../model/unit';
import { readHeader } from './header-text';
import type { RowTerm } from './kind';
import { readLabel } from './label';

/** A cell of a form that names one of the kind's fields or parts. */
export interface FormLabel {
  readonly term: RowTerm;
  /** How near the wording is to the term's own: the place of the label that fits in the pack's list. */
  readonly rank: number;
  /** The value behind a colon in the label's own cell. */
  readonly inline: string | null;
  /** The unit of money in the label: 全年预算数（元）. */
  readonly unit: AmountUnit | null;
}

/** Longer texts are sentences. */
const LONGEST_LABEL = 200;

/** Reads a cell as the label of one of these terms; null when it names none. */
export function formLabel(text: string, terms: readonly RowTerm[]): FormLabel | null {
  if (text.trim() === '' || text.length > LONGEST_LABEL) return null;
  const [head, ...tail] = text.replace(/^\s*其中\s*[:：]/, '').split(/[:：]/);
  const header = readHeader(readLabel(head ?? '').text, null);
  const forms = new Set([...header.forms, withoutBrackets(head ?? '')]);
  for (const term of terms) {
    const rank = term.labels.findIndex((label) => forms.has(comparable(label)));
    if (rank < 0) continue;
    const inline = tail.join('：').trim();
    return { term, rank, inline: inline === '' ? null : inline, unit: header.unit };
  }
  return null;
}
