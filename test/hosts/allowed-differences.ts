import type { Area } from '../../src/model/address';
import { cellAddress } from '../../src/model/address';
import { areaOf } from './workbook/areas';
import type { Canonical, CanonicalSheet } from './workbook/canonical';

/**
 * What hosts may show differently of one and the same sheet, by the ids of docs/host-differences.md, where each has its
 * reason. Both sides of a comparison go through it; whatever else differs is a fault.
 */
export const ALLOWED_DIFFERENCES = {
  'notes-as-prompts': withNotesAsPrompts,
  'chart-ends': withoutChartEnds,
  'reference-quotes': withoutNeedlessQuotes,
  'covered-cells': withoutCoveredCells,
} as const satisfies Readonly<Record<string, (book: Canonical) => Canonical>>;

/** A prompt of a validation that allows everything counts as a note: hosts without notes show it so. */
function withNotesAsPrompts(book: Canonical): Canonical {
  return eachSheet(book, (sheet) => {
    const prompts = sheet.validations.flatMap(({ rule, cells }) =>
      rule.type === 'none'
        ? cells.map((run) => [run.split(':')[0] as string, { author: '', text: rule.prompt.message }] as const)
        : [],
    );
    const notes = Object.entries(sheet.notes).map(([cell, { text }]) => [cell, { author: '', text }] as const);
    return {
      ...sheet,
      notes: Object.fromEntries([...notes, ...prompts]),
      validations: sheet.validations.filter(({ rule }) => rule.type !== 'none'),
    };
  });
}

/** The cell in which a chart ends: live hosts tell its size in points only. */
function withoutChartEnds(book: Canonical): Canonical {
  return eachSheet(book, (sheet) => ({ ...sheet, charts: sheet.charts.map((chart) => ({ ...chart, to: null })) }));
}

/** Quotes that the name of a sheet does not need; programs write references of charts with them or without. */
const NEEDLESS = /'([^'\s!]+)'!/g;

function withoutNeedlessQuotes(book: Canonical): Canonical {
  return eachSheet(book, (sheet) => ({
    ...sheet,
    charts: JSON.parse(JSON.stringify(sheet.charts).replace(NEEDLESS, '$1!')) as typeof sheet.charts,
  }));
}

/** What lies unseen under a merged cell: a program that merges keeps the first cell only. */
function withoutCoveredCells(book: Canonical): Canonical {
  return eachSheet(book, (sheet) => {
    const covered = new Set(sheet.merges.flatMap((address) => coveredBy(areaOf(address))));
    const cells = Object.entries(sheet.cells).map(([address, cell]) => [
      address,
      covered.has(address) ? { ...cell, constant: null, formula: null, markedAsText: false } : cell,
    ]);
    return { ...sheet, cells: Object.fromEntries(cells) as CanonicalSheet['cells'] };
  });
}

function coveredBy({ top, left, bottom, right }: Area): string[] {
  const addresses: string[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++)
      if (row > top || column > left) addresses.push(cellAddress(row, column));
  return addresses;
}

function eachSheet(book: Canonical, change: (sheet: CanonicalSheet) => object): Canonical {
  const sheets = Object.entries(book.sheets).map(([name, sheet]) => [name, change(sheet)]);
  return { ...book, sheets: Object.fromEntries(sheets) as Canonical['sheets'] };
}
