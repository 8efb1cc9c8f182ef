import { RELATION_PACKS, parseRelations } from '../../../src/checks/pack';
import type { ParsedRelation } from '../../../src/checks/pack';
import { runRelations } from '../../../src/checks/run';
import { formSets } from '../../../src/facts/sets';
import type { Check } from '../../../src/model/check';
import type { CellPlace } from '../../../src/model/address';
import type { Table } from '../../../src/model/table';
import { recognise } from '../../../src/tables/recognise';
import type { TestBook } from '../../support/book';
import { gridsOf } from '../../support/book';
import { bureauBook } from '../../support/bureau';
import { realFinalsBook } from '../../support/finals';
import { bookOf } from '../../support/laid';
import { RARE_BOOK } from './rare-tables';

/** Each relation is tried on the first of these in which it holds. */
const BOOKS: readonly { readonly name: string; readonly book: TestBook }[] = [
  ...[1, 2, 3, 4, 5].map((seed) => ({ name: `seed ${seed}`, book: bookOf(bureauBook(seed)) })),
  { name: 'real', book: realFinalsBook() },
  { name: 'rare', book: RARE_BOOK },
];

const RELATIONS = RELATION_PACKS.flatMap(parseRelations);
const READ = BOOKS.map(({ book }) => {
  const { tables } = recognise(gridsOf(book));
  return { book, tables, checks: runRelations(formSets(tables), RELATIONS).map(({ check }) => check) };
});

const passes = (check: Check): boolean => check.status === 'holds' || check.status === 'rounding';

/**
 * The figure whose change must make a check fail, and how: more on the left, or where the left side offers
 * alternatives (任一), of which one would still hold, less on the right.
 */
function changeOf(check: Check, { id, expression }: ParsedRelation): { place: CellPlace; more: number } | null {
  const { body } = expression;
  const offers = body.type === 'comparison' && body.left.type === 'call' && body.left.name === '任一';
  const amount = id.endsWith('.rate') ? 0.37 : 9_000_000_000;
  const left = offers ? undefined : check.left?.places[0];
  const place = left ?? check.right?.places[0];
  return place ? { place, more: left ? amount : -amount } : null;
}

/** The tables of the book with one figure changed beyond any tolerance; only the sheet it stands on is read again. */
function tablesWith(book: TestBook, tables: readonly Table[], place: CellPlace, more: number): Table[] {
  const sheets = book.sheets.flatMap((sheet) => {
    if (sheet.name !== place.sheet) return [];
    const rows = sheet.rows.map((row, at) => {
      if (at !== place.row) return row;
      const old = row[place.column];
      return Object.assign([...row], { [place.column]: (typeof old === 'number' ? old : Number(old ?? 0)) + more });
    });
    return [{ ...sheet, rows }];
  });
  const changed = recognise(gridsOf({ sheets })).tables;
  return tables.flatMap((table) =>
    table.sheet === place.sheet ? changed.filter((one) => one.kind === table.kind) : [table],
  );
}

describe('clean workbooks', () => {
  it.each(BOOKS.map(({ name }, at) => [name, at] as const))('%s has no relation that fails', (_, at) => {
    expect(READ[at]?.checks.filter((check) => check.status === 'fails').map((check) => check.message)).toEqual([]);
  });
});

describe.each(RELATIONS.map((relation) => [relation.id, relation] as const))('%s', (id, relation) => {
  const tried = READ.flatMap(({ book, tables, checks }) => {
    const check = checks.find((one) => one.id === id && passes(one) && changeOf(one, relation) !== null);
    return check ? [{ book, tables, check }] : [];
  });

  it('holds on a clean workbook', () => {
    expect(tried.length).toBeGreaterThan(0);
  });

  it('fails when one of its figures is changed', () => {
    const [{ book, tables, check }] = tried as [(typeof tried)[number]];
    const { place, more } = changeOf(check, relation) as NonNullable<ReturnType<typeof changeOf>>;
    const changed = tablesWith(book, tables, place, more);
    const again = runRelations(formSets(changed), [relation]).find((one) => one.check.key === check.key)?.check;
    expect(again?.status).toBe('fails');
    expect(again?.message).toContain('超过尾差');
  });
});
