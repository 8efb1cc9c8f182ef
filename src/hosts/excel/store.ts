import type { Outcome, WorkbookStore } from '../port';
import type { Connection } from './connection';
import { outcome } from '../outcome';

/** Settings of other add-ins stand beside ours. */
const PREFIX = '自评.';
/** Longest text kept in one setting; longer ones are kept in parts. */
const PART_LENGTH = 8_000;

/** Small texts in the settings of the workbook (ExcelApi 1.4), which are saved with it. */
export class ExcelStore implements WorkbookStore {
  constructor(private readonly connection: Connection) {}

  async get(key: string): Promise<string | null> {
    const session = this.connection.open();
    const { settings } = session.workbook;
    const first = settings.getItemOrNullObject(PREFIX + key);
    first.load('value');
    await session.sync();
    if (first.isNullObject) return null;
    const { parts, text } = headOf(first.value);
    if (parts === 1) return text;
    const more = Array.from({ length: parts - 1 }, (_, index) => settings.getItemOrNullObject(partKey(key, index + 1)));
    for (const part of more) part.load('value');
    await session.sync();
    return more.some((part) => part.isNullObject) ? null : text + more.map((part) => String(part.value)).join('');
  }

  set(key: string, value: string | null): Promise<Outcome<{ readonly stored: true }>> {
    return outcome(async () => {
      const session = this.connection.open();
      const { settings } = session.workbook;
      const first = settings.getItemOrNullObject(PREFIX + key);
      first.load('value');
      await session.sync();
      const before = first.isNullObject ? 0 : headOf(first.value).parts;
      const parts = value === null ? [] : partsOf(value);
      parts.forEach((part, index) => {
        settings.add(partKey(key, index), index === 0 ? `${parts.length}:${part}` : part);
      });
      for (let index = parts.length; index < before; index += 1) settings.getItem(partKey(key, index)).delete();
      await session.sync();
      return { stored: true as const };
    });
  }
}

function partKey(key: string, index: number): string {
  return index === 0 ? PREFIX + key : `${PREFIX}${key}#${index}`;
}

/** The first part says how many there are: "3:…". */
function headOf(value: unknown): { readonly parts: number; readonly text: string } {
  const stored = String(value);
  const colon = stored.indexOf(':');
  return { parts: Math.max(1, Number(stored.slice(0, colon)) || 1), text: stored.slice(colon + 1) };
}

function partsOf(value: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < value.length || from === 0;) {
    let to = Math.min(value.length, from + PART_LENGTH);
    // Never between the halves of a character outside the basic plane.
    if (to < value.length && /[\ud800-\udbff]/.test(value[to - 1] as string)) to -= 1;
    parts.push(value.slice(from, to));
    from = Math.max(to, 1);
  }
  return parts;
}
