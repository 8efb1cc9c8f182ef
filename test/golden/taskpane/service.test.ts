import { typedCells } from '../../../src/taskpane/engine/typed-cells';
import { itemsOf } from '../../../src/taskpane/service/items';
import type { ListItem } from '../../../src/taskpane/service/items';
import type { PaneService } from '../../../src/taskpane/service/service';
import { isOwnSheet } from '../../../src/model/own-sheet';
import { fileProblem } from './file-workbook';
import { A_FIGURE, openedPane, serviceOn } from './opened-pane';

function failing(service: PaneService): ListItem[] {
  const { result, saved } = service.getState();
  return result ? itemsOf(result, saved.said).filter(({ status }) => status === 'fails') : [];
}

/** The state of her handling of a finding, as the list shows it. */
function handlingOf(service: PaneService, key: string): string | undefined {
  const { result, saved } = service.getState();
  return result ? itemsOf(result, saved.said).find((item) => item.key === key)?.handling.state : undefined;
}

describe('one click', () => {
  it('goes through all four steps and writes where none of our sheets stood', async () => {
    const { service, workbook } = await openedPane();
    const steps = new Set<string>();
    service.subscribe(() => steps.add(service.getState().work?.step ?? ''));
    await service.runAll();
    expect([...steps]).toEqual(expect.arrayContaining(['tables', 'checks', 'scores', 'report']));
    expect(service.getState()).toMatchObject({ step: 'report', work: null, trouble: null, change: { type: 'write' } });
    expect((await workbook.sheets()).filter(isOwnSheet)).toContain('自评_部门整体自评表');
  });

  it('lists what stands there already and writes over it only when she says so', async () => {
    const { service, workbook } = await openedPane();
    await service.runAll();
    await service.runAll();
    expect(workbook.writes).toBe(1);
    expect(service.getState().result?.writes?.map(({ action }) => action)).toEqual(
      new Array(service.getState().result?.writes?.length).fill('replace'),
    );
    await service.write();
    expect(workbook.writes).toBe(2);
  });

  it('says which old sheet will be kept when she changed what is ours', async () => {
    const { service, workbook } = await openedPane();
    await service.runAll();
    workbook.type({ '自评_勾稽核对!C8': '我改的' });
    await service.runAll();
    expect(service.getState().result?.writes).toContainEqual({
      name: '自评_勾稽核对',
      action: 'keep',
      keepAs: '自评_勾稽核对_旧',
    });
  });

  it('shows the list again when it is no longer what she was shown', async () => {
    const { service, workbook } = await openedPane();
    await service.runAll();
    await service.runAll();
    workbook.type({ '自评_勾稽核对!C8': '我改的' });
    await service.write();
    expect(service.getState()).toMatchObject({ listChanged: true });
    expect(workbook.writes).toBe(1);
    await service.write();
    expect(workbook.writes).toBe(2);
  });

  it('changes nothing while it only checks', async () => {
    const { service, workbook } = await openedPane();
    const before = workbook.bytes;
    await service.run('checks');
    await service.run('scores');
    expect(workbook.bytes).toBe(before);
  });
});

describe('stopping', () => {
  it('leaves the workbook and the last result as they were', async () => {
    const { service, workbook } = await openedPane();
    await service.run('tables');
    const { result } = service.getState();
    const run = service.runAll();
    service.cancel();
    await run;
    expect(service.getState()).toMatchObject({ work: null, notice: '已停下，工作簿没有改动。', trouble: null });
    expect(service.getState().result).toBe(result);
    expect(workbook.writes).toBe(0);
  });

  it('lets the next run begin at once', async () => {
    const { service } = await openedPane();
    const run = service.run('checks');
    service.cancel();
    await run;
    await service.run('tables');
    expect(service.getState().result?.sheets.length).toBeGreaterThan(40);
  });
});

describe('a mark', () => {
  it('needs a reason', async () => {
    const { service } = await openedPane({ [A_FIGURE]: 17_000 });
    await service.run('checks');
    const key = failing(service)[0]?.key as string;
    expect(() => service.mark(key, 'explained', '  ')).toThrow();
  });

  it('counts at once, is kept in the workbook and read in the next session', async () => {
    const { service, workbook } = await openedPane({ [A_FIGURE]: 17_000 });
    await service.run('checks');
    const key = failing(service)[0]?.key as string;
    await service.mark(key, 'explained', '以后年度调整');
    expect(handlingOf(service, key)).toBe('explained');
    const next = serviceOn(workbook);
    await next.open();
    await next.run('checks');
    expect(handlingOf(next, key)).toBe('explained');
  });

  it('reopens when the figures it explained change', async () => {
    const { service, workbook } = await openedPane({ [A_FIGURE]: 17_000 });
    await service.run('checks');
    const key = failing(service)[0]?.key as string;
    await service.mark(key, 'explained', '以后年度调整');
    workbook.type({ [A_FIGURE]: 16_000 });
    await service.run('checks');
    expect(handlingOf(service, key)).toBe('reopened');
  });

  it('stands on 自评_问题清单 after writing, and is pending again after undoing that', async () => {
    const { service } = await openedPane({ [A_FIGURE]: 17_000 });
    await service.run('checks');
    const key = failing(service)[0]?.key as string;
    await service.mark(key, 'not-applicable', '口径不同');
    await service.runAll();
    expect(service.getState().saved.said.marks).toEqual({});
    await service.run('checks');
    expect(handlingOf(service, key)).toBe('not-applicable');
    await service.undo();
    expect(Object.keys(service.getState().saved.said.marks)).toEqual([key]);
  });

  it('can be taken away', async () => {
    const { service } = await openedPane({ [A_FIGURE]: 17_000 });
    await service.run('checks');
    const key = failing(service)[0]?.key as string;
    await service.mark(key, 'explained', '以后年度调整');
    await service.unmark(key);
    await service.run('checks');
    expect(handlingOf(service, key)).toBe('open');
  });
});

describe('an answer', () => {
  it('moves the score and what is pending', async () => {
    const { service } = await openedPane();
    await service.run('scores');
    const before = service.getState().result;
    const question = before?.questions.find(({ indicator }) => indicator === 'goal-reasonable');
    if (!question) throw new Error('no question');
    expect(question.question).toMatchObject({ type: 'count', most: '3' });
    await service.answer(question, { level: '', value: '3', notApplicable: false, reason: '', evidence: {} });
    const after = service.getState().result?.scorecard;
    expect(before?.scorecard?.pendingPoints.minus(after?.pendingPoints ?? before.scorecard.full).toString()).toBe('2');
    expect(after?.indicators.find(({ id }) => id === 'goal-reasonable')).toMatchObject({ status: 'answered' });
  });

  it('is a cell of 自评_评分表', () => {
    const answer = {
      level: '部分达成',
      value: '70%',
      notApplicable: false,
      reason: '',
      evidence: { 'r|a|佐证1': '有' },
    };
    expect(typedCells({ marks: {}, answers: { 'r|a': answer } }).自评_评分表).toEqual({
      'r|a': { figures: '', cells: { 档次: '部分达成', 评定值: '70%', 不适用: '', 原因: '' } },
      'r|a|佐证1': { figures: '', cells: { '有/缺': '有' } },
    });
  });
});

describe('a correction', () => {
  it('of what a sheet is counts for this session and the next', async () => {
    const { service, workbook } = await openedPane();
    await service.run('tables');
    await service.correctKind('业务统计表', '');
    const tablesOf = (one: PaneService): number | undefined =>
      one.getState().result?.sheets.find(({ sheet }) => sheet === '业务统计表')?.tables.length;
    expect(tablesOf(service)).toBe(0);
    const next = serviceOn(workbook);
    await next.open();
    await next.run('tables');
    expect(tablesOf(next)).toBe(0);
    await next.correctKind('业务统计表', null);
    expect(tablesOf(next)).toBe(1);
  });

  it('of the unit of money changes the unit of its tables', async () => {
    const { service } = await openedPane();
    await service.run('tables');
    await service.correctUnit('支出决算表', '元');
    const sheet = service.getState().result?.sheets.find((one) => one.sheet === '支出决算表');
    expect(sheet?.tables.map(({ amountUnit }) => amountUnit)).toEqual(['元']);
  });
});

describe('undoing', () => {
  it('takes back what was written, and can itself be taken back', async () => {
    const { service, workbook } = await openedPane();
    const before = workbook.bytes;
    await service.runAll();
    const after = workbook.bytes;
    await service.undo();
    expect(workbook.bytes).toBe(before);
    expect(service.getState().change).toMatchObject({ type: 'undo', sheets: [] });
    await service.undo();
    expect(workbook.bytes).toBe(after);
    expect(service.getState().change?.sheets).toContain('自评_目录');
  });
});

describe('trouble of the host', () => {
  it('while reading is shown with what to do next, and trying again goes on to the end', async () => {
    const { service, workbook } = await openedPane();
    workbook.refuse('read', fileProblem('editing', '正在编辑单元格，请先按回车，再试一次。'));
    await service.runAll();
    expect(service.getState()).toMatchObject({ phase: 'ready', work: null, trouble: { next: 'retry' } });
    workbook.refuse('read', null);
    service.takeNextStep();
    expect(service.getState().trouble).toBeNull();
    await changed(service);
    expect(workbook.writes).toBe(1);
  });

  it('while writing leaves what she said in the pane where it is', async () => {
    const { service, workbook } = await openedPane({ [A_FIGURE]: 17_000 });
    await service.run('checks');
    const key = failing(service)[0]?.key as string;
    await service.mark(key, 'explained', '以后年度调整');
    workbook.refuse('apply', fileProblem('structure-protected', '工作簿设了保护，请先撤销保护。'));
    await service.runAll();
    expect(service.getState()).toMatchObject({ change: null, trouble: { problem: { code: 'structure-protected' } } });
    expect(Object.keys(service.getState().saved.said.marks)).toEqual([key]);
  });

  it('with the store keeps what she said for this session', async () => {
    const { service, workbook } = await openedPane();
    workbook.refuse('store', fileProblem('protected', '设置没有存进工作簿，请撤销保护后再试。'));
    await service.saveSettings({ unitName: '庐山市民政局', year: 2023, rubric: 'jiangxi-four' });
    expect(service.getState()).toMatchObject({ trouble: { next: 'retry' }, saved: { settings: { year: 2023 } } });
    expect(workbook.kept.size).toBe(0);
  });
});

describe('the ribbon’s 撤销写入', () => {
  it('says so where nothing was written', async () => {
    const { service } = await openedPane();
    service.askToUndo();
    expect(service.getState()).toMatchObject({ asksUndo: false, notice: '没有可以撤销的写入。' });
  });

  it('asks first, and takes back what was written only when she says so', async () => {
    const { service, workbook } = await openedPane();
    await service.runAll();
    const written = (await workbook.sheets()).filter(isOwnSheet);
    service.askToUndo();
    expect(service.getState()).toMatchObject({ asksUndo: true, step: 'report' });
    service.keepChange();
    expect(service.getState().asksUndo).toBe(false);
    expect((await workbook.sheets()).filter(isOwnSheet)).toEqual(written);
    service.askToUndo();
    await service.undo();
    expect(service.getState()).toMatchObject({ asksUndo: false, change: { type: 'undo' } });
    expect((await workbook.sheets()).filter(isOwnSheet)).toEqual([]);
    service.askToUndo();
    expect(service.getState().notice).toBe('没有可以撤销的写入。');
  });
});

describe('the Word report', () => {
  it('is handed over as a file named after unit and year', async () => {
    const { service, workbook } = await openedPane();
    await service.run('report');
    await service.exportWord();
    const [file] = workbook.files;
    expect(file?.name).toBe('庐山市民政局2023年度部门整体支出绩效自评报告.docx');
    expect([...(file?.bytes.slice(0, 2) ?? [])]).toEqual([0x50, 0x4b]);
    expect(workbook.writes).toBe(0);
  });
});

describe('opening', () => {
  it('shows the first lines until they were read, and again after a long gap', async () => {
    const { service, workbook } = await openedPane();
    expect(service.getState().welcome).toBe(true);
    await service.start();
    const next = serviceOn(workbook);
    await next.open();
    expect(next.getState().welcome).toBe(false);
    workbook.kept.set('taskpane.lastUsed', '"2023-04-20"');
    const late = serviceOn(workbook);
    await late.open();
    expect(late.getState().welcome).toBe(true);
  });

  it('does what the ribbon’s button asked for, after the first lines where they are shown', async () => {
    const { workbook } = await openedPane();
    const first = serviceOn(workbook);
    await first.open('check');
    expect(first.getState()).toMatchObject({ welcome: true, result: null });
    await first.start();
    expect(first.getState()).toMatchObject({ step: 'checks', result: { scorecard: null } });
    const settings = serviceOn(workbook);
    await settings.open('settings');
    expect(settings.getState()).toMatchObject({ showsSettings: true, result: null });
    expect(workbook.writes).toBe(0);
    const generating = serviceOn(workbook);
    await generating.open('generate');
    expect(generating.getState()).toMatchObject({ step: 'report', change: { type: 'write' } });
  });

  it('takes what it cannot read of an earlier session for nothing', async () => {
    const { workbook } = await openedPane();
    for (const [key, text] of [
      ['settings', '{"year":"2023年","rubric":7}'],
      ['corrections', '[1,2]'],
      ['said', '{"marks":{"a":{"state":"gone"}},"answers":{"b":null}}'],
      ['lastUsed', '{'],
    ] as const) {
      workbook.kept.set(`taskpane.${key}`, text);
    }
    const service = serviceOn(workbook);
    await service.open();
    expect(service.getState()).toMatchObject({
      phase: 'ready',
      saved: {
        settings: { unitName: null, year: null, rubric: null },
        corrections: { kinds: {}, amountUnits: {} },
        said: { marks: {}, answers: {} },
        lastUsed: null,
      },
    });
  });
});

/** Waits until the workbook was changed. */
function changed(service: PaneService): Promise<void> {
  return new Promise((resolve) => {
    const stop = service.subscribe(() => {
      if (service.getState().change === null) return;
      stop();
      resolve();
    });
  });
}
