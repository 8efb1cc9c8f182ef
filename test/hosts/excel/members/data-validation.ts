import type { ValidationOperator, ValidationRule, ValidationType } from '../../workbook/structure';
import { NotModelled } from '../host-error';
import { LIST_CHARACTERS } from '../limits';
import type { ObjectType } from '../object-type';
import { objectType, writes } from '../object-type';
import type { Cells } from './cells';
import { constant, constantFor, invalid, record, text, truth } from './given';

const STYLES: Readonly<Record<string, ValidationRule['error']['style']>> = {
  Stop: 'stop',
  Warning: 'warning',
  Information: 'information',
};
/** The key of DataValidationRule for each type that compares with values. */
const COMPARED: Readonly<Record<string, ValidationType>> = {
  wholeNumber: 'whole',
  decimal: 'decimal',
  textLength: 'textLength',
  date: 'date',
  time: 'time',
};
const TYPES: Readonly<Record<string, ValidationType>> = {
  None: 'none',
  WholeNumber: 'whole',
  Decimal: 'decimal',
  List: 'list',
  Date: 'date',
  Time: 'time',
  TextLength: 'textLength',
  Custom: 'custom',
};
const OPERATORS: Readonly<Record<string, ValidationOperator>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};

/** What a cell without a rule answers, and what a rule begins with (Excel.DataValidation). */
const NO_RULE: ValidationRule = {
  type: 'none',
  operator: 'between',
  formula1: '',
  formula2: '',
  allowBlank: true,
  inCellDropDown: true,
  prompt: { show: true, title: '', message: '' },
  error: { show: true, style: 'stop', title: '', message: '' },
};

/** The one rule of all cells, null when they differ. */
function ruleOf(cells: Cells): ValidationRule | null {
  let first: ValidationRule | null | undefined;
  for (const area of cells.areas) {
    // Corners tell of whole rows and columns; no one asks more of those here.
    for (const row of sampled(area.top, area.bottom)) {
      for (const column of sampled(area.left, area.right)) {
        const rule = cells.sheet.validationAt(row, column);
        if (first === undefined) first = rule;
        else if (first !== rule && JSON.stringify(first) !== JSON.stringify(rule)) return null;
      }
    }
  }
  return first ?? NO_RULE;
}

function sampled(from: number, to: number): number[] {
  return to - from > 20_000 ? [from, to] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function set(cells: Cells, patch: Partial<ValidationRule>): void {
  const rule = { ...(ruleOf(cells) ?? NO_RULE), ...patch };
  cells.sheet.setValidation(cells.areas, rule);
}

/** DataValidationRule as Excel gives it: one key that names the type. */
function ruleOnWire(rule: ValidationRule): unknown {
  if (rule.type === 'none') return {};
  if (rule.type === 'list') return { list: { inCellDropDown: rule.inCellDropDown, source: rule.formula1 } };
  if (rule.type === 'custom') return { custom: { formula: rule.formula1 } };
  const key = constantFor(COMPARED, rule.type);
  const formula2 = rule.formula2 === '' ? {} : { formula2: operand(rule.formula2) };
  const operator = constantFor(OPERATORS, rule.operator);
  return { [key]: { formula1: operand(rule.formula1), ...formula2, operator } };
}

function operand(formula: string): string | number {
  return formula !== '' && Number.isFinite(Number(formula)) ? Number(formula) : formula;
}

function ruleGiven(value: unknown): Partial<ValidationRule> {
  const given = record(value, [...Object.keys(COMPARED), 'list', 'custom'], 'rule');
  const [[key, one] = [], ...others] = Object.entries(given);
  if (key === undefined || others.length > 0) throw invalid('rule');
  if (key === 'custom') {
    return { type: 'custom', formula1: text(record(one, ['formula'], 'custom')['formula'], 'formula') };
  }
  if (key === 'list') {
    const { source, inCellDropDown } = record(one, ['inCellDropDown', 'source'], 'list');
    if (typeof source !== 'string') throw new NotModelled('a list source that is no text');
    if (!source.startsWith('=') && source.length > LIST_CHARACTERS) throw invalid('list.source is too long');
    return {
      type: 'list',
      formula1: source,
      formula2: '',
      inCellDropDown: truth(inCellDropDown ?? true, 'inCellDropDown'),
    };
  }
  const compared = record(one, ['formula1', 'formula2', 'operator'], key);
  return {
    type: COMPARED[key] as ValidationType,
    operator: constant(OPERATORS, compared['operator'], 'operator'),
    formula1: String(compared['formula1'] ?? ''),
    formula2: String(compared['formula2'] ?? ''),
  };
}

/** Excel.DataValidation of a range or of several (ExcelApi 1.8). Mixed rules give null. */
export const DATA_VALIDATION: ObjectType<Cells> = objectType<Cells>('DataValidation', {
  properties: {
    type: {
      get: (cells) => {
        const rule = ruleOf(cells);
        return rule === null ? 'Inconsistent' : constantFor(TYPES, rule.type);
      },
    },
    rule: {
      get: (cells) => {
        const rule = ruleOf(cells);
        return rule && ruleOnWire(rule);
      },
      set: (cells, value) => set(cells, ruleGiven(value)),
    },
    prompt: {
      get: (cells) => {
        const prompt = ruleOf(cells)?.prompt;
        return prompt ? { showPrompt: prompt.show, title: prompt.title, message: prompt.message } : null;
      },
      set: (cells, value) => {
        const given = record(value, ['showPrompt', 'title', 'message'], 'prompt');
        const title = text(given['title'] ?? '', 'title');
        const message = text(given['message'] ?? '', 'message');
        // Excel specifications: a title has 32 characters, a message 255.
        if (title.length > 32 || message.length > 255) throw invalid('prompt is too long');
        set(cells, { prompt: { show: truth(given['showPrompt'] ?? true, 'showPrompt'), title, message } });
      },
    },
    errorAlert: {
      get: (cells) => {
        const error = ruleOf(cells)?.error;
        if (!error) return null;
        const style = constantFor(STYLES, error.style);
        return { showAlert: error.show, style, title: error.title, message: error.message };
      },
      set: (cells, value) => {
        const given = record(value, ['showAlert', 'style', 'title', 'message'], 'errorAlert');
        const title = text(given['title'] ?? '', 'title');
        const message = text(given['message'] ?? '', 'message');
        if (title.length > 32 || message.length > 255) throw invalid('errorAlert is too long');
        const style = constant(STYLES, given['style'] ?? 'Stop', 'style');
        set(cells, { error: { show: truth(given['showAlert'] ?? true, 'showAlert'), style, title, message } });
      },
    },
    ignoreBlanks: {
      get: (cells) => ruleOf(cells)?.allowBlank ?? null,
      set: (cells, value) => set(cells, { allowBlank: truth(value, 'ignoreBlanks') }),
    },
  },
  methods: { clear: writes((cells) => cells.sheet.setValidation(cells.areas, null)) },
});
