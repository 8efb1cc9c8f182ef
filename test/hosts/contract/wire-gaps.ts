import type { Cells } from '../excel/members/cells';
import { NAMES } from '../excel/members/names';
import type { HostObject } from '../excel/object-type';
import { hostObject, objectType, writes } from '../excel/object-type';

interface PrintName {
  readonly sheet: Cells['sheet'];
  readonly name: string;
}

const PRINT_NAME = objectType<PrintName>('NamedItem', {
  properties: { name: { get: ({ name }) => name } },
  methods: {
    delete: writes(({ sheet, name }) => sheet.setPage(name === 'Print_Area' ? { area: [] } : NO_TITLES)),
  },
  identity: ({ name }) => ({ Id: name }),
});

const NO_TITLES = { titleRows: null, titleColumns: null };

let filled = false;

/**
 * What the wire in test/hosts/excel lacks today, put in from here until it has it: the names of a sheet have those by
 * which Excel keeps what is printed and repeated ([J]; in files they are _xlnm.Print_Area and _xlnm.Print_Titles, ECMA-376
 * part 1, 18.2.5). Office.js has no other way to print a whole sheet again.
 */
export function fillWireGaps(): void {
  if (filled) return;
  filled = true;
  const { items, item } = NAMES;
  const printNames = ({ host, sheetId }: Parameters<NonNullable<typeof items>>[0]): HostObject[] => {
    const sheet = sheetId === null ? null : host.book.sheetById(sheetId);
    if (!sheet) return [];
    const { area, titleRows, titleColumns } = sheet.page;
    const names = [...(area.length > 0 ? ['Print_Area'] : []), ...(titleRows || titleColumns ? ['Print_Titles'] : [])];
    return names.map((name) => hostObject(PRINT_NAME, { sheet, name }));
  };
  Object.assign(NAMES, {
    items: ((scope) => [...printNames(scope), ...(items?.(scope) ?? [])]) satisfies typeof items,
    item: ((scope, key) =>
      printNames(scope).find(({ self }) => (self as PrintName).name === key) ??
      (item as NonNullable<typeof item>)(scope, key)) satisfies typeof item,
  });
}
