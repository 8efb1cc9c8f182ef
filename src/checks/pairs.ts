import type { Check } from '../model/check';

/**
 * Two gaps of one relation and column that cancel out: an amount that stands in one row and belongs in another
 * (a code moved to another 类). The cause is said on both.
 */
export function markMisclassified(checks: readonly Check[]): Check[] {
  const open = checks.filter(
    (check) => check.status === 'fails' && check.difference !== null && !check.difference.isZero(),
  );
  const marked = new Set<Check>();
  for (const one of open) {
    const other = open.find(
      (candidate) =>
        candidate !== one &&
        candidate.id === one.id &&
        columnOf(candidate) === columnOf(one) &&
        candidate.difference?.negate().equals(one.difference as NonNullable<typeof one.difference>),
    );
    if (other && one.cause === null) marked.add(one);
  }
  return checks.map((check) =>
    marked.has(check)
      ? {
          ...check,
          cause: 'misclassified',
          message: `${check.message}另有一行相差同样的数而方向相反，像是有一笔归错了科目。`,
        }
      : check,
  );
}

/** The column a relation was tried on, as its left side names it: 《支出决算表》208 …·本年支出合计. */
function columnOf({ left }: Check): string {
  const text = left?.text ?? '';
  return text.slice(text.lastIndexOf('·') + 1);
}
