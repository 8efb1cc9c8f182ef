import { configure, render, screen } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { App } from '../../../src/taskpane/screens/app';
import { themeFor } from '../../../src/taskpane/theme';
import type { Edit } from '../../support/edit-cells';
import type { OpenedPane } from './opened-pane';
import { openedPane } from './opened-pane';

// What is waited for is a whole evaluation, on a machine that may be busy.
configure({ asyncUtilTimeout: 60_000 });

export interface ShownPane extends OpenedPane {
  readonly user: UserEvent;
  readonly view: RenderResult;
}

/** The pane as she sees it on the sample, past the first run's lines unless `first`. */
export async function shownPane(edits: Readonly<Record<string, Edit>> = {}, first = false): Promise<ShownPane> {
  const opened = await openedPane(edits);
  if (!first) await opened.service.start();
  const reopen = (): void => undefined;
  const view = render(<App service={opened.service} theme={themeFor(null, false)} onReopen={reopen} onHide={null} />);
  return { ...opened, user: userEvent.setup(), view };
}

/** Presses the one main button and waits until the sheets are written. */
export async function pressOneClick({ user }: ShownPane): Promise<void> {
  await user.click(screen.getByRole('button', { name: '一键生成自评表' }));
  await screen.findByText(/^已写入 \d+ 张表/);
}
