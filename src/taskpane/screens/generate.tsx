import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { useState } from 'react';
import type { PlannedWrite } from '../engine/result';
import type { LastChange } from '../service/state';
import { usePane } from './pane-context';
import { UNDO_WORDS } from './undo-words';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** 4 生成报告: what will be written, and afterwards what can be done with it. */
export function Generate() {
  const styles = useStyles();
  const { service, state } = usePane();
  const { result, change, work, outdated, listChanged } = state;
  const writes = result?.writes ?? null;
  const isBusy = work !== null;
  const isWritten = change !== null && change.sheets.length > 0;
  return (
    <div className={styles.page}>
      {listChanged && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>工作簿刚才有改动，要写的表和先前列的不同，请再看一遍，然后写入。</MessageBarBody>
        </MessageBar>
      )}
      {isWritten && <Written change={change} />}
      {writes === null && <Text>还没有生成。点“一键生成自评表”。</Text>}
      {writes !== null && (!isWritten || outdated) && <Planned writes={writes} />}
      {writes !== null && (
        <Button
          appearance={isWritten && !outdated ? 'secondary' : 'primary'}
          disabled={isBusy}
          onClick={() => void service.write()}
        >
          {isWritten ? '重新写入' : `写入这 ${writes.length} 张表`}
        </Button>
      )}
      {writes !== null && (
        <Button icon={<DocumentTextRegular />} disabled={isBusy} onClick={() => void service.exportWord()}>
          导出 Word
        </Button>
      )}
      {result?.pendingTexts && result.pendingTexts.length > 0 && (
        <Text size={200}>报告里还有 {result.pendingTexts.length} 处【待填】，在“自评_报告正文”里补上。</Text>
      )}
      {change && (
        <Button icon={<ArrowUndoRegular />} disabled={isBusy} onClick={() => void service.undo()}>
          {UNDO_WORDS[change.type]}
        </Button>
      )}
      <RemoveAll isBusy={isBusy} />
    </div>
  );
}

function Planned({ writes }: { readonly writes: readonly PlannedWrite[] }) {
  const styles = useStyles();
  return (
    <>
      <Text>将写入下面的表，您的原表不改动：</Text>
      <ul className={styles.list} aria-label="将写入的表">
        {writes.map(({ name, action, keepAs }) => (
          <li key={name}>
            <Text size={200}>
              {name}：
              {action === 'new'
                ? '新增'
                : action === 'replace'
                  ? '替换内容，您填写的保留'
                  : `旧表留为“${keepAs ?? ''}”`}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

function Written({ change: { sheets, remarks } }: { readonly change: LastChange }) {
  const styles = useStyles();
  const { service } = usePane();
  return (
    <>
      <Text role="status">已写入 {sheets.length} 张表，原表没有改动。</Text>
      <ul className={styles.list} aria-label="已写入的表">
        {sheets.map((sheet) => (
          <li key={sheet}>
            <Text>{sheet} </Text>
            <Link
              as="button"
              aria-label={`查看${sheet}`}
              onClick={() => void service.goToCell({ sheet, row: 1, column: 0 })}
            >
              查看
            </Link>
          </li>
        ))}
      </ul>
      {remarks.map((remark) => (
        <Text key={remark} size={200}>
          {remark}
        </Text>
      ))}
    </>
  );
}

/** 删除全部自评表, after she was asked. */
function RemoveAll({ isBusy }: { readonly isBusy: boolean }) {
  const { service } = usePane();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <Dialog open={isAsked} onOpenChange={(_, { open }) => setIsAsked(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<DeleteRegular />} disabled={isBusy}>
          删除全部自评表
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>删除全部自评表？</DialogTitle>
          <DialogContent>
            所有“自评_”开头的表，连同您在上面填写的内容和留下的旧表，都会删除；原表不动。删除后可以马上恢复，关闭本窗格后就不能了。
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                setIsAsked(false);
                void service.removeAll();
              }}
            >
              删除
            </Button>
            <Button onClick={() => setIsAsked(false)}>返回</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
