import type { Page } from 'playwright-core';
import { RIBBON } from '../../src/ribbon/buttons';
import { describeInChromium } from './browser';
import type { ShellProbe } from './desktop-shell';
import { COMMAND_COMPLETED, COMMAND_INVOKED, WINDOW_MESSAGE } from './desktop-shell';

/** What Office reports when she closed a window (officejs: displayDialogAsync, event code 12006). */
const CLOSED = 12_006;
const FUNCTIONS = RIBBON.buttons.flatMap(({ action }) => (action.type === 'run' ? [action.functionName] : []));

function fire(page: Page, event: number, items: readonly unknown[]): Promise<void> {
  return page.evaluate(
    (told) => (window.external as unknown as { readonly probe: ShellProbe }).probe.fire(told.event, told.items),
    { event, items },
  );
}

/** Waits until the page called a method of the program. */
async function hasCalled(page: Page, method: number): Promise<void> {
  await page.waitForFunction(
    (number) => (window.external as unknown as { readonly probe: ShellProbe }).probe.called.includes(number),
    method,
  );
}

/** The ribbon works once the page listens to it. */
async function isListening(page: Page): Promise<void> {
  await page.waitForFunction(
    (event) => event in (window.external as unknown as { readonly probe: ShellProbe }).probe.targets,
    COMMAND_INVOKED,
  );
}

const press = (page: Page, functionName: string): Promise<void> =>
  fire(page, COMMAND_INVOKED, ['1', functionName, JSON.stringify({ source: { id: 'Ziping.Undo' } })]);

describeInChromium('the commands page in the shape of Excel for Windows', (open) => {
  test.each(FUNCTIONS)('%s without an open pane says so in a window and ends with it', async (name) => {
    const { page, context, foreign, complaints } = await open('commands.html');
    await isListening(page);
    await press(page, name);
    await page.waitForFunction(
      (event) => event in (window.external as unknown as { readonly probe: ShellProbe }).probe.targets,
      WINDOW_MESSAGE,
    );
    const shown = await page.evaluate(
      (event) => (window.external as unknown as { readonly probe: ShellProbe }).probe.targets[event],
      WINDOW_MESSAGE,
    );
    expect(shown).toContain('undo-notice.html');
    await fire(page, WINDOW_MESSAGE, [CLOSED]);
    await hasCalled(page, COMMAND_COMPLETED);
    expect([...foreign, ...complaints]).toEqual([]);
    await context.close();
  });

  test('says in the window what to do', async () => {
    const { page, context, complaints } = await open('undo-notice.html', { shell: null });
    expect(await page.getByRole('heading').innerText()).toBe('这次没有撤销，工作簿没有改动');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
