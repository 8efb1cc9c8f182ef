import type { BookSheet } from '../../workbook/sheet';
import { EtReference } from '../et-object';
import { Cells } from './cells';

/** The sheet that was given as an object; null for none. */
export function sheetGiven(value: unknown): BookSheet | null {
  if (!(value instanceof EtReference) || value.type.declaredAs !== 'Et.Worksheet') return null;
  return value.self instanceof Cells ? value.self.sheet : null;
}
