import type { Connection, Session } from './connection';
import type { SheetContent } from './content';
import { comparableEntries } from '../comparable';
import { cellsOf } from './snapshot-cells';
import { chartsOf, withNameCells } from './snapshot-charts';
import { rulesOf } from './snapshot-rules';
import { structuresOf } from './snapshot-structure';
import type { Structure } from './snapshot-structure';
import type { Standing } from './write-sheet';

/** One sheet of ours as it stands: all that is needed to write it once more. */
export interface Snapshot {
  readonly id: string;
  readonly name: string;
  readonly content: SheetContent;
  readonly standing: Standing;
  /** Its entries in a form in which they are compared with those read later. */
  readonly fingerprint: string;
}

export interface Snapshots {
  readonly all: readonly Snapshot[];
  /** Names of the sheets whose charts could not be read. */
  readonly untoldCharts: readonly string[];
}

/** Takes down sheets of ours. @throws HostTrouble protected when one may not be written */
export async function takeSnapshots(
  session: Session,
  connection: Connection,
  sheets: readonly { readonly id: string; readonly name: string }[],
): Promise<Snapshots> {
  if (sheets.length === 0) return { all: [], untoldCharts: [] };
  const structures = await structuresOf(session, connection, sheets);
  const cells = await cellsOf(session, structures);
  const rules = await rulesOf(session, structures);
  const { charts, untold } = await chartsOf(session, connection, structures);
  const all = structures.map((structure): Snapshot => {
    const { id, name, content, standing } = structure;
    const own = cells.get(id) ?? { entries: [], looks: [], links: [], columns: [], rows: [] };
    const whole = {
      ...content,
      ...own,
      rules: rules.get(id) ?? [],
      charts: withNameCells(charts.get(id) ?? [], own.entries),
    };
    return { id, name, content: whole, standing, fingerprint: comparableEntries(own.entries) };
  });
  return { all, untoldCharts: untold };
}

/** What has to be cleared of a sheet we wrote or were writing, whatever of it is there by now. */
export async function standingNow(
  session: Session,
  connection: Connection,
  id: string,
  atLeast: Standing,
): Promise<Standing> {
  const [{ standing }] = (await structuresOf(session, connection, [{ id, name: '' }])) as [Structure];
  return {
    ...standing,
    rows: Math.max(standing.rows, atLeast.rows),
    columns: Math.max(standing.columns, atLeast.columns),
  };
}
