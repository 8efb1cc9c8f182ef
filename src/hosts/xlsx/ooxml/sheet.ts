import { cellAddress } from '../../../model/address';
import type { CellValue } from '../../../model/grid';
import { DAYS_TO_1904 } from '../numberformats';
import { parseAddress, parseArea } from '../places';
import type { Budget } from '../limits';
import type { WarningList } from '../problem';
import { serialOfIso } from '../serial';
import type { SheetTaker } from '../storedsheet';
import type { TextStore } from '../columnar/text-store';
import type { XmlReader, XmlTag } from '../xmlscan';
import { decodeEscapes } from '../xmltext';
import type { CellStyle } from './styles';
import { RunText } from './texts';

/** What cells of a workbook refer to. */
export interface SheetContext {
  readonly texts: TextStore;
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  readonly budget: Budget;
  readonly warnings: WarningList;
}

const CELL_ATTRIBUTES = ['r', 't', 's'];

/** Formula cells of a sheet; when all their kept values are 0 the workbook may never have been calculated. */
export interface FormulaCount {
  formulas: number;
  nonZero: number;
}

/**
 * Reads the XML of one worksheet into a SheetBuilder. Rows and cells without `r` continue behind the one before, as the
 * standard says. Formulas themselves are not kept: shared, array and plain ones all carry their value in the cell.
 */
export class SheetReader implements XmlReader {
  readonly count: FormulaCount = { formulas: 0, nonZero: 0 };
  private readonly inline = new RunText();
  private readonly repeated = new Map<string, string>();
  private readonly attributes: (string | null)[] = [];
  private inData = false;
  private inCell = false;
  /** Where the last cell stood; -1 before the first. */
  row = -1;
  column = -1;
  private type = 'n';
  private style = -1;
  private value: string | null = null;
  private inValue = false;
  private hasFormula = false;
  private hasInline = false;

  constructor(
    private readonly builder: SheetTaker,
    private readonly context: SheetContext,
  ) {}

  get collecting(): boolean {
    return this.inValue || this.inline.collecting;
  }

  open(tag: XmlTag): void {
    if (this.inCell) this.openInCell(tag.name);
    else if (this.inData) this.openInData(tag);
    else if (tag.name === 'sheetData') this.inData = true;
    else if (tag.name === 'col') this.openColumn(tag);
    else if (tag.name === 'mergeCell') {
      const area = parseArea(tag.attribute('ref') ?? '');
      if (area) this.builder.merge(area);
    }
  }

  close(name: string): void {
    if (this.inCell) {
      if (name === 'c') this.closeCell();
      else if (name === 'v') this.inValue = false;
      else this.inline.close(name);
    } else if (name === 'sheetData') this.inData = false;
  }

  text(text: string): void {
    if (this.inValue) this.value = (this.value ?? '') + text;
    else this.inline.add(text);
  }

  private openInData(tag: XmlTag): void {
    if (tag.name === 'c') {
      tag.attributes(CELL_ATTRIBUTES, this.attributes);
      const [place = null, type = null, style = null] = this.attributes;
      const at = place === null ? null : parseAddress(place);
      this.column = at ? at.column : this.column + 1;
      if (at) this.row = at.row;
      this.type = type ?? 'n';
      this.style = style === null ? -1 : Number(style);
      this.value = null;
      this.hasFormula = false;
      this.hasInline = false;
      this.inCell = true;
    } else if (tag.name === 'row') {
      const row = tag.attribute('r');
      this.row = row === null ? this.row + 1 : Number(row) - 1;
      this.column = -1;
      if (isTrue(tag.attribute('hidden'))) this.builder.hideRow(this.row);
    }
  }

  private openInCell(name: string): void {
    if (name === 'v') {
      this.inValue = true;
      this.value ??= '';
    } else if (name === 'f') this.hasFormula = true;
    else {
      // Some writers put <is> into a cell without saying t="inlineStr".
      if (name === 'is') this.hasInline = true;
      this.inline.open(name);
    }
  }

  private openColumn(tag: XmlTag): void {
    if (!isTrue(tag.attribute('hidden'))) return;
    this.builder.hideColumns(Number(tag.attribute('min')) - 1, Number(tag.attribute('max')) - 1);
  }

  private closeCell(): void {
    this.inCell = false;
    this.inValue = false;
    const style = this.context.styles[this.style];
    const value = this.cellValue(style);
    this.builder.cell(this.row, this.column, value, style?.format ?? 'General');
    if (this.hasFormula) this.countFormula(value);
  }

  private cellValue(style: CellStyle | undefined): CellValue {
    if (this.hasInline) return this.kept(this.inline.take());
    const raw = this.value;
    if (raw === null) return null;
    switch (this.type) {
      case 's':
        return raw === '' ? null : this.sharedText(Number(raw));
      case 'str':
        return this.kept(decodeEscapes(raw));
      case 'b':
        return raw === '' ? null : isTrue(raw.trim());
      case 'e':
        return raw === '' ? null : { error: raw.trim() };
      case 'd':
        return serialOfIso(raw.trim()) ?? this.kept(raw);
      default:
        return this.number(raw, style);
    }
  }

  private number(raw: string, style: CellStyle | undefined): CellValue {
    const trimmed = raw.trim();
    if (trimmed === '') return null;
    const number = Number(trimmed);
    if (Number.isNaN(number)) return this.kept(raw);
    if (!Number.isFinite(number)) return { error: '#NUM!' };
    return this.context.date1904 && style?.showsDay ? number + DAYS_TO_1904 : number;
  }

  private sharedText(index: number): CellValue {
    const text = this.context.texts.text(index);
    if (text !== undefined) return text;
    const cell = cellAddress(this.row, this.column);
    const message = `工作表“${this.builder.name}”的 ${cell} 指向一段不存在的文字，按空白读取，请打开原表核对这个单元格。`;
    this.context.warnings.add('text-missing', this.builder.name, cell, message);
    return null;
  }

  /** The same text once for all cells that repeat it; counted against the budget when it is new. */
  private kept(text: string): string {
    const known = this.repeated.get(text);
    if (known !== undefined) return known;
    this.context.budget.spendText(text.length);
    if (this.repeated.size < 50_000) this.repeated.set(text, text);
    return text;
  }

  /** Counts a formula by the value it keeps. */
  countValue(isNonZero: boolean): void {
    this.count.formulas += 1;
    if (isNonZero) this.count.nonZero += 1;
  }

  private countFormula(value: CellValue): void {
    const { name } = this.builder;
    this.countValue(value !== 0);
    const emptyText = this.type === 'str' && this.value !== null;
    if (value !== null || emptyText) return;
    const cell = cellAddress(this.row, this.column);
    const message = `工作表“${name}”的 ${cell} 有公式但没有计算结果，按空白读取，请用 Excel 或 WPS 打开并保存一次后再试。`;
    this.context.warnings.add('formula-without-value', name, cell, message);
  }
}

function isTrue(text: string | null): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
