import { cellAddress } from '../../../model/address';
import { parseAddress } from '../places';
import type { XmlReader, XmlTag } from '../xmlscan';
import type { ZipArchive } from '../zip';
import { readPart } from './part';

/** Gathers the formulas of one worksheet; cells without `r` continue behind the one before, as the standard says. */
class FormulaReader implements XmlReader {
  readonly formulas = new Map<string, string>();
  collecting = false;
  private readonly shared = new Map<string, string>();
  private inData = false;
  private row = -1;
  private column = -1;
  private group: string | null = null;
  private gathered = '';

  open(tag: XmlTag): void {
    if (tag.name === 'sheetData') this.inData = true;
    else if (!this.inData) return;
    else if (tag.name === 'row') this.openRow(tag.attribute('r'));
    else if (tag.name === 'c') this.openCell(tag.attribute('r'));
    else if (tag.name === 'f') {
      this.group = tag.attribute('t') === 'shared' ? tag.attribute('si') : null;
      this.gathered = '';
      this.collecting = true;
    }
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false;
    if (name !== 'f' || !this.collecting) return;
    this.collecting = false;
    if (this.group !== null && this.gathered !== '') this.shared.set(this.group, this.gathered);
    const formula = this.gathered === '' && this.group !== null ? this.shared.get(this.group) : this.gathered;
    if (formula) this.formulas.set(cellAddress(this.row, this.column), formula);
  }

  text(text: string): void {
    this.gathered += text;
  }

  private openRow(number: string | null): void {
    this.row = number === null ? this.row + 1 : Number(number) - 1;
    this.column = -1;
  }

  private openCell(address: string | null): void {
    const at = address === null ? null : parseAddress(address);
    this.column = at ? at.column : this.column + 1;
    if (at) this.row = at.row;
  }
}

/**
 * The formulas of one worksheet by address, without “=”; see WorkbookSource.formulas.
 * @throws ReadTrouble when the part cannot be read.
 */
export function readFormulas(archive: ZipArchive, sheetPart: string): ReadonlyMap<string, string> {
  const reader = new FormulaReader();
  readPart(archive, sheetPart, reader);
  return reader.formulas;
}
