import { Decimal } from '../../model/decimal';
import type { TableRow } from '../../model/table';
import { comparable } from '../../model/text';
import type { Indicator, Method, Sign, Target } from '../pack';
import { knownIndicator } from './known';
import { readCriterion } from './criterion';
import { readTarget } from './target';
import type { Criterion } from './understood';

/** An indicator of a received table, and what was not understood in its row. */
export interface ImportedIndicator {
  readonly indicator: Indicator;
  readonly remarks: readonly string[];
}

/**
 * Reads one row of a 《评分表》. The points have been looked at before; everything else that cannot be read is remarked.
 * @param taken ids of the rows above
 * @param confirmed true when the table is known to be the finance bureau's own
 */
export function readIndicator(row: TableRow, taken: ReadonlySet<string>, confirmed: boolean): ImportedIndicator {
  const text = (column: string): string => (row.cells.get(column)?.written ?? '').trim();
  const name = row.label === '' ? text('四级指标') : row.label;
  const points = row.cells.get('分值')?.value ?? Decimal.ZERO;
  const path = [withoutPoints(text('一级指标')), withoutPoints(text('二级指标')), withoutPoints(name)] as const;
  const known = knownIndicator(path[2]);
  const remarks: string[] = [];
  const say = (what: string): number => remarks.push(`“${path[2]}”：${what}。`);

  const stated = text('评分标准');
  const criterion = readCriterion(stated, points);
  if (!criterion) say(`评分标准“${short(stated)}”没有看懂，列为人工评定（三档定性），请核对后改成认得的写法`);
  else if (criterion.assumed !== '') say(criterion.assumed);
  const settled = settle(criterion, text('目标值'), text('计量单位'), known, say);
  const formula = known && isMeasured(settled.method) ? known.formula : null;
  if (isMeasured(settled.method) && formula === null) say('没有找到取数公式，实际完成值由人填写');

  return {
    indicator: {
      id: idOf(known?.id ?? path.map(comparable).filter(Boolean).join('.'), taken),
      path,
      points: points.toString(),
      formula,
      display: displayOf(settled, formula === null ? null : known),
      target: settled.target,
      method: settled.method,
      evidence: listed(text('佐证材料')) ?? known?.evidence ?? [],
      basis: stated === '' ? '导入的评分表' : `导入的评分表：${stated}`,
      confirmed,
      note: [text('指标解释'), text('计算公式'), text('备注')].filter(Boolean).join('；'),
      ...(formula && known?.notApplicableWhen !== undefined ? { notApplicableWhen: known.notApplicableWhen } : {}),
      ...(formula && known?.whenMissing !== undefined ? { whenMissing: known.whenMissing } : {}),
    },
    remarks,
  };
}

interface Settled {
  readonly method: Method;
  readonly target: Target | null;
}

/** The method with the target it needs: from its own words, from the target column, or from the indicator of that name. */
function settle(
  criterion: Criterion | null,
  statedTarget: string,
  unit: string,
  known: Indicator | null,
  say: (what: string) => void,
): Settled {
  const side: Sign = criterion?.sign ?? (known?.target?.sign === '≤' ? '≤' : '≥');
  const column = readTarget(statedTarget, side, unit);
  if (!criterion) return { method: { type: 'qualitative' }, target: column };
  const { method } = criterion;
  const own = criterion.target ?? (column?.sign === '定性' ? null : column);
  if (method.type === 'threshold-step' && own === null) {
    const borrowed = known?.target ?? null;
    if (borrowed?.sign !== criterion.sign) {
      say('写了超过多少扣分，没有写目标值，列为人工评定，请补上目标值');
      return { method: { type: 'qualitative' }, target: column };
    }
    say(`没有写目标值，用了同名指标的${borrowed.sign}${borrowed.value}${borrowed.unit}`);
    return { method, target: borrowed };
  }
  if (method.type === 'ratio' && own === null) {
    say('没有写目标值，按100%计');
    return { method, target: { sign: side, value: '100', unit: '%' } };
  }
  return { method, target: own ?? column };
}

function isMeasured(method: Method): boolean {
  return method.type === 'ratio' || method.type === 'threshold-step' || method.type === 'band';
}

function displayOf({ method, target }: Settled, known: Indicator | null): Indicator['display'] {
  if (known) return known.display;
  if (!isMeasured(method)) return method.type === 'qualitative' ? 'ratio' : 'count';
  if (target === null || target.unit === '%') return 'ratio';
  return /元$/.test(target.unit) ? 'amount' : 'count';
}

function idOf(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** 投入（15分） → 投入. */
function withoutPoints(text: string): string {
  return text.replace(/[(（]\s*\d+(?:\.\d+)?\s*分?\s*[)）]/g, '').trim();
}

function listed(text: string): string[] | null {
  const parts = text.split(/[、；;，,\n]/).map((part) => part.trim());
  const kept = parts.filter((part) => part !== '');
  return kept.length > 0 ? kept : null;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
