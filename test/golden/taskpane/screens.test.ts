/** @jest-environment jsdom */
import './jsdom-gaps';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { run as axe } from 'axe-core';
import { createElement } from 'react';
import { isOwnSheet } from '../../../src/model/own-sheet';
import { formatPlace } from '../../../src/model/address';
import { SHEETS } from '../../../src/report/sheet-names';
import type { FileWorkbook } from './file-workbook';
import { Boundary } from '../../../src/taskpane/screens/boundary';
import { Broken as BrokenScreen } from '../../../src/taskpane/screens/broken';
import { fileProblem } from './file-workbook';
import { A_FIGURE } from './opened-pane';
import type { ShownPane } from './shown-pane';
import { pressOneClick, shownPane } from './shown-pane';

afterEach(cleanup);

/** The address of a cell on 自评_评分表: by its column's header and the nth row that names the indicator. */
async function scoreCell(workbook: FileWorkbook, indicator: string, nth: number, header: string): Promise<string> {
  const { rows } = await workbook.source.read({ sheet: SHEETS.scores, fromRow: 0, toRow: 200 });
  const row = rows.flatMap((cells, at) => (cells.includes(indicator) ? [at] : []))[nth];
  const column = rows.flatMap((cells) => (cells.includes('计算得分') ? [cells.indexOf(header)] : []))[0];
  if (row === undefined || column === undefined) throw new Error(`no ${header} of ${indicator}`);
  return formatPlace({ sheet: SHEETS.scores, row, column });
}

/** A pane on a workbook on whose 自评_评分表 she has answered one indicator. */
async function answeredPane(): Promise<ShownPane> {
  const pane = await shownPane();
  await pressOneClick(pane);
  const at = (nth: number, header: string): Promise<string> => scoreCell(pane.workbook, '绩效目标合理性', nth, header);
  pane.workbook.type({ [await at(0, '评定值')]: 2, [await at(0, '原因')]: '少一项', [await at(2, '有/缺')]: '有' });
  await act(() => pane.service.run('scores'));
  await pane.user.click(await screen.findByRole('button', { name: /^绩效目标合理性/ }));
  return pane;
}

function answerForm(): HTMLElement {
  return screen.getByRole('form', { name: '绩效目标合理性的评定' });
}

/** What of a screen people with aids cannot use. Contrast needs a real browser; the end-to-end tests look at it. */
async function faults(screen: Element): Promise<string[]> {
  const { violations } = await axe(screen, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

async function openStep({ user }: ShownPane, name: RegExp): Promise<void> {
  await user.click(screen.getByRole('tab', { name }));
}

/**
 * The dialog that is open. Fluent hides a dialog from aids until the focus is in it, which without a layout comes when it
 * likes; the end-to-end tests meet it in a real browser.
 */
async function openDialog(): Promise<ReturnType<typeof within> & { readonly element: HTMLElement }> {
  const element = await screen.findByRole('dialog', { hidden: true });
  return { ...within(element), element };
}

/** Rows of the list of findings in a group. */
function rowsOf(group: string): HTMLElement[] {
  return within(screen.getByRole('group', { name: group }))
    .getAllByRole('button')
    .filter((button) => button.hasAttribute('data-row'));
}

/** A pane that has checked a workbook in which one total was typed over. */
async function checkedPane(): Promise<ShownPane> {
  const pane = await shownPane({ [A_FIGURE]: 17_000 });
  await act(() => pane.service.run('checks'));
  await screen.findByRole('group', { name: '必须改正' });
  return pane;
}

describe('the first run', () => {
  it('says in three lines what this is for, and goes on to her tables', async () => {
    const { user } = await shownPane({}, true);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: '用我的表开始' }));
    expect(await screen.findByRole('button', { name: '一键生成自评表' })).toBeTruthy();
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      '1 识别表格',
      '2 核对数据',
      '3 计算得分',
      '4 生成报告',
    ]);
  });

  it('explains how to try the sample', async () => {
    const { user } = await shownPane({}, true);
    await user.click(screen.getByRole('button', { name: '打开示例试一遍' }));
    expect(screen.getByRole('link', { name: '保存示例工作簿' }).getAttribute('href')).toBe('sample/示例.xlsx');
  });
});

describe('one click', () => {
  it('writes every sheet and marks the four steps as done', async () => {
    const pane = await shownPane();
    await pressOneClick(pane);
    expect((await pane.workbook.sheets()).filter(isOwnSheet).length).toBeGreaterThan(10);
    expect(screen.getAllByRole('img', { name: '已完成' })).toHaveLength(4);
    await pane.user.click(screen.getByRole('button', { name: '查看自评_评分表' }));
    await waitFor(() => expect(pane.workbook.at?.sheet).toBe('自评_评分表'));
  });

  it('can be stopped while it runs', async () => {
    const pane = await shownPane();
    await pane.user.click(screen.getByRole('button', { name: '一键生成自评表' }));
    await pane.user.click(await screen.findByRole('button', { name: '取消' }));
    expect(await screen.findByText('已停下，工作簿没有改动。')).toBeTruthy();
    expect(pane.workbook.writes).toBe(0);
  });

  it('can be taken back, and that too', async () => {
    const pane = await shownPane();
    const before = pane.workbook.bytes;
    await pressOneClick(pane);
    const after = pane.workbook.bytes;
    await pane.user.click(screen.getByRole('button', { name: '撤销本次写入' }));
    await waitFor(() => expect(pane.workbook.bytes).toBe(before));
    await pane.user.click(await screen.findByRole('button', { name: '恢复刚才撤销的' }));
    await waitFor(() => expect(pane.workbook.bytes).toBe(after));
  });
});

describe('trouble of the program', () => {
  it('is one sentence with one thing to do', async () => {
    const pane = await shownPane();
    pane.workbook.refuse('read', fileProblem('editing', '正在编辑单元格，请先按回车，再试一次。'));
    await pane.user.click(screen.getByRole('button', { name: '一键生成自评表' }));
    expect(await screen.findByText('正在编辑单元格，请先按回车，再试一次。')).toBeTruthy();
    pane.workbook.refuse('read', null);
    await pane.user.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByText(/^已写入/)).toBeTruthy();
  });

  it('of our own making ends the session with a way to begin anew', async () => {
    const pane = await shownPane();
    act(() => pane.service.fail(new Error('a bug')));
    expect(await screen.findByText(/原表没有改动/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '重新打开' })).toBeTruthy();
    expect(pane.bugs).toEqual([new Error('a bug')]);
  });
});

describe('a screen that cannot be drawn', () => {
  it('leaves a sentence and a way to begin anew, not an empty pane', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const bugs: unknown[] = [];
    const Broken = (): never => {
      throw new Error('a bug while drawing');
    };
    render(
      createElement(Boundary, {
        onBug: (reason) => bugs.push(reason),
        instead: createElement(BrokenScreen, { onReopen: () => undefined }),
        children: createElement(Broken),
      }),
    );
    expect(screen.getByText(/原表没有改动/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '重新打开' })).toBeTruthy();
    expect(bugs).toEqual([expect.objectContaining({ message: expect.stringMatching(/^a bug while drawing/) })]);
    said.mockRestore();
  });
});

describe('the list of findings', () => {
  it('is gone through by keyboard, to the cells and back, without leaving the list', async () => {
    const { user, workbook } = await checkedPane();
    const [first, second] = rowsOf('必须改正');
    act(() => first?.focus());
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
    await user.keyboard('{ArrowUp}{Enter}');
    await waitFor(() => expect(workbook.shown).toHaveLength(1));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(workbook.shown).toHaveLength(2));
    expect(workbook.shown.map(formatPlace)).toContain(A_FIGURE);
    expect(document.activeElement).toBe(first);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(workbook.at && formatPlace(workbook.at)).toBe('支出决算表!A1'));
    expect(document.activeElement).toBe(first);
  });

  it('is one stop for the Tab key', async () => {
    await checkedPane();
    expect(rowsOf('必须改正').filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });

  it('shows both figures, the signed gap and what to do of the row she is at', async () => {
    await checkedPane();
    const row = rowsOf('必须改正').find(({ textContent }) => textContent?.includes('−917.84 万元'));
    act(() => row?.focus());
    expect(await screen.findByText(/^差额 −917.84 万元（允许 0\.0\d+ 万元）/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '《支出决算表》E7' })).toBeTruthy();
    expect(screen.getByText(/请核对两边的数/)).toBeTruthy();
  });

  it('asks for the reason of a mark, and asks again when the figures change', async () => {
    const { user, workbook, service } = await checkedPane();
    const before = rowsOf('必须改正').length;
    await user.click(rowsOf('必须改正')[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: '已说明…' }));
    const dialog = await openDialog();
    const save = dialog.getByRole('button', { name: '保存', hidden: true });
    await user.click(save);
    expect(dialog.getByText(/请写明原因/)).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: /原因/, hidden: true }), '以后年度调整');
    await user.click(save);
    await waitFor(() => expect(rowsOf('必须改正')).toHaveLength(before - 1));
    workbook.type({ [A_FIGURE]: 16_000 });
    await act(() => service.run('checks'));
    expect(await screen.findByRole('button', { name: /需重新确认/ })).toBeTruthy();
  });

  it('asks before the ribbon’s 撤销写入 takes anything back', async () => {
    const pane = await shownPane();
    await pressOneClick(pane);
    act(() => pane.service.askToUndo());
    const dialog = await openDialog();
    await pane.user.click(dialog.getByRole('button', { name: '撤销本次写入', hidden: true }));
    expect(await screen.findByRole('button', { name: '恢复刚才撤销的' })).toBeTruthy();
    expect((await pane.workbook.sheets()).filter(isOwnSheet)).toEqual([]);
  });

  it('can be ordered by rule and lists what was proved', async () => {
    const { user } = await checkedPane();
    await user.click(screen.getByRole('switch', { name: '按规则排' }));
    await user.click(screen.getByRole('button', { name: /^相符 \d+/ }));
    const proofs = await screen.findByRole('group', { name: '相符' });
    const section = within(proofs).getAllByRole('button')[0] as HTMLElement;
    await user.click(section);
    expect(within(proofs).getAllByRole('listitem').length).toBeGreaterThan(0);
  });
});

describe('recognition', () => {
  it('lets her say what a sheet is', async () => {
    const pane = await shownPane();
    await act(() => pane.service.run('tables'));
    const choice = await screen.findByRole('combobox', { name: '“业务统计表”是什么表' });
    await pane.user.click(choice);
    await pane.user.click(await screen.findByRole('option', { name: '不是表' }));
    expect(await screen.findByText(/没有认出 1 张/)).toBeTruthy();
    expect(screen.getByText('您说它不是表，不参加核对。')).toBeTruthy();
  });
});

describe('the scores', () => {
  it('follow her answers', async () => {
    const pane = await shownPane();
    await act(() => pane.service.run('scores'));
    expect(await screen.findByText(/^已评 53\.74\/54\.00，待填 46\.00 分/)).toBeTruthy();
    expect(screen.getByText('试算·分值待与财政局附件核对')).toBeTruthy();
    await pane.user.click(screen.getByRole('button', { name: /^绩效目标合理性/ }));
    const form = screen.getByRole('form', { name: '绩效目标合理性的评定' });
    await pane.user.type(within(form).getByRole('textbox', { name: '符合的个数' }), '3');
    await pane.user.click(within(form).getByRole('button', { name: '保存评定' }));
    expect(await screen.findByText(/^已评 55\.74\/56\.00，待填 44\.00 分/)).toBeTruthy();
  });

  it('show what she answered on the sheet, and keep all of it when she saves one thing more', async () => {
    const { user, service } = await answeredPane();
    const form = answerForm();
    const count = within(form).getByRole('textbox', { name: '符合的个数' }) as HTMLInputElement;
    const evidence = within(form).getAllByRole('combobox') as HTMLSelectElement[];
    expect(count.value).toBe('2');
    expect(evidence.map(({ value }) => value)).toEqual(['', '有', '']);
    const before = service.getState().result?.scorecard;
    await user.selectOptions(evidence[2] as HTMLElement, '缺');
    await user.click(within(form).getByRole('button', { name: '保存评定' }));
    await waitFor(() => expect(service.getState()).toMatchObject({ work: null, outdated: false }));
    const { result } = service.getState();
    expect(result?.questions.find(({ indicator }) => indicator === 'goal-reasonable')?.answer).toMatchObject({
      ...{ level: '', value: '2', notApplicable: false, reason: '少一项' },
    });
    expect(evidence.map(({ value }) => value)).toEqual(['', '有', '缺']);
    expect(result?.scorecard?.total.toString()).toBe(before?.total.toString());
  });

  it('are not touched by saving a form in which nothing was changed', async () => {
    const { user, service } = await answeredPane();
    await user.click(within(answerForm()).getByRole('button', { name: '保存评定' }));
    expect(service.getState()).toMatchObject({ work: null, outdated: false, saved: { said: { answers: {} } } });
  });

  it('lose an answer whose field she empties', async () => {
    const { user, service } = await answeredPane();
    await user.clear(within(answerForm()).getByRole('textbox', { name: '符合的个数' }));
    await user.click(within(answerForm()).getByRole('button', { name: '保存评定' }));
    await waitFor(() => expect(service.getState()).toMatchObject({ work: null, outdated: false }));
    const scored = service.getState().result?.scorecard?.indicators.find(({ id }) => id === 'goal-reasonable');
    expect(scored).toMatchObject({ status: 'pending' });
  });

  it('say why points were lost and lead to the figures', async () => {
    const pane = await shownPane();
    await act(() => pane.service.run('scores'));
    await pane.user.click(await screen.findByRole('button', { name: /^预算完成率 3\.98\/4/ }));
    expect(screen.getByText(/^扣分原因：实际99\.55%/)).toBeTruthy();
    await pane.user.click(screen.getAllByRole('button', { name: /^《/ })[0] as HTMLElement);
    await waitFor(() => expect(pane.workbook.shown).toHaveLength(1));
  });
});

describe('settings', () => {
  it('take a rubric and refuse what is no year', async () => {
    const pane = await shownPane();
    await pane.user.click(screen.getByRole('button', { name: '设置' }));
    await pane.user.type(screen.getByRole('textbox', { name: '年度' }), '去年');
    expect(screen.getByText('请填四位年份，例如 2023。')).toBeTruthy();
    await pane.user.clear(screen.getByRole('textbox', { name: '年度' }));
    await pane.user.selectOptions(screen.getByRole('combobox', { name: '评分办法' }), 'jiangxi-four');
    await pane.user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(pane.service.getState().saved.settings.rubric).toBe('jiangxi-four'));
  });
});

describe('accessibility', () => {
  it('has no fault on any screen', async () => {
    const pane = await shownPane({ [A_FIGURE]: 17_000 });
    await act(() => pane.service.run('report'));
    for (const name of [/识别表格/, /核对数据/, /计算得分/, /生成报告/]) {
      await openStep(pane, name);
      expect(await faults(pane.view.container)).toEqual([]);
    }
  });

  it('has no fault on the first run and in the settings', async () => {
    const { user, view } = await shownPane({}, true);
    await user.click(screen.getByRole('button', { name: '打开示例试一遍' }));
    expect(await faults(view.container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: '用我的表开始' }));
    await user.click(await screen.findByRole('button', { name: '设置' }));
    await user.type(screen.getByRole('textbox', { name: '年度' }), '去年');
    expect(await faults(view.container)).toEqual([]);
  });

  it('has no fault in the dialog that asks for a reason', async () => {
    const { user } = await checkedPane();
    await user.click(rowsOf('必须改正')[0] as HTMLElement);
    await user.click(await screen.findByRole('button', { name: '已说明…' }));
    const dialog = await openDialog();
    await user.click(dialog.getByRole('button', { name: '保存', hidden: true }));
    expect(await faults(dialog.element)).toEqual([]);
  });

  it('has no fault in the dialog that asks before everything is deleted', async () => {
    const pane = await shownPane();
    await openStep(pane, /生成报告/);
    await pane.user.click(screen.getByRole('button', { name: '删除全部自评表' }));
    const dialog = await openDialog();
    expect(dialog.getByText('删除全部自评表？')).toBeTruthy();
    expect(await faults(dialog.element)).toEqual([]);
  });
});
