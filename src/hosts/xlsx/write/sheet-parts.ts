import type { SheetModel } from '../../../sheet/sheet';
import type { CellContext } from './cell-xml';
import { chartXml } from './chart-xml';
import { CONTENT_TYPES } from './content-types';
import { drawingXml } from './drawing-xml';
import type { Namespaces } from './namespaces';
import { commentsXml, noteBoxesXml } from './notes-xml';
import type { Package } from './package';
import { freePart, relationMarkup, relationsPart, relationsXml } from './relations';
import { sheetXml } from './sheet-xml';

/** Where sheets of ours are written to. */
export interface SheetDestination {
  readonly parts: Package;
  /** Folder of the workbook part, with a slash at its end unless it is the package's own. */
  readonly folder: string;
  readonly namespaces: Namespaces;
  readonly cells: CellContext;
  /** Takes down every part that is written, with its content type. */
  readonly written: Map<string, string>;
}

/**
 * Writes one sheet into the part of a name, and what hangs on it into parts of their own beside it.
 * @param codeName the name macros know the sheet by, when it is written over; else null
 */
export function writeSheet(
  destination: SheetDestination,
  part: string,
  model: SheetModel,
  codeName: string | null,
): void {
  const { namespaces, cells } = destination;
  const links: SheetLinks = { inside: '', count: 0 };
  const drawing =
    model.charts.length === 0 ? null : link(destination, links, part, 'drawing', writeDrawing(destination, model));
  const notes = model.notes.length === 0 ? null : writeNotes(destination, links, part, model);
  put(
    destination,
    part,
    CONTENT_TYPES.worksheet,
    sheetXml(model, { drawing, legacyDrawing: notes }, cells, namespaces, codeName),
  );
  if (links.count > 0) destination.parts.put(relationsPart(part), relationsXml(links.inside));
}

interface SheetLinks {
  inside: string;
  count: number;
}

function link(destination: SheetDestination, links: SheetLinks, from: string, kind: string, to: string): string {
  links.count += 1;
  const id = `rId${links.count}`;
  links.inside += relationMarkup(id, `${destination.namespaces.relations}/${kind}`, from, to);
  return id;
}

function writeDrawing(destination: SheetDestination, model: SheetModel): string {
  const { parts, folder, namespaces } = destination;
  const links: SheetLinks = { inside: '', count: 0 };
  const drawing = freePart(parts, `${folder}drawings/drawing`, '.xml');
  put(destination, drawing, CONTENT_TYPES.drawing, drawingXml(model.charts, namespaces));
  for (const chart of model.charts) {
    const part = freePart(parts, `${folder}charts/chart`, '.xml');
    put(destination, part, CONTENT_TYPES.chart, chartXml(chart, model.name, namespaces));
    link(destination, links, drawing, 'chart', part);
  }
  parts.put(relationsPart(drawing), relationsXml(links.inside));
  return drawing;
}

/** Gives the id of the relationship to the boxes, which the sheet names; the texts are found by their kind alone. */
function writeNotes(destination: SheetDestination, links: SheetLinks, sheet: string, model: SheetModel): string {
  const { parts, folder, namespaces } = destination;
  const boxes = freePart(parts, `${folder}drawings/vmlDrawing`, '.vml');
  put(destination, boxes, CONTENT_TYPES.vmlDrawing, noteBoxesXml(model.notes));
  const comments = freePart(parts, `${folder}comments`, '.xml');
  put(destination, comments, CONTENT_TYPES.comments, commentsXml(model.notes, namespaces));
  const id = link(destination, links, sheet, 'vmlDrawing', boxes);
  link(destination, links, sheet, 'comments', comments);
  return id;
}

function put(destination: SheetDestination, part: string, type: string, xml: string): void {
  destination.parts.put(part, xml);
  destination.written.set(part, type);
}
