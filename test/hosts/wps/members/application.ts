import type { EtType } from '../et-object';
import { etObject, etType } from '../et-object';
import type { EtProgram } from '../et-program';
import { EtError } from '../problems';
import { ADD_IN } from './add-in';
import { parseAddress } from './cells';
import { FILE_DIALOG } from './file-system';
import { isLeftOut, number, text, truth, word } from './given';
import { cellsGiven, RANGE } from './range';
import { WINDOW } from './window';
import { otherWorkbook, workbookObject, WORKBOOKS } from './workbook';
import { sheetObject } from './worksheet';

const CALCULATION = [
  [-4105, 'automatic'],
  [-4135, 'manual'],
  [2, 'automaticExceptTables'],
] as const;

type Switch = keyof EtProgram['switches'];

function switchMembers(name: Switch): Pick<EtType<EtProgram>, 'gets' | 'sets'> {
  return {
    gets: { [name]: ({ switches }) => switches[name] },
    sets: {
      [name]: ({ switches }, value) => {
        switches[name] = truth(value, name);
      },
    },
  };
}

const SWITCHES = (['ScreenUpdating', 'DisplayAlerts', 'EnableEvents', 'Interactive'] as const).map(switchMembers);

const DEBUG_TOOLS: EtType<EtProgram> = etType<EtProgram>('Et.DebugTools', {
  calls: {
    UndoTransBegin: ({ undo }) => {
      if (!undo.begin()) throw new EtError('There is a transaction already.');
    },
    UndoTransEnd: ({ undo }, [, cancel, name]) => {
      if (!undo.end(truth(cancel, 'UndoTransEnd'), text(name, 'UndoTransEnd')))
        throw new EtError('There is no transaction.');
    },
  },
});

/** The first choice she makes next; null for 取消. */
function chosen(program: EtProgram): readonly string[] | null {
  const answer = program.chosen.shift();
  if (answer === undefined)
    throw program.bridge.misuse('a file dialogue would block: no answer was given to the model');
  return answer;
}

function intersect(_: EtProgram, ranges: readonly unknown[]): unknown {
  const [one, other] = ranges.map(cellsGiven);
  if (!one || !other) throw new EtError('Intersect: no cells.');
  if (one.sheetId !== other.sheetId) return null;
  const [a, b] = [one.area, other.area];
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top > bottom || left > right ? null : etObject(RANGE, one.at({ top, left, bottom, right }));
}

/** What a page finds as window.Application: the program and what it offers add-ins, in one object (declared so, too). */
export const APPLICATION: EtType<EtProgram> = etType<EtProgram>('Application', {
  gets: {
    ...ADD_IN.gets,
    ...(Object.assign({}, ...SWITCHES.map(({ gets }) => gets)) as EtType<EtProgram>['gets']),
    // For the sake of macros (wps.md §1.3, REAL S8).
    Name: () => 'Microsoft Excel',
    Version: ({ quirks }) => quirks.version,
    Build: ({ quirks }) => quirks.build,
    OperatingSystem: ({ quirks }) => quirks.operatingSystem,
    Path: ({ quirks }) =>
      quirks.operatingSystem.startsWith('Linux') ? '/opt/kingsoft/wps-office/office6' : 'C:\\WPS\\office6',
    StandardFont: ({ book }) => book.normal.font.name,
    StandardFontSize: ({ book }) => book.normal.font.size,
    // Another workbook in front is told by its path; nothing else of it is modelled.
    ActiveWorkbook: (program) =>
      program.other === undefined ? workbookObject(program) : program.other && otherWorkbook(program, program.other),
    Workbooks: (program) => etObject(WORKBOOKS, program),
    ActiveSheet: (program) => sheetObject(program, program.book.activeSheet.id),
    ActiveWindow: (program) => etObject(WINDOW, program),
    ActiveCell: (program) => {
      const { id, selection } = program.book.activeSheet;
      const { row, column } = selection;
      const address = parseAddress(program, id, 'A1');
      return address && etObject(RANGE, address.at({ top: row, left: column, bottom: row, right: column }));
    },
    Selection: (program) => {
      const { id, selection } = program.book.activeSheet;
      const cells = parseAddress(program, id, 'A1');
      const [first] = selection.areas;
      return cells && first ? etObject(RANGE, cells.at(first)) : null;
    },
    Calculation: ({ book }) => CALCULATION.find(([, mode]) => mode === book.calculationMode)?.[0],
    StatusBar: ({ statusBar }) => statusBar,
    // Older builds have neither (wps.md §3.9, §1.3).
    DebugTools: (program) =>
      program.quirks.undoTransactions === 'absent' ? undefined : etObject(DEBUG_TOOLS, program),
  },
  sets: {
    ...(Object.assign({}, ...SWITCHES.map(({ sets }) => sets)) as EtType<EtProgram>['sets']),
    Calculation: ({ book }, value) => book.setCalculationMode(word(CALCULATION, value, 'Calculation')),
    StatusBar: (program, value) => {
      program.statusBar = value === false ? false : text(value, 'StatusBar');
    },
  },
  calls: {
    ...ADD_IN.calls,
    Calculate: ({ book }) => book.calculate(),
    Undo: ({ undo }) => {
      undo.undo();
    },
    Intersect: intersect,
    Range: (program, [address]) => {
      const cells = parseAddress(program, program.book.activeSheet.id, text(address, 'Range'));
      if (!cells) throw new EtError('Range: no such cells.');
      return etObject(RANGE, cells);
    },
    // A path, or a list when several may be chosen; false for 取消 (VBA).
    GetOpenFilename: (program, args) => {
      const paths = chosen(program);
      const several = !isLeftOut(args[4]) && truth(args[4], 'MultiSelect');
      return paths === null ? false : several ? [...paths] : paths[0];
    },
    GetSaveAsFilename: (program) => chosen(program)?.[0] ?? false,
    FileDialog: (program, [kind]) => etObject(FILE_DIALOG, { program, kind: number(kind, 'FileDialog'), paths: [] }),
  },
});
