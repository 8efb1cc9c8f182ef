import type { Fact } from '../facts/gather';
import type { TableSet } from '../facts/sets';
import type { OfficialDocument } from '../document/document';
import { recordOf } from '../model/project';
import type { NarrativeReport } from '../narrative/report';
import type { ProjectResults } from '../rubric/projects/evaluate';
import { compareYears } from './comparison';
import { departmentDeviations, departmentGoal } from './department-form';
import type { Former } from './former';
import { keptRows } from './former';
import { finalTexts } from './narrative-sheet';
import { officialReport } from './official-report';
import type { OfficialReportSource } from './official-report';
import { formProjects } from './project-source';
import { FORM_TEXTS, formText, typedDeviations } from './project-texts';
import type { WorkbookScores } from './score-workbook';
import { SHEETS } from './sheet-names';

/** What the Word report is made from besides the scores. */
export interface WordReportSource {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly narrative: NarrativeReport;
  readonly set: TableSet | null;
  readonly sets: readonly TableSet[];
  readonly facts: readonly Fact[];
  readonly former: Former;
  /** 2024年4月20日. */
  readonly date: string;
}

/** The Word report of a workbook: what stands in our sheets, with what she wrote in them. */
export function wordReport(
  source: WordReportSource,
  { rubric, scoring, projects, money, scope }: WorkbookScores,
): OfficialDocument {
  const { former, year, narrative } = source;
  const form = keptRows(former, SHEETS.department);
  const { expected, achieved } = departmentGoal(scope, year, form);
  return officialReport({
    unitName: source.unitName,
    year,
    date: source.date,
    narrative,
    finalTexts: finalTexts(narrative, year, keptRows(former, SHEETS.narrative)),
    scorecard: scoring.card,
    rubric,
    pointsUnconfirmed: scoring.card.pointsBasis === 'unconfirmed',
    projects: projects.projects,
    projectTexts: projectTexts(source, projects),
    projectDeviations: typedDeviations(keptRows(former, SHEETS.projects), year),
    funds: money.funds,
    comparison: compareYears(scope),
    goal: { expected: expected?.toString() ?? null, achieved: achieved?.toString() ?? null },
    deviations: departmentDeviations(rubric, form),
  });
}

function projectTexts(
  { set, former, unitName, year }: WordReportSource,
  { projects, traces }: ProjectResults,
): OfficialReportSource['projectTexts'] {
  const kept = keptRows(former, SHEETS.projects);
  const about = { unitName, year };
  return new Map(
    formProjects({ projects, traces, tables: set?.tables ?? [] }).map((project) => [
      project.project.id,
      recordOf(FORM_TEXTS, (text) => formText(project, text, about, kept)),
    ]),
  );
}
