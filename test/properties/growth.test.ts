import { runWhole } from '../../bench/stages';
import { projectWorkbook } from '../support/project-workbook';
import type { Work } from '../support/work';
import { wholeWork, workOf } from '../support/work';

/** Room for what grows with the logarithm, as sorting does; what grows with the square is five times as much. */
const GROWTH = 1.1;
/** Folders whose share of the whole is less are not looked at by themselves. */
const SMALL = 0.001;
const [FEW, MANY] = [10, 50] as const;

describe('the cost of an evaluation, from the file to the workbook and the Word report', () => {
  let few: Work;
  let many: Work;
  beforeAll(async () => {
    const runs = [FEW, MANY].map((projects) => {
      const bytes = projectWorkbook(projects);
      return () => runWhole(bytes);
    });
    [few, many] = (await workOf(runs)) as [Work, Work];
  });

  it('grows with the number of projects and no faster', () => {
    expect(wholeWork(many) / MANY).toBeLessThanOrEqual((GROWTH * wholeWork(few)) / FEW);
    // The counter counts: five times the projects are not done with the same work.
    expect(wholeWork(many)).toBeGreaterThan(2 * wholeWork(few));
  });

  it('grows no faster in any part of the program', () => {
    const faster = [...many].flatMap(([folder, work]) => {
      const growth = work / MANY / ((few.get(folder) ?? 0) / FEW);
      return work > SMALL * wholeWork(many) && growth > GROWTH ? [`${folder}: ${growth.toFixed(2)}`] : [];
    });
    expect(faster).toEqual([]);
  });
});
