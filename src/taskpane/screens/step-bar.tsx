import { Tab, TabList, makeStyles } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { PaneState, Step } from '../service/state';
import { STEPS } from '../service/state';

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  tables: '识别表格',
  checks: '核对数据',
  scores: '计算得分',
  report: '生成报告',
};

/** Id of the panel every step is shown in. */
export const PANEL_ID = 'step-panel';

export function tabId(step: Step): string {
  return `step-${step}`;
}

const useStyles = makeStyles({
  list: { justifyContent: 'space-between' },
  tab: { paddingLeft: '2px', paddingRight: '2px' },
  // With it four names are wider than a docked pane.
  number: { '@media (max-width: 340px)': { display: 'none' } },
});

/** Steps whose work is done. */
export function doneSteps({ result, change, outdated }: PaneState): ReadonlySet<Step> {
  const done = new Set<Step>();
  if (result) done.add('tables');
  if (result?.checks) done.add('checks');
  if (result?.scorecard) done.add('scores');
  const isWritten = change !== null && change.sheets.length > 0;
  if (isWritten && !outdated) done.add('report');
  return done;
}

interface StepBarProps {
  readonly state: PaneState;
  readonly onSelect: (step: Step) => void;
}

/** 1 识别表格 → 2 核对数据 → 3 计算得分 → 4 生成报告, always visible. */
export function StepBar({ state, onSelect }: StepBarProps) {
  const styles = useStyles();
  const done = doneSteps(state);
  return (
    <TabList
      size="small"
      reserveSelectedTabSpace={false}
      className={styles.list}
      selectedValue={state.step}
      onTabSelect={(_, { value }) => onSelect(value as Step)}
      aria-label="步骤"
    >
      {STEPS.map((step, index) => (
        <Tab key={step} id={tabId(step)} value={step} className={styles.tab} aria-controls={PANEL_ID}>
          {done.has(step) ? (
            <CheckmarkCircle16Filled aria-label="已完成" className={styles.number} />
          ) : (
            <span className={styles.number}>{index + 1} </span>
          )}
          {STEP_NAMES[step]}
        </Tab>
      ))}
    </TabList>
  );
}
