import type { Plan, PlannedSheet } from '../../../sheet/plan';
import { partKey } from '../zip';
import { namesSheet } from './calc-chain';
import { CONTENT_TYPES, updateContentTypes } from './content-types';
import type { WorkbookPackage } from './open-package';
import type { Package } from './package';
import { WriteTrouble } from './problem';
import type { PartRelation } from './relations';
import { freePart, reachableParts, RelationsEditor, relationsPart } from './relations';
import type { SheetDestination } from './sheet-parts';
import { writeSheet } from './sheet-parts';
import { sheetNames } from './sheet-names';
import { emptyStyles, StyleBook } from './styles';
import type { SheetEntry } from './workbook-part';
import { WorkbookPart } from './workbook-part';
import { XmlTree } from './xml-tree';

/** A planned sheet and the tab that has its name already. */
interface Target {
  readonly planned: PlannedSheet;
  readonly position: number | null;
  readonly entry: SheetEntry | null;
  /** The part whose content is replaced where it lies; null when the sheet gets a new part. */
  readonly part: string | null;
}

/** Writes one plan into one package. */
export class PlanWriter {
  private readonly parts: Package;
  private readonly workbookName: string;
  private readonly folder: string;
  private readonly workbook: WorkbookPart;
  private readonly relations: RelationsEditor;
  private readonly written = new Map<string, string>();

  /** @throws WriteTrouble structure-protected when no sheet may be added. */
  constructor({ parts, workbook }: WorkbookPackage) {
    this.parts = parts;
    this.workbookName = workbook;
    this.folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
    this.workbook = new WorkbookPart(parts.xml(workbook));
    if (this.workbook.isStructureLocked) throw new WriteTrouble('structure-protected');
    this.relations = new RelationsEditor(parts, workbook);
  }

  /** The package with the plan's sheets in it. @throws WriteTrouble when the result would be too large. */
  write(plan: Plan): Uint8Array {
    this.refuseClashes(plan);
    const targets = plan.sheets.map((planned) => this.target(planned));
    const dropped = this.dropReplaced(targets);
    const styles = this.openStyles();
    const destination: SheetDestination = {
      parts: this.parts,
      folder: this.folder,
      namespaces: this.workbook.namespaces,
      cells: { styles: styles.book, countsFrom1904: this.workbook.countsFrom1904 },
      written: this.written,
    };
    const positions = targets.map((target) => this.place(target, destination));
    for (const target of targets) this.keepOld(target);
    const names = plan.sheets.flatMap(({ model }, index) => sheetNames(model, positions[index] as number));
    this.parts.put(styles.part, styles.book.text());
    this.parts.put(this.workbookName, this.workbook.finish(new Set(positions), names));
    this.relations.finish();
    updateContentTypes(this.parts, dropped, this.written);
    return this.parts.toBytes();
  }

  /** Two sheets of one name, planned or kept, are a mistake of whoever made the plan. */
  private refuseClashes(plan: Plan): void {
    const planned = plan.sheets.map((sheet) => sheet.model.name.toLowerCase());
    const kept = plan.sheets.flatMap((sheet) => sheet.keepAs?.toLowerCase() ?? []);
    const names = [...planned, ...kept];
    if (new Set(names).size < names.length) throw new Error('Two sheets of the plan have one name.');
    const taken = kept.find((name) => this.workbook.positionOf(name) !== null);
    if (taken !== undefined) throw new Error(`The workbook already has a sheet named ${taken}.`);
  }

  private target(planned: PlannedSheet): Target {
    const position = this.workbook.positionOf(planned.model.name);
    const entry = position === null ? null : (this.workbook.sheets[position] ?? null);
    return { planned, position, entry, part: entry && planned.keepAs === null ? this.ownPart(entry) : null };
  }

  /** The part of a worksheet that no other tab shows; null when there is none. */
  private ownPart(entry: SheetEntry): string | null {
    const relation = this.relationOf(entry);
    if (relation?.kind !== 'worksheet' || relation.target === null || !this.parts.has(relation.target)) return null;
    const key = partKey(relation.target);
    const ways = this.relations.relations.filter((other) => other.target !== null && partKey(other.target) === key);
    const tabs = this.workbook.sheets.filter((other) => other.relation === entry.relation);
    return ways.length === 1 && tabs.length === 1 ? relation.target : null;
  }

  private relationOf(entry: SheetEntry): PartRelation | undefined {
    return this.relations.relations.find((relation) => relation.id === entry.relation);
  }

  /**
   * Drops what only the written-over sheets used: their drawings, notes, printer settings, the parts of tabs that get a
   * new one, and a stale chain of calculation. Gives the keys of the dropped parts.
   */
  private dropReplaced(targets: readonly Target[]): Set<string> {
    const replaced = new Set(targets.flatMap((target) => (target.part === null ? [] : [partKey(target.part)])));
    const removed = new Set(this.staleRelations(targets).map((relation) => relation.id));
    const before = reachableParts(this.parts);
    const after = reachableParts(this.parts, (from, relation) =>
      partKey(from) === partKey(this.workbookName) ? removed.has(relation.id) : replaced.has(partKey(from)),
    );
    for (const relation of this.relations.relations) if (removed.has(relation.id)) this.relations.remove(relation);
    const dropped = new Set([...before].filter((part) => !after.has(part)));
    for (const part of dropped) {
      this.parts.drop(part);
      this.parts.drop(relationsPart(part));
    }
    for (const part of replaced) this.parts.drop(relationsPart(part));
    return dropped;
  }

  /** Relationships of the workbook that nothing will use any more. */
  private staleRelations(targets: readonly Target[]): PartRelation[] {
    const leaving = new Set<SheetEntry>();
    for (const { entry, part, planned } of targets) {
      if (entry && part === null && planned.keepAs === null) leaving.add(entry);
    }
    const staying = new Set(this.workbook.sheets.filter((entry) => !leaving.has(entry)).map((entry) => entry.relation));
    const left = [...leaving].map((entry) => entry.relation).filter((id) => !staying.has(id));
    const sheetIds = new Set(targets.flatMap(({ entry }) => entry?.sheetId ?? []));
    return this.relations.relations.filter(
      (relation) =>
        left.includes(relation.id) ||
        (relation.kind === 'calcChain' &&
          relation.target !== null &&
          this.parts.has(relation.target) &&
          namesSheet(this.parts.xml(relation.target), sheetIds)),
    );
  }

  private openStyles(): { part: string; book: StyleBook } {
    const { namespaces } = this.workbook;
    const target = this.relations.relations.find((relation) => relation.kind === 'styles')?.target ?? null;
    if (target !== null && this.parts.has(target)) {
      const tree = this.parts.xml(target);
      const isEmpty = tree.root.openEnd === tree.root.end;
      return { part: target, book: new StyleBook(isEmpty ? new XmlTree(emptyStyles(namespaces.main)) : tree) };
    }
    const part = target ?? freePart(this.parts, `${this.folder}styles`, '.xml');
    if (target === null) this.relations.add(`${namespaces.relations}/styles`, part);
    this.written.set(part, CONTENT_TYPES.styles);
    return { part, book: new StyleBook(new XmlTree(emptyStyles(namespaces.main))) };
  }

  /** Writes one sheet and gives the position of its tab. */
  private place({ planned, position, entry, part }: Target, destination: SheetDestination): number {
    const sheetPart = part ?? freePart(this.parts, `${this.folder}worksheets/sheet`, '.xml');
    writeSheet(destination, sheetPart, planned.model, part === null ? null : this.codeNameOf(part));
    if (entry) this.workbook.show(entry);
    if (part !== null && position !== null) return position;
    const relation = this.relations.add(`${this.workbook.namespaces.relations}/worksheet`, sheetPart);
    if (!entry || position === null) return this.workbook.add({ name: planned.model.name, relation, state: null });
    this.workbook.redirect(entry, relation);
    return position;
  }

  /** Excel ties a sheet to its module in vbaProject.bin by this name; a sheet without it would get a second module. */
  private codeNameOf(part: string): string | null {
    const tree = this.parts.xml(part);
    const properties = tree.childOf(tree.root, 'sheetPr');
    return properties && tree.attribute(properties, 'codeName');
  }

  /** Hangs the old content of a sheet under a tab of its own, behind all others. */
  private keepOld({ planned, position, entry }: Target): void {
    if (!entry || position === null || planned.keepAs === null) return;
    const kept = this.workbook.add({ name: planned.keepAs, relation: entry.relation, state: entry.state });
    this.workbook.moveActiveTab(position, kept);
    this.workbook.moveNames(position, kept, planned.keepAs);
  }
}
