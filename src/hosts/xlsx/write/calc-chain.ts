import type { XmlTree } from './xml-tree';

/**
 * True when the chain of calculation names a cell of one of the sheets. Excel takes a workbook for damaged whose chain
 * names a cell without a formula, and without a chain it makes a new one.
 */
export function namesSheet(chain: XmlTree, sheetIds: ReadonlySet<number>): boolean {
  // A cell without `i` is on the sheet of the one before it.
  return chain.root.children.some((cell) => sheetIds.has(Number(chain.attribute(cell, 'i') ?? Number.NaN)));
}
