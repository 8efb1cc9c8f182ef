import type { Figure } from '../../facts/figure';
import { figureOf } from '../../facts/figure';
import type { CellPlace } from '../../model/address';
import type { Decimal } from '../../model/decimal';
import type { Table, TableCell, TableRow } from '../../model/table';
import type { FundPart, ProjectFund } from '../../model/project';
import { FUND_NAMES, FUND_PARTS, PROJECT_FUNDS, recordOf } from '../../model/project';
import { comparable, withoutBrackets } from '../../model/text';
import wording from './wording.json';

/** The column under which a form's field holds its value (src/tables/form.ts). */
const FIELD = '值';

/** A number the table states: its points, or the score it gives itself. */
export interface Stated {
  readonly value: Decimal;
  readonly place: CellPlace;
  /** True for a number cell, which a live formula can read. */
  readonly isNumber: boolean;
}

/** One row of a project as the table holds it. */
export interface SourceIndicator {
  readonly path: readonly string[];
  readonly target: string;
  /** The target as a reader wants it, sign and unit joined from columns of their own: ≥500人次. */
  readonly wording: string;
  readonly symbol: string;
  readonly unit: string;
  readonly targetCell: TableCell | null;
  readonly actual: string;
  readonly actualCell: TableCell | null;
  readonly points: Stated | null;
  readonly score: Stated | null;
  readonly deviation: string;
  /** Where the row is named. */
  readonly place: CellPlace;
}

/** What is said about 预算执行率: in a row of the list, or in the fields of a form. */
export interface SourceExecution {
  readonly points: Stated | null;
  readonly score: Stated | null;
  /** The rate as the table states it: 99.70%, or a ratio. */
  readonly rate: string;
  readonly rateCell: TableCell | null;
  readonly deviation: string;
  readonly place: CellPlace;
}

/** Amounts of one line of a project's money, in 元 where the unit is known. */
export type SourceFunds = Readonly<Record<ProjectFund, Figure | null>>;

export const NO_FUNDS: SourceFunds = { initialBudget: null, annualBudget: null, actual: null };

/** Amounts of the lines 其中. */
export type SourceParts = Readonly<Record<FundPart, SourceFunds>>;

/** One project of a table of indicators. */
export interface SourceProject {
  readonly name: string;
  readonly table: Table;
  readonly place: CellPlace;
  readonly funds: SourceFunds | null;
  readonly parts: SourceParts | null;
  readonly execution: SourceExecution | null;
  readonly indicators: readonly SourceIndicator[];
  /** 其中 lines of the project's money that were given points. */
  readonly scoredParts: readonly Stated[];
  /** Points and score in the line 总分. */
  readonly totalPoints: Stated | null;
  readonly totalScore: Stated | null;
}

interface Draft {
  readonly name: string;
  readonly place: CellPlace;
  execution: SourceExecution | null;
  readonly indicators: SourceIndicator[];
  readonly scoredParts: Stated[];
  totalPoints: Stated | null;
  totalScore: Stated | null;
}

const EXECUTION = new Set(wording.executionRows.map(withoutBrackets));
const FUNDING = new Set(wording.fundingParts.map(comparable));
const TOTALS = new Set(wording.totals.map(comparable));

/** The projects of a table of kind project/indicators: one for a form, one per 项目名称 for a list. */
export function sourceProjects(table: Table): SourceProject[] {
  return isForm(table) ? formProject(table) : listProjects(table);
}

function isForm(table: Table): boolean {
  return table.columns.includes(FIELD);
}

function listProjects(table: Table): SourceProject[] {
  const drafts = new Map<string, Draft>();
  let last: Draft | null = null;
  for (const row of table.rows) {
    const name = written(row, '项目名称');
    // A total line may stand in the column of the project's name.
    const isTotal = isTotalRow(row) || TOTALS.has(comparable(name));
    let draft: Draft | null = isTotal && TOTALS.has(comparable(name)) ? last : (drafts.get(name) ?? null);
    if (!draft && !isTotal && name !== '') {
      draft = emptyDraft(name, row.cells.get('项目名称')?.place ?? row.place);
      drafts.set(name, draft);
    }
    if (!draft) continue;
    addRow(draft, row, isTotal);
    last = draft;
  }
  return [...drafts.values()].map((draft) => ({ ...draft, table, funds: null, parts: null }));
}

function formProject(table: Table): SourceProject[] {
  const field = (name: string): TableRow | null => table.rows.find((row) => row.name === name) ?? null;
  const named = field('项目名称');
  if (table.subject === null || !named) return [];
  const draft = emptyDraft(table.subject, named.cells.get(FIELD)?.place ?? named.place);
  for (const row of table.rows) if (row.name === null) addRow(draft, row, isTotalRow(row));
  const amount = (name: string): Figure | null => {
    const row = field(name);
    return row && filled(figureOf(table, row, FIELD));
  };
  const funds = recordOf(PROJECT_FUNDS, (fund) => amount(FUND_NAMES[fund]));
  for (const part of FUND_PARTS) addScoredPart(draft, field(part), '执行率分值', '执行率得分');
  const rate = field('执行率');
  const fromFields: SourceExecution = {
    points: pointsIn(field('执行率分值'), FIELD),
    score: statedIn(field('执行率得分'), FIELD),
    rate: rate?.cells.get(FIELD)?.written ?? '',
    rateCell: rate?.cells.get(FIELD) ?? null,
    deviation: '',
    place: rate?.place ?? field('全年执行数')?.place ?? named.place,
  };
  const says = fromFields.points !== null || fromFields.score !== null || fromFields.rate !== '';
  const parts = recordOf(FUND_PARTS, (part) => partFunds(table, field(part)));
  return [{ ...draft, table, funds, parts, execution: draft.execution ?? (says ? fromFields : null) }];
}

function addRow(draft: Draft, row: TableRow, isTotal: boolean): void {
  const points = pointsIn(row, '分值');
  const score = statedIn(row, '得分');
  if (isTotal) {
    draft.totalPoints = points;
    draft.totalScore = score;
    return;
  }
  if (row.ofWhich || isFundingPart(row)) {
    addScoredPart(draft, row, '分值', '得分');
    return;
  }
  const indicator = readIndicator(row, points, score);
  if (draft.execution === null && isExecution(row)) {
    const { place, deviation, actual, actualCell } = indicator;
    draft.execution = { points, score, rate: actual, rateCell: actualCell, deviation, place };
    return;
  }
  draft.indicators.push(indicator);
}

function partFunds(table: Table, row: TableRow | null): SourceFunds {
  return row === null
    ? NO_FUNDS
    : recordOf(PROJECT_FUNDS, (fund) => partAmount(figureOf(table, row, FUND_NAMES[fund])));
}

/** An amount of a line 其中: a dash there says that there is none, a blank says nothing. */
export function partAmount(figure: Figure | null): Figure | null {
  const written = figure?.row?.cells.get(figure.column)?.written ?? '';
  return figure?.state === 'blank' && written !== '' ? figure : filled(figure);
}

function addScoredPart(draft: Draft, row: TableRow | null, points: string, score: string): void {
  const stated = [pointsIn(row, points), statedIn(row, score)].filter((one) => one !== null);
  draft.scoredParts.push(...stated.filter(({ value }) => !value.isZero()));
}

function readIndicator(row: TableRow, points: Stated | null, score: Stated | null): SourceIndicator {
  const [target, symbol, unit] = [written(row, '目标值'), written(row, '计算符号'), written(row, '计量单位')];
  return {
    path: [written(row, '一级指标'), written(row, '二级指标'), row.label].filter((level) => level !== ''),
    target,
    wording: targetWording(target, symbol, unit),
    symbol,
    unit,
    targetCell: row.cells.get('目标值') ?? null,
    actual: written(row, '实际完成值'),
    actualCell: row.cells.get('实际完成值') ?? null,
    points,
    score,
    deviation: written(row, '偏差原因'),
    place: row.place,
  };
}

/** Sign and unit join a bare number only: a target in words, or one that has its own, stays as it is. */
function targetWording(target: string, symbol: string, unit: string): string {
  if (!/^[+-]?[\d.,]+$/u.test(target)) return target;
  return `${symbol}${target}${unit}`;
}

function isExecution(row: TableRow): boolean {
  return EXECUTION.has(withoutBrackets(row.label));
}

/** 财政拨款 and the like without a target: a line of the project's money, not an indicator. */
function isFundingPart(row: TableRow): boolean {
  return FUNDING.has(withoutBrackets(row.label)) && written(row, '目标值') === '';
}

function isTotalRow(row: TableRow): boolean {
  return row.name === '合计' || TOTALS.has(withoutBrackets(row.label));
}

function emptyDraft(name: string, place: CellPlace): Draft {
  return { name, place, execution: null, indicators: [], scoredParts: [], totalPoints: null, totalScore: null };
}

/** Points below zero are none. */
function pointsIn(row: TableRow | null, column: string): Stated | null {
  const points = statedIn(row, column);
  return points !== null && points.value.sign() >= 0 ? points : null;
}

/** A number that is really written there; a blank is none. */
export function statedIn(row: TableRow | null, column: string): Stated | null {
  const cell = row?.cells.get(column);
  if (!cell || cell.value === null || (cell.state !== 'number' && cell.state !== 'text')) return null;
  return { value: cell.value, place: cell.place, isNumber: cell.state === 'number' };
}

/** A figure that is really written there. */
export function filled(figure: Figure | null): Figure | null {
  return figure && figure.value !== null && (figure.state === 'number' || figure.state === 'text') ? figure : null;
}

export function written(row: TableRow, column: string): string {
  return row.cells.get(column)?.written.trim() ?? '';
}
