import { cellAddress } from '../../model/address';
import type { CellValue } from '../../model/grid';
import type { Budget } from './limits';
import { indexOfCount } from './places';
import type { WarningList } from './problem';
import { ReadTrouble } from './problem';
import { serialOfIso } from './serial';
import { allowedUniqueName } from './sheetnames';
import type { StoredSheet } from './storedsheet';
import { SheetBuilder } from './storedsheet';
import type { XmlReader, XmlTag } from './xmlscan';
import { XmlScanner } from './xmlscan';

/** Formats that XML Spreadsheet 2003 calls by English names instead of a code. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  General: 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Currency: '"¥"#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'd-mmm-yy',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'General Date': 'yyyy/m/d h:mm',
};

class SpreadsheetXmlReader implements XmlReader {
  collecting = false;
  readonly sheets: SheetBuilder[] = [];
  sawWorkbook = false;
  private readonly names = new Set<string>();
  private readonly formats = new Map<string, string>();
  private sheet: SheetBuilder | null = null;
  private style = '';
  private row = -1;
  private rowSpan = 0;
  private column = -1;
  private across = 0;
  private cellStyle = '';
  private hasFormula = false;
  private inNote = false;
  private type = '';
  private value: string | null = null;
  private nextHiddenColumn = 0;

  constructor(
    private readonly budget: Budget,
    private readonly warnings: WarningList,
  ) {}

  open(tag: XmlTag): void {
    switch (tag.name) {
      case 'Workbook':
        this.sawWorkbook = true;
        break;
      case 'Style':
        this.style = tag.attribute('ID') ?? '';
        break;
      case 'NumberFormat': {
        const format = tag.attribute('Format') ?? 'General';
        this.formats.set(this.style, Object.hasOwn(NAMED_FORMATS, format) ? (NAMED_FORMATS[format] as string) : format);
        break;
      }
      case 'Worksheet':
        this.openSheet(tag);
        break;
      case 'Column':
        this.openColumn(tag);
        break;
      case 'Row':
        this.openRow(tag);
        break;
      case 'Cell':
        this.openCell(tag);
        break;
      case 'Data':
        if (this.inNote) break;
        this.type = tag.attribute('Type') ?? 'String';
        this.value = '';
        this.collecting = true;
        break;
      case 'Comment':
        // A note holds a Data element of its own, which is not the value of the cell.
        this.inNote = true;
        break;
      case 'Visible':
        this.value = '';
        this.collecting = true;
        break;
      default:
    }
  }

  close(name: string): void {
    if (name === 'Data') this.collecting = false;
    else if (name === 'Comment') this.inNote = false;
    else if (name === 'Cell') this.finishCell();
    else if (name === 'Visible') this.closeVisible();
    else if (name === 'Worksheet') this.sheet = null;
  }

  text(text: string): void {
    this.value = (this.value ?? '') + text;
  }

  private closeVisible(): void {
    this.collecting = false;
    if (!this.sheet) return;
    if (this.value === 'SheetHidden') this.sheet.visibility = 'hidden';
    if (this.value === 'SheetVeryHidden') this.sheet.visibility = 'veryHidden';
  }

  private openSheet(tag: XmlTag): void {
    const name = allowedUniqueName(tag.attribute('Name') ?? '', this.names);
    this.sheet = new SheetBuilder(name, 'visible', this.budget);
    this.sheets.push(this.sheet);
    this.row = -1;
    this.rowSpan = 0;
    this.nextHiddenColumn = 0;
  }

  private openColumn(tag: XmlTag): void {
    const from = indexOfCount(tag.attribute('Index')) ?? this.nextHiddenColumn;
    const to = from + Number(tag.attribute('Span') ?? 0);
    this.nextHiddenColumn = to + 1;
    if (tag.attribute('Hidden') === '1') this.sheet?.hideColumns(from, to);
  }

  private openRow(tag: XmlTag): void {
    this.row = indexOfCount(tag.attribute('Index')) ?? this.row + this.rowSpan + 1;
    this.rowSpan = Number(tag.attribute('Span') ?? 0) || 0;
    this.column = -1;
    this.across = 0;
    if (tag.attribute('Hidden') === '1') this.sheet?.hideRow(this.row);
  }

  private openCell(tag: XmlTag): void {
    this.column = indexOfCount(tag.attribute('Index')) ?? this.column + this.across + 1;
    this.across = Number(tag.attribute('MergeAcross') ?? 0) || 0;
    const down = Number(tag.attribute('MergeDown') ?? 0) || 0;
    if (this.across > 0 || down > 0) {
      const { row: top, column: left } = this;
      this.sheet?.merge({ top, left, bottom: top + down, right: left + this.across });
    }
    this.cellStyle = tag.attribute('StyleID') ?? '';
    this.hasFormula = tag.attribute('Formula') !== null;
    this.value = null;
    this.type = 'String';
    this.inNote = false;
  }

  private finishCell(): void {
    if (!this.sheet) return;
    const value = this.cellValue();
    this.sheet.cell(this.row, this.column, value, this.formatOf(value));
    if (this.hasFormula && this.value === null) {
      const cell = cellAddress(this.row, this.column);
      const message = `工作表“${this.sheet.name}”的 ${cell} 有公式但没有计算结果，按空白读取，请用 Excel 或 WPS 打开并保存一次后再试。`;
      this.warnings.add('formula-without-value', this.sheet.name, cell, message);
    }
  }

  private formatOf(value: CellValue): string | null {
    const format = this.formats.get(this.cellStyle) ?? 'General';
    return typeof value === 'number' && this.type === 'DateTime' && format === 'General' ? 'yyyy/m/d' : format;
  }

  private cellValue(): CellValue {
    const raw = this.value;
    if (raw === null || raw === '') return null;
    switch (this.type) {
      case 'Number': {
        const number = Number(raw);
        return Number.isFinite(number) ? number : this.kept(raw);
      }
      case 'Boolean':
        return raw.trim() === '1' || raw.trim().toLowerCase() === 'true';
      case 'DateTime':
        return serialOfIso(raw.trim()) ?? this.kept(raw);
      case 'Error':
        return { error: raw.trim() };
      default:
        return this.kept(raw);
    }
  }

  private kept(text: string): string {
    this.budget.spendText(text.length);
    return text;
  }
}

/**
 * Reads XML Spreadsheet 2003, which many systems export under the name .xls. Dates in it are written out, so the
 * calendar of the workbook does not matter.
 * @throws ReadTrouble when the text is cut off, declares entities or holds no workbook.
 */
export function readSpreadsheetXml(text: string, budget: Budget, warnings: WarningList): StoredSheet[] {
  const reader = new SpreadsheetXmlReader(budget, warnings);
  const scanner = new XmlScanner(reader, budget);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 65_536) scanner.push(bytes.subarray(at, at + 65_536));
  scanner.end();
  if (!reader.sawWorkbook) throw new ReadTrouble('markup');
  return reader.sheets.map((sheet) => sheet.finish());
}
