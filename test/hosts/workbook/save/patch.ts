import { parseAddress } from '../../../../src/hosts/xlsx/places';
import type { XmlEdit, XmlElement } from '../../../../src/hosts/xlsx/write/xml-tree';
import { appendInside, prefixed, splice, XmlTree } from '../../../../src/hosts/xlsx/write/xml-tree';
import type { BookSheet } from '../sheet';
import { calculated, cellXml } from './cells';
import type { StyleWriter } from './styles';

/**
 * The part of a sheet with only the cells rewritten that differ from how they were loaded, or whose formula gives
 * another value since; everything else stays as it
 * stands, also what is not modelled. The part must have no prefix on its elements.
 */
export function patchedCells(text: string, sheet: BookSheet, original: BookSheet, styles: StyleWriter): string {
  const tree = new XmlTree(text);
  const data = tree.childOf(tree.root, 'sheetData');
  if (!data || tree.root.prefix !== '') throw new Error(`The part of ${sheet.name} cannot be patched.`);
  const edits: XmlEdit[] = [];
  const rows = new Map(tree.childrenOf(data, 'row').map((row) => [Number(tree.attribute(row, 'r')) - 1, row]));
  const fresh = new Map<number, string>();
  for (const [row, columns] of changedCells(sheet, original)) {
    const element = rows.get(row);
    if (element) edits.push(...rowEdits(tree, element, sheet, original, row, columns, styles));
    else fresh.set(row, freshRow(sheet, row, columns, styles));
  }
  edits.push(...rowInsertions(tree, data, rows, fresh));
  return splice(tree.text, edits);
}

/** Columns of cells that hold or look like something else than they did, by row, in order. */
function changedCells(sheet: BookSheet, original: BookSheet): Map<number, number[]> {
  const places = new Map<number, Set<number>>();
  for (const one of [sheet, original]) {
    for (const { row, column } of one.storedCells()) {
      const same =
        sheet.entry(row, column) === original.entry(row, column) &&
        sheet.content(row, column)?.kind === original.content(row, column)?.kind &&
        sheet.style(row, column) === original.style(row, column) &&
        sheet.isMarkedText(row, column) === original.isMarkedText(row, column) &&
        keepsValue(sheet, original, row, column);
      if (!same) places.set(row, (places.get(row) ?? new Set()).add(column));
    }
  }
  const sorted = [...places.entries()].sort(([a], [b]) => a - b);
  return new Map(sorted.map(([row, columns]) => [row, [...columns].sort((a, b) => a - b)]));
}

/** Whether the value kept beside a formula is still right; one that cannot be worked out here is left as it stands. */
function keepsValue(sheet: BookSheet, original: BookSheet, row: number, column: number): boolean {
  if (sheet.content(row, column)?.kind !== 'formula') return true;
  const value = calculated(sheet, row, column);
  return value === null || JSON.stringify(value) === JSON.stringify(calculated(original, row, column));
}

function rowEdits(
  tree: XmlTree,
  element: XmlElement,
  sheet: BookSheet,
  original: BookSheet,
  row: number,
  columns: readonly number[],
  styles: StyleWriter,
): XmlEdit[] {
  const cells = tree.childrenOf(element, 'c').map((cell) => ({
    cell,
    column: parseAddress(tree.attribute(cell, 'r') ?? '')?.column ?? -1,
  }));
  const behind: string[] = [];
  const edits = columns.flatMap((column): XmlEdit[] => {
    const known = cells.find((one) => one.column === column)?.cell;
    const sameLook =
      sheet.style(row, column) === original.style(row, column) &&
      sheet.isMarkedText(row, column) === original.isMarkedText(row, column);
    const kept = known && sameLook ? Number(tree.attribute(known, 's') ?? 0) : null;
    const style = kept ?? styles.place(sheet.style(row, column), sheet.isMarkedText(row, column));
    const xml = cellXml(sheet, row, column, style);
    if (known) return [{ start: known.start, end: known.end, text: xml }];
    const next = cells.find((one) => one.column > column)?.cell;
    if (next) return [{ start: next.start, end: next.start, text: xml }];
    behind.push(xml);
    return [];
  });
  return behind.length === 0 ? edits : [...edits, appendInside(tree, element, behind.join(''))];
}

function freshRow(sheet: BookSheet, row: number, columns: readonly number[], styles: StyleWriter): string {
  const cells = columns.map((column) => {
    const style = styles.place(sheet.style(row, column), sheet.isMarkedText(row, column));
    return cellXml(sheet, row, column, style);
  });
  return `<${prefixed('', 'row')} r="${row + 1}">${cells.join('')}</row>`;
}

function rowInsertions(
  tree: XmlTree,
  data: XmlElement,
  rows: ReadonlyMap<number, XmlElement>,
  fresh: ReadonlyMap<number, string>,
): XmlEdit[] {
  const known = [...rows.entries()].sort(([a], [b]) => a - b);
  const behind: string[] = [];
  const edits = [...fresh.entries()].flatMap(([row, xml]): XmlEdit[] => {
    const next = known.find(([one]) => one > row)?.[1];
    if (next) return [{ start: next.start, end: next.start, text: xml }];
    behind.push(xml);
    return [];
  });
  return behind.length === 0 ? edits : [...edits, appendInside(tree, data, behind.join(''))];
}
