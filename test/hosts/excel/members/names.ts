import type { Area } from '../../../../src/model/address';
import type { BookSheet } from '../../workbook/sheet';
import type { DefinedName } from '../../workbook/structure';
import type { ExcelHost } from '../excel-host';
import { HostError, NotModelled } from '../host-error';
import type { HostObject, ObjectType } from '../object-type';
import { hostObject, isHostObject, objectType, reads, writes } from '../object-type';
import { Cells, parseAddress, shortAddress, WHOLE_SHEET } from './cells';
import { invalid, optionalText, text, truth } from './given';
import { range } from './range';

/** The names of the workbook (null) or of one sheet. */
interface Scope {
  readonly host: ExcelHost;
  readonly sheetId: string | null;
}

interface Name extends Scope {
  readonly name: string;
}

/**
 * The names of a scope. A sheet's have those by which Excel keeps what of it is printed and repeated ([J]; in files they
 * are _xlnm.Print_Area and _xlnm.Print_Titles, ECMA-376 part 1, 18.2.5); the store keeps both with the page.
 */
function namesOf({ host, sheetId }: Scope): readonly DefinedName[] {
  const own = host.book.definedNames.filter(({ sheet }) => sheet === sheetId);
  const sheet = sheetId === null ? null : host.book.sheetById(sheetId);
  return sheet ? [...printNames(sheet), ...own] : own;
}

function printNames(sheet: BookSheet): DefinedName[] {
  const { area, titleColumns, titleRows } = sheet.page;
  const titles: Area[] = [];
  if (titleColumns) titles.push({ ...WHOLE_SHEET, left: titleColumns.from, right: titleColumns.to });
  if (titleRows) titles.push({ ...WHOLE_SHEET, top: titleRows.from, bottom: titleRows.to });
  const named = (name: string, areas: readonly Area[]): DefinedName[] =>
    areas.length === 0
      ? []
      : [{ name, sheet: sheet.id, refersTo: referring(sheet, areas), hidden: false, comment: '' }];
  return [...named(PRINT_AREA, area), ...named(PRINT_TITLES, titles)];
}

const PRINT_AREA = 'Print_Area';
const PRINT_TITLES = 'Print_Titles';

/** "='表'!$A$1:$B$2,'表'!$1:$3" */
function referring(sheet: BookSheet, areas: readonly Area[]): string {
  const prefix = `'${sheet.name.replace(/'/g, "''")}'!`;
  const absolute = (area: Area): string =>
    shortAddress(area)
      .replace(/([A-Z]+)(?=\d|:|$)/g, '$$$1')
      .replace(/(\d+)/g, '$$$1');
  return `=${areas.map((area) => `${prefix}${absolute(area)}`).join(',')}`;
}

function defined(given: Name): DefinedName {
  const key = given.name.toLowerCase();
  const found = namesOf(given).find(({ name }) => name.toLowerCase() === key);
  if (found) return found;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}

function isPrintName({ name, sheetId }: Name): boolean {
  return sheetId !== null && [PRINT_AREA, PRINT_TITLES].includes(name);
}

function change(name: Name, patch: Partial<DefinedName>): void {
  if (isPrintName(name)) throw new NotModelled(`changing the name ${name.name}`);
  name.host.book.setDefinedName({ ...defined(name), ...patch });
}

function remove(name: Name): void {
  const { sheet } = defined(name);
  if (!isPrintName(name)) {
    name.host.book.deleteDefinedName(name.name, sheet);
    return;
  }
  const printed = name.name === PRINT_AREA ? { area: [] } : { titleRows: null, titleColumns: null };
  name.host.book.sheetById(name.sheetId as string)?.setPage(printed);
}

function find(scope: Scope, key: unknown): HostObject | null {
  const given = text(key, 'name').toLowerCase();
  const found = namesOf(scope).find(({ name }) => name.toLowerCase() === given);
  return found ? hostObject(NAME, { ...scope, name: found.name }) : null;
}

/** The cells a name stands for, null when it stands for something else. */
function target(name: Name): HostObject | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/u.exec(defined(name).refersTo);
  if (!match) return null;
  const sheet = name.host.book.sheet((match[1] ?? match[2] ?? '').replace(/''/g, "'"));
  if (!sheet) return null;
  const area = parseAddress(match[3], sheet);
  return range(new Cells(name.host, sheet.id, [area]), area);
}

/** What a name is to stand for: a range, a formula with “=”; a plain text is kept as a text (office-js#2283). */
function reference(given: unknown): string {
  if (isHostObject(given)) {
    if (!(given.self instanceof Cells)) throw invalid('reference');
    return referring(given.self.sheet, given.self.areas);
  }
  const formula = text(given, 'reference');
  return formula.startsWith('=') ? formula : `="${formula.replace(/"/g, '""')}"`;
}

const NAME: ObjectType<Name> = objectType<Name>('NamedItem', {
  properties: {
    name: { get: (name) => defined(name).name },
    formula: {
      get: (name) => defined(name).refersTo,
      set: (name, value) => change(name, { refersTo: text(value, 'formula') }),
    },
    comment: {
      get: (name) => defined(name).comment,
      set: (name, value) => change(name, { comment: text(value, 'comment') }),
    },
    visible: {
      get: (name) => !defined(name).hidden,
      set: (name, value) => change(name, { hidden: !truth(value, 'visible') }),
    },
    scope: { get: ({ sheetId }) => (sheetId === null ? 'Workbook' : 'Worksheet') },
  },
  methods: {
    delete: writes(remove),
    getRange: reads((name) => {
      const found = target(name);
      if (found) return found;
      throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
    }),
    getRangeOrNullObject: reads(target),
  },
  identity: ({ name }) => ({ Id: name }),
});

/** Excel.NamedItemCollection. */
export const NAMES: ObjectType<Scope> = objectType<Scope>('NamedItemCollection', {
  methods: {
    add: writes((scope, [given, refersTo, comment]) => {
      const name = text(given, 'name');
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name)) throw invalid('name');
      if (find(scope, name)) {
        throw new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
      }
      scope.host.book.setDefinedName({
        name,
        sheet: scope.sheetId,
        refersTo: reference(refersTo),
        hidden: false,
        comment: optionalText(comment, 'comment') ?? '',
      });
      return hostObject(NAME, { ...scope, name });
    }),
    getCount: reads((scope) => namesOf(scope).length),
    getItem: reads((scope, [key]) => item(scope, key)),
    getItemOrNullObject: reads((scope, [key]) => find(scope, key)),
  },
  items: (scope) => namesOf(scope).map(({ name }) => hostObject(NAME, { ...scope, name })),
  item,
});

function item(scope: Scope, key: unknown): HostObject {
  const found = find(scope, key);
  if (found) return found;
  throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
}
