import type { Block, Table } from '../document/document';
import type { Decimal } from '../model/decimal';
import { NOT_APPLICABLE, PENDING, pendingText } from '../model/pending';
import type { ScoredIndicator, Scorecard } from '../model/scorecard';
import type { Rubric } from '../rubric/pack';
import { valueText } from '../rubric/words';
import type { KnownFunds } from './department-money';
import { amountOnForm } from './department-money';
import type { FormField, Goal } from './official-report-form';
import { FormColumns, figure, goalRows, label, words } from './official-report-form';
import { indicatorTable } from './official-report-indicators';
import type { IndicatorFields } from './official-report-indicators';
import { amountText, orPending, rateText, scoreText } from './official-report-numbers';
import pack from './packs/department-form.json';
import { executionRate } from './rate-cell';
import { UNCONFIRMED, yearLine } from './words';

/** 部门整体支出绩效自评表, as far as it is the bureau's and not the workbook's. */
export interface DepartmentAttachment {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly scorecard: Scorecard;
  /** Tells shares from numbers and money. */
  readonly rubric: Pick<Rubric, 'indicators'>;
  readonly funds: KnownFunds;
  readonly pointsUnconfirmed: boolean;
  readonly goal: Goal;
  /** Her 偏差原因分析及改进措施, by the ids of indicators. */
  readonly deviations?: ReadonlyMap<string, string>;
}

type FundLine = (typeof pack.funds)[number];

const FUNDS = [
  ['initial', '年初预算数'],
  ['adjustment', '预算调整数'],
  ['annual', '全年预算数'],
  ['actual', '全年执行数'],
] as const;

// Of a page on its side, 225 mm: the amounts hold 1,117,917.84 in 五号.
const NAMED = [28, 197] as const;
const FUNDED = [28, 44, 26, 26, 26, 26, 19, 14, 16] as const;
const AIMED = [28, 98, 99] as const;
const SCORED = [18, 22, 40, 30, 24, 12, 16, 63] as const;
const NONE = '—';

/** The two tables of the form: money and goals, then the indicators, whose header every page repeats. */
export function departmentBlocks(source: DepartmentAttachment, title: string): Block[] {
  return [moneyTable(source, title), scoredTable(source)];
}

function moneyTable(source: DepartmentAttachment, title: string): Table {
  const form = new FormColumns([NAMED, FUNDED, AIMED]);
  const heads = ['项目', ...FUNDS.map(([, name]) => name), '执行率', '分值', '得分'].map((name) => label(name));
  const lines = pack.funds.map((line) => fundFields(source, line));
  return {
    type: 'table',
    caption: `${title}\n${yearLine(source.year)}`,
    unitLine: { left: source.pointsUnconfirmed ? UNCONFIRMED : '', right: '金额单位：万元' },
    columns: form.columns,
    header: [],
    body: [
      form.row(NAMED, [label('部门名称'), words(source.unitName ?? pendingText('单位名称'))]),
      form.row(FUNDED, [label('年度部门预算情况', 1, lines.length + 1), ...heads]),
      ...lines.map((fields) => form.row(FUNDED, fields, 1)),
      ...goalRows(form, AIMED, source.goal),
    ],
    wide: true,
  };
}

function fundFields({ funds, scorecard }: DepartmentAttachment, { id, label: name }: FundLine): FormField[] {
  const found = funds.get(id);
  const amounts = FUNDS.map(([fund]) => {
    const amount = found?.[fund] ?? null;
    return amount && amountOnForm(amount);
  });
  const [, , annual, actual] = amounts;
  const execution = id === 'all' ? executionIn(scorecard) : null;
  return [
    words(name),
    ...amounts.map((amount) => figure(orPending(amount, amountText))),
    figure(rateWords(annual ?? null, actual ?? null)),
    figure(execution ? execution.points.toString() : NONE),
    figure(execution ? scoreOf(execution) : NONE),
  ];
}

function rateWords(annual: Decimal | null, actual: Decimal | null): string {
  if (annual === null || actual === null) return PENDING;
  const rate = executionRate(annual, actual);
  return rate === null ? NONE : rateText(rate);
}

/** The indicator whose points and score stand in the line of all funds, the first of the pack's that is scored. */
function executionIn({ indicators }: Scorecard): ScoredIndicator | null {
  const known = pack.executionIndicators.flatMap((id) => indicators.find((one) => one.id === id) ?? []);
  return known[0] ?? null;
}

function scoredTable(source: DepartmentAttachment): Table {
  const { scorecard, pointsUnconfirmed } = source;
  return indicatorTable({
    division: SCORED,
    indicators: scorecard.indicators.map((scored) => indicatorFields(source, scored)),
    total: {
      points: scorecard.full.toString(),
      score: scoreText(scorecard.total),
      remark: totalRemark(scorecard),
    },
    grade: scorecard.grade ?? PENDING,
    note: `注：执行率＝全年执行数÷全年预算数。评分办法：${scorecard.rubricTitle}${pointsUnconfirmed ? `（${UNCONFIRMED}）` : ''}。`,
    wide: true,
  });
}

function indicatorFields({ rubric, deviations }: DepartmentAttachment, scored: ScoredIndicator): IndicatorFields {
  const [level1 = '', level2 = '', level3 = ''] = scored.path;
  const why = scored.status === 'pending' ? '' : scored.deduction;
  return {
    path: [level1, level2, level3],
    fields: [
      words(scored.target, 1, 'center'),
      words(valueOf(scored, rubric), 1, 'center'),
      figure(scored.points.toString()),
      figure(scoreOf(scored)),
      words([why, deviations?.get(scored.id) ?? ''].join('')),
    ],
  };
}

/** As the sheets show it: percentages with two decimals, money as money; more decimals only for a narrow miss. */
function valueOf({ id, status, value }: ScoredIndicator, { indicators }: DepartmentAttachment['rubric']): string {
  if (status === 'not-applicable') return NOT_APPLICABLE;
  if (value === null) return PENDING;
  const indicator = indicators.find((one) => one.id === id);
  if (!indicator) return value.toString();
  if (indicator.display === 'amount') return `${amountText(value)}万元`;
  const shown = valueText(value, indicator);
  return indicator.display === 'ratio' && !/\.\d{3,}%$/.test(shown) ? rateText(value) : shown;
}

function scoreOf({ status, score }: ScoredIndicator): string {
  return status === 'not-applicable' ? NOT_APPLICABLE : orPending(score, scoreText);
}

/** 待填16.00分；尾差0.01分. */
function totalRemark({ pendingPoints, remainder, cap }: Scorecard): string {
  return [
    ...(pendingPoints.sign() > 0 ? [`${PENDING}${scoreText(pendingPoints)}分`] : []),
    ...(remainder.isZero() ? [] : [`尾差${scoreText(remainder)}分`]),
    ...(cap === null ? [] : [cap]),
  ].join('；');
}
