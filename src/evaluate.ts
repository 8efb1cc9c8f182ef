import { checkInSlices } from './checks/check';
import type { Checked } from './checks/check';
import type { Fact } from './facts/gather';
import { gatherFacts } from './facts/gather';
import { kindNamed } from './facts/rows';
import type { TableSet } from './facts/sets';
import type { OfficialDocument } from './document/document';
import type { Check } from './model/check';
import type { Finding } from './model/finding';
import { finding } from './model/finding';
import type { Grid, SourceNotice, WorkbookSource } from './model/grid';
import { isOwnSheet } from './model/own-sheet';
import { readGrid } from './model/read-grid';
import type { Sliced, Step } from './model/slices';
import { saying } from './model/slices';
import type { ProjectEvaluation } from './model/project';
import type { Scorecard } from './model/scorecard';
import type { Table } from './model/table';
import type { NarrativeReport } from './narrative/report';
import { composeWorkbookInSlices } from './report/compose-workbook';
import type { WorkbookPlan } from './report/compose-workbook';
import { keptRows, readFormerInSlices } from './report/former';
import type { Former } from './report/former';
import { handledChecks, handledFindings } from './report/handling';
import { wordReport } from './report/word-report';
import { narrateWorkbookInSlices } from './report/narrative-workbook';
import { scoreWorkbookInSlices } from './report/score-workbook';
import type { WorkbookScores } from './report/score-workbook';
import { SHEETS } from './report/sheet-names';
import type { TypedCells } from './report/typed-cells';
import type { Answers } from './rubric/answers';
import type { Rubric } from './rubric/pack';
import type { Recognition, Statements, Unrecognised } from './tables/recognise';
import { recogniseInSlices } from './tables/recognise';

/** Up to which stage the pipe runs. */
export type LastStage = 'tables' | 'checks' | 'scores' | 'report';

/** What the pipe is doing, for the one who waits: 正在读取 3/9 支出决算表. */
export interface Progress extends Step {
  readonly stage: '读取' | '识别' | '核对' | '计分' | '生成';
}

export interface EvaluateOptions extends Statements {
  readonly last: LastStage;
  /** What the host noticed on opening; it is said among the findings. */
  readonly notices?: readonly SourceNotice[];
  /** The rubric to score by; without, the one on 自评_评分办法, else the shipped one that fits region and year. */
  readonly rubric?: Rubric;
  readonly region?: readonly string[];
  /** Her answers for indicators that a person must judge. */
  readonly answers?: Answers;
  /** Printed on 自评_目录: 2024年4月20日. */
  readonly date?: string;
  /** A workbook that an earlier run wrote and this one will replace: what she typed there is carried over. */
  readonly previous?: WorkbookSource;
  /** What she typed in the pane since the sheets were written; it goes before what they hold. */
  readonly typed?: TypedCells;
  /** Name of the file, when its kind cannot be written to and the sheets in use have to be copied. */
  readonly copiedFrom?: string;
}

/** Milliseconds each stage took. */
export interface Timings {
  read: number;
  recognise: number;
  check: number;
  score: number;
  write: number;
}

/** What became of a workbook. Stages that were not run are null. */
export interface Evaluation {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly tables: readonly Table[];
  readonly unrecognised: readonly Unrecognised[];
  readonly facts: readonly Fact[] | null;
  readonly checks: readonly Check[] | null;
  readonly findings: readonly Finding[];
  readonly scorecard: Scorecard | null;
  readonly projects: readonly ProjectEvaluation[] | null;
  /** Her answers by indicator, wherever she gave them: on the sheet, in a file, in the pane. */
  readonly answers: Answers | null;
  /** Her 有 or 缺 for each piece of evidence, by the id of its row on 自评_评分表. */
  readonly evidence: Readonly<Record<string, string>> | null;
  readonly narrative: NarrativeReport | null;
  /** The Word report. */
  readonly document: OfficialDocument | null;
  /** The sheets to write. */
  readonly report: WorkbookPlan | null;
  readonly timings: Timings;
}

/**
 * The pipe: a workbook goes in, its tables, facts, checks, findings and the plan of its report come out. It reports
 * progress before every slice of work and can be cancelled there by not asking for the next. User data never makes it
 * throw.
 */
export async function* evaluate(
  source: WorkbookSource,
  options: EvaluateOptions,
): AsyncGenerator<Progress, Evaluation> {
  const timings: Timings = { read: 0, recognise: 0, check: 0, score: 0, write: 0 };
  const stopwatch = new Stopwatch(timings);
  const { grids, recognition } = yield* understand(source, options, stopwatch);
  const { tables, unrecognised } = recognition;
  const notices = (options.notices ?? []).filter((notice) => !isOwnSheet(notice.sheet)).map(noticeFinding);
  const findings = [...notices, ...recognition.findings];
  const nothing = {
    tables,
    unrecognised,
    findings,
    facts: null,
    checks: null,
    scorecard: null,
    projects: null,
    answers: null,
    evidence: null,
    narrative: null,
    document: null,
    report: null,
    timings,
  };
  if (options.last === 'tables') return { ...nothing, ...nameOf(mainOf(tables), options) };

  const checked = yield* progressing('核对', checkInSlices(tables));
  const main = mainSet(checked.sets);
  const facts = main ? gatherFacts(main, checked.sets) : [];
  stopwatch.lap('check');
  const former = yield* readingFormer(source, options);
  stopwatch.lap('read');
  const answers = keptRows(former, SHEETS.findings);
  const said = [...findings, ...checked.findings];
  const evaluated = {
    ...nameOf(main, options),
    tables,
    unrecognised,
    facts,
    checks: handledChecks(checked.checks, answers),
    findings: handledFindings(said, answers),
    scorecard: null,
    projects: null,
    answers: null,
    evidence: null,
    narrative: null,
    document: null,
    report: null,
    timings,
  };
  if (options.last === 'checks') return evaluated;

  const scoring = { set: main, sets: checked.sets, facts, year: evaluated.year, former };
  const scores = yield* progressing('计分', scoreWorkbookInSlices(scoring, options));
  const scored = {
    ...evaluated,
    findings: handledFindings([...said, ...scores.findings], answers),
    scorecard: scores.scoring.card,
    projects: scores.projects.projects,
    answers: scores.answers,
    evidence: scores.evidence,
  };
  stopwatch.lap('score');
  if (options.last === 'scores') return scored;

  const narrating = narrateWorkbookInSlices({
    ...scored,
    region: options.region ?? [],
    scope: scores.scope,
    set: main,
    rubric: scores.rubric,
    card: scores.scoring.card,
  });
  const beforeSheets: Step = { done: 0, total: Object.keys(SHEETS).length, text: SHEETS.narrative };
  const narrative = yield* progressing(
    '生成',
    saying(narrating, () => beforeSheets),
  );
  yield { stage: '生成', ...beforeSheets };
  const told = { ...scored, narrative };
  const context = { checked, main, former, grids, scores, narrative };
  const report = yield* progressing('生成', composing(told, context, options));
  const document = wordReport(
    { ...told, facts, set: main, sets: checked.sets, former, date: options.date ?? '' },
    scores,
  );
  stopwatch.lap('write');
  return { ...told, findings: [...scored.findings, ...report.findings], document, report };
}

interface Context {
  readonly checked: Checked;
  readonly main: TableSet | null;
  readonly former: Former;
  readonly grids: readonly Grid[];
  readonly scores: WorkbookScores;
  readonly narrative: NarrativeReport;
}

/** What a stage says between its slices. */
function progressing<Result>(stage: Progress['stage'], work: Sliced<Result, Step>): Sliced<Result, Progress> {
  return saying(work, (step) => ({ stage, ...step }));
}

function composing(
  evaluated: Omit<Evaluation, 'report'>,
  { checked, main, former, grids, scores, narrative }: Context,
  { date = '', copiedFrom }: EvaluateOptions,
): Sliced<WorkbookPlan, Step> {
  return composeWorkbookInSlices({
    unitName: evaluated.unitName,
    year: evaluated.year,
    date,
    set: main,
    sets: checked.sets,
    tables: evaluated.tables,
    unrecognised: evaluated.unrecognised.length,
    facts: evaluated.facts ?? [],
    checks: evaluated.checks ?? [],
    ...scores,
    narrative,
    findings: evaluated.findings,
    traces: checked.traces,
    grids,
    former,
    copiedFrom: copiedFrom ?? null,
  });
}

async function* readingFormer(
  source: WorkbookSource,
  { previous, typed }: EvaluateOptions,
): AsyncGenerator<Progress, Former> {
  const reading = readFormerInSlices(source, previous ?? null, typed);
  for (;;) {
    const slice = await reading.next();
    if (slice.done) return slice.value;
    yield { stage: '读取', ...slice.value };
  }
}

interface Understood {
  readonly grids: readonly Grid[];
  readonly recognition: Recognition;
}

/** Reads and recognises her sheets; long ones are read whole only where their rows are needed. */
async function* understand(
  source: WorkbookSource,
  options: EvaluateOptions,
  stopwatch: Stopwatch,
): AsyncGenerator<Progress, Understood> {
  const sheets = (await source.describe()).filter((sheet) => !isOwnSheet(sheet.name));
  const grids: Grid[] = [];
  for (const [index, sheet] of sheets.entries()) {
    yield { stage: '读取', done: index, total: sheets.length, text: sheet.name };
    grids.push(await readGrid(source, sheet, 'recognisable'));
  }
  yield { stage: '读取', done: sheets.length, total: sheets.length, text: '' };
  stopwatch.lap('read');
  const recognition = yield* progressing('识别', recogniseInSlices(grids, options));
  stopwatch.lap('recognise');
  const unread = longListsToKeep(grids, recognition.tables);
  if (unread.length === 0) return { grids, recognition };
  for (const [index, grid] of unread.entries()) {
    yield { stage: '读取', done: index, total: unread.length, text: grid.sheet };
    grids[grids.indexOf(grid)] = await readGrid(source, grid.description, 'whole');
  }
  yield { stage: '读取', done: unread.length, total: unread.length, text: '' };
  stopwatch.lap('read');
  const again = yield* progressing('识别', recogniseInSlices(grids, options));
  stopwatch.lap('recognise');
  return { grids, recognition: again };
}

/** Adds the time since the last lap to a stage. */
class Stopwatch {
  private at = performance.now();

  constructor(private readonly timings: Timings) {}

  lap(stage: keyof Timings): void {
    const now = performance.now();
    this.timings[stage] += Math.round(now - this.at);
    this.at = now;
  }
}

function noticeFinding({ code, sheet, cell, message }: SourceNotice): Finding {
  return finding(`source.${code}`, [sheet, cell], {
    stage: 'tables',
    class: 'explain',
    title: '文件读取时的情况',
    cells: cell === '' ? [] : [`${sheet}!${cell}`],
    message,
    basis: '读取文件时的提示',
  });
}

/** Long sheets that turned out to hold a table whose rows are needed, not only counted. */
function longListsToKeep(grids: readonly Grid[], tables: readonly Table[]): Grid[] {
  return grids.filter(
    (grid) => !grid.isWhole() && tables.some((table) => table.sheet === grid.sheet && !kindNamed(table.name)?.folded),
  );
}

/** The unit and year the workbook is about: the set with most tables, the latest of equals. */
function mainSet(sets: readonly TableSet[]): TableSet | null {
  return [...sets].sort((a, b) => b.tables.length - a.tables.length || (b.year ?? 0) - (a.year ?? 0))[0] ?? null;
}

function mainOf(tables: readonly Table[]): { unitName: string | null; year: number | null } {
  return {
    unitName: mostCommon(tables.map((table) => table.unitName)),
    year: mostCommon(tables.map((table) => table.year)),
  };
}

function mostCommon<T>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function nameOf(
  main: { readonly unitName: string | null; readonly year: number | null } | null,
  options: EvaluateOptions,
): { unitName: string | null; year: number | null } {
  return { unitName: options.unitName ?? main?.unitName ?? null, year: options.year ?? main?.year ?? null };
}
