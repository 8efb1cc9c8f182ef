import { asOfIn } from '../model/period';

/** 2023-10 → 截至2023年10月; 2023-10-31 → 截至2023年10月31日. */
export function asOfWords(asOf: string): string {
  const [year, month, day] = asOf.split('-') as [string, string, string?];
  return `截至${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}

/**
 * The period of a figure in words: up to a month, or the year.
 * @param stated what the figure's own row says about its cut-off; empty when nothing
 * @param asOf the cut-off of its table
 */
export function periodWords(stated: string, asOf: string | null, year: number | null): string | null {
  const own = asOfIn(stated, true);
  if (own !== null) return asOfWords(own);
  const plain = stated.trim();
  // A cut-off without a date leaves the period open, whatever the title says.
  if (/截[至止]/u.test(plain) && !/\d/u.test(plain)) return null;
  if (plain !== '' && !/^(?:\d{4}年?度?|全年|本年度?)$/u.test(plain)) return `截至${plain.replace(/^截[至止]/u, '')}`;
  if (asOf !== null) return asOfWords(asOf);
  return year === null ? null : `${year}年`;
}
