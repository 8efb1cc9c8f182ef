import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluation } from '../../src/evaluate';
import type { Finding } from '../../src/model/finding';
import { ANSWER_INPUTS } from '../../src/report/answers';
import { ANSWER_COLUMNS, CHOICES, figuresOfFinding } from '../../src/report/handling';
import { indicatorKey } from '../../src/report/rubric-sheet';
import { SHEETS } from '../../src/report/sheet-names';
import type { TypedCells } from '../../src/report/typed-cells';
import { evaluatedFrom } from '../support/evaluated';

const SAMPLE = readFileSync(join(__dirname, '../../samples/庐山市民政局2023年度.xlsx'));

function typedAbout(finding: Finding, choice: string, reason: string): TypedCells {
  const cells = { [ANSWER_COLUMNS.choice]: choice, [ANSWER_COLUMNS.reason]: reason };
  return { [SHEETS.findings]: { [finding.key]: { figures: figuresOfFinding(finding), cells } } };
}

function firstFinding({ findings }: Evaluation): Finding {
  const [first] = findings;
  if (!first) throw new Error('The sample has a finding.');
  return first;
}

describe('What she types in the pane, not on a sheet', () => {
  it('counts as if it stood on the sheet, is written there, and is read from there on the next run', async () => {
    const found = firstFinding((await evaluatedFrom(SAMPLE)).evaluation);
    const typed = typedAbout(found, CHOICES.explained, '项目明年起自评');
    const marked = await evaluatedFrom(SAMPLE, { typed });
    expect(firstFinding(marked.evaluation).handling).toEqual({ state: 'explained', reason: '项目明年起自评' });
    const again = await evaluatedFrom(marked.bytes);
    expect(firstFinding(again.evaluation).handling).toEqual({ state: 'explained', reason: '项目明年起自评' });
  });

  it('goes before what the sheet holds, and an emptied cell takes it back', async () => {
    const found = firstFinding((await evaluatedFrom(SAMPLE)).evaluation);
    const marked = await evaluatedFrom(SAMPLE, { typed: typedAbout(found, CHOICES.explained, '原来的说明') });
    const changed = await evaluatedFrom(marked.bytes, { typed: typedAbout(found, CHOICES.notApplicable, '不涉及') });
    expect(firstFinding(changed.evaluation).handling).toEqual({ state: 'not-applicable', reason: '不涉及' });
    const undone = await evaluatedFrom(marked.bytes, { typed: typedAbout(found, '', '') });
    expect(firstFinding(undone.evaluation).handling.state).toBe('open');
  });

  it('reopens when the figures she saw are no longer those of the finding', async () => {
    const found = firstFinding((await evaluatedFrom(SAMPLE)).evaluation);
    const cells = { [ANSWER_COLUMNS.choice]: CHOICES.explained, [ANSWER_COLUMNS.reason]: '已核实' };
    const typed = { [SHEETS.findings]: { [found.key]: { figures: '别的数', cells } } };
    expect(firstFinding((await evaluatedFrom(SAMPLE, { typed })).evaluation).handling.state).toBe('reopened');
  });

  it('answers an indicator', async () => {
    const before = (await evaluatedFrom(SAMPLE)).evaluation.scorecard;
    const open = before?.indicators.find((one) => one.status === 'pending');
    if (!before || !open) throw new Error('The sample alone leaves indicators open.');
    const id = indicatorKey({ id: before.rubric }, open.id);
    const cells = { [ANSWER_INPUTS.notApplicable]: '不适用', [ANSWER_INPUTS.reason]: '本单位没有这项工作' };
    const typed = { [SHEETS.scores]: { [id]: { figures: '', cells } } };
    const after = (await evaluatedFrom(SAMPLE, { typed })).evaluation.scorecard;
    expect(after?.indicators.find((one) => one.id === open.id)?.status).toBe('not-applicable');
  });
});
