import type { Area } from '../../model/address';
import type { AreaRanges } from './area-ranges';
import type { Assured } from './assured';
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

  constructor(
    private readonly areaRanges: AreaRanges,
    private readonly assured: Assured,
  ) {}

  /** Sets the columns of areas to a width in points. */
  set(sheet: EtWorksheet, areas: readonly Area[], points: number): void {
    const characters = this.characters.get(points) ?? this.measured(sheet, areas, points);
    this.characters.set(points, characters);
    for (const columns of this.areaRanges.of(sheet, areas)) this.assured.set(columns, 'ColumnWidth', characters);
  }

  /** The characters that make the first of the columns so wide. */
  private measured(sheet: EtWorksheet, [area]: readonly Area[], points: number): number {
    const guessed = clamped((points - ROOM) / CHARACTER);
    if (!area) return guessed;
    const column = sheet.Columns.Item(area.left + 1);
    this.assured.set(column, 'ColumnWidth', guessed);
    const width = column.Width;
    const off = points - width;
    // As wide as a character turned out to be here.
    const character = width > ROOM ? (width - ROOM) / guessed : CHARACTER;
    return Math.abs(off) <= TOLERANCE ? guessed : clamped(guessed + off / character);
  }
}

function clamped(characters: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(characters * 100) / 100));
}
