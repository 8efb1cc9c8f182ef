import { AMOUNT_FAULTS } from './faults-amounts';
import { RELATION_FAULTS } from './faults-relations';
import { ROW_FAULTS } from './faults-rows';
import { TABLE_FAULTS } from './faults-tables';
import type { Fault } from './planting';

/**
 * Every sort of error that is planted in workbooks. Each changes something a reader of the tables can see to be wrong:
 * amounts other than zero, by more than any rounding. An error may be planted first and the workbook re-laid after;
 * `placesOf(book, planted.keys)` then tells where it went.
 */
export const FAULTS: readonly Fault[] = [...AMOUNT_FAULTS, ...ROW_FAULTS, ...TABLE_FAULTS, ...RELATION_FAULTS];

/** The fault with this id; throws when there is none, which is a slip of the test. */
export function faultNamed(id: string): Fault {
  const fault = FAULTS.find((each) => each.id === id);
  if (!fault) throw new Error(`no fault named ${id}`);
  return fault;
}
