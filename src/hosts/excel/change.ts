import type { SheetContent } from './content';
import type { HerFormula } from './references';
import type { Snapshot } from './snapshot';

/** One sheet to be written. */
export interface Write {
  /** The name it has in the end. */
  readonly name: string;
  /** @param nameOf the name under which a sheet can be reached while the change is being made */
  readonly content: (nameOf: (sheet: string) => string) => SheetContent;
  /** Id of the sheet it is written over; null for a new one. */
  readonly over: string | null;
  /** Name for a copy of the sheet that is written over. */
  readonly keepAs: string | null;
  /** Where a new sheet goes among the tabs; null behind all others. */
  readonly position: number | null;
}

/** What is to be done to a workbook, all of it or nothing. */
export interface Change {
  readonly writes: readonly Write[];
  /** Sheets of ours that go. */
  readonly removes: readonly { readonly id: string; readonly name: string }[];
  /** What sheets must hold for the change to be made, by id: it was taken down when they were written. */
  readonly expected: ReadonlyMap<string, string>;
  /** Formulas of hers that lost a sheet and get it back. */
  readonly references: readonly HerFormula[];
}

/** What a change left behind, by which it can be reversed. */
export interface Made {
  readonly created: readonly { readonly id: string; readonly name: string; readonly fingerprint: string }[];
  readonly replaced: readonly { readonly before: Snapshot; readonly fingerprint: string }[];
  readonly removed: readonly { readonly before: Snapshot; readonly position: number }[];
  /** Formulas of hers that read the removed sheets. */
  readonly references: readonly HerFormula[];
  readonly remarks: readonly string[];
}

/** The change that takes back another. */
export function reversalOf({ created, replaced, removed, references }: Made): Change {
  const restored = (before: Snapshot, position: number | null): Write => ({
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
      ...created.map(({ id, fingerprint }): [string, string] => [id, fingerprint]),
      ...replaced.map(({ before, fingerprint }): [string, string] => [before.id, fingerprint]),
    ]),
    references,
  };
}
