import type { Connection, Session } from './connection';
import type { SheetContent } from './content';
import { mergePieces } from './merges';
import { piece, sendPieces } from './requests';
import type { Piece } from './requests';
import { chartPieces } from './write-charts';
import { formatPieces } from './write-formats';
import { bandPieces, linkPieces, pagePieces, rulePieces, viewPieces } from './write-layout';
import { notePieces } from './write-notes';
import { valuePieces } from './write-values';

/** What an existing sheet reaches to and has, so that it can be cleared before it is written over. */
export interface Standing {
  readonly rows: number;
  readonly columns: number;
  /** Ids of the charts of ours. */
  readonly charts: readonly string[];
  readonly hasFilter: boolean;
  /** Names for what is printed and repeated. */
  readonly printNames: readonly string[];
  readonly notes: readonly string[];
}

/** The sheet a content is written to. */
export interface Destination {
  readonly id: string;
  /** Its name while it is written. */
  readonly name: string;
  /** What she calls it. */
  readonly shown: string;
  /** What stands there; null when the sheet is new. */
  readonly standing: Standing | null;
}

/** Writes one sheet: one request, or as many as its size needs. */
export async function writeSheet(
  session: Session,
  { requirements }: Connection,
  { id, name, shown, standing }: Destination,
  content: SheetContent,
): Promise<void> {
  await sendPieces(session, id, shown, [
    ...(standing ? clearingPieces(standing) : []),
    ...valuePieces(content),
    ...linkPieces(content),
    ...mergePieces(content),
    ...formatPieces(content),
    ...bandPieces(content),
    ...pagePieces(content, standing === null),
    ...viewPieces(content),
    ...rulePieces(content),
    ...(requirements.notes ? notePieces(content) : []),
    ...chartPieces(content, name),
  ]);
}

/** Takes away all that a sheet of ours holds, cell by cell and never the sheet itself: formulas elsewhere keep it. */
function clearingPieces(standing: Standing): Piece[] {
  const { rows, columns, charts, notes } = standing;
  return [
    piece(40, (sheet) => {
      for (const id of charts) sheet.charts.getItem(id).delete();
      if (standing.hasFilter) sheet.autoFilter.remove();
      sheet.freezePanes.unfreeze();
      sheet.horizontalPageBreaks.removePageBreaks();
      sheet.verticalPageBreaks.removePageBreaks();
      for (const name of standing.printNames) sheet.names.getItem(name).delete();
      for (const address of notes) sheet.notes.getItem(address).delete();
      const cells = sheet.getRangeByIndexes(0, 0, rows, columns);
      cells.unmerge();
      cells.dataValidation.clear();
      cells.clear();
      const allColumns = sheet.getRangeByIndexes(0, 0, 1, columns).getEntireColumn();
      allColumns.columnHidden = false;
      allColumns.format.useStandardWidth = true;
      const allRows = sheet.getRangeByIndexes(0, 0, rows, 1).getEntireRow();
      allRows.rowHidden = false;
      allRows.format.useStandardHeight = true;
    }),
  ];
}
