import type { CheckStatus } from '../model/check';
import type { FindingClass } from '../model/finding';

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
  'not-applicable': '不适用',
};
