import type { SheetModel } from './sheet';

/** One sheet to write. */
export interface PlannedSheet {
  readonly model: SheetModel;
  /**
   * Name under which a sheet that already has this name is kept as it is; null when it is ours and may be written over.
   */
  readonly keepAs: string | null;
}

/**
 * What is to be done to a workbook: sheets are made, or written over where they stand, all of them or none. No other
 * sheet is touched.
 */
export interface Plan {
  readonly sheets: readonly PlannedSheet[];
}
