import { unzipSync } from 'fflate';
import { Decimal } from '../../../../src/model/decimal';
import type { Plan } from '../../../../src/sheet/plan';
import type { Cell, RowModel, SheetModel } from '../../../../src/sheet/sheet';
import type { CellStyle } from '../../../../src/sheet/style';
import { writePlan } from '../../../../src/hosts/xlsx/write/write';

export const PLAIN: CellStyle = {
  font: { name: '仿宋_GB2312', size: 11, bold: false, color: null, underline: false },
  fill: null,
  border: true,
  horizontal: 'left',
  vertical: 'center',
  wrap: true,
  indent: 0,
  format: 'General',
};

export const MONEY: CellStyle = { ...PLAIN, horizontal: 'right', format: '#,##0.00' };

export const TITLE: CellStyle = {
  ...PLAIN,
  font: { ...PLAIN.font, name: '方正小标宋简体', size: 18, bold: true, color: '#1F3864' },
  fill: '#DDEBF7',
  horizontal: 'center',
};

export function text(content: string, style = PLAIN): Cell {
  return { type: 'text', text: content, style };
}

export function amount(value: string, style = MONEY): Cell {
  return { type: 'number', value: Decimal.of(value), style };
}

export function row(...cells: readonly (Cell | null)[]): RowModel {
  return { height: null, hidden: false, cells, breakAfter: false };
}

/** A sheet of rows with everything else plain; `more` says what is to be otherwise. */
export function sheet(name: string, rows: readonly RowModel[], more: Partial<SheetModel> = {}): SheetModel {
  const width = Math.max(1, ...rows.map((one) => one.cells.length));
  return {
    name,
    columns: Array.from({ length: width }, () => ({ width: 16, hidden: false })),
    rows,
    merges: [],
    freeze: null,
    filter: null,
    print: {
      orientation: 'portrait',
      area: { top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: width - 1 },
      titleRows: null,
      margins: { top: 37, bottom: 35, left: 28, right: 26 },
      footer: '',
    },
    validations: [],
    notes: [],
    charts: [],
    ...more,
  };
}

/** A plan that writes sheets over those of the same name. */
export function planOf(...sheets: readonly SheetModel[]): Plan {
  return { sheets: sheets.map((model) => ({ model, keepAs: null })) };
}

/** The workbook with the plan in it; fails the test when it was refused. */
export function written(bytes: Uint8Array, plan: Plan): Uint8Array {
  const result = writePlan(bytes, plan);
  if ('problem' in result) throw new Error(result.problem.message);
  return result.bytes;
}

/** The code of the problem for which nothing was written. */
export function refusal(bytes: Uint8Array, plan: Plan): { code: string; message: string } {
  const result = writePlan(bytes, plan);
  if ('bytes' in result) throw new Error('The workbook was written.');
  return result.problem;
}

/** The parts of a package as texts by name. */
export function partTexts(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([name, content]) => [name, new TextDecoder().decode(content)]));
}
