import { escapeAttribute, escapeCellText, escapeXml } from '../../../../src/hosts/xlsx/write/escape';
import { TRANSITIONAL, XML_HEAD } from '../../../../src/hosts/xlsx/write/namespaces';
import { areaAddress, cellAddress } from '../../../../src/model/address';
import { COLUMNS, ROWS } from '../areas';
import { charactersOfPoints } from '../lengths';
import type { BookSheet } from '../sheet';
import type { HeadFoot, PlacedValidation } from '../structure';
import { sheetDataXml } from './cells';
import type { StyleWriter } from './styles';

/** Ids of the relationships a sheet's part names. */
export interface SheetRelations {
  readonly drawing: string | null;
  readonly noteBoxes: string | null;
  /** By cell, for links that leave the workbook. */
  readonly links: ReadonlyMap<string, string>;
}

/** A whole worksheet part, its elements in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
export function sheetXml(sheet: BookSheet, relations: SheetRelations, styles: StyleWriter): string {
  const { main, relations: links } = TRANSITIONAL;
  const tab = sheet.tabColor === null ? '' : `<tabColor rgb="FF${sheet.tabColor.slice(1)}"/>`;
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`).join('');
  const filter = sheet.filter === null ? '' : `<autoFilter ref="${areaAddress(sheet.filter)}"/>`;
  return [
    `${XML_HEAD}<worksheet xmlns="${main}" xmlns:r="${links}">`,
    `<sheetPr>${tab}<pageSetUpPr fitToPage="${sheet.page.fit ? 1 : 0}"/></sheetPr>`,
    viewXml(sheet),
    columnsXml(sheet, styles),
    sheetDataXml(sheet, styles),
    protectionXml(sheet),
    filter,
    merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`,
    validationsXml(sheet.validations),
    linksXml(sheet, relations.links),
    pageXml(sheet),
    relations.drawing === null ? '' : `<drawing r:id="${relations.drawing}"/>`,
    relations.noteBoxes === null ? '' : `<legacyDrawing r:id="${relations.noteBoxes}"/>`,
    '</worksheet>',
  ].join('');
}

function viewXml({ freeze, gridlines, selection }: BookSheet): string {
  const areas = selection.areas.map(areaAddress).join(' ');
  const active = cellAddress(selection.row, selection.column);
  const marked = (pane: string): string => `<selection${pane} activeCell="${active}" sqref="${areas}"/>`;
  const view = `<sheetView showGridLines="${gridlines ? 1 : 0}" workbookViewId="0">`;
  if (freeze === null) return `<sheetViews>${view}${marked('')}</sheetView></sheetViews>`;
  const { rows, columns } = freeze;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const frozen = `<pane${split} topLeftCell="${cellAddress(rows, columns)}" activePane="${pane}" state="frozen"/>`;
  return `<sheetViews>${view}${frozen}${marked(` pane="${pane}"`)}</sheetView></sheetViews>`;
}

function columnsXml(sheet: BookSheet, styles: StyleWriter): string {
  const { columns, columnWidth, rowHeight } = sheet.layoutRuns();
  const width = charactersOfPoints(columnWidth);
  const format = `<sheetFormatPr defaultColWidth="${width}" defaultRowHeight="${rowHeight}"/>`;
  const inside = columns.map(([column, layout]) => {
    const own = ` width="${charactersOfPoints(layout.width ?? columnWidth)}"${layout.width === null ? '' : ' customWidth="1"'}`;
    const style = layout.style === null ? '' : ` style="${styles.place(layout.style, false)}"`;
    return `<col min="${column + 1}" max="${column + 1}"${own}${style}${layout.hidden ? ' hidden="1"' : ''}/>`;
  });
  return format + (inside.length === 0 ? '' : `<cols>${inside.join('')}</cols>`);
}

function protectionXml({ protection }: BookSheet): string {
  if (protection === null) return '';
  const locked = (allowed: boolean): number => (allowed ? 0 : 1);
  const { allowFormatCells, allowFormatColumns, allowFormatRows } = protection;
  const formats = `formatCells="${locked(allowFormatCells)}" formatColumns="${locked(allowFormatColumns)}"`;
  return `<sheetProtection sheet="1" ${formats} formatRows="${locked(allowFormatRows)}"/>`;
}

function validationsXml(validations: readonly PlacedValidation[]): string {
  const inside = validations.map(({ areas, rule }) => {
    const { prompt, error } = rule;
    const attributes = [
      ['type', rule.type === 'none' ? '' : rule.type],
      ['operator', rule.operator === 'between' ? '' : rule.operator],
      ['errorStyle', error.style === 'stop' ? '' : error.style],
      ['allowBlank', rule.allowBlank ? '1' : ''],
      ['showDropDown', rule.inCellDropDown ? '' : '1'],
      ['showInputMessage', prompt.show ? '1' : ''],
      ['showErrorMessage', error.show ? '1' : ''],
      ['errorTitle', error.title],
      ['error', error.message],
      ['promptTitle', prompt.title],
      ['prompt', prompt.message],
      ['sqref', areas.map(areaAddress).join(' ')],
    ].flatMap(([name, value]) => (value === '' ? [] : ` ${name}="${escapeAttribute(value as string)}"`));
    const formula = (number: 1 | 2, text: string): string => {
      if (text === '') return '';
      const words = rule.type === 'list' && !text.startsWith('=');
      const written = words ? `"${text.replace(/"/g, '""')}"` : text.replace(/^=/, '');
      return `<formula${number}>${escapeXml(written)}</formula${number}>`;
    };
    return `<dataValidation${attributes.join('')}>${formula(1, rule.formula1)}${formula(2, rule.formula2)}</dataValidation>`;
  });
  return inside.length === 0 ? '' : `<dataValidations count="${inside.length}">${inside.join('')}</dataValidations>`;
}

function linksXml(sheet: BookSheet, ids: ReadonlyMap<string, string>): string {
  const inside = sheet.links().map(({ row, column, target, tip }) => {
    const address = cellAddress(row, column);
    const id = ids.get(address);
    const hash = target.indexOf('#');
    const location = hash < 0 ? '' : ` location="${escapeAttribute(target.slice(hash + 1))}"`;
    const shown = tip === '' ? '' : ` tooltip="${escapeAttribute(tip)}"`;
    return `<hyperlink ref="${address}"${id === undefined ? '' : ` r:id="${id}"`}${location}${shown}/>`;
  });
  return inside.length === 0 ? '' : `<hyperlinks>${inside.join('')}</hyperlinks>`;
}

function pageXml({ page }: BookSheet): string {
  const flag = (name: string, on: boolean): string => (on ? ` ${name}="1"` : '');
  const options =
    flag('horizontalCentered', page.centerHorizontally) +
    flag('verticalCentered', page.centerVertically) +
    flag('headings', page.headings) +
    flag('gridLines', page.gridlines);
  const inches = (['left', 'right', 'top', 'bottom', 'header', 'footer'] as const).map(
    (side) => ` ${side}="${Number((page.margins[side] / 72).toFixed(6))}"`,
  );
  const fit = page.fit ? ` fitToWidth="${page.fit.wide}" fitToHeight="${page.fit.tall}"` : '';
  const scale = page.scale === 100 ? '' : ` scale="${page.scale}"`;
  const paper = page.paper === null ? '' : ` paperSize="${page.paper}"`;
  const colors = flag('blackAndWhite', page.blackAndWhite);
  return [
    options === '' ? '' : `<printOptions${options}/>`,
    `<pageMargins${inches.join('')}/>`,
    `<pageSetup${paper}${scale}${fit} orientation="${page.orientation}"${colors}/>`,
    headFootXml(page.header, page.footer),
    breaksXml('rowBreaks', page.rowBreaks, COLUMNS - 1),
    breaksXml('colBreaks', page.columnBreaks, ROWS - 1),
  ].join('');
}

function headFootXml(header: HeadFoot, footer: HeadFoot): string {
  const part = (name: string, { left, center, right }: HeadFoot): string => {
    const sides = [left && `&L${left}`, center && `&C${center}`, right && `&R${right}`].join('');
    return sides === '' ? '' : `<${name}>${escapeCellText(sides)}</${name}>`;
  };
  const inside = part('oddHeader', header) + part('oddFooter', footer);
  return inside === '' ? '' : `<headerFooter>${inside}</headerFooter>`;
}

function breaksXml(name: string, places: readonly number[], max: number): string {
  if (places.length === 0) return '';
  const inside = places.map((place) => `<brk id="${place}" max="${max}" man="1"/>`).join('');
  return `<${name} count="${places.length}" manualBreakCount="${places.length}">${inside}</${name}>`;
}
