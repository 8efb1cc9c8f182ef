import type { ObjectType } from '../object-type';
import { objectType, writes } from '../object-type';
import type { SheetProtection } from '../../workbook/structure';
import type { Cells } from './cells';
import { optionalText, record, truth } from './given';

/** Excel's options that the store knows; the others of WorksheetProtectionOptions may be given as false. */
const ALLOWED = ['allowFormatCells', 'allowFormatColumns', 'allowFormatRows'] as const;
const OPTIONS = [
  ...ALLOWED,
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
  'selectionMode',
];

function protectionGiven(options: unknown, password: string | null): SheetProtection {
  const given = options === null || options === undefined ? {} : record(options, OPTIONS, 'options');
  const allowed = (name: (typeof ALLOWED)[number]): boolean => truth(given[name] ?? false, name);
  return {
    password,
    allowFormatCells: allowed('allowFormatCells'),
    allowFormatColumns: allowed('allowFormatColumns'),
    allowFormatRows: allowed('allowFormatRows'),
  };
}

/** Excel.WorksheetProtection. */
export const SHEET_PROTECTION: ObjectType<Cells> = objectType<Cells>('WorksheetProtection', {
  properties: {
    protected: { get: ({ sheet }) => sheet.protection !== null },
    options: {
      get: ({ sheet }) => {
        if (!sheet.protection) return null;
        return Object.fromEntries(ALLOWED.map((name) => [name, sheet.protection?.[name]]));
      },
    },
  },
  methods: {
    protect: writes(({ sheet }, [options, password]) =>
      sheet.protect(protectionGiven(options, optionalText(password, 'password'))),
    ),
    unprotect: writes(({ sheet }, [password]) => sheet.unprotect(optionalText(password, 'password'))),
  },
});
