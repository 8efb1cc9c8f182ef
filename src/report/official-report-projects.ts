import type { Block, Table } from '../document/document';
import type { Decimal } from '../model/decimal';
import { sum } from '../model/decimal';
import { NOT_APPLICABLE, PENDING } from '../model/pending';
import { FUND_PARTS, PROJECT_FUNDS } from '../model/project';
import type { FundAmounts, FundPart, ProjectEvaluation, ProjectFunds, ProjectIndicator } from '../model/project';
import { fromYuan, toYuan } from '../model/unit';
import type { FormField } from './official-report-form';
import { FormColumns, figure, goalRows, label, words } from './official-report-form';
import { indicatorTable } from './official-report-indicators';
import type { IndicatorFields } from './official-report-indicators';
import { amountText, orPending, rateText, scoreText } from './official-report-numbers';
import { NO_UNIT } from './project-form';
import type { FormText } from './project-source';
import { executionRate } from './rate-cell';
import { UNCONFIRMED, yearLine } from './words';

/** What the forms of projects say besides the projects themselves. */
export interface ProjectAttachment {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly projects: readonly ProjectEvaluation[];
  /** Words of the forms by the ids of projects, as 自评_项目自评表 shows them; null where they are 待填. */
  readonly projectTexts: ReadonlyMap<string, Readonly<Record<FormText, string | null>>>;
  /** Her 偏差原因 by the ids of indicators, where no table of hers gives any. */
  readonly projectDeviations?: ReadonlyMap<string, string>;
  readonly pointsUnconfirmed: boolean;
}

// Of an upright page, 156 mm.
const NAMED = [50, 106] as const;
const HOUSED = [50, 44, 22, 40] as const;
const FUNDED = [14, 36, 22, 22, 22, 10, 17, 13] as const;
const AIMED = [14, 71, 71] as const;
const SCORED = [17, 21, 32, 18, 18, 10, 14, 26] as const;
/** Parts of a project's money, which have no points of their own (财预〔2020〕10号 form). */
const PARTS = { 当年财政拨款: '其中：当年财政拨款', 上年结转资金: '　上年结转资金', 其他资金: '　其他资金' } as const;
const NONE = '—';

/**
 * One 项目支出绩效自评表 for each project, each on a page of its own.
 * @param mark 附件2, or 附件2-1 where it has several forms
 */
export function projectBlocks(source: ProjectAttachment, title: string, mark: (project: number) => string): Block[] {
  return source.projects.flatMap((project, index): Block[] => [
    { type: 'attachment', mark: mark(index) },
    headTable(source, project, title),
    scoredTable(project, source.projectDeviations),
  ]);
}

function headTable(source: ProjectAttachment, project: ProjectEvaluation, title: string): Table {
  const form = new FormColumns([NAMED, HOUSED, FUNDED, AIMED]);
  const texts = source.projectTexts.get(project.id);
  const names = ['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((name) => label(name));
  const lines = [allFunds(project), ...FUND_PARTS.map((part) => partFields(project.funds, part))];
  const isBare = project.funds.unit === null && amountsIn(project.funds).some((amount) => !amount.isZero());
  return {
    type: 'table',
    caption: `${title}\n${yearLine(source.year)}`,
    unitLine: { left: source.pointsUnconfirmed ? UNCONFIRMED : '', right: '金额单位：万元' },
    columns: form.columns,
    header: [],
    body: [
      form.row(NAMED, [label('项目名称'), words(project.name)]),
      form.row(HOUSED, [
        label('主管部门'),
        words(texts?.主管部门 ?? PENDING),
        label('实施单位'),
        words(texts?.实施单位 ?? PENDING),
      ]),
      form.row(FUNDED, [label('项目资金（万元）', 1, lines.length + 1), ...names]),
      ...lines.map((fields) => form.row(FUNDED, fields, 1)),
      ...(isBare ? [form.row(NAMED, [label('说明'), words(NO_UNIT)])] : []),
      ...goalRows(form, AIMED, {
        expected: texts?.年度总体目标 ?? null,
        achieved: texts?.实际完成情况 ?? null,
      }),
    ],
    wide: false,
  };
}

function allFunds({ funds, executionPoints, executionRate, executionScore }: ProjectEvaluation): FormField[] {
  return [
    words('年度资金总额'),
    ...amountFields(funds, funds),
    figure(executionPoints.toString()),
    figure(orPending(executionRate, rateText)),
    figure(orPending(executionScore, scoreText)),
  ];
}

/** The amounts of a line in 万元; those of a source without a unit as they are written, which the form says. */
function amountFields(line: FundAmounts, { unit }: ProjectFunds): FormField[] {
  const wan = (amount: Decimal): Decimal => (unit === null ? amount : fromYuan(toYuan(amount, unit), '万元'));
  return PROJECT_FUNDS.map((fund) => figure(orPending(line[fund], (amount) => amountText(wan(amount)))));
}

function amountsIn(funds: ProjectFunds): Decimal[] {
  const lines = [funds, ...FUND_PARTS.map((part) => funds.parts[part])];
  return lines.flatMap((line) => PROJECT_FUNDS.flatMap((fund) => line[fund] ?? []));
}

function partFields(funds: ProjectFunds, part: FundPart): FormField[] {
  const line = funds.parts[part];
  const rate = line.annualBudget && line.actual && executionRate(line.annualBudget, line.actual);
  return [
    words(PARTS[part]),
    ...amountFields(line, funds),
    figure(NONE),
    figure(rate === null ? '' : rateText(rate)),
    figure(NONE),
  ];
}

function scoredTable(project: ProjectEvaluation, deviations: ReadonlyMap<string, string> = new Map()): Table {
  return indicatorTable({
    division: SCORED,
    indicators: project.indicators.map((indicator) => indicatorFields(indicator, deviations)),
    total: {
      points: orPending(pointsOf(project), (points) => points.toString()),
      score: scoreText(project.total),
      remark: gradeRemark(project),
    },
    note: '',
    wide: false,
  });
}

/** 等级：优, or what still waits for a score. */
function gradeRemark({ grade, pendingPoints }: ProjectEvaluation): string {
  const waiting = pendingPoints.sign() > 0 ? `（${PENDING}${scoreText(pendingPoints)}分）` : '';
  return `等级：${grade ?? PENDING}${waiting}`;
}

/** Points of everything that is scored; null where those of an indicator are not stated. */
function pointsOf({ executionPoints, indicators }: ProjectEvaluation): Decimal | null {
  const stated = indicators.flatMap(({ points }) => points ?? []);
  return stated.length === indicators.length ? sum([executionPoints, ...stated]) : null;
}

/** Tables that leave out a level name the indicator last. */
function threeLevels(path: readonly string[]): readonly [string, string, string] {
  return [path[0] ?? '', path.length > 2 ? (path[1] ?? '') : '', path.length > 1 ? (path.at(-1) ?? '') : ''];
}

function indicatorFields(indicator: ProjectIndicator, deviations: ReadonlyMap<string, string>): IndicatorFields {
  const { target, actual, points, score, status } = indicator;
  return {
    path: threeLevels(indicator.path),
    fields: [
      words(target === '' ? PENDING : target, 1, 'center'),
      words(actual === '' ? PENDING : actual, 1, 'center'),
      figure(orPending(points, (known) => known.toString())),
      figure(status === 'not-applicable' ? NOT_APPLICABLE : orPending(score, scoreText)),
      words(deviationOf(indicator, deviations.get(indicator.id))),
    ],
  };
}

/** Her own words; lost points without any ask for them. */
function deviationOf({ deviation, points, score }: ProjectIndicator, typed: string | undefined): string {
  if (deviation !== '') return deviation;
  if (typed !== undefined) return typed;
  return points !== null && score !== null && score.compare(points) < 0 ? PENDING : '';
}
