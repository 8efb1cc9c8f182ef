import Papa from 'papaparse';
import type { Budget } from './limits';
import { plainValue } from './plainvalue';
import { ReadTrouble } from './problem';
import type { StoredSheet } from './storedsheet';
import { SheetBuilder } from './storedsheet';

/** Lines looked at to tell the separator. */
const SAMPLE_LINES = 50;

/**
 * The separator of a text table: the one a first line "sep=;" names as Excel understands it, tab when at least half of
 * the first lines hold one (amounts may hold commas), else the library's guess, else comma.
 */
function separatorOf(text: string): { separator: string; from: number } {
  const named = /^sep=(.)\r?\n/.exec(text.slice(0, 10));
  if (named) return { separator: named[1] as string, from: named[0].length };
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/, SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
  // A tab next to a comma belongs to a value that an exporter forced to be text, not to the layout.
  const tabbed = lines.filter((line) => line.replace(/,"?\t|\t"?,/g, '').includes('\t')).length;
  if (tabbed > 0 && tabbed * 2 >= lines.length) return { separator: '\t', from: 0 };
  const guess = Papa.parse(lines.join('\n'), { preview: SAMPLE_LINES }).meta.delimiter;
  return { separator: guess || ',', from: 0 };
}

/**
 * The text of a value that an exporter wrote so that Excel does not take it for a number: with a tab at one end, or as
 * ="00123". Null for any other value.
 */
function forcedText(cell: string): string | null {
  const literal = /^="([^"]*)"$/.exec(cell);
  if (literal) return literal[1] as string;
  return /^\t|\t$/.test(cell) ? cell.replace(/^\t+|\t+$/g, '') : null;
}

/** A copy with memory of its own: a part of a long text keeps the whole of it alive. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * Reads comma, tab or semicolon separated text into one sheet; see {@link plainValue} for what becomes a number.
 * @throws ReadTrouble when it holds more cells than may be read.
 */
export function readDelimited(text: string, sheetName: string, budget: Budget): StoredSheet {
  const builder = new SheetBuilder(sheetName, 'visible', budget);
  const { separator, from } = separatorOf(text);
  const repeated = new Map<string, string>();
  let row = 0;
  let trouble: unknown = null;
  Papa.parse<string[]>(from > 0 ? text.slice(from) : text, {
    delimiter: separator,
    step: ({ data }, parser) => {
      try {
        data.forEach((cell, column) => {
          const value = forcedText(cell) ?? plainValue(cell);
          if (typeof value === 'string' && value !== '') builder.cell(row, column, keep(value, repeated, budget));
          else builder.cell(row, column, value);
        });
        row += 1;
      } catch (caught) {
        trouble = caught;
        parser.abort();
      }
    },
  });
  if (trouble instanceof ReadTrouble && trouble.code === 'damaged') throw new ReadTrouble('too-many-cells');
  if (trouble !== null) throw trouble;
  return builder.finish();
}

function keep(text: string, repeated: Map<string, string>, budget: Budget): string {
  const known = repeated.get(text);
  if (known !== undefined) return known;
  budget.spendText(text.length);
  const copy = detached(text);
  if (repeated.size < 50_000) repeated.set(copy, copy);
  return copy;
}
