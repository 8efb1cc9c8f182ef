import type { Progress, LastStage } from '../../evaluate';
import type { HostProblem } from '../../hosts/port';
import type { WorkbookSource } from '../../model/grid';
import type { AmountUnit } from '../../model/unit';
import type { Plan } from '../../sheet/plan';
import type { PaneResult } from './result';
import type { Said } from './said';

/** What a run is asked to do, besides the workbook. */
export interface RunRequest {
  readonly last: LastStage;
  /** Printed on 自评_目录: 2024年4月20日. */
  readonly date: string;
  readonly year: number | null;
  readonly unitName: string | null;
  readonly amountUnits: Readonly<Record<string, AmountUnit>>;
  /** What a sheet is, by sheet; empty for one that is no table. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Id of a shipped rubric; null for the one on 自评_评分办法, else the one that fits. */
  readonly rubric: string | null;
  /** A mark whose figures have changed since is reopened. */
  readonly said: Said;
}

/** How a run ended. A bug of ours is thrown. */
export type RunOutcome =
  { readonly result: PaneResult } | { readonly problem: HostProblem } | { readonly cancelled: true };

export interface RunWork {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Something she can choose, with the name she knows it by. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the data packs offer to choose from. */
export interface Catalogue {
  /** Kinds of table, in the order of the packs. */
  readonly kinds: readonly Choice[];
  readonly rubrics: readonly Choice[];
}

/** The pipe, wherever it runs. It keeps what the last finished run composed until the next one is finished. */
export interface Engine {
  catalogue(): Promise<Catalogue>;
  run(source: WorkbookSource, request: RunRequest, work?: RunWork): Promise<RunOutcome>;
  /** The sheets the last finished run composed; null when it did not go as far. */
  plan(): Promise<Plan | null>;
  /** The Word report of the last finished run as a .docx file; null when it did not go as far. */
  word(): Promise<Uint8Array | null>;
  /** Ends the engine; what is under way is dropped. */
  close(): void;
}
