import type { Fact } from '../facts/gather';
import type { TableSet } from '../facts/sets';
import type { Scope } from '../formula/scope';
import type { Check } from '../model/check';
import type { Finding } from '../model/finding';
import type { ProjectEvaluation } from '../model/project';
import type { Scorecard } from '../model/scorecard';
import type { Sliced } from '../model/slices';
import { atOnce } from '../model/slices';
import { narrateInSlices } from '../narrative/narrate';
import type { Outline } from '../narrative/outline';
import { OUTLINES } from '../narrative/outline';
import type { NarrativeReport, Result } from '../narrative/report';
import type { Rubric } from '../rubric/pack';
import { needsAnswer } from './handling';
import { lostPointsOf } from './narrative-lost-points';
import { ScoreLayout } from './score-layout';
import { SHEETS } from './sheet-names';

/** What the text is written from besides the tables. */
export interface NarrativeWorkbook {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly region: readonly string[];
  readonly scope: Scope;
  readonly set: TableSet | null;
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly rubric: Rubric;
  readonly card: Scorecard;
  readonly projects: readonly ProjectEvaluation[];
}

/** The outline for a region: the one of the widest match, else the first, which names no place. */
function outlineFor(region: readonly string[]): Outline {
  const fitting = OUTLINES.find(({ region: own }) => own.length > 0 && own.every((part, at) => part === region[at]));
  return fitting ?? (OUTLINES[0] as Outline);
}

/** The text of the self-evaluation report for a workbook. */
export function narrateWorkbook(source: NarrativeWorkbook): NarrativeReport {
  return atOnce(narrateWorkbookInSlices(source));
}

/** The same, section by section. */
export function* narrateWorkbookInSlices(source: NarrativeWorkbook): Sliced<NarrativeReport> {
  const { card, checks, findings } = source;
  const grave = [...checks.filter(needsAnswer), ...findings].filter(
    (one) => one.class === 'must' && (one.handling.state === 'open' || one.handling.state === 'reopened'),
  );
  return yield* narrateInSlices(outlineFor(source.region), {
    unitName: source.unitName,
    year: source.year,
    scope: source.scope,
    set: source.set,
    facts: source.facts,
    lostPoints: lostPointsOf(source.rubric, card),
    findings: grave.map(findingWords),
    projects: source.projects.map(({ name, grade }) => ({ name, grade })),
    results: resultsOf(source),
  });
}

/** What the text says of a finding. Figures in its words would stand in no cell of their own: those are pointed to. */
function findingWords({ message, title }: Check | Finding): string {
  return /\d/u.test(message) ? `${title}（见《${SHEETS.findings}》）` : message;
}

/** Score and grade, once nothing is pending: a provisional score is no result. */
function resultsOf({ rubric, card }: NarrativeWorkbook): Result[] {
  if (card.grade === null) return [];
  const layout = new ScoreLayout(rubric);
  return [
    { name: '自评得分', value: card.total, place: layout.total },
    { name: '评价等级', value: card.grade, place: layout.grade },
  ];
}
