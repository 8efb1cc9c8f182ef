import { blankWorkbook } from '../../../../src/hosts/xlsx/write/blank';
import { CONTENT_TYPES, updateContentTypes } from '../../../../src/hosts/xlsx/write/content-types';
import { escapeAttribute } from '../../../../src/hosts/xlsx/write/escape';
import { TRANSITIONAL } from '../../../../src/hosts/xlsx/write/namespaces';
import { noteBoxesXml } from '../../../../src/hosts/xlsx/write/notes-xml';
import { openPackage } from '../../../../src/hosts/xlsx/write/open-package';
import type { Package } from '../../../../src/hosts/xlsx/write/package';
import {
  freePart,
  reachableParts,
  relationMarkup,
  relationsOf,
  RelationsEditor,
  relationsPart,
  relationsXml,
} from '../../../../src/hosts/xlsx/write/relations';
import { partKey } from '../../../../src/hosts/xlsx/zip';
import { cellAddress } from '../../../../src/model/address';
import type { Book } from '../book';
import { canonicalSheet } from '../canonical';
import type { BookSheet } from '../sheet';
import { chartXml, drawingXml } from './chart';
import { commentsXml } from './notes';
import { patchedCells } from './patch';
import { saveSettings } from './settings';
import { sheetXml } from './sheet';
import { StyleWriter } from './styles';
import { workbookXml } from './workbook';

/**
 * The book as an .xlsx file. It is the file it was loaded from with its changes: sheets nobody changed stay byte for
 * byte, in sheets of which only cells were changed only those are rewritten, and a sheet that was changed otherwise, or
 * is new, is written whole (what is not modelled of it, such as conditional formats, is lost then).
 */
export function save(book: Book): Uint8Array {
  return new BookWriter(book).bytes();
}

class BookWriter {
  private readonly parts: Package;
  private readonly workbook: string;
  private readonly stylesPart: string;
  private readonly styles: StyleWriter;
  private readonly written = new Map<string, string>();
  private readonly relations: RelationsEditor;
  private readonly relationIds = new Map<string, string>();

  constructor(private readonly book: Book) {
    const opened = openPackage(book.source ?? blankWorkbook());
    this.parts = opened.parts;
    this.workbook = opened.workbook;
    const styles = relationsOf(this.parts, this.workbook).find(({ kind }) => kind === 'styles')?.target;
    if (!styles) throw new Error('A workbook without a styles part is not saved.');
    this.stylesPart = styles;
    this.styles = new StyleWriter(this.parts.text(styles), book.normal);
    this.relations = new RelationsEditor(this.parts, this.workbook);
  }

  bytes(): Uint8Array {
    const { parts, book, relations } = this;
    const before = new Set(parts.names().map(partKey));
    for (const sheet of book.sheets) this.sheet(sheet);
    this.removeDeleted();
    relations.finish();
    parts.put(this.stylesPart, this.styles.text());
    parts.put(
      this.workbook,
      workbookXml(parts.text(this.workbook), book, (sheet) => this.relationIds.get(sheet.id) ?? ''),
    );
    saveSettings(book, parts, this.written);
    this.dropUnreachable();
    const now = new Set(parts.names().map(partKey));
    updateContentTypes(parts, new Set([...before].filter((key) => !now.has(key))), this.written);
    return parts.toBytes();
  }

  private sheet(sheet: BookSheet): void {
    const { parts } = this;
    const original = sheet.part === null ? null : (this.book.original?.sheetById(sheet.id) ?? null);
    if (sheet.part !== null && original) {
      const entry = this.relations.relations.find(({ target }) => target === sheet.part);
      this.relationIds.set(sheet.id, entry?.id ?? '');
      if (structure(sheet) === structure(original)) {
        const text = parts.text(sheet.part);
        const patched = patchedCells(text, sheet, original, this.styles);
        if (patched !== text) parts.put(sheet.part, patched);
        return;
      }
      parts.drop(relationsPart(sheet.part));
      this.wholeSheet(sheet, sheet.part);
      return;
    }
    const folder = this.workbook.slice(0, this.workbook.lastIndexOf('/') + 1);
    const part = freePart(parts, `${folder}worksheets/sheet`, '.xml');
    this.wholeSheet(sheet, part);
    this.relationIds.set(sheet.id, this.relations.add(`${TRANSITIONAL.relations}/worksheet`, part));
  }

  private wholeSheet(sheet: BookSheet, part: string): void {
    const links: string[] = [];
    const link = (kind: string, target: string): string => {
      const id = `rId${links.length + 1}`;
      links.push(relationMarkup(id, `${TRANSITIONAL.relations}/${kind}`, part, target));
      return id;
    };
    // The part must exist before others look for free names beside it.
    const drawing = sheet.charts.length === 0 ? null : link('drawing', this.drawing(sheet));
    const noteBoxes = sheet.notes().length === 0 ? null : this.notes(sheet, link);
    const outside = sheet.links().flatMap(({ row, column, target }): [string, string][] => {
      const address = target.split('#')[0] ?? '';
      if (address === '') return [];
      const id = `rId${links.length + 1}`;
      const type = `${TRANSITIONAL.relations}/hyperlink`;
      links.push(
        `<Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(address)}" TargetMode="External"/>`,
      );
      return [[cellAddress(row, column), id]];
    });
    this.put(
      part,
      CONTENT_TYPES.worksheet,
      sheetXml(sheet, { drawing, noteBoxes, links: new Map(outside) }, this.styles),
    );
    if (links.length > 0) this.parts.put(relationsPart(part), relationsXml(links.join('')));
  }

  private drawing(sheet: BookSheet): string {
    const drawing = freePart(this.parts, 'xl/drawings/drawing', '.xml');
    this.put(drawing, CONTENT_TYPES.drawing, drawingXml(sheet.charts));
    const links = sheet.charts.map((chart, index) => {
      const part = freePart(this.parts, 'xl/charts/chart', '.xml');
      this.put(part, CONTENT_TYPES.chart, chartXml(chart));
      return relationMarkup(`rId${index + 1}`, `${TRANSITIONAL.relations}/chart`, drawing, part);
    });
    this.parts.put(relationsPart(drawing), relationsXml(links.join('')));
    return drawing;
  }

  private notes(sheet: BookSheet, link: (kind: string, target: string) => string): string {
    const boxes = freePart(this.parts, 'xl/drawings/vmlDrawing', '.vml');
    this.put(boxes, CONTENT_TYPES.vmlDrawing, noteBoxesXml(sheet.notes()));
    const comments = freePart(this.parts, 'xl/comments', '.xml');
    this.put(comments, CONTENT_TYPES.comments, commentsXml(sheet));
    link('comments', comments);
    return link('vmlDrawing', boxes);
  }

  /** Sheets that are gone, and the chain of calculation, which would name cells that are no formulas any more. */
  private removeDeleted(): void {
    const kept = new Set(this.relationIds.values());
    for (const relation of this.relations.relations) {
      const gone = relation.kind === 'worksheet' && !kept.has(relation.id);
      if (!gone && relation.kind !== 'calcChain') continue;
      this.relations.remove(relation);
      if (relation.target !== null) this.parts.drop(relation.target);
    }
  }

  private dropUnreachable(): void {
    const reached = reachableParts(this.parts);
    for (const name of this.parts.names()) {
      const key = partKey(name);
      const owner = /^(.*?)_rels\/([^/]*)\.rels$/.exec(key);
      const keep = owner
        ? owner[1] + (owner[2] ?? '') === '' || reached.has(`${owner[1]}${owner[2]}`)
        : reached.has(key);
      if (!keep && key !== '[content_types].xml') this.parts.drop(name);
    }
  }

  private put(part: string, type: string, xml: string): void {
    this.parts.put(part, xml);
    this.written.set(part, type);
  }
}

/** Everything of a sheet that stands in its part beside the cells. */
function structure(sheet: BookSheet): string {
  const whole = canonicalSheet(sheet, { view: false });
  const page = { ...whole.page, area: null, titleRows: null, titleColumns: null };
  return JSON.stringify({ ...whole, cells: null, visibility: null, page });
}
