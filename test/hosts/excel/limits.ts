import type { Area } from '../../../src/model/address';
import { isWholeColumns, isWholeRows } from '../workbook/areas';
import { HostError } from './host-error';
import type { Profile } from './profiles';

/** Cells whose values one range gives on any platform (resource-limits-and-performance-optimization). */
export const READ_CELLS = 5_000_000;
/** Characters of an address list ([J], officejs.md §F: keep below 8,000; here what one formula may have). */
export const ADDRESS_CHARACTERS = 8192;
/** Characters of a list typed into a validation (Excel specifications; Range.Validation, list source). */
export const LIST_CHARACTERS = 255;

export function cellCount(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** @throws HostError when more cells are read than any platform gives at once (RangeExceedsLimit). */
export function allowReading(area: Area): void {
  if (cellCount(area) <= READ_CELLS) return;
  throw new HostError('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum supported number.');
}

/** @throws HostError when more cells are touched than Excel on the web does at once (OperationCellsExceedLimit). */
export function allowOperation(profile: Profile, areas: readonly Area[]): void {
  const cells = areas.reduce((sum, area) => sum + cellCount(area), 0);
  if (profile.operationCells === null || cells <= profile.operationCells) return;
  throw new HostError('OperationCellsExceedLimit', 'The attempted operation affects more than the limit of cells.');
}

/** The transport's refusal of a request or response that is too large; null when it may pass (web: 5 MB). */
export function payloadRefusal(profile: Profile, which: 'Request' | 'Response', bytes: number): HostError | null {
  if (profile.payload === null || bytes <= profile.payload) return null;
  return new HostError(
    `${which}PayloadSizeLimitExceeded`,
    `The ${which.toLowerCase()} payload size has exceeded the limit.`,
  );
}

/** Whole rows or columns: their values are not given and cannot be set (ranges-unbounded). */
export function isUnbounded(area: Area): boolean {
  return isWholeColumns(area) || isWholeRows(area);
}
