import type { ValidationRule } from '../../workbook/structure';
import type { EtType } from '../et-object';
import { etType } from '../et-object';
import { EtError } from '../problems';
import type { Cells } from './cells';
import { code, isLeftOut, text, truth, word } from './given';

/** XlDVType, XlDVAlertStyle, XlFormatConditionOperator (wps.md §3.3 validation). */
const TYPES = [
  [0, 'none'],
  [1, 'whole'],
  [2, 'decimal'],
  [3, 'list'],
  [4, 'date'],
  [5, 'time'],
  [6, 'textLength'],
  [7, 'custom'],
] as const;
const STYLES = [
  [1, 'stop'],
  [2, 'warning'],
  [3, 'information'],
] as const;
const OPERATORS = [
  [1, 'between'],
  [2, 'notBetween'],
  [3, 'equal'],
  [4, 'notEqual'],
  [5, 'greaterThan'],
  [6, 'lessThan'],
  [7, 'greaterThanOrEqual'],
  [8, 'lessThanOrEqual'],
] as const;
/** Characters a list of words may have (Excel specifications). */
const LIST_CHARACTERS = 255;

/** The rule of all cells; 'mixed' when they differ, null for none. */
function common(cells: Cells): ValidationRule | 'mixed' | null {
  let first: ValidationRule | null | undefined;
  for (const area of cells.areas) {
    const small = { ...area, bottom: Math.min(area.bottom, area.top + 20_000) };
    for (const [row, column] of cells.at(small).places()) {
      const rule = cells.sheet.validationAt(row, column);
      if (first === undefined) first = rule;
      else if (first !== rule && JSON.stringify(first) !== JSON.stringify(rule)) return 'mixed';
    }
  }
  return first ?? null;
}

/** The one rule of the cells. @throws EtError where there is none (VBA: error 1004) */
function rule(cells: Cells): ValidationRule {
  const found = common(cells);
  if (found !== null && found !== 'mixed') return found;
  throw new EtError('The cells have no common validation.');
}

function of<T>(pick: (rule: ValidationRule) => T): (cells: Cells) => T | null | undefined {
  return (cells) => (common(cells) === 'mixed' ? cells.program.quirks.mixed : pick(rule(cells)));
}

function set(cells: Cells, patch: Partial<ValidationRule>): void {
  cells.sheet.setValidation(cells.areas, { ...rule(cells), ...patch });
}

/** A title has 32 characters, a message 255 (Excel specifications). */
function short(value: unknown, most: number, what: string): string {
  const given = text(value, what);
  if (given.length > most) throw new EtError(`${what} is too long`);
  return given;
}

export const VALIDATION: EtType<Cells> = etType<Cells>('Et.Validation', {
  gets: {
    Type: of((one) => code(TYPES, one.type, 'Type')),
    AlertStyle: of((one) => code(STYLES, one.error.style, 'AlertStyle')),
    Operator: of((one) => code(OPERATORS, one.operator, 'Operator')),
    Formula1: of((one) => one.formula1),
    Formula2: of((one) => one.formula2),
    IgnoreBlank: of((one) => one.allowBlank),
    InCellDropdown: of((one) => one.inCellDropDown),
    ShowError: of((one) => one.error.show),
    ErrorTitle: of((one) => one.error.title),
    ErrorMessage: of((one) => one.error.message),
    ShowInput: of((one) => one.prompt.show),
    InputTitle: of((one) => one.prompt.title),
    InputMessage: of((one) => one.prompt.message),
  },
  sets: {
    IgnoreBlank: (cells, value) => set(cells, { allowBlank: truth(value, 'IgnoreBlank') }),
    InCellDropdown: (cells, value) => set(cells, { inCellDropDown: truth(value, 'InCellDropdown') }),
    ShowError: (cells, value) => set(cells, { error: { ...rule(cells).error, show: truth(value, 'ShowError') } }),
    ErrorTitle: (cells, value) =>
      set(cells, { error: { ...rule(cells).error, title: short(value, 32, 'ErrorTitle') } }),
    ErrorMessage: (cells, value) =>
      set(cells, { error: { ...rule(cells).error, message: short(value, 255, 'ErrorMessage') } }),
    ShowInput: (cells, value) => set(cells, { prompt: { ...rule(cells).prompt, show: truth(value, 'ShowInput') } }),
    InputTitle: (cells, value) =>
      set(cells, { prompt: { ...rule(cells).prompt, title: short(value, 32, 'InputTitle') } }),
    InputMessage: (cells, value) =>
      set(cells, { prompt: { ...rule(cells).prompt, message: short(value, 255, 'InputMessage') } }),
  },
  calls: {
    Delete: (cells) => cells.sheet.setValidation(cells.areas, null),
    Add: (cells, [type, alertStyle, operator, formula1, formula2]) => {
      if (common(cells) !== null) throw new EtError('The cells have a validation already.');
      const kind = word(TYPES, type, 'Type');
      const first = isLeftOut(formula1) ? '' : text(formula1, 'Formula1');
      if (first === '' && kind !== 'none') throw new EtError('Formula1 is missing.');
      if (kind === 'list' && !first.startsWith('=') && first.length > LIST_CHARACTERS)
        throw new EtError('The list is too long.');
      cells.sheet.setValidation(cells.areas, {
        type: kind,
        operator: isLeftOut(operator) ? 'between' : word(OPERATORS, operator, 'Operator'),
        formula1: first,
        formula2: isLeftOut(formula2) ? '' : text(formula2, 'Formula2'),
        allowBlank: true,
        inCellDropDown: true,
        prompt: { show: true, title: '', message: '' },
        error: {
          show: true,
          style: isLeftOut(alertStyle) ? 'stop' : word(STYLES, alertStyle, 'AlertStyle'),
          title: '',
          message: '',
        },
      });
    },
  },
});
