import { AreaRanges } from './area-ranges';
import { Assured } from './assured';
import { ColumnWidths } from './column-widths';

/** What is learnt of a build while sheets are written, so that nothing is found out twice. */
export interface Means {
  readonly widths: ColumnWidths;
  readonly areaRanges: AreaRanges;
  readonly assured: Assured;
}

export function newMeans(): Means {
  const areaRanges = new AreaRanges();
  const assured = new Assured();
  return { widths: new ColumnWidths(areaRanges, assured), areaRanges, assured };
}
