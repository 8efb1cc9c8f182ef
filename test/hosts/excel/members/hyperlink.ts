import type { Cells } from './cells';
import { optionalText, record } from './given';

/** Range.hyperlink: the link of the first cell; null for none. Links made by HYPERLINK formulas are none (ExcelApi 1.7). */
export function hyperlink({ sheet, area }: Cells): unknown {
  const link = sheet.link(area.top, area.left);
  if (!link) return null;
  const inside = link.target.startsWith('#');
  return {
    address: inside ? '' : link.target,
    documentReference: inside ? link.target.slice(1) : '',
    screenTip: link.tip,
    textToDisplay: sheet.text(area.top, area.left),
  };
}

/** Sets the link of every cell; a text to display is written into them. Excel also gives its look of links ([J]: not here). */
export function setHyperlink(cells: Cells, value: unknown): void {
  const given = record(value, ['address', 'documentReference', 'screenTip', 'textToDisplay'], 'hyperlink');
  const address = optionalText(given['address'], 'hyperlink.address');
  const reference = optionalText(given['documentReference'], 'hyperlink.documentReference');
  const tip = optionalText(given['screenTip'], 'hyperlink.screenTip') ?? '';
  const shown = optionalText(given['textToDisplay'], 'hyperlink.textToDisplay');
  const target = reference ? `#${reference}` : (address ?? '');
  const { area, sheet } = cells;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      sheet.setLink(row, column, target === '' ? null : { target, tip });
      if (shown !== null) sheet.put(row, column, shown);
    }
  }
}
