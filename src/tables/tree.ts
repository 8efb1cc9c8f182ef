import type { CellPlace } from '../model/address';
import type { TableCell, TableRow } from '../model/table';
import { comparable, withoutBrackets } from '../model/text';
import { codeLevel } from './code';
import type { RowGroup, RowTerm, TableKind } from './kind';
import type { Label } from './label';
import { GROUP_ROW, SUBTOTAL_LABEL, TOTAL_LABEL } from './wording';

/** A body row as read from the sheet, before its place in the table is known. */
export interface RawRow {
  readonly row: number;
  readonly block: number;
  readonly code: string | null;
  /**
   * Set for a row that stands for a unit and not for a code: the unit's number in the code column, or empty when only
   * its name stands left of the labels. Null for all other rows.
   */
  readonly owner: string | null;
  /** The unit's number in a column of its own (单位代码). */
  readonly unitNumber: string | null;
  readonly label: Label;
  readonly cells: ReadonlyMap<string, TableCell>;
  readonly place: CellPlace;
}

/** The rows of a table with their names, levels and parents, and the pack's groups over them. */
export interface RowTree {
  readonly rows: readonly TableRow[];
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly missing: readonly string[];
}

/**
 * Names the rows, finds whose part each row is, and forms the pack's groups.
 * @param rows in reading order, block by block
 * @param sides the side (收入 / 支出) of every block, null in one-sided tables
 */
export function growTree(rows: readonly RawRow[], kind: TableKind, sides: readonly (string | null)[]): RowTree {
  const names = nameRows(rows, kind.rows ?? [], sides);
  const coded = kind.codes !== undefined && rows.some((row) => row.code !== null);
  const links = coded ? codeLinks(rows, names) : withUnits(rows, labelLinks(rows, names));
  const tree = rows.map((raw, index): TableRow => {
    const name = names.get(index)?.name ?? null;
    const link = links[index] as Link;
    return {
      row: raw.row,
      block: raw.block,
      side: sides[raw.block] ?? null,
      code: raw.code,
      label: raw.label.text,
      written: raw.label.written,
      name,
      level: isTotal(raw, name) ? 0 : link.level,
      ofWhich: link.ofWhich,
      parent: link.parent,
      cells: raw.cells,
      place: raw.place,
    };
  });
  const named = new Set([...names.values()].map((term) => term.name));
  const missing = (kind.rows ?? []).filter((term) => term.required && !named.has(term.name)).map((term) => term.name);
  return {
    rows: tree,
    groups: new Map([...(coded ? levelGroups(tree) : []), ...formGroups(tree, kind.groups ?? [])]),
    missing,
  };
}

function isTotal(raw: RawRow, name: string | null): boolean {
  return raw.code === null && ((name !== null && TOTAL_LABEL.test(name)) || TOTAL_LABEL.test(raw.label.text));
}

/** True when a label is one of those a pack gives for a row. */
export function labelFits(term: RowTerm, label: string): boolean {
  return term.labels.some((text) => comparable(text) === label || comparable(text) === withoutBrackets(label));
}

function nameRows(
  rows: readonly RawRow[],
  terms: readonly RowTerm[],
  sides: readonly (string | null)[],
): Map<number, RowTerm> {
  const names = new Map<number, RowTerm>();
  const at = new Map<string, number>();
  for (const term of terms) {
    const start = term.under === undefined ? -1 : at.get(term.under);
    if (start === undefined) continue;
    const fitting = rows.flatMap((row, index) => {
      if (names.has(index) || index <= start || row.code !== null) return [];
      if (term.side !== undefined && sides[row.block] !== term.side) return [];
      return labelFits(term, row.label.text) ? [index] : [];
    });
    const index = term.last ? fitting[fitting.length - 1] : fitting[0];
    if (index === undefined) continue;
    names.set(index, term);
    at.set(term.name, index);
  }
  return names;
}

interface Link {
  readonly parent: number | null;
  readonly level: number | null;
  readonly ofWhich: boolean;
}

const LOOSE: Link = { parent: null, level: null, ofWhich: false };

/**
 * Parents by code: the nearest ancestor whose code is a beginning of the row's. A row of a unit groups the codes below
 * it; any other row without code only details the coded row above it.
 */
function codeLinks(rows: readonly RawRow[], names: ReadonlyMap<number, RowTerm>): Link[] {
  const links: Link[] = [];
  const units = new UnitRows(rows);
  let lastCoded: number | null = null;
  let byCode = new Map<string, number>();
  rows.forEach((row, index) => {
    const { label, code } = row;
    if (code !== null) {
      const ancestor = ancestorOf(code, byCode);
      if (!byCode.has(code)) byCode.set(code, index);
      links.push({ parent: ancestor ?? units.current, level: codeLevel(code), ofWhich: false });
      lastCoded = index;
    } else if (names.has(index) || TOTAL_LABEL.test(label.text) || SUBTOTAL_LABEL.test(label.text)) {
      links.push({ ...LOOSE, ofWhich: SUBTOTAL_LABEL.test(label.text) });
    } else if (row.owner !== null || GROUP_ROW.test(label.text)) {
      links.push({ ...LOOSE, parent: units.begin(index) });
      lastCoded = null;
      byCode = new Map();
    } else if (label.text === '') {
      // Figures without code or name still count into the total, so that they cannot hide.
      links.push({ ...LOOSE, parent: units.current });
    } else {
      links.push({ parent: lastCoded ?? units.current, level: null, ofWhich: lastCoded !== null || label.ofWhich });
    }
  });
  return links;
}

/** The rows of units in a table that lists several, and which of them stand inside another. */
class UnitRows {
  private readonly open: number[] = [];

  constructor(private readonly rows: readonly RawRow[]) {}

  /** The unit whose codes are being listed; null above the first. */
  get current(): number | null {
    return this.open[this.open.length - 1] ?? null;
  }

  /**
   * Begins a unit's rows and gives the unit it is part of: one whose number its own begins with (301 of 301001), or
   * one right above it that lists no codes of its own.
   */
  begin(index: number): number | null {
    const owner = this.rows[index]?.owner ?? '';
    while (this.current !== null && !this.holds(this.current, owner)) this.open.pop();
    const parent = this.current;
    this.open.push(index);
    return parent;
  }

  /** Containers stay open for the units after the first: by number, or because only units stand right below them. */
  private holds(unit: number, owner: string): boolean {
    const own = this.rows[unit]?.owner ?? '';
    if (own !== '' && owner !== '') return owner.length > own.length && owner.startsWith(own);
    const below = this.rows[unit + 1];
    return below !== undefined && below.code === null;
  }
}

function ancestorOf(code: string, byCode: ReadonlyMap<string, number>): number | null {
  for (let length = code.length - 1; length >= 3; length--) {
    const index = byCode.get(code.slice(0, length));
    if (index !== undefined) return index;
  }
  return null;
}

/** Among rows without codes, a unit is part of the one whose number its own begins with: 145101 of 145. */
function withUnits(rows: readonly RawRow[], links: readonly Link[]): Link[] {
  return links.map((link, index) => {
    const own = rows[index]?.unitNumber ?? null;
    if (own === null || link.parent !== null) return link;
    for (let above = index - 1; above >= 0; above--) {
      const other = rows[above]?.unitNumber ?? null;
      if (other !== null && other.length < own.length && own.startsWith(other)) return { ...link, parent: above };
    }
    return link;
  });
}

/** Parents by enumerator (一、 > （一） > 1.), by 其中, and by indentation where there is no enumerator. */
function labelLinks(rows: readonly RawRow[], names: ReadonlyMap<number, RowTerm>): Link[] {
  const links: Link[] = [];
  let stack: { index: number; depth: number; indent: number; numbered: boolean }[] = [];
  let block = -1;
  let listing: { parent: number; indent: number } | null = null;
  rows.forEach((row, index) => {
    if (row.block !== block) [stack, listing, block] = [[], null, row.block];
    const { depth, indent, ofWhich } = row.label;
    // A named row set in below 一、本年收入 is part of it, not a whole beside it.
    const inside = !TOTAL_LABEL.test(row.label.text) && stack.some((one) => one.numbered && indent > one.indent);
    const whole = names.has(index) && names.get(index)?.under === undefined && depth === null && !ofWhich && !inside;
    if (ofWhich || (listing !== null && depth === null && !whole && indent >= listing.indent && indent > 0)) {
      const parent = listing?.parent ?? stack[stack.length - 1]?.index ?? null;
      links.push({ parent, level: null, ofWhich: true });
      if (parent !== null) listing = { parent, indent };
      return;
    }
    listing = null;
    if (whole || TOTAL_LABEL.test(row.label.text)) {
      stack = TOTAL_LABEL.test(row.label.text) ? [] : [{ index, depth: 1, indent, numbered: false }];
      links.push({ ...LOOSE, level: 1 });
      return;
    }
    const own: number = depth ?? depthByIndent(stack, indent);
    while (stack.length > 0 && (stack[stack.length - 1] as { depth: number }).depth >= own) stack.pop();
    const parent = stack[stack.length - 1]?.index ?? null;
    stack.push({ index, depth: own, indent, numbered: depth !== null });
    links.push({ parent, level: stack.length, ofWhich: false });
  });
  return links;
}

function depthByIndent(stack: readonly { depth: number; indent: number }[], indent: number): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const above = stack[at] as { depth: number; indent: number };
    if (indent > above.indent) return above.depth + 1;
    if (indent === above.indent) return above.depth;
  }
  return stack[0]?.depth ?? 1;
}

/** 类, 款 and 项: the rows of each level of a classification. */
function levelGroups(rows: readonly TableRow[]): [string, number[]][] {
  return ['类', '款', '项'].map((name, at) => [
    name,
    rows.flatMap((row, index) => (row.code !== null && row.level === at + 1 ? [index] : [])),
  ]);
}

function formGroups(rows: readonly TableRow[], groups: readonly RowGroup[]): Map<string, number[]> {
  const formed = new Map<string, number[]>();
  for (const group of groups) {
    const side = rows.flatMap((row, index) => (group.side === undefined || row.side === group.side ? [index] : []));
    const after = group.after === undefined ? -1 : side.findIndex((index) => rows[index]?.name === group.after);
    if (group.after !== undefined && after < 0) continue;
    const ends = (group.before ?? []).map((name) =>
      side.findIndex((index, at) => at > after && rows[index]?.name === name),
    );
    const end = ends.find((at) => at >= 0);
    if (group.before !== undefined && end === undefined) continue;
    const inside = side.slice(after + 1, end);
    const members = new Set(inside);
    formed.set(
      group.name,
      inside.filter((index) => {
        const row = rows[index] as TableRow;
        return (
          row.level !== 0 &&
          !row.ofWhich &&
          !SUBTOTAL_LABEL.test(row.label) &&
          (row.parent === null || !members.has(row.parent))
        );
      }),
    );
  }
  return formed;
}
