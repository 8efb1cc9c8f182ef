import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import type { PaneService } from '../service/service';
import { Boundary } from './boundary';
import { Broken } from './broken';
import { PaneContext } from './pane-context';
import { Shell } from './shell';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
});

interface AppProps {
  readonly service: PaneService;
  readonly theme: Theme;
  /** Opens the pane anew after a bug. */
  readonly onReopen: () => void;
  /** Puts the pane out of sight; null where the program has a button of its own for it. */
  readonly onHide: (() => void) | null;
}

/** The task pane. */
export function App({ service, theme, onReopen, onHide }: AppProps) {
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <Boundary onBug={(reason) => service.fail(reason)} instead={<Broken onReopen={onReopen} />}>
        <PaneContext value={service}>
          <Shell onReopen={onReopen} onHide={onHide} />
        </PaneContext>
      </Boundary>
    </FluentProvider>
  );
}
