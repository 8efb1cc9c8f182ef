import type { Evaluation } from '../../evaluate';
import type { SheetDescription } from '../../model/grid';
import { isOwnSheet } from '../../model/own-sheet';
import type { Plan } from '../../sheet/plan';
import { figuresOfCheck, figuresOfFinding, needsAnswer } from '../../report/handling';
import { questionsOf } from './questions';
import type { PaneResult, PlannedWrite, RecognisedSheet } from './result';

/** What the pane shows of an evaluated workbook. Rows of tables, facts and the composed sheets are left behind. */
export function paneResult(evaluation: Evaluation, sheets: readonly SheetDescription[]): PaneResult {
  const { scorecard, projects, narrative, report } = evaluation;
  return {
    unitName: evaluation.unitName,
    year: evaluation.year,
    sheets: sheets.filter(({ name }) => !isOwnSheet(name)).map(({ name }) => recognisedSheet(name, evaluation)),
    checks: evaluation.checks,
    findings: evaluation.findings,
    figures: figuresByKey(evaluation),
    scorecard,
    questions: questionsOf(evaluation),
    projects: projects?.map(({ name, total, pendingPoints, grade }) => ({ name, total, pendingPoints, grade })) ?? null,
    pendingTexts: narrative?.pending ?? null,
    writes: report ? plannedWrites(report.plan, new Set(sheets.map(({ name }) => name.toLowerCase()))) : null,
    timings: evaluation.timings,
  };
}

function recognisedSheet(sheet: string, { tables, unrecognised }: Evaluation): RecognisedSheet {
  return {
    sheet,
    tables: tables
      .filter((table) => table.sheet === sheet)
      .map(({ kind, name, year, unitName, subject, money, amountUnit, confidence, rowCount }) => ({
        ...{ kind, name, year, unitName, subject, money, amountUnit, confidence },
        rows: rowCount,
      })),
    reasons: unrecognised.filter((one) => one.sheet === sheet).map(({ reason }) => reason),
  };
}

/** The figures of everything that can be marked, by key. */
function figuresByKey({ checks, findings }: Evaluation): Record<string, string> {
  const figures: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const check of checks ?? []) if (needsAnswer(check)) figures[check.key] = figuresOfCheck(check);
  for (const one of findings) figures[one.key] = figuresOfFinding(one);
  return figures;
}

function plannedWrites(plan: Plan, taken: ReadonlySet<string>): PlannedWrite[] {
  return plan.sheets.map(({ model: { name }, keepAs }) => ({
    name,
    keepAs,
    action: keepAs !== null ? 'keep' : taken.has(name.toLowerCase()) ? 'replace' : 'new',
  }));
}
