import type { Area } from '../../model/address';
import { areaOfAddress } from '../sheet-address';
import { rangeOf } from './cells';
import type { TypingRule } from './content';
import type { EtRange, EtValidation, EtWorksheet } from './et';
import { attempted, told } from './program';
import { uniformAreas } from './uniform';

/** XlCellType.xlCellTypeAllValidation. */
const ALL_VALIDATED = -4174;

type Rule = Omit<TypingRule, 'area'>;

/** The rules for typing on a sheet. A part of a sheet tells its rule only when all its cells have the same. */
export function rulesOf(sheet: EtWorksheet): TypingRule[] {
  const ask = (area: Area): Rule | undefined => attempted(() => ruleOf(rangeOf(sheet, area).Validation)) ?? undefined;
  const parts = validatedAreas(sheet).flatMap(
    (area) => uniformAreas<Rule | null>(area, { ask, otherwise: null }) ?? [],
  );
  return parts.flatMap(({ area, value }) => (value ? [{ area, ...value }] : []));
}

/** Areas with rules for typing; none when there is none. */
export function validatedAreas(sheet: EtWorksheet): Area[] {
  const { Cells: cells } = sheet;
  const find = (): EtRange => cells.SpecialCells(ALL_VALIDATED);
  // Where there is none the program refuses, every time; whatever else it refused once it gives the second time.
  const range = attempted(find) ?? attempted(find);
  if (!range) return [];
  const { Areas: areas } = range;
  const count = told(areas.Count, 'Count');
  return Array.from({ length: count }, (_, index) => areaOfAddress(areas.Item(index + 1).Address(false, false)));
}

/** Undefined when the cells have different rules. */
function ruleOf(validation: EtValidation): Rule | undefined {
  const type = validation.Type;
  if (type === null || type === undefined) return undefined;
  return {
    type,
    alertStyle: validation.AlertStyle,
    operator: validation.Operator,
    formula1: validation.Formula1 ?? '',
    formula2: validation.Formula2 ?? '',
    ignoreBlank: validation.IgnoreBlank,
    dropDown: validation.InCellDropdown,
    error: { show: validation.ShowError, title: validation.ErrorTitle, message: validation.ErrorMessage },
    prompt: { show: validation.ShowInput, title: validation.InputTitle, message: validation.InputMessage },
  };
}
