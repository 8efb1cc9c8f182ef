import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { NextStep } from '../service/state';
import { usePane } from './pane-context';

const NEXT_WORDS: Readonly<Record<NextStep, string>> = {
  retry: '再试一次',
  rerun: '重新运行',
  dismiss: '知道了',
};

/** What went wrong with one thing to do about it, else what went well. */
export function Messages() {
  const { service, state } = usePane();
  const { trouble, notice, outdated, work } = state;
  if (trouble) {
    const { problem, next } = trouble;
    return (
      <MessageBar intent="error" layout="multiline" politeness="assertive">
        <MessageBarBody>
          {problem.unrestored && <MessageBarTitle>有工作表没有恢复</MessageBarTitle>}
          {problem.message}
          {problem.detail !== null && <>（程序的说法：{problem.detail}）</>}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => service.takeNextStep()}>
            {NEXT_WORDS[next]}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  if (notice !== null) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{notice}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label="关闭提示"
              onClick={() => service.dismiss()}
            />
          }
        />
      </MessageBar>
    );
  }
  if (!outdated || work) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>您有新填写的内容还没有写进工作表，重新生成后写入。</MessageBarBody>
    </MessageBar>
  );
}
