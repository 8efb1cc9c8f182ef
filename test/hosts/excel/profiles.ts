/** An edition of Excel as an add-in meets it (officejs.md §D, table of editions; §C, payload). */
export interface Profile {
  readonly name: string;
  /** Highest version of each requirement set. */
  readonly sets: Readonly<Record<string, string>>;
  readonly platform: 'PC' | 'OfficeOnline';
  /** Bytes one request or response may have; null for no limit (resource-limits: web only). */
  readonly payload: number | null;
  /** Cells one operation may touch; null for no limit (application-specific error handling: web only). */
  readonly operationCells: number | null;
}

/** `DelayForCellEdit` is no documented set; the runtime asks for it before it waits for the end of typing. */
const SHARED = { DelayForCellEdit: '1.1', DialogApi: '1.1', RibbonApi: '1.1', SharedRuntime: '1.1' } as const;

function desktop(name: string, excelApi: string): Profile {
  return { name, sets: { ExcelApi: excelApi, ...SHARED }, platform: 'PC', payload: null, operationCells: null };
}

/**
 * The editions tests run against. The object model of the pinned npm runtime ends with ExcelApi 1.15, so above that a
 * profile only says more sets are there: members of 1.16 and later do not exist on the client's objects, exactly as in
 * an add-in that serves its own copy of Office.js. Code must ask for the member as well as for the set.
 */
export const PROFILES = {
  /** Office 2019 volume licence; below the baseline. */
  old: desktop('old', '1.7'),
  /** Office LTSC 2021: the baseline. */
  ltsc2021: desktop('ltsc2021', '1.14'),
  ltsc2024: desktop('ltsc2024', '1.17'),
  m365: desktop('m365', '1.20'),
  /** Excel on the web. */
  web: {
    name: 'web',
    sets: { ExcelApi: '1.20', ExcelApiOnline: '1.1', ...SHARED },
    platform: 'OfficeOnline',
    payload: 5 * 1024 * 1024,
    operationCells: 33_554_000,
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

/** Whether a profile has a requirement set in at least a version, as `Office.context.requirements.isSetSupported`. */
export function supports(profile: Profile, set: string, version: string | number | undefined): boolean {
  const name = Object.keys(profile.sets).find((one) => one.toLowerCase() === set.toLowerCase());
  return name !== undefined && compareVersions(profile.sets[name] as string, String(version ?? '0')) >= 0;
}

/** By number, part by part: 1.9 comes before 1.14. */
export function compareVersions(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}
