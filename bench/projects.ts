import { INDICATORS_PER_PROJECT, projectWorkbook } from '../test/support/project-workbook';
import type { Work } from '../test/support/work';
import { wholeWork, workOf } from '../test/support/work';
import type { Stage, StageTimes } from './stages';
import { STAGES, median, runWhole } from './stages';

const SIZES = [5, 10, 20, 50, 100];
const ROUNDS = 5;

/** What a whole run costs with one number of projects. */
export interface ProjectCost {
  readonly projects: number;
  /** Medians of several rounds, in milliseconds. */
  readonly times: StageTimes;
  /** Functions and blocks entered, in thousands. */
  readonly work: number;
}

/** Whole runs over workbooks of 5 to 100 projects with 20 indicators each. */
export async function measureProjects(): Promise<ProjectCost[]> {
  const books = SIZES.map((projects) => ({ projects, bytes: projectWorkbook(projects), times: [] as StageTimes[] }));
  // In turns, so that a busy moment of the machine does not fall on one size alone; the first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { projects, bytes, times } of books) {
      const run = await runWhole(bytes);
      const found = run.evaluation.projects?.length;
      if (found !== projects) throw new Error(`${found} of ${projects} projects`);
      if (round > 0) times.push(run.times);
    }
  }
  const works = await workOf(
    books.map(
      ({ bytes }) =>
        () =>
          runWhole(bytes),
    ),
  );
  return books.map(({ projects, times }, at) => ({
    projects,
    times: medians(times),
    work: wholeWork(works[at] as Work) / 1000,
  }));
}

function medians(all: readonly StageTimes[]): StageTimes {
  const stages = Object.keys(STAGES) as Stage[];
  return Object.fromEntries(stages.map((stage) => [stage, median(all.map((times) => times[stage]))])) as StageTimes;
}

/** A table in Markdown: what a project costs at each number of projects, whole and by stage. */
export async function reportProjects(): Promise<void> {
  const stages = Object.keys(STAGES) as Stage[];
  const heads = [
    '项目数',
    '全程（毫秒）',
    '每个项目（毫秒）',
    ...stages.map((stage) => STAGES[stage]),
    '每个项目的工作量',
  ];
  console.log(
    `projects × ${INDICATORS_PER_PROJECT} indicators, per project (ms by stage; work in thousands of blocks)`,
  );
  console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '--:').join('|')}|`);
  for (const { projects, times, work } of await measureProjects()) {
    const whole = stages.reduce((sum, stage) => sum + times[stage], 0);
    const perProject = stages.map((stage) => (times[stage] / projects).toFixed(2));
    const cells = [
      projects,
      whole.toFixed(0),
      (whole / projects).toFixed(1),
      ...perProject,
      (work / projects).toFixed(1),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
