import { inThreadEngine } from '../../../src/taskpane/engine/in-thread';
import { PaneService } from '../../../src/taskpane/service/service';
import type { Edit } from '../../support/edit-cells';
import { withCells } from '../../support/edit-cells';
import { sampleBytes } from '../../support/sample';
import { FileWorkbook } from './file-workbook';

/** The sum of all spending in the sample's 支出决算表, 17,917.84 万元: another figure contradicts the rows below it. */
export const A_FIGURE = '支出决算表!E7';

export interface OpenedPane {
  readonly service: PaneService;
  readonly workbook: FileWorkbook;
  /** Bugs of ours the session met. */
  readonly bugs: readonly unknown[];
}

/** A pane opened on the sample, after some cells of it were typed over. */
export async function openedPane(edits: Readonly<Record<string, Edit>> = {}): Promise<OpenedPane> {
  const bytes = sampleBytes();
  const workbook = new FileWorkbook(withCells(bytes, new Map(Object.entries(edits))));
  const bugs: unknown[] = [];
  const service = serviceOn(workbook, bugs);
  await service.open();
  return { service, workbook, bugs };
}

/** A new session on a workbook, as when the pane is opened again. */
export function serviceOn(host: FileWorkbook, bugs: unknown[] = []): PaneService {
  const today = (): Date => new Date('2024-04-20T08:00:00Z');
  return new PaneService({
    host,
    engine: inThreadEngine(),
    today,
    sample: 'sample/示例.xlsx',
    onBug: (reason) => bugs.push(reason),
  });
}
