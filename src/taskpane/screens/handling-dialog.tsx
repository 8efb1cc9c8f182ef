import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Text,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { MarkState } from '../engine/said';
import type { ListItem } from '../service/items';
import { usePane } from './pane-context';

const TITLES: Readonly<Record<MarkState, string>> = { explained: '已说明', 'not-applicable': '不适用' };

interface HandlingDialogProps {
  readonly item: ListItem;
  /** What she is about to say; null while she is not asked. */
  readonly asked: MarkState | null;
  readonly onClose: () => void;
}

/** Asks for the reason of a mark, without which it is none. */
export function HandlingDialog({ item, asked, onClose }: HandlingDialogProps) {
  return (
    <Dialog open={asked !== null} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>{asked !== null && <ReasonForm item={item} asked={asked} onClose={onClose} />}</DialogSurface>
    </Dialog>
  );
}

function ReasonForm({ item, asked, onClose }: HandlingDialogProps & { readonly asked: MarkState }) {
  const { service } = usePane();
  const [reason, setReason] = useState(item.handling.reason ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const save = (): void => {
    if (reason.trim() === '') {
      setIsMissing(true);
      return;
    }
    void service.mark(item.key, asked, reason);
    onClose();
  };
  return (
    <DialogBody>
      <DialogTitle>{TITLES[asked]}</DialogTitle>
      <DialogContent>
        <Text as="p" block size={200}>
          {item.message}
        </Text>
        <Field
          label="原因"
          required
          {...(isMissing ? { validationMessage: '请写明原因，没有写原因的不算处理。' } : {})}
        >
          <Textarea
            value={reason}
            onChange={(_, { value }) => setReason(value)}
            placeholder="例如：上年结余调整，见第 3 号凭证"
          />
        </Field>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={save}>
          保存
        </Button>
        <Button onClick={onClose}>返回</Button>
      </DialogActions>
    </DialogBody>
  );
}
