import type { Cell } from '../sheet/sheet';

const LINE_POINTS = 14;
const PADDING_POINTS = 6;
const MOST_POINTS = 400;

/** Width of a text in characters of the default font: Chinese and full-width characters take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) as number) > 0xff ? 2 : 1;
  return width;
}

function shownText(cell: Cell): string {
  if (cell.type === 'text') return cell.text;
  if (cell.type === 'formula' && typeof cell.value === 'string') return cell.value;
  if (cell.type === 'input' && typeof cell.value === 'string') return cell.value;
  return '';
}

/** Lines a text takes in a column, each of its own lines wrapped. */
export function linesOf(text: string, width: number): number {
  const usable = Math.max(1, width - 1);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}

/**
 * Height of a row in points, so that every wrapped text shows: no host fits rows of merged or programmatically written
 * cells by itself.
 * @param widths widths of the columns in characters
 */
export function rowHeight(cells: readonly (Cell | null)[], widths: readonly number[]): number {
  const lines = cells.reduce((most, cell, column) => {
    if (!cell?.style.wrap) return most;
    return Math.max(most, linesOf(shownText(cell), widths[column] ?? 10));
  }, 1);
  return Math.min(MOST_POINTS, lines * LINE_POINTS + PADDING_POINTS);
}
