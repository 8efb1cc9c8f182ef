import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';

interface BrokenProps {
  readonly onReopen: () => void;
}

/** What is left of the pane after a bug of ours. */
export function Broken({ onReopen }: BrokenProps) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>自评助手出错了</MessageBarTitle>
        这是我们的问题，不是表的问题。您的原表没有改动；您填写的说明和答复已经留在工作簿里。请重新打开。
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onReopen}>重新打开</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
