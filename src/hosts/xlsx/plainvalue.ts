import type { CellValue } from '../../model/grid';

/** Digits a double keeps; an ID card or account number has more and must stay text. */
const SAFE_DIGITS = 15;

/** Errors as Excel and WPS print them into text files. */
const ERROR = /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NUM!|NULL!)$/;

const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/**
 * The value of a text cell of a format that has no types (csv, web page). A number in plain digits, grouped by commas or
 * not, becomes a number: 12.50, -3, "1,234.56" and also 2080201, which says the same as a number and is compared by its
 * digits later. It stays text where turning it into a number would lose something: leading zeros (00123), more than 15
 * digits (ID card and account numbers), a plus sign, and everything else (1e5, 12%, （5）, 2023-01-01).
 * A printed error such as #REF! is an error.
 */
export function plainValue(text: string): CellValue {
  const trimmed = text.trim();
  if (ERROR.test(trimmed)) return { error: trimmed };
  if (trimmed.length === 0 || trimmed.length > 24 || !NUMBER.test(trimmed) || trimmed.startsWith('+')) return text;
  const digits = trimmed.replace(/[-,.]/g, '');
  const whole = trimmed.replace(/^-/, '').replace(/,/g, '').split('.')[0] as string;
  if (digits.replace(/^0+/, '').length > SAFE_DIGITS || (whole.length > 1 && whole.startsWith('0'))) return text;
  const number = Number(trimmed.replace(/,/g, ''));
  return Object.is(number, -0) ? 0 : number;
}
