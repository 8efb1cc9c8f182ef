import type { Books } from './checks/books';
import { checkBooksInSlices, withBooks } from './checks/books';
import { checkInSlices } from './checks/check';
import type { Checked } from './checks/check';
import type { Fact } from './facts/gather';
import { gatherFacts } from './facts/gather';
import { readEntries } from './facts/ledger/read';
import type { Subject } from './facts/main-set';
import { mainSet, mainSubject } from './facts/main-set';
import { readRosters } from './facts/roster/read';
import type { TableSet } from './facts/sets';
import type { OfficialDocument } from './document/document';
import type { Check } from './model/check';
import type { Finding } from './model/finding';
import { finding } from './model/finding';
import type { Grid, SourceNotice, WorkbookSource } from './model/grid';
import { describedOnce } from './model/described-once';
import { isOwnSheet } from './model/own-sheet';
import type { Sliced, Step } from './model/slices';
import { saying } from './model/slices';
import type { ProjectEvaluation } from './model/project';
import type { Scorecard } from './model/scorecard';
import type { Table } from './model/table';
import type { NarrativeReport } from './narrative/report';
import { sheetsToWrite } from './report/compose';
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
import type { Understood } from './tables/read-workbook';
import { understand } from './tables/read-workbook';
import type { Statements, Unrecognised } from './tables/recognise';

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
  workbook: WorkbookSource,
  options: EvaluateOptions,
): AsyncGenerator<Progress, Evaluation> {
  const source = describedOnce(workbook);
  const timings: Timings = { read: 0, recognise: 0, check: 0, score: 0, write: 0 };
  const stopwatch = new Stopwatch(timings);
  const { grids, recognition } = yield* understanding(source, options, stopwatch);
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
  if (options.last === 'tables') return { ...nothing, ...nameOf(mainSubject(tables), options) };

  const related = yield* progressing('核对', checkInSlices(tables));
  stopwatch.lap('check');
  const books = yield* readingBooks(source, grids, tables);
  stopwatch.lap('read');
  const checked = withBooks(related, yield* progressing('核对', checkBooksInSlices(books, related.sets)));
  const main = mainSet(checked.sets);
  const facts = main ? gatherFacts(main, checked.sets) : [];
  stopwatch.lap('check');
  const former = yield* reporting(readFormerInSlices(source, options.previous ?? null, options.typed));
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
  const toWrite = sheetsToWrite({ checks: scored.checks, sheetNames: former.sheetNames });
  const beforeSheets: Step = { done: 0, total: toWrite.length, text: SHEETS.narrative };
  const narrative = yield* progressing(
    '生成',
    saying(narrating, () => beforeSheets),
  );
  yield { stage: '生成', ...beforeSheets };
  const told = { ...scored, narrative };
  const context = { checked, books, main, former, grids, scores, narrative };
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
  readonly books: Books;
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
  { checked, books, main, former, grids, scores, narrative }: Context,
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
    reported: checked.reported,
    entries: books.entries,
    grids,
    former,
    copiedFrom: copiedFrom ?? null,
  });
}

/** Reads and recognises her sheets. */
async function* understanding(
  source: WorkbookSource,
  options: EvaluateOptions,
  stopwatch: Stopwatch,
): AsyncGenerator<Progress, Understood> {
  const reading = understand(source, options);
  let stage: keyof Timings = 'read';
  for (;;) {
    const slice = await reading.next();
    const next = slice.done || slice.value.stage === '识别' ? 'recognise' : 'read';
    if (next !== stage || slice.done) stopwatch.lap(stage);
    stage = next;
    if (slice.done) return slice.value;
    yield slice.value;
  }
}

/** Reads the rows of ledgers and rosters, which recognition only counted. */
async function* readingBooks(
  source: WorkbookSource,
  grids: readonly Grid[],
  tables: readonly Table[],
): AsyncGenerator<Progress, Books> {
  const entries = yield* reporting(readEntries(source, grids, tables));
  const rosters = yield* reporting(readRosters(source, grids, tables));
  return { entries, rosters };
}

async function* reporting<Result>(reading: AsyncGenerator<Step, Result>): AsyncGenerator<Progress, Result> {
  for (;;) {
    const slice = await reading.next();
    if (slice.done) return slice.value;
    yield { stage: '读取', ...slice.value };
  }
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

function nameOf(main: Subject | null, options: EvaluateOptions): Subject {
  return { unitName: options.unitName ?? main?.unitName ?? null, year: options.year ?? main?.year ?? null };
}
