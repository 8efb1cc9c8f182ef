import type { Area } from '../../model/address';
import { areaOfAddress } from '../sheet-address';
import type { EtWorksheet } from './et';
import { told } from './program';

/** Everything from A1 to the last cell that holds or looks like something; A1 alone in an empty sheet. */
export function usedArea(sheet: EtWorksheet): Area {
  const { UsedRange: used } = sheet;
  const { bottom, right } = areaOfAddress(told(used.Address(false, false), 'Address'));
  return { top: 0, left: 0, bottom, right };
}
