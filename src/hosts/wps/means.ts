import { AreaRanges } from './area-ranges';
import { ColumnWidths } from './column-widths';

/** What is learnt of a build while sheets are written, so that nothing is found out twice. */
export interface Means {
  readonly widths: ColumnWidths;
  readonly areaRanges: AreaRanges;
}

export function newMeans(): Means {
  return { widths: new ColumnWidths(), areaRanges: new AreaRanges() };
}
