import { columnIndex } from '../model/address';
import type { Area } from '../model/address';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
const CORNER = /^\$?([A-Z]{1,3})?\$?(\d+)?$/;

/** 'It''s'!$A$1:$B$2, 表!2:3, 表!A:B, A1 → the rectangle; whole rows and columns reach to the sheet's edge. */
export function areaOfAddress(address: string): Area {
  const inside = address.slice(address.lastIndexOf('!') + 1);
  const [first, last] = inside.split(':') as [string, string | undefined];
  const from = cornerOf(first);
  const to = cornerOf(last ?? first);
  return {
    top: from.row ?? 0,
    left: from.column ?? 0,
    bottom: to.row ?? LAST_ROW,
    right: to.column ?? LAST_COLUMN,
  };
}

function cornerOf(text: string): { row: number | null; column: number | null } {
  const match = CORNER.exec(text);
  if (!match) throw new Error('Excel gave an address that is none.');
  return {
    column: match[1] === undefined ? null : columnIndex(match[1]),
    row: match[2] === undefined ? null : Number(match[2]) - 1,
  };
}

/** The name of the sheet an address is in; null when it names none. */
export function sheetOfAddress(address: string): string | null {
  const end = address.lastIndexOf('!');
  if (end < 0) return null;
  const name = address.slice(0, end).replace(/^=/, '');
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}
