import { columnName } from '../../model/address';
import type { EtWorksheet } from './et';

/** Points of one character and of the room beside them, in the default font it was measured with (wps.md §3.5). */
const CHARACTER = 5.625;
const ROOM = 3.35;
/** A width of 0 would hide the column. */
const NARROWEST = 0.1;
const WIDEST = 255;
/** Difference that is within one pixel. */
const TOLERANCE = 0.4;

/**
 * ET counts widths in characters of the default font of the PC, which differs between systems, so every width is read
 * back and corrected once. What was found is kept: widths repeat.
 */
export class ColumnWidths {
  private readonly characters = new Map<number, number>();

  /** Sets columns, edges included, to a width in points. */
  set(sheet: EtWorksheet, from: number, to: number, points: number): void {
    const columns = sheet.Columns.Item(`${columnName(from)}:${columnName(to)}`);
    const known = this.characters.get(points);
    columns.ColumnWidth = known ?? clamped((points - ROOM) / CHARACTER);
    if (known !== undefined) return;
    const first = sheet.Columns.Item(from + 1);
    const width = first.Width;
    const set = Number(first.ColumnWidth);
    const off = points - width;
    // As wide as a character turned out to be here.
    const character = set > 0 && width > ROOM ? (width - ROOM) / set : CHARACTER;
    const corrected = Math.abs(off) <= TOLERANCE ? set : clamped(set + off / character);
    if (corrected !== set) columns.ColumnWidth = corrected;
    this.characters.set(points, corrected);
  }
}

function clamped(characters: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(characters * 100) / 100));
}
