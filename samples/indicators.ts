import { shareOf, wan } from './frames';
import { budgetLines, closingOf, finalLines, spent } from './lines';
import data from './indicators-2023.json';
import { satisfactionRate } from './programme-pages';
import { projectNamed } from './projects';
import { publishedFigures, wording } from './published';

/** One indicator with its target, what was achieved, and its score by the ratio of the two. */
export interface Indicator {
  readonly path: readonly [string, string, string];
  readonly target: string;
  readonly actual: string;
  readonly points: number;
  readonly score: number;
  readonly reason: string | null;
  readonly evidence: string | null;
  /** The id of the published figure that was achieved; null for sample data. */
  readonly published: string | null;
}

interface StoredIndicator {
  readonly path: readonly string[];
  readonly target: string;
  readonly actual: string | { readonly published: string } | { readonly survey: boolean };
  readonly points: number;
  readonly reason?: string;
  readonly evidence?: string;
}

const FULL_POINTS = 100;

/** The indicators of the whole bureau. */
export function departmentIndicators(): Indicator[] {
  const lines = finalLines(2023);
  const annual = spent(lines) + closingOf(lines);
  return complete('部门整体', data.department.indicators, shareOf(spent(lines), annual));
}

/** The projects that have a sheet of goals, with their goals and indicators. */
export const goals = data.projects.map(({ name, goal, indicators }) => {
  const project = projectNamed(name);
  return { project, goal, indicators: complete(name, indicators, shareOf(project.actual, project.annual)) };
});

/** Initial budget of the bureau in 万元: all money, and what is not appropriated. */
export function initialBudget(): { readonly total: number; readonly other: number } {
  const lines = budgetLines(2023);
  return { total: wan(spent(lines)), other: wan(spent(lines.filter(({ source }) => source === 'other'))) };
}

/** Adds 预算执行率, 10 points by the rate; throws when the points are not 100. */
function complete(owner: string, stored: readonly StoredIndicator[], rate: number): Indicator[] {
  const points = 10;
  const execution: Indicator = {
    path: ['预算执行', '预算执行', '预算执行率'],
    target: '100%',
    actual: `${(rate * 100).toFixed(2)}%`,
    points,
    score: Math.round(points * rate * 100) / 100,
    reason: rate < 1 ? '年末结转资金按规定结转下年使用。' : null,
    evidence: null,
    published: null,
  };
  const all = [execution, ...stored.map(read)];
  const sum = all.reduce((amount, indicator) => amount + indicator.points, 0);
  if (sum !== FULL_POINTS) throw new Error(`${owner}: ${sum} points`);
  return all;
}

function read(stored: StoredIndicator): Indicator {
  const { path, target, points, reason, evidence } = stored;
  const [first = '', second = '', third = ''] = path;
  const { text, published } = achieved(stored.actual);
  const score = Math.round(points * ratioOf(target, text) * 100) / 100;
  if (score < points && reason === undefined) throw new Error(`${third}: ${score} of ${points} without a reason`);
  return {
    path: [first, second, third],
    target,
    actual: text,
    points,
    score,
    reason: reason ?? null,
    evidence: evidence === undefined ? null : wording(evidence),
    published,
  };
}

function achieved(actual: StoredIndicator['actual']): { readonly text: string; readonly published: string | null } {
  if (typeof actual === 'string') return { text: actual, published: null };
  if ('survey' in actual) return { text: `${(satisfactionRate() * 100).toFixed(2)}%`, published: null };
  const figure = publishedFigures.find(({ id }) => id === actual.published);
  if (figure === undefined) throw new Error(`no published figure ${actual.published}`);
  return { text: `${figure.value}${figure.unit}`, published: figure.id };
}

/** Achieved ÷ target, or target ÷ achieved for ≤, at most 1; 1 for goals in words. */
function ratioOf(target: string, actual: string): number {
  const [wanted, done] = [target, actual].map((text) => Number(/\d+(?:\.\d+)?/.exec(text)?.[0]));
  if (wanted === undefined || done === undefined || Number.isNaN(wanted) || Number.isNaN(done)) return 1;
  return Math.min(1, target.startsWith('≤') ? wanted / done : done / wanted);
}
