import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue } from '../../../../src/model/grid';
import { evaluated, indicatorSheet } from './project-tables';

const DOCUMENT = join(__dirname, '..', '..', '..', '..', 'docs', 'projects.md');
const COLUMNS = ['情形', '二级指标', '三级指标', '指标值', '实际完成值', '分值', '得分', '理由'];
const NUMBER_CELL = '〔数〕';

interface Decision {
  readonly section: string;
  readonly case: string;
  readonly cells: readonly CellValue[];
  readonly score: string;
}

/** Every row of every table of the document that has an actual value and a score. */
function decisions(): Decision[] {
  const found: Decision[] = [];
  let section = '';
  let inTable = false;
  for (const line of readFileSync(DOCUMENT, 'utf8').split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3);
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (cells.join() === COLUMNS.join()) inTable = true;
    else if (cells.length === 0) inTable = false;
    else if (inTable && !cells.every((cell) => /^-+$/.test(cell))) found.push(decisionOf(section, cells));
  }
  return found;
}

function decisionOf(section: string, cells: readonly string[]): Decision {
  const [name, second, third, target, actual, points, score] = cells as [string, ...string[]];
  const stored = (cell = ''): CellValue => {
    if (cell.startsWith(NUMBER_CELL)) return Number(cell.slice(NUMBER_CELL.length));
    return cell === '' ? null : cell;
  };
  const row = ['产出指标', second as string, third as string, stored(target), stored(actual), Number(points)];
  return { section, case: name, cells: row, score: score as string };
}

const DECISIONS = decisions();

test('the document decides every section’s cases', () => {
  const counts = new Map<string, number>();
  for (const { section } of DECISIONS) counts.set(section, (counts.get(section) ?? 0) + 1);
  expect([...counts]).toEqual([
    ['定量指标怎样算分', 36],
    ['写法、单位和百分数', 24],
    ['定性指标', 8],
  ]);
});

describe('each decision of docs/projects.md', () => {
  test.each(DECISIONS)('$section：$case $cells → $score', ({ cells, score }) => {
    const [project] = evaluated([indicatorSheet([cells])]).projects;
    const [indicator] = project?.indicators ?? [];
    expect(indicator?.score?.toString() ?? '待填').toBe(score);
    expect(indicator?.status).toBe(score === '待填' ? 'pending' : 'computed');
    if (score === '待填') expect(indicator?.note).not.toBe('');
  });
});
