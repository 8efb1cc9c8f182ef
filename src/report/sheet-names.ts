/** Names of the sheets we write (shared/design/product.md). */
export const SHEETS = {
  contents: '自评_目录',
  department: '自评_部门整体自评表',
  scores: '自评_评分表',
  projects: '自评_项目自评表',
  comparison: '自评_收支对比',
  subsidy: '自评_补贴汇总',
  relations: '自评_勾稽核对',
  ledger: '自评_账表核对',
  findings: '自评_问题清单',
  narrative: '自评_报告正文',
  rubric: '自评_评分办法',
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
