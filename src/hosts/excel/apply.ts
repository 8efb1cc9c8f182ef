import type { Plan } from '../../sheet/plan';
import type { BookState } from './book-state';
import { sheetNamed } from './book-state';
import type { Change, Write } from './change';
import { contentOfModel } from './model-content';

/**
 * The change a plan asks for. A sheet that has the name of a planned one is written over where it stands, so that
 * formulas of hers that read it go on reading it; when it is to be kept, a copy takes the other name, as in a file.
 */
export function changeOfPlan(plan: Plan, book: BookState): Change {
  refuseClashes(plan);
  const writes = plan.sheets.map(({ model, keepAs }): Write => {
    const standing = sheetNamed(book, model.name);
    return {
      name: standing?.name ?? model.name,
      content: (nameOf) => contentOfModel(model, nameOf),
      over: standing?.id ?? null,
      keepAs: standing ? keepAs : null,
      position: null,
    };
  });
  return { writes, removes: [], expected: new Map(), references: [] };
}

/** Two sheets of one name, planned or kept, are a mistake of whoever made the plan. */
function refuseClashes({ sheets }: Plan): void {
  const names = sheets.flatMap(({ model, keepAs }) => [model.name, ...(keepAs === null ? [] : [keepAs])]);
  const different = new Set(names.map((name) => name.toLowerCase()));
  if (different.size < names.length) throw new Error('Two sheets of the plan have one name.');
}
