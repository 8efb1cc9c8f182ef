import { breathe, ANSWER_BYTES } from './connection';
import type { Session } from './connection';
import type { Entry } from '../entry';
import type { SheetContent } from './content';
import { isFormula } from '../entry';
import { jsonBytes } from './requests';

/** A sheet whose entries are to be read back. */
export interface Written {
  readonly id: string;
  readonly name: string;
  readonly content: Pick<SheetContent, 'entries'>;
}

interface Part {
  readonly sheet: Written;
  readonly from: number;
  readonly count: number;
  /** Whether values are needed: only they tell a text that begins with “=” from a formula. */
  readonly asksValues: boolean;
}

/** Answers may hold every entry twice, as formula and as value. */
const TWICE = 2.2;

/**
 * Reads back what stands in sheets, as far as it was written and one row and column further, small sheets together.
 * Gives the entries by id.
 */
export async function entriesOf(
  session: Session,
  sheets: readonly Written[],
): Promise<Map<string, readonly (readonly Entry[])[]>> {
  const read = new Map<string, Entry[][]>(sheets.map(({ id }) => [id, []]));
  for (const parts of requestsOf(sheets)) {
    const ranges = parts.map((part) => {
      const { sheet, from, count } = part;
      const range = session.sheet(sheet.id).getRangeByIndexes(from, 0, count, widthOf(sheet));
      range.load(part.asksValues ? 'formulas,values' : 'formulas');
      return range;
    });
    await session.sync(parts[0]?.sheet.name);
    ranges.forEach((range, index) => {
      const { sheet, asksValues } = parts[index] as Part;
      const values = asksValues ? range.values : null;
      range.formulas.forEach((row: unknown[], down: number) =>
        read.get(sheet.id)?.push(row.map((entry, column) => entryOf(entry, values?.[down]?.[column]))),
      );
    });
    await breathe();
  }
  return read;
}

function entryOf(entry: unknown, value: unknown): Entry {
  if (entry === '' || entry === null || entry === undefined) return null;
  return isFormula(entry, value) ? { formula: entry } : (entry as string | number | boolean);
}

function widthOf({ content }: Written): number {
  return content.entries.reduce((widest, row) => Math.max(widest, row.length), 0) + 1;
}

function requestsOf(sheets: readonly Written[]): Part[][] {
  const requests: Part[][] = [];
  let room = 0;
  for (const sheet of sheets) {
    const rows = sheet.content.entries;
    const padding = widthOf(sheet) * 8;
    let from = 0;
    while (from <= rows.length) {
      let count = 0;
      let bytes = 0;
      while (from + count <= rows.length) {
        const next = jsonBytes(rows[from + count] ?? []) * TWICE + padding;
        if (bytes + next > room && (count > 0 || room < ANSWER_BYTES)) break;
        bytes += next;
        count += 1;
      }
      if (count === 0) {
        requests.push([]);
        room = ANSWER_BYTES;
        continue;
      }
      requests[requests.length - 1]?.push({
        sheet,
        from,
        count,
        asksValues: rows.slice(from, from + count).some(hasEqualsText),
      });
      room -= bytes;
      from += count;
    }
  }
  return requests;
}

function hasEqualsText(row: readonly Entry[]): boolean {
  return row.some((entry) => typeof entry === 'string' && entry.startsWith('='));
}
