import { Button, Field, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  work: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
  button: { width: '100%' },
});

/** The one main button; while something is under way, what it is and a way to stop it. */
export function MainAction() {
  const styles = useStyles();
  const { service, state } = usePane();
  const { work, result, step, change } = state;
  if (work) {
    return (
      <div className={styles.work} role="status">
        <Field validationMessage={work.text} validationState="none" className={styles.field}>
          <ProgressBar {...(work.share === null ? {} : { value: work.share })} aria-label="进度" />
        </Field>
        <Button size="small" onClick={() => service.cancel()}>
          取消
        </Button>
      </div>
    );
  }
  // On the last step the main button is the one that writes what is listed there.
  const isSecond = step === 'report' && result?.writes !== null && result !== null && change === null;
  return (
    <Button
      className={styles.button}
      appearance={isSecond ? 'secondary' : 'primary'}
      onClick={() => void service.runAll()}
    >
      一键生成自评表
    </Button>
  );
}
