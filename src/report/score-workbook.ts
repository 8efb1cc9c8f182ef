import type { Fact } from '../facts/gather';
import type { TableSet } from '../facts/sets';
import type { Scope } from '../formula/scope';
import type { Finding } from '../model/finding';
import type { Sliced, Step } from '../model/slices';
import type { Answers } from '../rubric/answers';
import type { Rubric } from '../rubric/pack';
import { rubricFor } from '../rubric/packs';
import type { ProjectAnswers } from '../rubric/projects/answers';
import { isProjectAnswer } from '../rubric/projects/answers';
import type { ProjectResults } from '../rubric/projects/evaluate';
import { evaluateProjects } from '../rubric/projects/evaluate';
import type { Scoring } from '../rubric/score';
import { score } from '../rubric/score';
import { answersWith } from './answers';
import type { Former } from './former';
import { formerRows, keptRows } from './former';
import type { DepartmentMoney } from './department-money';
import { departmentMoney, scopeWithTypedFunds } from './department-money';
import { departmentMoneyFindings } from './department-money-findings';
import { projectAnswersFrom } from './project-answers';
import { projectAmountsFrom } from './project-money';
import type { RubricEdition } from './rubric-sheet';
import { readRubricSheet, storedRubric } from './rubric-reading';
import { standingEvidence } from './score-evidence';
import { SHEETS } from './sheet-names';
import { workbookScope } from './workbook-scope';

/** What a workbook is scored from. */
export interface ScoringSource {
  readonly set: TableSet | null;
  readonly sets: readonly TableSet[];
  readonly facts: readonly Fact[];
  readonly year: number | null;
  readonly former: Former;
}

export interface ScoringChoice {
  readonly rubric?: Rubric;
  readonly region?: readonly string[];
  readonly answers?: Answers;
}

/** A workbook's scores with the rubric and answers they were given by. */
export interface WorkbookScores {
  readonly rubric: Rubric;
  readonly edition: RubricEdition;
  readonly answers: Answers;
  /** Her 有 or 缺 for each piece of evidence, by the id of its row on 自评_评分表. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly scoring: Scoring;
  readonly projects: ProjectResults;
  /** The department's money, with what she typed on 自评_部门整体自评表. */
  readonly money: DepartmentMoney;
  /** What names mean to the scores and the text: the tables, and what she typed where they say nothing. */
  readonly scope: Scope;
  readonly findings: readonly Finding[];
}

/**
 * Scores a workbook by the rubric that was asked for, else the one on its 自评_评分办法, else the shipped one for its
 * region and year; with what she edited and answered on our sheets before. First the department, then its projects.
 */
export function* scoreWorkbookInSlices(source: ScoringSource, choice: ScoringChoice): Sliced<WorkbookScores, Step> {
  yield { done: 0, total: 2, text: '部门整体' };
  const { former } = source;
  const edited = keptRows(former, SHEETS.rubric);
  const base =
    choice.rubric ?? storedRubric(formerRows(former, SHEETS.rubric)) ?? rubricFor(choice.region ?? [], source.year);
  const edition = readRubricSheet(base, edited);
  const { rubric } = edition;
  const stated = Object.entries(choice.answers ?? {});
  const about = (isProject: boolean): Answers =>
    Object.fromEntries(stated.filter(([id]) => isProjectAnswer(id) === isProject));
  const given = about(false);
  const onScores = formerRows(former, SHEETS.scores);
  const answers = answersWith(rubric, given, onScores);
  const tables = workbookScope(source.set, source.sets, source.facts);
  const money = departmentMoney(tables, source.year, keptRows(former, SHEETS.department));
  const scope = scopeWithTypedFunds(tables, money);
  const scoring = score(rubric, scope, answers);
  yield { done: 1, total: 2, text: '项目' };
  const onForms = keptRows(former, SHEETS.projects);
  const projects = evaluateProjects(
    source.set?.tables ?? [],
    { ...(about(true) as ProjectAnswers), ...projectAnswersFrom(onForms, source.year) },
    projectAmountsFrom(onForms, source.year),
  );
  yield { done: 2, total: 2, text: '' };
  return {
    rubric,
    edition: { ...edition, base },
    answers,
    evidence: standingEvidence(rubric, onScores),
    scoring,
    projects,
    money,
    scope,
    findings: [...edition.findings, ...scoring.problems, ...departmentMoneyFindings(money), ...projects.findings],
  };
}
