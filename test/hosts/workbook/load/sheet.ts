import type { Area } from '../../../../src/model/address';
import { parseArea } from '../../../../src/hosts/xlsx/places';
import type { Package } from '../../../../src/hosts/xlsx/write/package';
import { pointsOfCharacters } from '../lengths';
import type { BookSheet } from '../sheet';
import type { HeadFoot, PageSetup, ValidationOperator, ValidationRule, ValidationType } from '../structure';
import { NEW_PAGE } from '../structure';
import type { CellContext } from './cells';
import { loadCells } from './cells';
import { loadCharts } from './charts';
import { colorOf } from './colors';
import type { Node } from './xml';
import { Node as Xml, partOfKind, relation } from './xml';

const POINTS_PER_INCH = 72;

/** Reads one worksheet part and what hangs on it into a sheet. Names (print areas and titles) are the workbook's. */
export function loadSheet(
  sheet: BookSheet,
  parts: Package,
  part: string,
  context: CellContext,
  theme: readonly string[],
): void {
  const root = Xml.root(parts, part);
  loadColumns(sheet, root, context);
  const data = root.first('sheetData');
  if (data) loadCells(sheet, data, context);
  const merges = root.first('mergeCells')?.all('mergeCell') ?? [];
  sheet.loadMerges(merges.flatMap((merge) => parseArea(merge.attribute('ref') ?? '') ?? []));
  sheet.setTabColor(colorOf(root.at('sheetPr', 'tabColor'), theme));
  loadView(sheet, root.at('sheetViews', 'sheetView'));
  sheet.setFilter(parseArea(root.first('autoFilter')?.attribute('ref') ?? ''));
  sheet.setPage(pageOf(root));
  for (const validation of root.first('dataValidations')?.all('dataValidation') ?? []) {
    const areas = (validation.attribute('sqref') ?? '').split(' ').flatMap((text) => parseArea(text) ?? []);
    if (areas.length > 0) sheet.setValidation(areas, ruleOf(validation));
  }
  for (const link of root.first('hyperlinks')?.all('hyperlink') ?? []) loadLink(sheet, parts, part, link);
  loadNotes(sheet, parts, part);
  loadCharts(sheet, parts, part, theme);
  const protection = root.first('sheetProtection');
  if (protection?.flag('sheet')) {
    // A password is kept as a digest only: loaded, it is not asked for.
    sheet.protect({
      password: null,
      allowFormatCells: !protection.flag('formatCells', true),
      allowFormatColumns: !protection.flag('formatColumns', true),
      allowFormatRows: !protection.flag('formatRows', true),
    });
  }
}

function loadColumns(sheet: BookSheet, root: Node, { styles }: CellContext): void {
  const format = root.first('sheetFormatPr');
  const height = format?.number('defaultRowHeight', 14.25) ?? 14.25;
  // Without a width of its own a column has 8 characters and their padding, rounded up to eight pixels (18.3.1.81).
  const width = format?.attribute('defaultColWidth') ?? null;
  sheet.loadLayout((layout) => {
    layout.setDefaults(width === null ? 54 : pointsOfCharacters(Number(width)), height);
    for (const column of root.first('cols')?.all('col') ?? []) {
      const own = column.attribute('width');
      const style = column.attribute('style') === null ? null : (styles[column.number('style', 0)]?.style ?? null);
      layout.setColumns(column.number('min', 1) - 1, column.number('max', 1) - 1, {
        width: own === null ? null : pointsOfCharacters(Number(own)),
        hidden: column.flag('hidden'),
        style,
      });
    }
  });
}

function loadView(sheet: BookSheet, view: Node | null): void {
  if (!view) return;
  sheet.setGridlines(view.flag('showGridLines', true));
  const pane = view.first('pane');
  if (pane && /^frozen/.test(pane.attribute('state') ?? '')) {
    sheet.setFreeze({ rows: pane.number('ySplit', 0), columns: pane.number('xSplit', 0) });
  }
  const selection = view.all('selection').at(-1);
  const areas = (selection?.attribute('sqref') ?? 'A1').split(' ').flatMap((text) => parseArea(text) ?? []);
  const active = parseArea(selection?.attribute('activeCell') ?? 'A1');
  if (active && areas.length > 0) sheet.select(active.top, active.left, areas);
}

function pageOf(root: Node): PageSetup {
  const margins = root.first('pageMargins');
  const setup = root.first('pageSetup');
  const options = root.first('printOptions');
  const inches = (side: keyof PageSetup['margins']): number =>
    margins ? margins.number(side, 0) * POINTS_PER_INCH : NEW_PAGE.margins[side];
  const fits = root.at('sheetPr', 'pageSetUpPr')?.flag('fitToPage') ?? false;
  const breaks = (name: string): number[] =>
    (root.first(name)?.all('brk') ?? []).map((one) => one.number('id', 0)).sort((a, b) => a - b);
  const head = root.first('headerFooter');
  return {
    ...NEW_PAGE,
    orientation: setup?.attribute('orientation') === 'landscape' ? 'landscape' : 'portrait',
    paper: (setup?.attribute('paperSize') ?? null) === null ? null : (setup?.number('paperSize', 9) ?? null),
    margins: {
      top: inches('top'),
      bottom: inches('bottom'),
      left: inches('left'),
      right: inches('right'),
      header: inches('header'),
      footer: inches('footer'),
    },
    fit: fits ? { wide: setup?.number('fitToWidth', 1) ?? 1, tall: setup?.number('fitToHeight', 1) ?? 1 } : null,
    scale: setup?.number('scale', 100) ?? 100,
    centerHorizontally: options?.flag('horizontalCentered') ?? false,
    centerVertically: options?.flag('verticalCentered') ?? false,
    gridlines: options?.flag('gridLines') ?? false,
    headings: options?.flag('headings') ?? false,
    blackAndWhite: setup?.flag('blackAndWhite') ?? false,
    header: headFoot(head?.first('oddHeader')?.text ?? ''),
    footer: headFoot(head?.first('oddFooter')?.text ?? ''),
    rowBreaks: breaks('rowBreaks'),
    columnBreaks: breaks('colBreaks'),
  };
}

/** Takes “&L…&C…&R…” apart (18.3.1.46); what stands before the first of them belongs in the middle. */
function headFoot(text: string): HeadFoot {
  const parts = { left: '', center: '', right: '' };
  const sides = { L: 'left', C: 'center', R: 'right' } as const;
  let side: keyof HeadFoot = 'center';
  for (const piece of text.split(/(&&|&[LCR])/)) {
    const sign = /^&([LCR])$/.exec(piece)?.[1] as keyof typeof sides | undefined;
    if (sign) side = sides[sign];
    else parts[side] += piece;
  }
  return parts;
}

function ruleOf(node: Node): ValidationRule {
  const type = (node.attribute('type') ?? 'none') as ValidationType;
  const formula = (name: string): string => {
    const text = node.first(name)?.text ?? '';
    const words = type === 'list' ? /^"(.*)"$/s.exec(text)?.[1] : undefined;
    if (words !== undefined) return words.replace(/""/g, '"');
    return text === '' || /^[-+]?\d+(?:\.\d+)?$/.test(text) ? text : `=${text}`;
  };
  return {
    type,
    operator: (node.attribute('operator') ?? 'between') as ValidationOperator,
    formula1: formula('formula1'),
    formula2: formula('formula2'),
    allowBlank: node.flag('allowBlank'),
    // The attribute says the opposite of its name (18.3.1.33 showDropDown).
    inCellDropDown: !node.flag('showDropDown'),
    prompt: {
      show: node.flag('showInputMessage'),
      title: node.attribute('promptTitle') ?? '',
      message: node.attribute('prompt') ?? '',
    },
    error: {
      show: node.flag('showErrorMessage'),
      style: (node.attribute('errorStyle') ?? 'stop') as ValidationRule['error']['style'],
      title: node.attribute('errorTitle') ?? '',
      message: node.attribute('error') ?? '',
    },
  };
}

function loadLink(sheet: BookSheet, parts: Package, part: string, link: Node): void {
  const area: Area | null = parseArea(link.attribute('ref') ?? '');
  if (!area) return;
  const location = link.attribute('location');
  const id = link.attribute('id');
  const element = id === null ? null : relation(parts, part, id)?.element;
  const outside = element ? parts.xml(relationsName(part)).attribute(element, 'Target') : null;
  const target = `${outside ?? ''}${location === null ? '' : `#${location}`}`;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      sheet.setLink(row, column, { target, tip: link.attribute('tooltip') ?? '' });
    }
  }
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function loadNotes(sheet: BookSheet, parts: Package, part: string): void {
  const comments = partOfKind(parts, part, 'comments');
  if (comments === null) return;
  const root = Xml.root(parts, comments);
  const authors = (root.first('authors')?.all('author') ?? []).map((author) => author.text);
  for (const comment of root.first('commentList')?.all('comment') ?? []) {
    const place = parseArea(comment.attribute('ref') ?? '');
    if (!place) continue;
    const author = authors[comment.number('authorId', 0)] ?? '';
    sheet.setNote(place.top, place.left, { author, text: comment.first('text')?.runs ?? '' });
  }
}
