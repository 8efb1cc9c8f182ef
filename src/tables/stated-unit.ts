import type { Grid } from '../model/grid';
import type { AmountUnit } from '../model/unit';
import type { Candidate } from './choose';
import type { AssignedColumn } from './columns';
import { readHeader } from './header-text';
import type { Region } from './regions';

/** Longer texts are sentences: a unit in them says nothing about the table. */
const LONGEST_LABEL = 40;

/**
 * The unit of money that a table states in its headers or labels only — 金额（万元）, 项目资金（万元） — for tables without a
 * line that states it.
 * @returns null when there is none, or when different ones are stated
 */
export function statedUnit(grid: Grid, region: Region, { kind, band, columns }: Candidate): AmountUnit | null {
  if (kind.layout === 'list') return columnUnit(columns);
  // What stands in an embedded list is about its own figures, not about the form's money.
  const listed = kind.layout === 'form' && band !== null && columns.length > 0;
  return labelUnit(grid, { ...region, bottom: listed ? band.top - 1 : region.bottom });
}

/** The unit all amount columns agree on. */
function columnUnit(columns: readonly AssignedColumn[]): AmountUnit | null {
  const amounts = columns.filter((one) => one.term.role === 'amount');
  const first = amounts.find((one) => one.unit !== null)?.unit ?? null;
  return first !== null && amounts.every((one) => one.unit === first) ? first : null;
}

function labelUnit(grid: Grid, region: Region): AmountUnit | null {
  const units = new Set<AmountUnit>();
  for (let row = region.top; row <= region.bottom; row++) {
    for (const cell of grid.row(row).slice(region.left, region.right + 1)) {
      if (typeof cell !== 'string' || cell.length > LONGEST_LABEL) continue;
      const { unit } = readHeader(cell, null);
      if (unit !== null) units.add(unit);
    }
  }
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}
