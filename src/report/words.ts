import type { CheckStatus } from '../model/check';
import type { FindingClass } from '../model/finding';
import { NOT_APPLICABLE, pendingText } from '../model/pending';

/** Stands wherever scores are shown whose points were not found in an official attachment. */
export const UNCONFIRMED = '试算·分值待与财政局附件核对';

/** （2023年度）below the title of a form. */
export function yearLine(year: number | null): string {
  return year === null ? `（${pendingText('年度')}）` : `（${year}年度）`;
}

/** The accountants' words for what the stages say. */
export const CLASS_NAMES: Readonly<Record<FindingClass, string>> = {
  must: '必须改正',
  explain: '需要说明',
  hint: '提示',
};

export const STATUS_NAMES: Readonly<Record<CheckStatus, string>> = {
  holds: '相符',
  rounding: '尾差',
  fails: '不符',
  missing: '缺表',
  'not-applicable': NOT_APPLICABLE,
};
