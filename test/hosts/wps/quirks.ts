/**
 * In what builds of WPS differ, or may: where wps.md has a measurement the first profile follows it, where it has a
 * contradiction or a “probe it” each answer is one profile's. No profile is a real build; together they cover the answers.
 * Numbers in brackets are sections of wps.md, tags its own.
 */
export interface EtQuirks {
  readonly version: string;
  readonly build: string;
  readonly operatingSystem: string;
  /** What `Worksheets.Item("没有")` and other missing things do ([3.1] rule 5). */
  readonly missing: 'throws' | 'undefined';
  /** A blank cell as `Value2` reads it ([3.2] blank). */
  readonly blank: null | undefined;
  /** Cells that differ, read as one ([3.3]: null; undefined is what [3.1] rule 5 fears). */
  readonly mixed: null | undefined;
  /** A single row or column of values: nested as [3.2] says, or without the outer array ([0] fact 4: normalise). */
  readonly lines: 'nested' | 'flat';
  /** Cells beyond a written array ([3.2] array ≠ area size, VBA rule; probe). */
  readonly beyondArray: '#N/A' | 'left';
  /** Constants as `Formula` reads them ([3.2]: "reads back the constant"): as they are, or as text as VBA does. */
  readonly formulaConstants: 'typed' | 'text';
  /** `Borders.Item(11)` of one column, `(12)` of one row ([3.3] borders: throws/no-ops). */
  readonly insideLines: 'throw' | 'nothing';
  /** points = slope · characters + room ([3.5], [1.8] fonts). */
  readonly column: { readonly slope: number; readonly room: number };
  /** `DebugTools.UndoTrans…` ([3.9]); `cancels` is the [INFER] that cancel=true rolls back. */
  readonly undoTransactions: 'absent' | 'keeps' | 'cancels';
  /** Whether writes outside a transaction can be undone ([0] fact 7: reported not to). */
  readonly plainWritesUndo: boolean;
  /** SheetSelectionChange fires ([1.3], COMM S12). */
  readonly selectionEvents: boolean;
  /** `Enum` is there ([1.3], REAL S8: may be absent). */
  readonly enumTable: boolean;
  /** Members of FileSystem of newer builds: readFileString, readAsBinaryString, … ([1.3]). */
  readonly newFileSystem: boolean;
  /** `Series.Formula` tells; DECL only, so it may not. */
  readonly seriesFormula: boolean;
  /** A link gives its cell the look of links, as VBA's Hyperlinks.Add. */
  readonly linkLook: boolean;
}

const MEASURED: EtQuirks = {
  version: '12.0',
  build: '12.1.0.28043',
  operatingSystem: 'Windows (64-bit) NT 10.00',
  missing: 'throws',
  blank: null,
  mixed: null,
  lines: 'nested',
  beyondArray: '#N/A',
  formulaConstants: 'typed',
  insideLines: 'throw',
  column: { slope: 5.625, room: 3.35 },
  undoTransactions: 'cancels',
  plainWritesUndo: false,
  selectionEvents: true,
  enumTable: false,
  newFileSystem: true,
  seriesFormula: true,
  linkLook: true,
};

export const PROFILES = {
  /** The build S8 measured, with the likelier answer where nobody did. */
  windows: MEASURED,
  /** Kylin V10 on ARM64 (S12): missing things undefined, another default font, no selection events, no DebugTools. */
  kylin: {
    ...MEASURED,
    build: '12.1.2.22571',
    operatingSystem: 'Linux aarch64',
    missing: 'undefined',
    blank: undefined,
    mixed: undefined,
    insideLines: 'nothing',
    column: { slope: 6, room: 3.75 },
    undoTransactions: 'absent',
    selectionEvents: false,
    seriesFormula: false,
    linkLook: false,
  },
  /** A WPS 2019 for government offices: older shapes, older members, transactions that never roll back. */
  wps2019: {
    ...MEASURED,
    version: '11.0',
    build: '11.8.2.12195',
    lines: 'flat',
    beyondArray: 'left',
    formulaConstants: 'text',
    undoTransactions: 'keeps',
    plainWritesUndo: true,
    enumTable: true,
    newFileSystem: false,
  },
} as const satisfies Record<string, EtQuirks>;

export type ProfileName = keyof typeof PROFILES;
