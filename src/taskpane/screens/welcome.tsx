import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  lines: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', rowGap: tokens.spacingVerticalS },
});

/** What this is for, in three lines, with two ways to begin. */
export function Welcome() {
  const styles = useStyles();
  const { service, state } = usePane();
  const [showsSample, setShowsSample] = useState(false);
  return (
    <main className={styles.page}>
      <ul className={styles.lines}>
        <li>从预算表、决算表和补贴台账自动填好全套自评表、评分表和报告。</li>
        <li>原表只读不改，写入的都是“自评_”开头的新表，可以一键撤销。</li>
        <li>离线运行，数据不出这台电脑；每个数都能点回原来的单元格。</li>
      </ul>
      <Button appearance="primary" onClick={() => void service.start()}>
        用我的表开始
      </Button>
      {state.sample !== null && <Button onClick={() => setShowsSample(true)}>打开示例试一遍</Button>}
      {showsSample && state.sample !== null && (
        <Text role="status">
          请先
          <Link href={state.sample} download inline>
            保存示例工作簿
          </Link>
          ，在 {state.hostName} 里打开它，再打开“绩效自评”，点“一键生成自评表”。您现在的工作簿不受影响。
        </Text>
      )}
    </main>
  );
}
