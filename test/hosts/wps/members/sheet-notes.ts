import type { EtObject, EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { isLeftOut, number, text } from './given';
import { cellsGiven, RANGE } from './range';

/** The note of one cell. */
export const COMMENT: EtType<Cells> = etType<Cells>('Et.Comment', {
  gets: { Parent: (cells) => etObject(RANGE, cells) },
  calls: {
    Text: ({ sheet, area }, [words]) => {
      if (!isLeftOut(words)) sheet.setNote(area.top, area.left, { author: '', text: text(words, 'Text') });
      return sheet.note(area.top, area.left)?.text ?? '';
    },
    Delete: ({ sheet, area }) => sheet.setNote(area.top, area.left, null),
  },
});

function cellAt(cells: Cells, { row, column }: { readonly row: number; readonly column: number }): Cells {
  return cells.at({ top: row, left: column, bottom: row, right: column });
}

function itemOf(
  cells: Cells,
  all: readonly { readonly row: number; readonly column: number }[],
  index: unknown,
  make: (cell: Cells) => EtObject,
): unknown {
  const found = all[number(index, 'Item') - 1];
  return found ? make(cellAt(cells, found)) : cells.program.missing('Item: no such index.');
}

/** The notes of a sheet. */
export const COMMENTS: EtType<Cells> = etType<Cells>('Et.Comments', {
  gets: { Count: ({ sheet }) => sheet.notes().length },
  calls: {
    Item: (cells, [index]) => itemOf(cells, cells.sheet.notes(), index, (cell) => etObject(COMMENT, cell)),
  },
});

function target({ sheet, area }: Cells): string {
  return sheet.link(area.top, area.left)?.target ?? '';
}

/** The link of one cell. */
const HYPERLINK: EtType<Cells> = etType<Cells>('Et.Hyperlink', {
  gets: {
    Range: (cells) => etObject(RANGE, cells),
    Address: (cells) => (target(cells).startsWith('#') ? '' : target(cells)),
    SubAddress: (cells) => (target(cells).startsWith('#') ? target(cells).slice(1) : ''),
    ScreenTip: ({ sheet, area }) => sheet.link(area.top, area.left)?.tip ?? '',
    TextToDisplay: ({ sheet, area }) => sheet.text(area.top, area.left),
  },
  calls: { Delete: ({ sheet, area }) => sheet.setLink(area.top, area.left, null) },
});

function linksIn({ sheet, areas }: Cells): readonly { readonly row: number; readonly column: number }[] {
  return sheet
    .links()
    .filter(({ row, column }) =>
      areas.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right),
    );
}

function addLink(cells: Cells, [anchor, address, subAddress, tip, shown]: readonly unknown[]): EtObject {
  const anchored = cellsGiven(anchor);
  if (!anchored) throw new EtError('Hyperlinks.Add: no anchor.');
  const inside = isLeftOut(subAddress) ? '' : text(subAddress, 'SubAddress');
  const outside = isLeftOut(address) ? '' : text(address, 'Address');
  const link = { target: inside === '' ? outside : `#${inside}`, tip: isLeftOut(tip) ? '' : text(tip, 'ScreenTip') };
  const { sheet } = cells;
  const { top: row, left: column } = anchored.area;
  const words = isLeftOut(shown) ? null : text(shown, 'TextToDisplay');
  if (words !== null) sheet.put(row, column, words);
  // A link without words shows where it leads, in a cell that shows nothing (VBA).
  else if (sheet.content(row, column) === null) sheet.put(row, column, inside === '' ? outside : inside);
  sheet.setLink(row, column, link);
  if (cells.program.quirks.linkLook) sheet.format(anchored.area, { font: { color: '#0563C1', underline: 'single' } });
  return etObject(HYPERLINK, anchored);
}

/** The links of a sheet or of a Range. */
export const HYPERLINKS: EtType<Cells> = etType<Cells>('Et.Hyperlinks', {
  gets: { Count: (cells) => linksIn(cells).length },
  calls: {
    Item: (cells, [index]) => itemOf(cells, linksIn(cells), index, (cell) => etObject(HYPERLINK, cell)),
    Add: addLink,
    Delete: (cells) => linksIn(cells).forEach(({ row, column }) => cells.sheet.setLink(row, column, null)),
  },
});
