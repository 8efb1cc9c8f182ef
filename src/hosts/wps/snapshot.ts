import type { Area } from '../../model/address';
import type { Before } from '../change';
import { comparableEntries } from '../comparable';
import { areaOfAddress } from '../sheet-address';
import { readEntries } from './cells';
import type { SheetContent } from './content';
import { COLOR_INDEX_NONE } from './enums';
import type { EtWorksheet } from './et';
import { shown } from './open-book';
import type { OpenBook } from './open-book';
import { trouble } from './problems';
import { told } from './program';
import { chartsOf } from './snapshot-charts';
import { bandsOf, linksOf, mergesOf, notesOf, pageOf, viewOf } from './snapshot-layout';
import { looksOf } from './snapshot-looks';
import { rulesOf } from './snapshot-rules';
import { usedArea } from './used-area';
import type { Standing } from './write-sheet';

/** One sheet of ours as it stands: all that is needed to write it once more. */
export interface Snapshot extends Before<string, SheetContent> {
  readonly standing: Standing;
  /** Charts whose cells the program does not tell. */
  readonly untoldCharts: number;
}

/** Rows and columns beyond the used ones that may be hidden, wide or high without holding anything. */
const BEYOND = 40;

/** Takes down one sheet. @throws HostTrouble protected, gone */
export function takeSnapshot(book: OpenBook, name: string): Snapshot {
  return book.inspect(name, () => {
    const sheet = book.sheet(name);
    if (told(sheet.ProtectContents, 'ProtectContents')) throw trouble('protected', name);
    const visibility = told(sheet.Visible, 'Visible');
    return shown(sheet, () => snapshotOf(book, sheet, name, visibility));
  });
}

function snapshotOf(book: OpenBook, sheet: EtWorksheet, name: string, visibility: number): Snapshot {
  const used = usedArea(sheet);
  const rows = used.bottom + 1 + BEYOND;
  const columns = used.right + 1 + BEYOND;
  const entries = readEntries(sheet, used);
  const page = pageOf(sheet);
  const { charts, untold } = chartsOf(sheet);
  const { Tab: tab } = sheet;
  const content: SheetContent = {
    visibility,
    tabColor: told(tab.ColorIndex, 'ColorIndex') === COLOR_INDEX_NONE ? null : told(tab.Color, 'Color'),
    ...viewOf(book, sheet),
    entries,
    looks: looksOf(sheet, used),
    ...bandsOf(sheet, rows, columns),
    merges: mergesOf(sheet, used) ?? [],
    filter: filterOf(sheet),
    page,
    rules: rulesOf(sheet),
    notes: notesOf(sheet),
    links: linksOf(sheet),
    charts,
  };
  return {
    id: name,
    name,
    content,
    standing: { rows, columns, page: page.values },
    fingerprint: comparableEntries(entries),
    untoldCharts: untold,
  };
}

function filterOf(sheet: EtWorksheet): Area | null {
  if (!told(sheet.AutoFilterMode, 'AutoFilterMode')) return null;
  return areaOfAddress(told(sheet.AutoFilter, 'AutoFilter').Range.Address(false, false));
}

/** What has to be cleared of a sheet we wrote or were writing, whatever of it is there by now. */
export function standingNow(sheet: EtWorksheet, atLeast: Standing): Standing {
  const used = usedArea(sheet);
  return {
    rows: Math.max(used.bottom + 1 + BEYOND, atLeast.rows),
    columns: Math.max(used.right + 1 + BEYOND, atLeast.columns),
    page: pageOf(sheet).values,
  };
}
