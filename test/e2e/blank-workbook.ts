/** Kinds of action on the wire (officejs.md §A.5). */
const INSTANTIATE = 1;

interface Action {
  readonly Id: number;
  readonly ActionType: number;
}

/**
 * Answers a batch of the rich API for a workbook in which nothing that may be missing is there: every `…OrNullObject`
 * is null. Enough for a pane that opens; a page that asks for more gets no value and says so.
 */
export function blankWorkbook(text: string): string {
  const { Actions = [] } = JSON.parse(text) as { readonly Actions?: readonly Action[] };
  const results = Actions.map(({ Id, ActionType }) => ({
    ActionId: Id,
    Value: ActionType === INSTANTIATE ? null : undefined,
  }));
  return JSON.stringify({ Results: results });
}
