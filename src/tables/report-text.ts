import { Decimal } from '../model/decimal';
import type { Grid } from '../model/grid';
import type { Table, TableRow } from '../model/table';
import { comparable } from '../model/text';
import { readLabel } from './label';
import { KINDS } from './packs';
import { readPreamble } from './preamble';
import { matchTitle } from './title';

const ENOUGH_HEADINGS = 3;
/** Lines below the first that may name unit and year. */
const HEAD_ROWS = 3;

/** Takes a sheet of paragraphs under numbered headings for a report text; null when it is none. */
export function recogniseText(grid: Grid, commonYear: number | null): Table | null {
  const kind = KINDS.find((one) => one.layout === 'text');
  if (!kind) return null;
  const headings = new Set((kind.evidence?.labels ?? []).map(comparable));
  const rows: TableRow[] = [];
  let title: string | null = null;
  let found = 0;
  for (let row = 0; row < grid.description.rowCount; row++) {
    grid.row(row).forEach((cell, column) => {
      if (typeof cell !== 'string' || cell.trim() === '') return;
      const label = readLabel(cell);
      if (title === null && matchTitle(cell).some((match) => match.kind === kind && match.strength >= 70))
        title = cell.trim();
      else if (label.depth !== null && headings.has(label.text)) found += 1;
      rows.push(paragraph(grid.sheet, row, column, cell, label.depth));
    });
  }
  if (found < ENOUGH_HEADINGS && !(title !== null && found >= 1)) return null;
  const head = readPreamble(grid, {
    top: 0,
    left: 0,
    bottom: (rows[0]?.row ?? 0) + HEAD_ROWS,
    right: grid.description.columnCount - 1,
  });
  return {
    kind: kind.id,
    name: kind.name,
    sheet: grid.sheet,
    area: { top: 0, left: 0, bottom: grid.description.rowCount - 1, right: grid.description.columnCount - 1 },
    title,
    unitName: head.unitName,
    subject: null,
    year: head.years[0] ?? commonYear,
    asOf: null,
    amountUnit: null,
    money: false,
    writtenUnit: Decimal.of(1),
    rows,
    rowCount: new Set(rows.map((row) => row.row)).size,
    hidden: grid.description.visibility !== 'visible',
    confidence: title === null ? 'likely' : 'certain',
    columns: ['正文'],
    columnUnits: new Map(),
    groups: new Map(),
    missingRows: [],
    notes: [],
  };
}

function paragraph(sheet: string, row: number, column: number, text: string, depth: number | null): TableRow {
  const place = { sheet, row, column };
  return {
    row,
    block: 0,
    side: null,
    code: null,
    label: text.trim(),
    written: text.trim(),
    name: null,
    level: depth,
    ofWhich: false,
    parent: null,
    cells: new Map([['正文', { place, state: 'text', value: null, written: text.trim() }]]),
    place,
  };
}
