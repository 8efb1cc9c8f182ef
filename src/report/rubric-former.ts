import type { Rubric } from '../rubric/pack';
import { RUBRICS, rubricById } from '../rubric/packs';
import type { KeptRow } from './kept';

/** Stands beside what she typed for another rubric or year, and is kept until it is used again. */
export const FORMERLY_TYPED = '以前填写';

/** Rows with something of hers that the sheet as it is written now has no place for. */
export function formerRowsOf(kept: ReadonlyMap<string, KeptRow>, current: ReadonlySet<string>): KeptRow[] {
  return [...kept.values()].filter((row) => row.typed.size > 0 && !current.has(row.id));
}

/** What a row that is keyed by rubric and indicator was about, in words. */
export interface FormerSubject {
  readonly rubric: string;
  readonly indicator: string;
  /** The piece of evidence, for rows of the list of evidence. */
  readonly evidence: string | null;
}

/** Reads the key of a row (`indicatorKey`, `spareKey` of rubric-sheet.ts, `evidenceKey` of score-evidence.ts). */
export function formerSubject(key: string): FormerSubject {
  const [rubric = '', indicator = '', piece] = key.split('|');
  const shipped = rubricById(rubric);
  const found = shipped
    ? indicatorIn(shipped, indicator)
    : RUBRICS.map((one) => indicatorIn(one, indicator)).find(Boolean);
  return {
    rubric: shipped?.title ?? rubric.replace(/^imported-/, '导入的评分表：'),
    // An imported indicator without a known name is keyed by its path.
    indicator:
      found?.path[2] ?? (/^(?:\+|added-)/.test(indicator) ? '自行添加的指标' : (indicator.split('.').at(-1) ?? '')),
    evidence: piece === undefined ? null : (found?.evidence[Number(piece.replace(/\D/g, '')) - 1] ?? piece),
  };
}

function indicatorIn(rubric: Rubric, id: string): Rubric['indicators'][number] | undefined {
  return rubric.indicators.find((one) => one.id === id);
}
