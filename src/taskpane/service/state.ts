import type { Capability, HostProblem, UndoToken } from '../../hosts/port';
import type { Catalogue } from '../engine/engine';
import type { PaneResult, PlannedWrite } from '../engine/result';
import type { Said } from '../engine/said';
import type { Saved } from './saved';

/** 1 识别表格 → 2 核对数据 → 3 计算得分 → 4 生成报告. */
export const STEPS = ['tables', 'checks', 'scores', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** Work under way that can be watched and stopped. */
export interface Work {
  readonly step: Step;
  /** 正在读取 3/45 张表：支出决算表. */
  readonly text: string;
  /** From 0 to 1; null where it cannot be told. */
  readonly share: number | null;
}

/** What she can do about a trouble: try the same again, run anew, or take note. */
export type NextStep = 'retry' | 'rerun' | 'dismiss';

/** Something the host could not do. The workbook is as it was before, unless the message says otherwise. */
export interface Trouble {
  readonly problem: HostProblem;
  readonly next: NextStep;
}

/** The last change made to the workbook that can be taken back. */
export interface LastChange {
  readonly type: 'write' | 'removal' | 'undo';
  readonly undo: UndoToken;
  /** What this host had to leave out. */
  readonly remarks: readonly string[];
  /** Names of the sheets the workbook has through it; empty when it took them away. */
  readonly sheets: readonly string[];
  readonly before: Standing;
}

/** How the workbook and the pane stand between two changes; put back when the later one is undone. */
export interface Standing {
  /** What stood on no sheet yet. */
  readonly said: Said;
  readonly sheets: readonly string[];
  readonly writes: readonly PlannedWrite[] | null;
}

/** Everything the screens show. */
export interface PaneState {
  /** `opening` until what is kept in the workbook was read; `broken` when a bug of ours ended the session. */
  readonly phase: 'opening' | 'ready' | 'broken';
  readonly hostName: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** Where the sample workbook can be had; null where it is not shipped. */
  readonly sample: string | null;
  readonly catalogue: Catalogue;
  readonly saved: Saved;
  /** True while the three lines of the first run are shown. */
  readonly welcome: boolean;
  readonly step: Step;
  readonly showsSettings: boolean;
  /** True while she is asked whether the last change is to be undone. */
  readonly asksUndo: boolean;
  readonly result: PaneResult | null;
  /** True when she corrected or answered something since the result was worked out. */
  readonly outdated: boolean;
  readonly work: Work | null;
  readonly trouble: Trouble | null;
  /** Something that went well, or was stopped as she wished: 已停下，工作簿没有改动。 */
  readonly notice: string | null;
  readonly change: LastChange | null;
  /** True when a write stopped because what would be written is not what she was shown. */
  readonly listChanged: boolean;
}
