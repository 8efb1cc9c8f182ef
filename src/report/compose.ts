import type { Trace } from '../checks/judge';
import { isLedgerCheck } from '../checks/ledger/check';
import type { Figure } from '../facts/figure';
import type { Fact } from '../facts/gather';
import type { TableSet } from '../facts/sets';
import type { Scope } from '../formula/scope';
import type { Check } from '../model/check';
import type { Finding } from '../model/finding';
import { finding } from '../model/finding';
import type { Entries } from '../model/ledger';
import type { Sliced, Step } from '../model/slices';
import { saying } from '../model/slices';
import type { Table } from '../model/table';
import type { NarrativeReport } from '../narrative/report';
import type { Answers } from '../rubric/answers';
import type { Rubric } from '../rubric/pack';
import type { ProjectResults } from '../rubric/projects/evaluate';
import type { Scoring } from '../rubric/score';
import type { Plan, PlannedSheet } from '../sheet/plan';
import type { SheetModel } from '../sheet/sheet';
import { compareYears, figuresCompared } from './comparison';
import { comparisonSheet } from './comparison-sheet';
import { contentsSheet } from './contents-sheet';
import type { DepartmentMoney } from './department-money';
import { figuresOfFunds, rawWithTyped } from './department-money';
import { departmentSheet } from './department-sheet';
import { FindingsSheet } from './findings-sheet';
import type { KeptRow, KeptSheet } from './kept';
import { figuresOfNarrative, narrativeSheet } from './narrative-sheet';
import { programmeLedger } from './programme-ledger';
import { figuresOfProgrammes, listedProgrammes } from './programmes';
import type { FormSubject } from './project-form';
import { projectSheet } from './project-sheet';
import { figuresOfProjects } from './project-source';
import { LedgerSheet } from './ledger-sheet';
import { RelationsSheet } from './relations-sheet';
import type { RubricEdition } from './rubric-sheet';
import { RubricSheet } from './rubric-sheet';
import { capFormula, figuresOfCaps } from './score-cap';
import { ScoreSheet } from './score-sheet';
import { SHEETS, nameForOld } from './sheet-names';
import { subsidySheet } from './subsidy-sheet';
import type { RawValue } from './working-paper';
import { WorkingPaper } from './working-paper';

/** Everything the sheets are written from. */
export interface ReportSource {
  readonly unitName: string | null;
  readonly year: number | null;
  /** 2024年4月20日. */
  readonly date: string;
  /** The unit and year the workbook is about, and all sets of it. */
  readonly set: TableSet | null;
  readonly sets: readonly TableSet[];
  readonly tables: number;
  readonly unrecognised: number;
  readonly facts: readonly Fact[];
  /** With her handling already in them. */
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly traces: ReadonlyMap<string, Trace>;
  /** Figures of tables that were compared with the books, by the key of the check. */
  readonly reported: ReadonlyMap<string, Figure>;
  /** The entries of the ledgers among the tables. */
  readonly entries: ReadonlyMap<Table, Entries>;
  /** All sheets of the workbook in order, hers and ours. */
  readonly sheetNames: readonly string[];
  readonly raw: RawValue;
  /** The rubric that is scored by, and how it came about from the one on its sheet. */
  readonly rubric: Rubric;
  readonly edition: RubricEdition;
  readonly scoring: Scoring;
  readonly projects: ProjectResults;
  /** The department's money, with what she typed on 自评_部门整体自评表. */
  readonly money: DepartmentMoney;
  /** What names mean to the scores and the text. */
  readonly scope: Scope;
  /** Answers given besides those on the sheet. */
  readonly answers: Answers;
  readonly narrative: NarrativeReport;
  /** What she typed into our sheets before, by sheet. */
  readonly kept: ReadonlyMap<string, ReadonlyMap<string, KeptRow>>;
}

/** The sheets that are written into a workbook: what concerns ledgers only where there are some, or were. */
export function sheetsToWrite(about: Pick<ReportSource, 'checks' | 'sheetNames'>): string[] {
  return Object.values(SHEETS).filter((name) => isWritten(name, about));
}

function isWritten(name: string, { checks, sheetNames }: Pick<ReportSource, 'checks' | 'sheetNames'>): boolean {
  return name !== SHEETS.ledger || checks.some(isLedgerCheck) || sheetNames.includes(name);
}

const NOTHING: ReadonlyMap<string, KeptRow> = new Map();

/** The sheets we write, in the order of their tabs (shared/design/product.md); long ones some rows at a time. */
export function* composeSheetsInSlices(source: ReportSource): Sliced<SheetModel[], Step> {
  const { unitName, rubric, scoring } = source;
  const { scope } = source;
  const kept = (sheet: string): ReadonlyMap<string, KeptRow> => source.kept.get(sheet) ?? NOTHING;
  const compared = compareYears(scope);
  const programmes = listedProgrammes(source.set);
  const projects = { ...source.projects, tables: source.set?.tables ?? [] };
  const paper = new WorkingPaper(
    [
      ...source.facts.map((fact) => fact.figure),
      ...figuresCompared(compared),
      ...figuresOfProgrammes(programmes),
      ...figuresOfFunds(source.money.funds),
      ...[...scoring.traces.values()].flatMap((trace) => trace?.figures ?? []),
      ...figuresOfCaps(rubric, scope),
      ...figuresOfNarrative(source.narrative),
      ...[...source.traces.values()].flatMap((trace) => [...trace.leftFigures, ...trace.rightFigures]),
      ...source.reported.values(),
      // Last: what the forms of projects read out of words counts where others see the same cell.
      ...figuresOfProjects(projects),
    ],
    source.sheetNames,
    rawWithTyped(source.raw, source.money.funds),
  );
  const booked = source.checks.filter(isLedgerCheck);
  const related = source.checks.filter((check) => !isLedgerCheck(check));
  const relations = new RelationsSheet(related, source.traces, paper);
  const ledger = isWritten(SHEETS.ledger, source) ? new LedgerSheet(booked, source.reported, paper) : null;
  const listed = { cellsOf: (check: Check) => relations.cellsOf(check) ?? ledger?.cellsOf(check) ?? null };
  const findings = new FindingsSheet(source.checks, source.findings, kept(SHEETS.findings), listed);
  const rubricSheet = new RubricSheet(source.edition, kept(SHEETS.rubric));
  const cap = capFormula(rubric, scope, (figure) => paper.number(figure));
  const scores = new ScoreSheet(rubric, scoring, source.answers, kept(SHEETS.scores), rubricSheet, paper, cap);
  const about = { ...source, scope, kept: kept(SHEETS.department) };
  return yield* composed([
    [SHEETS.contents, () => contentsSheet(source, relations, ledger, findings, scores)],
    [SHEETS.department, () => departmentSheet(about, source.money, scores, paper)],
    [SHEETS.scores, () => scores.compose(unitName, source.year)],
    [SHEETS.projects, () => projectSheet(projects, paper, formSubject(source), kept(SHEETS.projects))],
    [SHEETS.comparison, () => comparisonSheet(compared, scope, paper, source, kept(SHEETS.comparison))],
    [SHEETS.subsidy, () => subsidySheet(programmes, paper, source, programmeLedger(source.set, source.entries))],
    [SHEETS.relations, () => relations.composeInSlices(unitName)],
    ...(ledger ? [[SHEETS.ledger, () => ledger.compose(unitName)] satisfies Composition] : []),
    [SHEETS.findings, () => findings.compose(unitName)],
    [SHEETS.narrative, () => narrativeSheet(source.narrative, paper, source, kept(SHEETS.narrative))],
    [SHEETS.rubric, () => rubricSheet.compose(unitName)],
    [SHEETS.paper, () => paper.composeInSlices(unitName)],
  ]);
}

function formSubject({ unitName, year, scoring }: ReportSource): FormSubject {
  return { unitName, year, pointsBasis: scoring.card.pointsBasis };
}

/** A sheet by its name, and how it is composed: at once, or in slices where it may be long. */
type Composition = readonly [name: string, compose: () => SheetModel | Sliced<SheetModel>];

function* composed(compositions: readonly Composition[]): Sliced<SheetModel[], Step> {
  const total = compositions.length;
  const sheets: SheetModel[] = [];
  for (const [done, [text, compose]] of compositions.entries()) {
    const step = { done, total, text };
    yield step;
    const sheet = compose();
    sheets.push(Symbol.iterator in sheet ? yield* saying(sheet, () => step) : sheet);
  }
  yield { done: total, total, text: '' };
  return sheets;
}

/** A plan and what she must be told about it. */
export interface Planned {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/**
 * How the sheets get into the workbook: one that is already there is written over where it stands, unless something in
 * it is not ours. Then it is kept as …_旧, and she is told (architecture, rule 7).
 * @param found sheets of ours that the workbook holds, as they were read back
 */
export function planSheets(
  sheets: readonly SheetModel[],
  sheetNames: readonly string[],
  found: readonly KeptSheet[],
): Planned {
  const taken = new Set([...sheetNames, ...sheets.map((sheet) => sheet.name)]);
  const findings: Finding[] = [];
  const planned = sheets.map((model): PlannedSheet => {
    const old = sheetNames.find((name) => name.toLowerCase() === model.name.toLowerCase());
    const kept = found.find((sheet) => sheet.name === old);
    if (old === undefined || kept?.edited === false) return { model, keepAs: null };
    const keepAs = nameForOld(model.name, taken);
    taken.add(keepAs);
    findings.push(keptFinding(model.name, keepAs, kept !== undefined));
    return { model, keepAs };
  });
  return { plan: { sheets: planned }, findings };
}

/** Says that an old sheet was kept because something in it is not as we wrote it. */
export function keptFinding(name: string, keepAs: string, ours: boolean): Finding {
  const why = ours ? '里不该填写的单元格被改动过' : '不是自评助手写的';
  return finding('report.sheet.kept', [name, keepAs], {
    stage: 'report',
    class: 'hint',
    title: '原来的工作表留了一份',
    cells: [`${keepAs}!A1`],
    message: `工作表“${name}”${why}，原样留为“${keepAs}”，新结果写在“${name}”里。需要的内容请自己抄过来，然后删掉“${keepAs}”。`,
    basis: '自评助手不覆盖别人填写的内容',
  });
}
