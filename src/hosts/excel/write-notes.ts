import type { Area } from '../../model/address';
import type { SheetContent, TypingRule } from './content';
import type { Requirements } from './requirements';
import { rangeAddress } from '../cell-rectangles';
import { piece } from './requests';
import type { Piece } from './requests';

/** Characters a prompt takes (Excel shows no more of an input message). */
const MAX_PROMPT = 255;

/**
 * Notes as notes where Excel has them; below that as prompts, which show when the cell is gone to. A cell whose typing
 * is ruled already, or a text too long for a prompt, cannot have one; `lost` says which.
 */
export function withNotesAs(
  content: SheetContent,
  requirements: Requirements,
): { readonly content: SheetContent; readonly lost: readonly string[] } {
  if (requirements.notes || content.notes.length === 0) return { content, lost: [] };
  const lost: string[] = [];
  const prompts: TypingRule[] = [];
  for (const { row, column, text } of content.notes) {
    const area = { top: row, left: column, bottom: row, right: column };
    if (text.length > MAX_PROMPT || content.rules.some((rule) => covers(rule.area, row, column))) {
      lost.push(rangeAddress(area));
    } else prompts.push(promptOf(area, text));
  }
  return { content: { ...content, notes: [], rules: [...content.rules, ...prompts] }, lost };
}

function covers({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function promptOf(area: Area, message: string): TypingRule {
  return {
    area,
    rule: {},
    ignoreBlanks: true,
    error: { showAlert: true, style: 'Stop', title: '', message: '' },
    prompt: { showPrompt: true, title: '', message },
  };
}

export function notePieces({ notes }: SheetContent): Piece[] {
  return notes.map(({ row, column, text }) => {
    const address = rangeAddress({ top: row, left: column, bottom: row, right: column });
    return piece(2, (sheet) => void sheet.notes.add(address, text), text.length * 3);
  });
}
