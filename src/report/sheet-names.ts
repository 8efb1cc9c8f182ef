/** Names of the sheets we write (shared/design/product.md). */
export const SHEETS = {
  contents: '自评_目录',
  comparison: '自评_收支对比',
  relations: '自评_勾稽核对',
  findings: '自评_问题清单',
  paper: '自评_取数',
} as const;

/** A name under which the old sheet is kept: …_旧, …_旧2, …; `taken` are the names in the workbook, in any case. */
export function nameForOld(name: string, taken: ReadonlySet<string>): string {
  const used = new Set([...taken].map((one) => one.toLowerCase()));
  let number = 1;
  let candidate = `${name}_旧`;
  while (used.has(candidate.toLowerCase())) candidate = `${name}_旧${(number += 1)}`;
  return candidate;
}
