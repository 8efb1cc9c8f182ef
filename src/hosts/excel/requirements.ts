/** What the adapter needs of Office beside the object model of Excel; `Office.context` has it. */
export interface OfficeProgram {
  readonly requirements: { isSetSupported(name: string, minVersion?: string): boolean };
  /** Excel on the web takes and gives 5 MB at once (officejs.md §C). */
  readonly isWeb: boolean;
  /** Whether this copy of Office.js knows notes at all. */
  readonly hasNotes: boolean;
}

/** Calls that are newer than the baseline, by the requirement set of Excel that has them. */
const NEWER = {
  mergedAreas: '1.13',
  chartSources: '1.15',
  notes: '1.18',
} as const;

/** ExcelApi 1.9 is in every Office since LTSC 2021 and in no perpetual one before it (officejs.md §D). */
export const BASELINE = '1.9';

/** Which newer calls the running Excel has. Asked once: it does not change while Excel runs. */
export class Requirements {
  readonly baseline: boolean;
  readonly mergedAreas: boolean;
  readonly chartSources: boolean;
  readonly notes: boolean;

  constructor(program: OfficeProgram) {
    const has = (version: string): boolean => program.requirements.isSetSupported('ExcelApi', version);
    this.baseline = has(BASELINE);
    this.mergedAreas = has(NEWER.mergedAreas);
    this.chartSources = has(NEWER.chartSources);
    // A copy of Office.js on a closed network may be older than the Excel it runs in (officejs.md §A.1).
    this.notes = has(NEWER.notes) && program.hasNotes;
  }
}
