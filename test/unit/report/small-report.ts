import { check } from '../../../src/checks/check';
import type { Checked } from '../../../src/checks/check';
import type { Fact } from '../../../src/facts/gather';
import { gatherFacts } from '../../../src/facts/gather';
import type { TableSet } from '../../../src/facts/sets';
import type { Scope } from '../../../src/formula/scope';
import { Decimal } from '../../../src/model/decimal';
import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import { compareYears, figuresCompared } from '../../../src/report/comparison';
import { departmentMoney, figuresOfFunds } from '../../../src/report/department-money';
import type { KeptRow, Typed } from '../../../src/report/kept';
import { figuresOfProgrammes, listedProgrammes } from '../../../src/report/programmes';
import { RelationsSheet } from '../../../src/report/relations-sheet';
import { RubricSheet } from '../../../src/report/rubric-sheet';
import { ScoreSheet } from '../../../src/report/score-sheet';
import { workbookScope } from '../../../src/report/workbook-scope';
import { WorkingPaper } from '../../../src/report/working-paper';
import type { Answers } from '../../../src/rubric/answers';
import type { Rubric } from '../../../src/rubric/pack';
import type { Scoring } from '../../../src/rubric/score';
import { score } from '../../../src/rubric/score';
import { printFormula } from '../../../src/sheet/print-formula';
import type { CachedValue, Cell, SheetModel } from '../../../src/sheet/sheet';
import { recognise } from '../../../src/tables/recognise';
import { indicator, target } from '../rubric/scored';

export type Row = readonly CellValue[];

/** The unit and year of every small workbook here. */
export const ABOUT = { unitName: '云岭县民政局', year: 2023 } as const;

/**
 * One sheet as she typed it, called after its title: 2023支出决算表. The title stands in row 1, unit and unit of money
 * in row 2, what is given from row 3 on.
 */
export function sheet(title: string, unit: string | null, ...rows: readonly Row[]): Grid {
  const stated: Row = [`编制单位：${ABOUT.unitName}`, null, unit === null ? null : `单位：${unit}`];
  return Grid.ofRows(title.replace(/年度?/, ''), [[title], stated, ...rows]);
}

/** 支出决算表 of a year: rows of code, name, 合计, 基本支出, 项目支出 from row 4 on. */
export function spending(year: number, unit: string | null, ...rows: readonly Row[]): Grid {
  const header = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];
  return sheet(`${year}年度支出决算表`, unit, header, ...rows);
}

/** What the stages before give for a small workbook, and the sheets every other sheet refers to. */
export interface SmallReport {
  readonly checked: Checked;
  readonly set: TableSet | null;
  readonly facts: readonly Fact[];
  readonly scope: Scope;
  readonly paper: WorkingPaper;
  readonly relations: RelationsSheet;
}

/** Recognises and checks some sheets, and gathers all their figures in a working paper. */
export function reportOn(...grids: readonly Grid[]): SmallReport {
  const checked = check(recognise(grids).tables);
  const set = checked.sets.find(({ year }) => year === ABOUT.year) ?? null;
  const facts = set ? gatherFacts(set, checked.sets) : [];
  const scope = workbookScope(set, checked.sets, facts);
  const bySheet = new Map(grids.map((grid) => [grid.sheet, grid]));
  const paper = new WorkingPaper(
    [
      ...facts.map((fact) => fact.figure),
      ...figuresCompared(compareYears(scope)),
      ...figuresOfFunds(departmentMoney(scope, ABOUT.year, new Map()).funds),
      ...figuresOfProgrammes(listedProgrammes(set)),
      ...[...checked.traces.values()].flatMap((trace) => [...trace.leftFigures, ...trace.rightFigures]),
    ],
    grids.map((grid) => grid.sheet),
    (place) => bySheet.get(place.sheet)?.value(place.row, place.column) ?? null,
  );
  return { checked, set, facts, scope, paper, relations: new RelationsSheet(checked.checks, checked.traces, paper) };
}

const SHARES = [
  { name: '好', from: '0.8', to: '1', alone: '1' },
  { name: '差', from: '0', to: '0.8', alone: '0' },
];

/** A rubric of three indicators, 100 points: one is worked out from figures, two are hers to answer. */
export const RUBRIC: Rubric = {
  ...{
    id: 'small',
    title: '小评分办法',
    region: [],
    year: null,
    full: '100',
    basis: '试验',
    pointsBasis: 'unconfirmed',
  },
  grades: [
    { name: '优', from: '90' },
    { name: '良', from: '0' },
  ],
  indicators: [
    indicator(
      { type: 'ratio' },
      {
        ...{ id: 'execution-rate', path: ['过程', '综合评价', '预算执行率'], points: '40', target: target('≥100%') },
        formula: [{ expression: '全年执行数 / 全年预算数', base: '以全年预算数为基数' }],
      },
    ),
    indicator(
      { type: 'qualitative', levels: SHARES },
      { id: 'rules', path: ['过程', '综合评价', '制度健全性'], points: '30', target: target('健全') },
    ),
    indicator(
      { type: 'qualitative', levels: SHARES },
      { id: 'effects', path: ['效果', '综合评价', '保障水平'], points: '30', target: target('提高') },
    ),
  ],
};

/** What {@link RUBRIC} gives for a small workbook, and the sheet that shows it. */
export interface SmallScores {
  readonly scoring: Scoring;
  readonly scores: ScoreSheet;
}

export function scoresOn({ scope, paper }: SmallReport, answers: Answers = {}): SmallScores {
  const scoring = score(RUBRIC, scope, answers);
  const rubricSheet = new RubricSheet({ base: RUBRIC, added: new Map(), refused: false }, new Map());
  return { scoring, scores: new ScoreSheet(RUBRIC, scoring, answers, new Map(), rubricSheet, paper, null) };
}

/** A row of hers as it was read back: what she typed by column, what it was about, the figures it was about. */
export function kept(id: string, typed: Readonly<Record<string, Typed>>, about = '', figures = ''): KeptRow {
  return { id, figures, typed: new Map(Object.entries(typed)), standing: new Map(), places: new Map(), about };
}

export function keptById(...rows: readonly KeptRow[]): ReadonlyMap<string, KeptRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Columns of the working paper that other sheets read: 数值, 折合万元, 尾差额度. */
const PAPER_COLUMNS: Readonly<Record<string, string>> = { H: '', J: '万元', K: '尾差' };
const LINK = 5;

/**
 * The rows of a sheet as a reader sees them, without the hidden ones, each cell in words: a formula as
 * “=F5-H5 → 0.01” with what it shows behind the arrow, a cell of hers in “[ ]”. References to the sheet itself stand
 * without its name; those to the working paper as the source cell they lead to: 〔2023支出决算表!C4〕, with 万元 or 尾差
 * where that column of the paper is meant.
 */
export function shownRows(model: SheetModel, paper: WorkingPaper | null = null): string[][] {
  const width = model.columns.filter(({ hidden }) => !hidden).length;
  const sources = paper && sourcesOf(paper);
  return model.rows
    .filter(({ hidden }) => !hidden)
    .map(({ cells }) => cells.slice(0, width).map((cell) => shownCell(cell, model.name, sources)));
}

function shownCell(cell: Cell | null, own: string, sources: ReadonlyMap<string, string> | null): string {
  switch (cell?.type) {
    case 'text':
      return cell.text;
    case 'number':
      return cell.value.toString();
    case 'input':
      return `[${cell.value?.toString() ?? ''}]`;
    case 'formula': {
      const formula = printFormula(cell.formula).replaceAll(`'${own}'!`, '');
      return `=${sources ? resolved(formula, sources) : formula} → ${shownValue(cell.value)}`;
    }
    default:
      return '';
  }
}

function shownValue(value: CachedValue): string {
  if (value instanceof Decimal) return value.toString();
  return typeof value === 'object' ? value.error : JSON.stringify(value);
}

function resolved(formula: string, sources: ReadonlyMap<string, string>): string {
  const cellOf = (column: string, row: string): string => {
    const what = PAPER_COLUMNS[column];
    if (what === undefined) throw new Error(`the working paper has no column ${column} for others`);
    return `〔${sources.get(row) ?? '没有这一行'}${what}〕`;
  };
  return formula.replace(/'自评_取数'!([A-Z])(\d+)(?::[A-Z](\d+))?/g, (_, column: string, row: string, to?: string) =>
    to === undefined ? cellOf(column, row) : `${cellOf(column, row)}:${cellOf(column, to)}`,
  );
}

/** The source cell of each line of the paper, by the number of its row. */
function sourcesOf(paper: WorkingPaper): ReadonlyMap<string, string> {
  const { rows } = paper.compose(null);
  return new Map(
    rows.flatMap(({ cells }, row) => {
      const link = cells[LINK];
      return link?.type === 'formula' ? [[String(row + 1), String(link.value)] as const] : [];
    }),
  );
}

/** The row of a sheet whose cell in a column reads so; a test that asks for another row is wrong. */
export function rowWith(rows: readonly (readonly string[])[], column: number, text: string): readonly string[] {
  const found = rows.find((row) => row[column] === text);
  if (!found) throw new Error(`no row with “${text}” among ${rows.map((row) => row[column]).join('、')}`);
  return found;
}
