import type { DefinedName } from '../../workbook/structure';
import type { EtObject, EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import type { EtProgram } from '../et-program';
import { EtError } from '../problems';
import { isLeftOut, number, text } from './given';
import { sheetGiven } from './sheet-given';
import { sheetObject } from './worksheet';
import { WINDOW } from './window';

function sheetBy(program: EtProgram, key: unknown): EtObject | undefined {
  const { book } = program;
  const found = typeof key === 'string' ? book.sheet(key) : book.sheets[number(key, 'Item') - 1];
  return found ? sheetObject(program, found.id) : program.missing('Item: there is no such sheet.');
}

/** One sheet, or several, before the sheet in front when no place is given; the first comes to the front (wps.md §3.3 add). */
function addSheets(program: EtProgram, [before, after, count]: readonly unknown[]): EtObject {
  const { book } = program;
  const [first, behind] = [sheetGiven(before), sheetGiven(after)];
  const at = behind ? book.positionOf(behind.id) + 1 : book.positionOf((first ?? book.activeSheet).id);
  const many = isLeftOut(count) ? 1 : number(count, 'Count');
  const added = Array.from({ length: many }, () => book.addSheet(undefined, at));
  const [sheet] = added;
  if (!sheet) throw new EtError('Add: no sheet.');
  book.activate(sheet.id);
  const object = sheetObject(program, sheet.id);
  program.events.fire('WorkbookNewSheet', workbookObject(program), object);
  return object;
}

const SHEETS = {
  gets: { Count: ({ book }: EtProgram) => book.sheets.length },
  calls: {
    Item: (program: EtProgram, [key]: readonly unknown[]) => sheetBy(program, key),
    Add: addSheets,
  },
};
const WORKSHEETS: EtType<EtProgram> = etType<EtProgram>('Et.Worksheets', SHEETS);
/** Chart sheets are not modelled, so both collections hold the same. */
const ALL_SHEETS: EtType<EtProgram> = etType<EtProgram>('Et.Sheets', SHEETS);

interface NameSelf {
  readonly program: EtProgram;
  readonly name: string;
}

function nameOf({ program, name }: NameSelf): DefinedName {
  const found = program.book.definedNames.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new EtError('The name was deleted.');
}

const NAME: EtType<NameSelf> = etType<NameSelf>('Et.Name', {
  gets: {
    Name: (self) => nameOf(self).name,
    RefersTo: (self) => nameOf(self).refersTo,
    Visible: (self) => !nameOf(self).hidden,
  },
  calls: { Delete: (self) => self.program.book.deleteDefinedName(self.name, nameOf(self).sheet) },
});

const NAMES: EtType<EtProgram> = etType<EtProgram>('Et.Names', {
  gets: { Count: ({ book }) => book.definedNames.length },
  calls: {
    Item: (program, [key]) => {
      const all = program.book.definedNames;
      const found =
        typeof key === 'string'
          ? all.find(({ name }) => name.toLowerCase() === key.toLowerCase())
          : all[number(key, 'Item') - 1];
      return found ? etObject(NAME, { program, name: found.name }) : program.missing('Item: there is no such name.');
    },
    Add: (program, [name, refersTo]) => {
      const given = { name: text(name, 'Name'), refersTo: text(refersTo, 'RefersTo') };
      if (!given.refersTo.startsWith('=')) throw new EtError('RefersTo begins with “=”.');
      program.book.setDefinedName({ ...given, sheet: null, hidden: false, comment: '' });
      return etObject(NAME, { program, name: given.name });
    },
  },
});

const PROPERTY: EtType<NameSelf> = etType<NameSelf>('Kso.DocumentProperty', {
  gets: { Name: ({ name }) => name, Value: ({ program, name }) => program.properties.get(name) },
  sets: { Value: ({ program, name }, value) => setProperty(program, name, value) },
  calls: {
    Delete: ({ program, name }) => {
      program.properties = new Map([...program.properties].filter(([one]) => one !== name));
    },
  },
});

function setProperty(program: EtProgram, name: string, value: unknown): void {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new EtError('A property is a text, a number or a truth value.');
  }
  // wps.md §3.7: 255 characters to be safe.
  if (typeof value === 'string' && value.length > 255) throw new EtError('The text is too long for a property.');
  program.properties = new Map([...program.properties, [name, value]]);
}

const PROPERTIES: EtType<EtProgram> = etType<EtProgram>('Kso.DocumentProperties', {
  gets: { Count: ({ properties }) => properties.size },
  calls: {
    Item: (program, [key]) => {
      const name = typeof key === 'string' ? key : ([...program.properties.keys()][number(key, 'Item') - 1] ?? '');
      return program.properties.has(name)
        ? etObject(PROPERTY, { program, name })
        : program.missing('Item: there is no such property.');
    },
    Add: (program, [name, , , value]) => {
      const given = text(name, 'Name');
      if (program.properties.has(given)) throw new EtError('There is such a property already.');
      setProperty(program, given, value);
      return etObject(PROPERTY, { program, name: given });
    },
  },
});

const WINDOWS: EtType<EtProgram> = etType<EtProgram>('Et.Windows', {
  gets: { Count: () => 1 },
  calls: { Item: (program) => etObject(WINDOW, program) },
});

function save(program: EtProgram): void {
  if (!program.events.fire('WorkbookBeforeSave', workbookObject(program), false)) return;
  program.saved = true;
  program.events.fire('WorkbookAfterSave', workbookObject(program));
}

export function workbookObject(program: EtProgram): EtObject {
  return etObject(WORKBOOK, program);
}

interface OtherWorkbook {
  readonly path: string;
  readonly program: EtProgram;
}

const OTHER: EtType<OtherWorkbook> = etType<OtherWorkbook>('Et.Workbook', {
  gets: {
    FullName: ({ path }) => path,
    Worksheets: ({ program }) => etObject(NO_SHEETS, program),
  },
});
const NO_SHEETS: EtType<EtProgram> = etType<EtProgram>('Et.Worksheets', {});

export function otherWorkbook(program: EtProgram, path: string): EtObject {
  return etObject(OTHER, { path, program });
}

const WORKBOOK: EtType<EtProgram> = etType<EtProgram>('Et.Workbook', {
  gets: {
    Name: ({ book }) => book.fileName,
    FullName: ({ book, folder }) => `${folder}/${book.fileName}`,
    Path: ({ folder }) => folder,
    ReadOnly: () => false,
    Saved: ({ saved }) => saved,
    // xlOpenXMLWorkbook.
    FileFormat: () => 51,
    Date1904: () => false,
    ProtectStructure: ({ book }) => book.isProtected,
    ActiveSheet: (program) => sheetObject(program, program.book.activeSheet.id),
    Worksheets: (program) => etObject(WORKSHEETS, program),
    Sheets: (program) => etObject(ALL_SHEETS, program),
    Names: (program) => etObject(NAMES, program),
    CustomDocumentProperties: (program) => etObject(PROPERTIES, program),
    Windows: (program) => etObject(WINDOWS, program),
  },
  sets: {
    Saved: (program, value) => {
      program.saved = value === true;
    },
  },
  calls: {
    Activate: () => undefined,
    Save: save,
    Protect: ({ book }, [password]) => book.protect(isLeftOut(password) ? null : text(password, 'Password')),
    Unprotect: ({ book }, [password]) => book.unprotect(isLeftOut(password) ? null : text(password, 'Password')),
  },
});

export const WORKBOOKS: EtType<EtProgram> = etType<EtProgram>('Et.Workbooks', {
  gets: { Count: () => 1 },
  calls: {
    Item: (program, [key]) =>
      key === 1 || key === program.book.fileName ? workbookObject(program) : program.missing('Item: no such workbook.'),
  },
});
