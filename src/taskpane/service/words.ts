import type { Progress } from '../../evaluate';
import type { WriteProgress } from '../../hosts/port';
import type { CellPlace } from '../../model/address';
import { cellAddress } from '../../model/address';
import type { Cause } from '../../model/check';
import type { Decimal } from '../../model/decimal';
import { PENDING } from '../../model/pending';
import type { Scorecard } from '../../model/scorecard';
import type { Confidence } from '../../model/table';
import type { AmountUnit } from '../../model/unit';

export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  certain: '确定',
  likely: '较有把握',
  uncertain: '没有把握',
};

export const CAUSE_NAMES: Readonly<Record<Cause, string>> = {
  unit: '单位差',
  rounding: '尾差',
  'missing-row': '漏行',
  'doubled-row': '重复行',
  'swapped-digits': '数字颠倒',
  misclassified: '科目串行',
  period: '期间不同',
  'text-number': '文本数字',
  sign: '正负方向',
};

/** 2024年4月20日. */
export function dateWords(date: Date): string {
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
}

/** 《部门收支总表》C18. */
export function placeWords({ sheet, row, column }: CellPlace): string {
  return `《${sheet}》${cellAddress(row, column)}`;
}

/** Nobody writes amounts or ratios finer than this; quotients run on for ever. */
const MOST_DECIMALS = 6;

/** An amount as tables write it: 17,917.84 万元, two decimals at least; numbers without unit as they are. */
export function amountWords(value: Decimal | null, unit: AmountUnit | null): string {
  if (value === null) return '未写明';
  const rounded = value.roundHalfUp(MOST_DECIMALS);
  const plain = rounded.abs().toString();
  const [whole = '0', fraction = ''] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = unit === null ? fraction : fraction.padEnd(2, '0');
  const sign = rounded.sign() < 0 ? '−' : '';
  return `${sign}${grouped}${decimals === '' ? '' : `.${decimals}`}${unit === null ? '' : ` ${unit}`}`;
}

/** A difference with its sign: +12.00 万元, −3.50 万元. */
export function gapWords(value: Decimal, unit: AmountUnit | null): string {
  return `${value.sign() > 0 ? '+' : ''}${amountWords(value, unit)}`;
}

/** 已评 42.10/48.00，待填 52.00 分; the total and the grade once nothing is pending. */
export function scoreWords({ total, scorable, pendingPoints, grade }: Scorecard): string {
  if (pendingPoints.sign() === 0) return `${total.toFixed(2)} 分，等级：${grade ?? '未定'}`;
  return `已评 ${total.toFixed(2)}/${scorable.toFixed(2)}，${PENDING} ${pendingPoints.toFixed(2)} 分`;
}

const COUNTED: Readonly<Record<Progress['stage'], string>> = {
  读取: ' 张表',
  识别: ' 张表',
  核对: ' 条关系',
  计分: '',
  生成: ' 张表',
};

/** 正在读取 3/45 张表：支出决算表. */
export function progressWords({ stage, done, total, text }: Progress): string {
  if (total <= 1) return `正在${stage}`;
  return `正在${stage} ${Math.min(done + 1, total)}/${total}${COUNTED[stage]}${text === '' ? '' : `：${text}`}`;
}

/** 正在写入 3/11 张表：自评_评分表. */
export function writeWords({ done, total, sheet }: WriteProgress): string {
  return `正在写入 ${Math.min(done + 1, total)}/${total} 张表：${sheet}`;
}
