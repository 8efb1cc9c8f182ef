import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { usePane } from './pane-context';
import { UNDO_WORDS } from './undo-words';

/** Asks before the ribbon's 撤销写入 changes anything: she may have meant another workbook. */
export function UndoDialog() {
  const { service, state } = usePane();
  const { change, asksUndo } = state;
  return (
    <Dialog open={asksUndo} onOpenChange={(_, { open }) => !open && service.keepChange()}>
      <DialogSurface>
        {change && (
          <DialogBody>
            <DialogTitle>{UNDO_WORDS[change.type]}？</DialogTitle>
            <DialogContent>
              {change.type === 'write'
                ? `刚才写入的 ${change.sheets.length} 张表还原到写入以前，写入后在这些表上填的内容不再保留；原表不动。撤销以后可以马上恢复。`
                : '刚才删除的“自评_”表放回原处；原表不动。'}
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" onClick={() => void service.undo()}>
                {UNDO_WORDS[change.type]}
              </Button>
              <Button onClick={() => service.keepChange()}>返回</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
}
