import { formatPlace } from '../model/address';
import type { Decimal } from '../model/decimal';
import type { ProjectEvaluation } from '../model/project';
import type { Scorecard } from '../model/scorecard';
import type { NarrativeReport } from '../narrative/report';
import { partsText, pendingIn } from '../narrative/report';
import { roundedScore } from '../rubric/total';

/** Scores are given as they are printed. */
function score(value: Decimal | null): string | null {
  return value === null ? null : roundedScore(value).toString();
}

function digits(value: Decimal | null): string | null {
  return value === null ? null : value.toString();
}

/** `scorecard` of the contract (shared/design/contract.md). */
export function scorecardJson(card: Scorecard): object {
  return {
    rubric: card.rubric,
    pointsBasis: card.pointsBasis,
    full: card.full.toString(),
    scorable: card.scorable.toString(),
    pendingPoints: card.pendingPoints.toString(),
    total: score(card.total),
    grade: card.grade,
    indicators: card.indicators.map((indicator) => ({
      id: indicator.id,
      path: indicator.path,
      points: indicator.points.toString(),
      value: digits(indicator.value),
      target: indicator.target,
      score: score(indicator.score),
      status: indicator.status,
      formula: indicator.formula,
      inputs: indicator.inputs.map(({ name, value, unit, places }) => ({
        name,
        value: digits(value),
        unit,
        cells: places.map(formatPlace),
      })),
      deduction: indicator.deduction,
      basis: indicator.basis,
    })),
  };
}

/** `projects` of the contract. */
export function projectJson(project: ProjectEvaluation): object {
  const { funds } = project;
  return {
    name: project.name,
    executionRate: digits(project.executionRate),
    total: score(project.total),
    pendingPoints: project.pendingPoints.toString(),
    grade: project.grade,
    funds: {
      initialBudget: digits(funds.initialBudget),
      annualBudget: digits(funds.annualBudget),
      actual: digits(funds.actual),
      unit: funds.unit,
      cells: funds.places.map(formatPlace),
    },
    indicators: project.indicators.map((indicator) => ({
      path: indicator.path,
      target: indicator.target,
      actual: indicator.actual,
      points: digits(indicator.points),
      score: score(indicator.score),
      stated: digits(indicator.stated),
      status: indicator.status,
      note: indicator.note,
      cells: indicator.places.map(formatPlace),
    })),
  };
}

/** `report` of the contract: the text as drafted from the figures. */
export function reportJson(report: NarrativeReport): object {
  return {
    sections: report.sections.map(({ heading, paragraphs }) => ({
      heading,
      paragraphs: paragraphs.map(({ id, parts, needs }) => ({
        id,
        text: partsText(parts),
        facts: needs,
        pending: pendingIn(parts),
      })),
    })),
  };
}
