import type { ShellAnswer, ShellSettings } from '../../hosts/excel/shells/page-shell';
import { PATHS } from '../view';
import type { BookView, CellsView, EntryView, Selected, Typed } from '../view';

/** The book, and what the shell beside it says of the program. */
export interface ServedBook extends BookView {
  readonly settings: ShellSettings;
}

async function asked<Result>(path: string, init?: RequestInit): Promise<Result> {
  const response = await fetch(path, init);
  const result = (await response.json()) as Result & { readonly message?: string };
  if (!response.ok) throw new Error(result.message ?? response.statusText);
  return result;
}

const post = (path: string, body: BodyInit | null): Promise<unknown> => asked(path, { method: 'POST', body });

/** What the page asks of the workbench behind it. */
export const server = {
  book: () => asked<ServedBook>(PATHS.book),
  cells: (sheet: string, top: number, bottom: number, left: number, right: number) =>
    asked<CellsView>(`${PATHS.cells}?${new URLSearchParams({ sheet, ...texts({ top, bottom, left, right }) })}`),
  entry: ({ sheet, row, column }: Selected) =>
    asked<EntryView>(`${PATHS.entry}?${new URLSearchParams({ sheet, ...texts({ row, column }) })}`),
  type: (typed: Typed) => post(PATHS.type, JSON.stringify(typed)),
  select: (selected: Selected) => post(PATHS.select, JSON.stringify(selected)),
  open: (file: File) => post(`${PATHS.open}?${new URLSearchParams({ name: file.name })}`, file),
  openSample: () => post(PATHS.open, null),
  execute: (batch: string) => asked<ShellAnswer | null>(PATHS.execute, { method: 'POST', body: batch }),
};

function texts(numbers: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
}
