import type { Block, Table } from '../document/document';
import type { Decimal } from '../model/decimal';
import { sum } from '../model/decimal';
import type { ProjectEvaluation, ProjectFunds, ProjectIndicator } from '../model/project';
import { fromYuan, toYuan } from '../model/unit';
import type { FormField, Goal, IndicatorFields } from './official-report-form';
import {
  FormColumns,
  INDICATOR_HEADS,
  SIGNED_BY,
  figure,
  goalRows,
  indicatorRows,
  label,
  words,
  yearLine,
} from './official-report-form';
import { amountText, orPending, rateText, scoreText } from './official-report-numbers';
import { pending } from './pending';
import { NOT_APPLICABLE, PENDING } from './score-sheet';

/** What the forms of projects say besides the projects themselves. */
export interface ProjectAttachment {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly projects: readonly ProjectEvaluation[];
  /** By the ids of projects; left out of the form when nothing is known of it. */
  readonly projectGoals?: ReadonlyMap<string, Goal>;
}

// Of an upright page, 156 mm: an amount holds 117,917.84 in 五号, also where a wider font takes the place of 宋体.
const NAMED = [43, 113] as const;
const HOUSED = [43, 46, 23, 44] as const;
const FUNDED = [14, 29, 23, 23, 23, 12, 19, 13] as const;
const AIMED = [14, 71, 71] as const;
const SCORED = [14, 21, 28, 20, 24, 12, 17, 20] as const;
/** Parts of a project's money, which have no points of their own (财预〔2020〕10号 form). */
const PARTS = ['其中：当年财政拨款', '　上年结转资金', '　其他资金'] as const;
const NONE = '—';

/** One 项目支出绩效自评表 for each project, each on a page of its own. */
export function projectBlocks(source: ProjectAttachment, title: (project: number) => string): Block[] {
  return source.projects.flatMap((project, index): Block[] => [
    { type: 'pageBreak' },
    headTable(source, project, title(index)),
    indicatorTable(project),
  ]);
}

function headTable(source: ProjectAttachment, project: ProjectEvaluation, title: string): Table {
  const form = new FormColumns([NAMED, HOUSED, FUNDED, AIMED]);
  const unit = source.unitName ?? pending('单位名称');
  const names = ['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((name) => label(name));
  const lines = [allFunds(project), ...PARTS.map(partFields)];
  return {
    type: 'table',
    caption: `${title}\n${yearLine(source.year)}`,
    unitLine: { left: '', right: '金额单位：万元' },
    columns: form.columns,
    header: [],
    body: [
      form.row(NAMED, [label('项目名称'), words(project.name)]),
      form.row(HOUSED, [label('主管部门'), words(unit), label('实施单位'), words(unit)]),
      form.row(FUNDED, [label('项目资金（万元）', 1, lines.length + 1), ...names]),
      ...lines.map((fields) => form.row(FUNDED, fields, 1)),
      ...goalRows(form, AIMED, source.projectGoals?.get(project.id) ?? null),
    ],
    wide: false,
  };
}

function allFunds({ funds, executionPoints, executionRate, executionScore }: ProjectEvaluation): FormField[] {
  const amounts = [funds.initialBudget, funds.annualBudget, funds.actual].map((amount) => inWan(amount, funds));
  return [
    words('年度资金总额'),
    ...amounts.map((amount) => figure(orPending(amount, amountText))),
    figure(executionPoints.toString()),
    figure(orPending(executionRate, rateText)),
    figure(orPending(executionScore, scoreText)),
  ];
}

/** An amount whose unit is not stated is not known. */
function inWan(amount: Decimal | null, { unit }: ProjectFunds): Decimal | null {
  return amount === null || unit === null ? null : fromYuan(toYuan(amount, unit), '万元');
}

function partFields(name: string): FormField[] {
  return [words(name), figure(PENDING), figure(PENDING), figure(PENDING), figure(NONE), figure(''), figure(NONE)];
}

function indicatorTable(project: ProjectEvaluation): Table {
  const form = new FormColumns([SCORED]);
  return {
    type: 'table',
    caption: null,
    unitLine: null,
    columns: form.columns,
    header: [
      form.row(
        SCORED,
        INDICATOR_HEADS.map((name) => label(name)),
      ),
    ],
    body: [
      ...indicatorRows(form, SCORED, project.indicators.map(indicatorFields)),
      form.row(SCORED, [
        label('总分', 5),
        figure(orPending(pointsOf(project), (points) => points.toString())),
        { ...figure(scoreText(project.total)), bold: true },
        words(gradeRemark(project)),
      ]),
      form.row(SCORED, [words(SIGNED_BY, SCORED.length)]),
    ],
    wide: false,
  };
}

/** 等级：优, or what still waits for a score. */
function gradeRemark({ grade, pendingPoints }: ProjectEvaluation): string {
  const waiting = pendingPoints.sign() > 0 ? `（待填${scoreText(pendingPoints)}分）` : '';
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

function indicatorFields(indicator: ProjectIndicator): IndicatorFields {
  const { target, actual, points, score, status } = indicator;
  return {
    path: threeLevels(indicator.path),
    fields: [
      words(target === '' ? PENDING : target, 1, 'center'),
      words(actual === '' ? PENDING : actual, 1, 'center'),
      figure(orPending(points, (known) => known.toString())),
      figure(status === 'not-applicable' ? NOT_APPLICABLE : orPending(score, scoreText)),
      words(deviationOf(indicator)),
    ],
  };
}

/** Her own words; lost points without any ask for them. */
function deviationOf({ deviation, points, score }: ProjectIndicator): string {
  if (deviation !== '') return deviation;
  return points !== null && score !== null && score.compare(points) < 0 ? PENDING : '';
}
