import { RANGE } from '../excel/members/range';
import { WORKSHEET } from '../excel/members/worksheet';
import type { Cells } from '../excel/members/cells';
import { hyperlink } from '../excel/members/hyperlink';
import { NAMES } from '../excel/members/names';
import type { HostObject, Member, ObjectType } from '../excel/object-type';
import { hostObject, objectType, reads, writes } from '../excel/object-type';

type Options = Record<string, unknown>;

/**
 * Members the wire in test/hosts/excel lacks today, put in from here until it has them:
 * the runtime sets `showGridlines` under the name “Gridlines” (excel-win32-16.01.debug.js, Worksheet_ShowGridlines_Set);
 * `getCellProperties` takes `protection: true` and `hyperlink: true`
 * (@types/office-js: CellPropertiesFormatLoadOptions, CellPropertiesLoadOptions).
 * the names of a sheet have those by which Excel keeps what is printed and repeated ([J]; in files they are
 * _xlnm.Print_Area and _xlnm.Print_Titles, ECMA-376 part 1, 18.2.5).
 */
export function fillWireGaps(): void {
  const sheet = members(WORKSHEET);
  const shown = sheet.get('showgridlines');
  if (shown && !sheet.has('gridlines')) sheet.set('gridlines', shown);
  fillPrintNames();
  const range = members(RANGE);
  const known = range.get('getcellproperties');
  if (known?.kind !== 'method' || filled.has(known)) return;
  const member: Member<Cells> = {
    ...known,
    method: reads((cells, [options]) => properties(known, cells, options as Options)),
  };
  filled.add(member);
  range.set('getcellproperties', member);
}

const filled = new WeakSet<object>();

function members<Self>(type: ObjectType<Self>): Map<string, Member<Self>> {
  return type.members as Map<string, Member<Self>>;
}

/** `protection: true` asks for both its members. */
function bothMembers({ protection, ...look }: Options): Options {
  return { ...look, ...(protection === true && { protection: { locked: true, formulaHidden: true } }) };
}

function properties(
  known: Extract<Member<Cells>, { kind: 'method' }>,
  cells: Cells,
  { hyperlink: links, format, ...others }: Options,
): unknown {
  const call = (look: unknown): Options[][] =>
    known.method.call(cells, [{ ...others, ...(look ? { format: look } : {}) }]) as Options[][];
  let rows: Options[][];
  try {
    rows = call(format);
  } catch {
    rows = call(format && bothMembers(format as Options));
  }
  if (links !== true) return rows;
  const { top, left } = cells.area;
  return rows.map((row, down) =>
    row.map((cell, right) => {
      const at = { top: top + down, bottom: top + down, left: left + right, right: left + right };
      return { ...cell, hyperlink: hyperlink(cells.at(at)) };
    }),
  );
}

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

function fillPrintNames(): void {
  if (filled.has(NAMES)) return;
  filled.add(NAMES);
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
