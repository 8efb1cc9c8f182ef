import { halfWidth } from './text';

const HAN_DIGITS: Record<string, string> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;

/** Writes 二〇二三年 as 2023年; other text is left alone. */
function arabicYears(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (digits) =>
    Array.from(digits, (digit) => HAN_DIGITS[digit] ?? digit).join(''),
  );
}

/**
 * The years named in a text, in order: 2023年度, 2023 年, 二〇二三年. A bare number counts only when it stands alone
 * (`2023`), so that account codes and amounts are never taken for years.
 */
export function yearsIn(text: string): number[] {
  const plain = arabicYears(halfWidth(text)).trim();
  const years: number[] = [];
  for (const match of plain.matchAll(/(?<!\d)((?:19|20)\d{2})\s*(?:年|[-./]\d{1,2}(?!\d))/g))
    years.push(Number(match[1]));
  const labelled = /年度?\s*:\s*((?:19|20)\d{2})(?!\d)/.exec(plain)?.[1];
  if (years.length === 0 && labelled !== undefined) years.push(Number(labelled));
  if (years.length === 0 && /^(?:19|20)\d{2}$/.test(plain)) years.push(Number(plain));
  return years.filter((year) => year >= EARLIEST_YEAR && year <= LATEST_YEAR);
}

/**
 * The cut-off a text states: 截至2023年10月(底/31日), 2023年1-10月, 会计期间：2023年10月 → "2023-10" or "2023-10-31".
 * Null when there is none. A cut-off at the end of December is the full year and gives null.
 * @param title true for a table's title, where a month alone (2023年10月发放表) is the cut-off
 */
export function asOfIn(text: string, title = false): string | null {
  const plain = arabicYears(halfWidth(text)).replace(/\s+/g, '');
  const match =
    /截[至止到]*(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/.exec(plain) ??
    /(\d{4})年1月?[-—~至](\d{1,2})月(?:(\d{1,2})日)?/.exec(plain) ??
    /(?:期间|月份|月度)[:：]?(?:.*[-—~至])?(\d{4})[年.-](\d{1,2})(?:月|$)/.exec(plain) ??
    (title ? /(\d{4})年(\d{1,2})月(?!\d)(?:(\d{1,2})日)?/.exec(plain) : null);
  if (!match) return null;
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const day = match[3] ? Number(match[3]) : null;
  if (month === 12 && (day === null || day === 31)) return null;
  const stem = `${match[1]}-${String(month).padStart(2, '0')}`;
  return day === null ? stem : `${stem}-${String(day).padStart(2, '0')}`;
}
