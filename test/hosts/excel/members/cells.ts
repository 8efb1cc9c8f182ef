import type { Area } from '../../../../src/model/address';
import { areaAddress, columnIndex, columnName } from '../../../../src/model/address';
import { COLUMNS, isWholeColumns, isWholeRows, ROWS } from '../../workbook/areas';
import { sheetKey, sheetPrefix } from '../../workbook/formula-text';
import type { BookSheet } from '../../workbook/sheet';
import type { ExcelHost } from '../excel-host';
import { HostError } from '../host-error';
import { ADDRESS_CHARACTERS } from '../limits';

/** Cells of one sheet: a range (one area), or several at once. The sheet may be gone by the time it is asked for. */
export class Cells {
  constructor(
    readonly host: ExcelHost,
    readonly sheetId: string,
    readonly areas: readonly [Area, ...Area[]],
  ) {}

  /** @throws HostError ItemNotFound when the sheet was deleted. */
  get sheet(): BookSheet {
    const sheet = this.host.book.sheetById(this.sheetId);
    if (sheet) return sheet;
    throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
  }

  /** The area of a range. */
  get area(): Area {
    return this.areas[0];
  }

  /** Another area of the same sheet. */
  at(area: Area): Cells {
    return new Cells(this.host, this.sheetId, [area]);
  }

  /** "Sheet1!A1:B2,Sheet1!D4", quoted where a formula would be. */
  get address(): string {
    const prefix = sheetPrefix(this.sheet.name);
    return this.areas.map((area) => `${prefix}${shortAddress(area)}`).join(',');
  }
}

/** "B12", "A1:J40", "A:C", "3:4", as Excel gives addresses. */
export function shortAddress(area: Area): string {
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  if (isWholeColumns(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  const text = areaAddress(area);
  const [first, last] = text.split(':');
  return first === last ? (first as string) : text;
}

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: ROWS - 1, right: COLUMNS - 1 };

/**
 * Reads an address in A1 form, with or without “$”, for whole columns and rows too. A sheet's name before it must be the
 * sheet's own. @throws HostError InvalidArgument
 */
export function parseAddress(address: unknown, sheet: BookSheet): Area {
  if (address === null || address === undefined) return WHOLE_SHEET;
  if (typeof address !== 'string') throw invalidAddress();
  const split = /^(?:(.*)!)?([^!]*)$/su.exec(address.trim()) as RegExpExecArray;
  if (split[1] !== undefined && !namesSheet(split[1], sheet.name)) throw invalidAddress();
  const [from, to = from, ...more] = (split[2] as string).replace(/\$/g, '').toUpperCase().split(':');
  if (more.length > 0) throw invalidAddress();
  const first = corner(from as string);
  const last = corner(to as string);
  if (!first || !last) throw invalidAddress();
  if ((first.row === null) !== (last.row === null) || (first.column === null) !== (last.column === null)) {
    throw invalidAddress();
  }
  if (split[2] === from && (first.row === null || first.column === null)) throw invalidAddress();
  const rows = [first.row ?? 0, last.row ?? ROWS - 1];
  const columns = [first.column ?? 0, last.column ?? COLUMNS - 1];
  const area = {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  if (area.bottom >= ROWS || area.right >= COLUMNS) throw invalidAddress();
  return area;
}

/** Reads "A1:B2,D4": a list as `Worksheet.getRanges` takes it. @throws HostError InvalidArgument */
export function parseAddresses(addresses: unknown, sheet: BookSheet): readonly [Area, ...Area[]] {
  if (typeof addresses !== 'string') return [parseAddress(addresses, sheet)];
  if (addresses.length > ADDRESS_CHARACTERS) throw invalidAddress();
  return addresses.split(/[,;]/).map((one) => parseAddress(one, sheet)) as [Area, ...Area[]];
}

function corner(text: string): { row: number | null; column: number | null } | null {
  const match = /^([A-Z]{1,3})?([1-9]\d{0,6})?$/.exec(text);
  if (!match || text === '') return null;
  return {
    row: match[2] === undefined ? null : Number(match[2]) - 1,
    column: match[1] === undefined ? null : columnIndex(match[1]),
  };
}

function namesSheet(prefix: string, name: string): boolean {
  const quoted = /^'(.*)'$/su.exec(prefix);
  return sheetKey(quoted ? (quoted[1] as string).replace(/''/g, "'") : prefix) === sheetKey(name);
}

function invalidAddress(): HostError {
  return new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
}
