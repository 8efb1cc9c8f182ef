import type { Fact } from '../facts/gather';
import type { TableSet } from '../facts/sets';
import type { Finding } from '../model/finding';
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
import { projectAnswersFrom } from './project-answers';
import { projectAmountsFrom } from './project-money';
import type { RubricEdition } from './rubric-sheet';
import { readRubricSheet, storedRubric } from './rubric-reading';
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
  readonly scoring: Scoring;
  readonly projects: ProjectResults;
  readonly findings: readonly Finding[];
}

/**
 * Scores a workbook by the rubric that was asked for, else the one on its 自评_评分办法, else the shipped one for its
 * region and year; with what she edited and answered on our sheets before.
 */
export function scoreWorkbook(source: ScoringSource, choice: ScoringChoice): WorkbookScores {
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
  const answers = answersWith(rubric, given, formerRows(former, SHEETS.scores));
  const scoring = score(rubric, workbookScope(source.set, source.sets, source.facts), answers);
  const onForms = keptRows(former, SHEETS.projects);
  const projects = evaluateProjects(
    source.set?.tables ?? [],
    { ...(about(true) as ProjectAnswers), ...projectAnswersFrom(onForms, source.year) },
    projectAmountsFrom(onForms, source.year),
  );
  return {
    rubric,
    edition: { ...edition, base },
    answers,
    scoring,
    projects,
    findings: [...edition.findings, ...scoring.problems, ...projects.findings],
  };
}
