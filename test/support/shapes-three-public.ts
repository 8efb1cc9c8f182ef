import type { LaidBook, LaidCell, LaidRow, LaidTable } from './laid';
import { withTables } from './laid';
import { headerCell, headerRows, labelCell } from './laid-cells';
import { threePublicHeadings, THREE_PUBLIC_ITEMS } from './laid-tables';

export type ThreePublicLayout = 'blocks' | 'alternating' | 'list' | 'transposed';

/** The amount cells of a 三公 table by `item·measure`, or by item alone where there is one measure only. */
type Amounts = (item: string, measure: string) => LaidCell | null;

/**
 * 三公 tables re-laid: `blocks` all budget figures and then all final ones; `alternating` budget and final side by side
 * under each item; `list` items down and measures across; `transposed` measures down and items across.
 */
export function threePublicAs(book: LaidBook, layout: ThreePublicLayout): LaidBook {
  return withTables(book, (table) => {
    if (!/^(final|budget)\/three-public@/.test(table.id)) return table;
    const cells = table.body.flat().filter((cell) => cell?.role === 'amount');
    const isFinal = table.id.startsWith('final/');
    const measures = isFinal ? ['预算数', '决算数'] : ['预算数'];
    const amounts: Amounts = (item, measure) =>
      cells.find((cell) => cell?.key?.column === (isFinal ? `${item}·${measure}` : item)) ?? null;
    return { ...table, ...LAYOUTS[layout](measures, amounts) };
  });
}

type Drawn = Pick<LaidTable, 'header' | 'body'>;

const LAYOUTS: Readonly<Record<ThreePublicLayout, (measures: readonly string[], amounts: Amounts) => Drawn>> = {
  blocks: (measures, amounts) => ({
    header: headerRows(
      measures.length === 1 ? threePublicHeadings() : measures.map((text) => ({ text, parts: threePublicHeadings() })),
    ),
    body: [measures.flatMap((measure) => THREE_PUBLIC_ITEMS.map((item) => amounts(item, measure)))],
  }),
  alternating: (measures, amounts) => ({
    header: headerRows(
      threePublicHeadings().map((heading) => {
        if (typeof heading === 'string') return { text: heading, parts: measures };
        const parts = (heading.parts ?? []).map((part) => ({ text: String(part), parts: measures }));
        return { text: heading.text, parts };
      }),
    ),
    body: [THREE_PUBLIC_ITEMS.flatMap((item) => measures.map((measure) => amounts(item, measure)))],
  }),
  list: (measures, amounts) => ({
    header: headerRows(['项目', ...measures]),
    body: THREE_PUBLIC_ITEMS.map((item, index): LaidRow => [
      labelCell(LIST_LABELS[index] ?? item),
      ...measures.map((measure) => amounts(item, measure)),
    ]),
  }),
  transposed: (measures, amounts) => ({
    header: headerRows(['项目', ...threePublicHeadings()]),
    body: measures.map((measure): LaidRow => [
      headerCell(measure),
      ...THREE_PUBLIC_ITEMS.map((item) => amounts(item, measure)),
    ]),
  }),
};

/** The items as a list writes them, in the order of {@link THREE_PUBLIC_ITEMS}. */
const LIST_LABELS = [
  '合计',
  '1.因公出国（境）费',
  '2.公务用车购置及运行维护费',
  '其中：（1）公务用车购置费',
  '（2）公务用车运行维护费',
  '3.公务接待费',
];
