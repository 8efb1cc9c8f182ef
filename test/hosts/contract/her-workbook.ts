import { smallWorkbook } from '../xlsx/write/small-workbook';
import { cellAddress } from '../../../src/model/address';
import { HER_ROWS, HERS } from './contract';

/** The workbook every case of the contract begins with. */
export function herWorkbook(): Uint8Array {
  const rows = HER_ROWS.map((values, down) => {
    const cells = values.map((value, column) => {
      const place = `r="${cellAddress(down, column)}"`;
      return typeof value === 'number'
        ? `<c ${place}><v>${value}</v></c>`
        : `<c ${place} t="inlineStr"><is><t>${value}</t></is></c>`;
    });
    return `<row r="${down + 1}">${cells.join('')}</row>`;
  });
  return smallWorkbook({
    sheets: `<sheets><sheet name="${HERS}" sheetId="1" r:id="rId1"/></sheets>`,
    sheetXml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
}
