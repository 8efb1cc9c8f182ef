import type { CellValue } from '../../model/grid';

/** Errors as Excel writes them among values, where only the kind of the value tells them from texts. */
const ERROR =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!)$/;

/** True when a block holds something that may be an error or a text that looks like one. */
export function mayHoldErrors(values: readonly (readonly unknown[])[]): boolean {
  return values.some((row) => row.some((value) => typeof value === 'string' && ERROR.test(value)));
}

/** @param kind Excel's word for the kind of the value; null when it was not asked for */
export function cellValue(value: unknown, kind: string | null): CellValue {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value);
  return ERROR.test(text) && kind !== 'String' ? { error: text } : text;
}
