import type { Area } from '../../model/address';
import { addressLists, rangeAddress } from '../cell-rectangles';
import type { EtRange, EtWorksheet } from './et';
import { attempted } from './program';

/** Longest list of areas that Range takes, in characters (as in VBA). */
const LIST_LENGTH = 250;

/** Many areas as few ranges: one range may be of several areas. Builds that answer otherwise get them one by one. */
export class AreaRanges {
  private takesLists: boolean | null = null;

  of(sheet: EtWorksheet, areas: readonly Area[]): EtRange[] {
    const addresses =
      areas.length > 1 && this.canLists(sheet) ? addressLists(areas, LIST_LENGTH) : areas.map(rangeAddress);
    return addresses.map((address) => sheet.Range(address));
  }

  private canLists(sheet: EtWorksheet): boolean {
    return (this.takesLists ??= attempted(() => sheet.Range('A1,C1').Address(false, false)) === 'A1,C1');
  }
}
