import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import type { ComponentType } from 'react';
import type { Step } from '../service/state';
import { Broken } from './broken';
import { Findings } from './findings';
import { Generate } from './generate';
import { MainAction } from './main-action';
import { Messages } from './messages';
import { usePane } from './pane-context';
import { Recognition } from './recognition';
import { Scores } from './scores';
import { SettingsScreen } from './settings';
import { PANEL_ID, StepBar, tabId } from './step-bar';
import { UndoDialog } from './undo-dialog';
import { Welcome } from './welcome';

const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalS },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // The program's own menu covers up to 34 × 32 px in the top right corner.
  head: { display: 'flex', alignItems: 'center', minHeight: '32px', paddingRight: '34px' },
  title: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const SCREENS: Readonly<Record<Step, ComponentType>> = {
  tables: Recognition,
  checks: Findings,
  scores: Scores,
  report: Generate,
};

interface ShellProps {
  readonly onReopen: () => void;
  readonly onHide: (() => void) | null;
}

/** What surrounds every screen: whose workbook it is, the four steps, the one main button, progress and messages. */
export function Shell({ onReopen, onHide }: ShellProps) {
  const styles = useStyles();
  const { service, state } = usePane();
  const { showsSettings } = state;
  if (state.phase === 'opening') return <Spinner label="正在打开" />;
  if (state.phase === 'broken') return <Broken onReopen={onReopen} />;
  const Screen = SCREENS[state.step];
  return (
    <div className={styles.shell}>
      <header className={styles.head}>
        <Text as="h1" weight="semibold" className={styles.title}>
          {titleOf(state.result)}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          icon={<SettingsRegular />}
          aria-label="设置"
          aria-pressed={showsSettings}
          onClick={() => service.showSettings(!showsSettings)}
        />
        {onHide && (
          <Button appearance="subtle" size="small" onClick={onHide}>
            收起面板
          </Button>
        )}
      </header>
      {state.welcome ? (
        <Welcome />
      ) : showsSettings ? (
        <SettingsScreen onClose={() => service.showSettings(false)} />
      ) : (
        <main className={styles.content}>
          <StepBar state={state} onSelect={(step) => service.goTo(step)} />
          <MainAction />
          <Messages />
          <UndoDialog />
          <div id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(state.step)}>
            <Screen />
          </div>
        </main>
      )}
    </div>
  );
}

function titleOf(result: { readonly unitName: string | null; readonly year: number | null } | null): string {
  if (result === null) return '绩效自评';
  return [result.unitName ?? '单位名称未写明', result.year === null ? '年度未写明' : `${result.year}年度`].join(' ');
}
