import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMS } from '../../../src/narrative/forms';
import { narrate } from '../../../src/narrative/narrate';
import type { Outline, ParagraphTemplate } from '../../../src/narrative/outline';
import { partsText } from '../../../src/narrative/report';
import type { Row } from './small-office';
import { budget, page, paragraphsOf, sourceOf, written } from './small-office';

interface Example {
  readonly paragraph: ParagraphTemplate;
  readonly budget?: Readonly<Record<string, number>>;
  readonly statistics?: readonly Row[];
  readonly gives: readonly string[];
}

const DOCUMENT = readFileSync(join(__dirname, '../../../docs/narrative.md'), 'utf8');
const BLOCKS = [...DOCUMENT.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json as string) as unknown);
const EXAMPLES = BLOCKS.filter((block): block is Example => Object.hasOwn(block as object, 'gives'));
const OUTLINE = BLOCKS.find((block): block is Outline => Object.hasOwn(block as object, 'sections'));

describe('docs/narrative.md', () => {
  it('has examples', () => {
    expect([EXAMPLES.length, OUTLINE?.id]).toEqual([3, 'sample']);
  });

  it.each(EXAMPLES)('says what its example gives: $gives', ({ paragraph, budget: totals = {}, statistics, gives }) => {
    const grids = Object.entries(totals).map(([year, total]) => budget(Number(year), total));
    const header = ['分类', '指标', '计量单位', '本期', '截至'];
    const sheets = statistics ? [...grids, page('2023年业务统计表', null, header, statistics)] : grids;
    expect(written(paragraph, sheets).map(({ parts }) => partsText(parts))).toEqual(gives);
  });

  it('shows an outline that can be used', () => {
    const report = narrate(OUTLINE as Outline, sourceOf([budget(2023, 3228.08), budget(2022, 3859.65)]));
    expect(report.title).toBe('云岭县民政局2023年度部门整体支出绩效自评报告');
    expect(partsText(paragraphsOf(report)[0]?.parts ?? [])).toContain('减少631.57万元，下降16.36%');
  });

  it('names every form', () => {
    for (const form of FORMS) expect(DOCUMENT).toContain(`| ${form} |`);
  });
});
