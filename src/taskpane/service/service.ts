import type { LastStage } from '../../evaluate';
import type { CellPlace } from '../../model/address';
import type { AmountUnit } from '../../model/unit';
import type { IndicatorQuestion, PaneResult, PlannedWrite } from '../engine/result';
import type { IndicatorAnswer, Mark, MarkState } from '../engine/said';
import type { Opening } from '../../ribbon/buttons';
import { CellVisits } from './cell-visits';
import { Changes } from './changes';
import { PaneCore } from './core';
import type { PaneTools } from './core';
import { Runs } from './runs';
import type { Saved, Settings } from './saved';
import { readSaved } from './saved';
import type { PaneState, Step } from './state';
import { STEPS } from './state';

/** After so many days without use the three lines of the first run are shown again: it is a tool for once a year. */
const LONG_GAP_DAYS = 120;
const DAY = 86_400_000;

/**
 * All the pane can do, without screens: it runs the pipe, keeps what she says, writes and takes back. What a host cannot
 * do becomes a trouble in the state; a bug of ours ends the session and leaves the workbook alone.
 */
export class PaneService {
  private readonly core: PaneCore;
  private readonly runs: Runs;
  private readonly changes: Changes;
  private readonly visits: CellVisits;
  /** What the button that opened the pane asked for; it waits for the first run's lines to be read. */
  private wanted: Opening | null = null;

  constructor(private readonly tools: PaneTools) {
    this.core = new PaneCore(tools);
    this.runs = new Runs(this.core);
    this.changes = new Changes(this.core);
    this.visits = new CellVisits(this.core);
  }

  readonly getState = (): PaneState => this.core.state;

  readonly subscribe = (listener: () => void): (() => void) => this.core.subscribe(listener);

  /**
   * Reads what is kept in the workbook, then does what the button that opened the pane asked for; where the first run's
   * lines are shown, after them.
   */
  async open(wanted: Opening | null = null): Promise<void> {
    this.wanted = wanted;
    await this.core.guarded(async () => {
      const { host, engine } = this.tools;
      const [saved, catalogue] = await Promise.all([readSaved(host.store), engine.catalogue()]);
      this.core.update({ phase: 'ready', saved, catalogue, welcome: this.isLongUnused(saved) });
    });
    if (this.core.state.phase === 'ready' && !this.core.state.welcome) await this.doWanted();
  }

  /** The first run's lines were read, or skipped. */
  async start(): Promise<void> {
    this.core.update({ welcome: false });
    const now = this.tools.today();
    await this.core.guarded(() => this.core.save({ lastUsed: now.toISOString().slice(0, 10) }));
    await this.doWanted();
  }

  /** Shows the first run's lines again. */
  showWelcome(): void {
    this.core.update({ welcome: true });
  }

  goTo(step: Step): void {
    this.core.update({ step });
  }

  showSettings(showsSettings: boolean): void {
    this.core.update({ showsSettings });
  }

  /**
   * 一键生成自评表: all four steps. Where the workbook has none of our sheets yet they are written at once; what stands
   * there already is listed first and written over only when she says so.
   */
  runAll(): Promise<void> {
    return this.core.guarded(async () => {
      const result = await this.runs.runTo('report', () => this.runAll());
      if (result === null) return;
      this.core.update({ step: 'report' });
      if (result.writes?.every(({ action }) => action === 'new'))
        await this.changes.write(result.writes, () => this.write());
    });
  }

  /** Runs up to a step and shows it. */
  run(step: Step): Promise<void> {
    return this.core.guarded(async () => {
      if ((await this.runs.runTo(step, () => this.run(step))) !== null) this.core.update({ step });
    });
  }

  /** Stops what is under way. */
  cancel(): void {
    this.runs.cancel();
    this.changes.cancel();
  }

  /** @param kind id of a kind, empty for a sheet that is no table, null for what the sheet itself says */
  correctKind(sheet: string, kind: string | null): Promise<void> {
    const { corrections } = this.core.state.saved;
    return this.restated({ corrections: { ...corrections, kinds: withEntry(corrections.kinds, sheet, kind) } });
  }

  correctUnit(sheet: string, unit: AmountUnit | null): Promise<void> {
    const { corrections } = this.core.state.saved;
    const amountUnits = withEntry(corrections.amountUnits, sheet, unit);
    return this.restated({ corrections: { ...corrections, amountUnits } });
  }

  saveSettings(settings: Settings): Promise<void> {
    return this.restated({ settings });
  }

  /** Marks a finding. @param reason must not be blank: a mark without a reason is none */
  mark(key: string, state: MarkState, reason: string): Promise<void> {
    const figures = this.core.state.result?.figures[key];
    if (figures === undefined || reason.trim() === '') throw new Error('a mark needs a finding and a reason');
    return this.setMark(key, { state, reason: reason.trim(), figures });
  }

  /** Takes a mark away. */
  unmark(key: string): Promise<void> {
    return this.setMark(key, { state: 'open', reason: '', figures: this.core.state.result?.figures[key] ?? '' });
  }

  /** Answers an indicator; the score is worked out anew. */
  answer({ row }: IndicatorQuestion, answer: IndicatorAnswer): Promise<void> {
    const { said } = this.core.state.saved;
    return this.restated({ said: { ...said, answers: { ...said.answers, [row]: answer } } });
  }

  /** Writes the sheets she was shown; works everything out anew before, for cells may have changed since. */
  write(): Promise<void> {
    return this.core.guarded(async () => {
      const shown = this.core.state.result?.writes ?? null;
      const result = await this.runs.runTo('report', () => this.write());
      const writes = result?.writes ?? null;
      if (writes === null) return;
      if (shown !== null && !sameWrites(shown, writes)) this.core.update({ listChanged: true });
      else await this.changes.write(writes, () => this.write());
    });
  }

  /** The ribbon's 撤销写入: she is shown what would be undone and asked, for she may mean another workbook. */
  askToUndo(): void {
    const { change, work } = this.core.state;
    if (work !== null) return;
    const isUndone = change === null || change.type === 'undo';
    if (isUndone) this.core.update({ notice: '没有可以撤销的写入。' });
    else this.core.update({ step: 'report', showsSettings: false, asksUndo: true });
  }

  /** She was asked and does not want it. */
  keepChange(): void {
    this.core.update({ asksUndo: false });
  }

  /** 撤销本次写入, and its reversal. */
  undo(): Promise<void> {
    this.core.update({ asksUndo: false });
    return this.core.guarded(() => this.changes.undo(() => this.undo()));
  }

  /** 删除全部自评表. */
  removeAll(): Promise<void> {
    return this.core.guarded(() => this.changes.removeAll(() => this.removeAll()));
  }

  /** Shows a cell; remembers where she was, so that she can be brought back. */
  goToCell(place: CellPlace): Promise<void> {
    return this.visits.goTo(place);
  }

  /** Brings her back to the cell she was at before she looked at others. */
  goBack(): Promise<void> {
    return this.visits.goBack();
  }

  /** 导出 Word. */
  exportWord(): Promise<void> {
    return this.core.guarded(async () => {
      const { result, outdated } = this.core.state;
      const isComposed = result !== null && result.writes !== null && !outdated;
      if (!isComposed && (await this.runs.runTo('report', () => this.exportWord())) === null) return;
      const bytes = await this.tools.engine.word();
      if (bytes === null) return;
      const { result: now } = this.core.state;
      const name = `${now?.unitName ?? ''}${now?.year ?? ''}年度部门整体支出绩效自评报告.docx`;
      const outcome = await this.tools.host.saveFile({ name, bytes });
      if (this.core.succeeded(outcome, () => void this.exportWord()))
        this.core.update({ notice: `已导出《${name}》。` });
    });
  }

  /** Does what the trouble offers to do. */
  takeNextStep(): void {
    const { trouble, step } = this.core.state;
    const retry = this.core.dismiss();
    if (trouble?.next === 'retry') retry?.();
    else if (trouble?.next === 'rerun') void this.run(step);
  }

  /** Takes note of a trouble or a notice. */
  dismiss(): void {
    this.core.dismiss();
  }

  /** A bug of ours was met on a screen or in a promise: nothing more is done in this session. */
  fail(reason: unknown): void {
    this.cancel();
    this.core.fail(reason);
  }

  /** Ends the session. */
  close(): void {
    this.cancel();
    this.tools.engine.close();
    this.core.close();
  }

  private async doWanted(): Promise<void> {
    const { wanted } = this;
    this.wanted = null;
    if (wanted === 'generate') await this.runAll();
    else if (wanted === 'check') await this.run('checks');
    else if (wanted === 'report') await this.run('report');
    else if (wanted === 'settings') this.showSettings(true);
  }

  private isLongUnused({ lastUsed }: Saved): boolean {
    if (lastUsed === null) return true;
    const since = this.tools.today().getTime() - Date.parse(lastUsed);
    return Number.isNaN(since) || since > LONG_GAP_DAYS * DAY;
  }

  private setMark(key: string, mark: Mark): Promise<void> {
    const { said } = this.core.state.saved;
    return this.core.guarded(() => this.core.save({ said: { ...said, marks: { ...said.marks, [key]: mark } } }, true));
  }

  /** Keeps something she said, and works out anew what depends on it, as far as it was worked out before. */
  private restated(change: Partial<Saved>): Promise<void> {
    return this.core.guarded(async () => {
      await this.core.save(change, true);
      const { result } = this.core.state;
      if (result !== null && !this.changes.isUnderWay) await this.rerun(stageOf(result));
    });
  }

  private async rerun(last: LastStage): Promise<void> {
    await this.runs.runTo(last, () => this.core.guarded(() => this.rerun(last)));
  }
}

/** How far a result goes. */
function stageOf({ checks, scorecard, writes }: PaneResult): Step {
  const reached = writes ? 4 : scorecard ? 3 : checks ? 2 : 1;
  return STEPS[reached - 1] as Step;
}

function sameWrites(one: readonly PlannedWrite[], other: readonly PlannedWrite[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | null,
): Readonly<Record<string, Value>> {
  const others = Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
  return value === null ? others : { ...others, [key]: value };
}
