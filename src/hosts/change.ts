import type { Plan } from '../sheet/plan';
import type { SheetModel } from '../sheet/sheet';

/** One sheet to be written in a workbook that is open in a program. `Id` tells sheets apart, `Content` is what one holds. */
export interface Write<Id, Content> {
  /** The name it has in the end. */
  readonly name: string;
  /** @param nameOf the name under which a sheet can be reached while the change is being made */
  readonly content: (nameOf: (sheet: string) => string) => Content;
  /** The sheet it is written over; null for a new one. */
  readonly over: Id | null;
  /** Name for a copy of the sheet that is written over. */
  readonly keepAs: string | null;
  /** Where a new sheet goes among the tabs; null behind all others. */
  readonly position: number | null;
}

/** A formula of a sheet that is not written, which reads one that goes. */
export interface HerFormula<Id> {
  readonly sheet: Id;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** What is to be done to a workbook, all of it or nothing. */
export interface Change<Id, Content> {
  readonly writes: readonly Write<Id, Content>[];
  /** Sheets of ours that go. */
  readonly removes: readonly { readonly id: Id; readonly name: string }[];
  /** What sheets must hold for the change to be made: it was taken down when they were written. */
  readonly expected: ReadonlyMap<Id, string>;
  /** Formulas of hers that lost a sheet and get it back. */
  readonly references: readonly HerFormula<Id>[];
}

/** One sheet as it stood. */
export interface Before<Id, Content> {
  readonly id: Id;
  readonly name: string;
  readonly content: Content;
  /** Its entries in a form in which they are compared with those read later. */
  readonly fingerprint: string;
}

/** What a change left behind, by which it can be reversed. */
export interface Made<Id, Content> {
  readonly created: readonly { readonly id: Id; readonly name: string; readonly fingerprint: string }[];
  readonly replaced: readonly { readonly before: Before<Id, Content>; readonly fingerprint: string }[];
  readonly removed: readonly { readonly before: Before<Id, Content>; readonly position: number }[];
  /** Formulas of hers that read the removed sheets. */
  readonly references: readonly HerFormula<Id>[];
  readonly remarks: readonly string[];
}

/** The change that takes back another. */
export function reversalOf<Id, Content>(made: Made<Id, Content>): Change<Id, Content> {
  const { created, replaced, removed, references } = made;
  const restored = (before: Before<Id, Content>, position: number | null): Write<Id, Content> => ({
    name: before.name,
    content: () => before.content,
    over: position === null ? before.id : null,
    keepAs: null,
    position,
  });
  return {
    writes: [
      ...removed.map(({ before, position }) => restored(before, position)),
      ...replaced.map(({ before }) => restored(before, null)),
    ],
    removes: created.map(({ id, name }) => ({ id, name })),
    expected: new Map([
      ...created.map(({ id, fingerprint }): [Id, string] => [id, fingerprint]),
      ...replaced.map(({ before, fingerprint }): [Id, string] => [before.id, fingerprint]),
    ]),
    references,
  };
}

/**
 * The change a plan asks for. A sheet that has the name of a planned one is written over where it stands, so that
 * formulas of hers that read it go on reading it; when it is to be kept, a copy takes the other name, as in a file.
 */
export function changeOfPlan<Id, Content>(
  { sheets }: Plan,
  standing: readonly { readonly id: Id; readonly name: string }[],
  contentOf: (model: SheetModel, nameOf: (sheet: string) => string) => Content,
): Change<Id, Content> {
  const names = sheets.flatMap(({ model, keepAs }) => [model.name, ...(keepAs === null ? [] : [keepAs])]);
  // Two sheets of one name, planned or kept, are a mistake of whoever made the plan.
  if (new Set(names.map(sheetKey)).size < names.length) throw new Error('Two sheets of the plan have one name.');
  const writes = sheets.map(({ model, keepAs }): Write<Id, Content> => {
    const there = standing.find(({ name }) => sheetKey(name) === sheetKey(model.name));
    return {
      name: there?.name ?? model.name,
      content: (nameOf) => contentOf(model, nameOf),
      over: there?.id ?? null,
      keepAs: there ? keepAs : null,
      position: null,
    };
  });
  return { writes, removes: [], expected: new Map(), references: [] };
}

/** Names of sheets are the same in capital and small letters. */
export function sheetKey(name: string): string {
  return name.toLowerCase();
}
