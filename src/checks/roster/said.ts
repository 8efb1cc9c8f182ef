import { formatPlace } from '../../model/address';
import type { Finding, FindingClass } from '../../model/finding';
import { finding } from '../../model/finding';
import type { Roster } from '../../model/roster';

/** A cell of a roster something is said about. */
export interface RosterCell {
  readonly roster: Roster;
  readonly row: number;
  readonly column: number;
}

/** What a rule says: never a name, never a number of identity or account. */
export interface RosterRule {
  readonly rule: string;
  readonly class: FindingClass;
  readonly title: string;
  readonly basis: string;
}

/** Rows that are named one by one in a message. */
const NAMED_ROWS = 12;
/** Cells that are linked; the message says how many there are. */
const LINKED_CELLS = 50;

/** A finding about cells of rosters: its key is the first of them, so that no number stands in it. */
export function rosterFinding(
  { rule, class: weight, title, basis }: RosterRule,
  cells: readonly RosterCell[],
  text: string,
): Finding {
  const first = cells[0] as RosterCell;
  const places = cells
    .slice(0, LINKED_CELLS)
    .map(({ roster, row, column }) => formatPlace({ sheet: roster.sheet, row, column }));
  return finding(rule, [formatPlace({ sheet: first.roster.sheet, row: first.row, column: first.column })], {
    stage: 'checks',
    class: weight,
    title,
    cells: places,
    message: `${rowsOf(cells)}${text}`,
    basis,
  });
}

/** 《花名册》（工作表“低保”）第5行 … by sheet. */
function rowsOf(cells: readonly RosterCell[]): string {
  const bySheet = new Map<string, Set<number>>();
  for (const { roster, row } of cells) {
    const rows = bySheet.get(roster.sheet) ?? new Set<number>();
    bySheet.set(roster.sheet, rows.add(row + 1));
  }
  return [...bySheet]
    .map(([sheet, rows]) => {
      const named = [...rows].slice(0, NAMED_ROWS).join('、');
      return `《花名册》（工作表“${sheet}”）第${named}行${rows.size > NAMED_ROWS ? `等${rows.size}行` : ''}`;
    })
    .join('，');
}

/** Gathers cells that have one cause, in the order they were met. */
export class Causes<Key> {
  private readonly found = new Map<Key, RosterCell[]>();

  add(key: Key, cell: RosterCell): void {
    const cells = this.found.get(key);
    if (cells) cells.push(cell);
    else this.found.set(key, [cell]);
  }

  /** One finding for each cause. */
  findings(rule: RosterRule, text: string): Finding[] {
    return [...this.found.values()].map((cells) => rosterFinding(rule, cells, text));
  }
}

/** Money in 分, as it is written. */
export function yuan(amount: number): string {
  return `${(amount / 100).toFixed(2)}元`;
}
