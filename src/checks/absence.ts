import type { Figure } from '../facts/figure';
import { cellAddress } from '../model/address';
import type { CellPlace } from '../model/address';
import type { Table, TableRow } from '../model/table';
import { comparable } from '../model/text';
import type { LikelyCause } from './cause';

/** A comparison that fails because the other table leaves the row out, or writes it under another code. */
export function causeOfAbsence(
  left: readonly Figure[],
  right: readonly Figure[],
  here: { readonly table: Table; readonly row: TableRow } | null,
): LikelyCause | null {
  const absent = [...left, ...right].find((figure) => figure.state === 'absent' && figure.row === null);
  return absent && here ? absentRow(absent.table, here.table, here.row) : null;
}

function absentRow(table: Table, home: Table, row: TableRow): LikelyCause {
  const name = [row.code, row.label].filter(Boolean).join(' ');
  const alike = table.rows.find(
    (other) =>
      other.code !== null &&
      isSlip(other.code, row.code ?? '') &&
      comparable(other.label) === comparable(row.label) &&
      home.rows.every((one) => one.code !== other.code),
  );
  return alike
    ? {
        cause: 'misclassified',
        figures: [],
        text: `《${table.name}》里没有“${name}”这一行，“${alike.label}”${at(alike.place)}的编码写作 ${alike.code}`,
        next: '请核对哪一张表的编码写错了。',
      }
    : {
        cause: 'missing-row',
        figures: [],
        text: `《${table.name}》里没有“${name}”这一行，按 0 核对`,
        next: '请补上漏掉的行，或改正写错的科目编码。',
      };
}

/** Two codes that differ in one digit. */
function isSlip(one: string, other: string): boolean {
  return one.length === other.length && Array.from(one).filter((digit, index) => digit !== other[index]).length === 1;
}

function at(place: CellPlace): string {
  return `（${cellAddress(place.row, place.column)}）`;
}
