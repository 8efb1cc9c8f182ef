import type { WorkbookStore } from '../../hosts/port';
import type { AmountUnit } from '../../model/unit';
import type { IndicatorAnswer, Mark, Said } from '../engine/said';
import { NOTHING_SAID } from '../engine/said';

/** What she set for the workbook as a whole; null where the tables decide. */
export interface Settings {
  readonly unitName: string | null;
  readonly year: number | null;
  /** Id of a shipped rubric. */
  readonly rubric: string | null;
}

/** What she corrected about single sheets. */
export interface Corrections {
  /** Id of a kind by sheet; empty for one that is no table. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly amountUnits: Readonly<Record<string, AmountUnit>>;
}

/** What the pane keeps inside the workbook, so that it moves with the file. */
export interface Saved {
  readonly settings: Settings;
  readonly corrections: Corrections;
  readonly said: Said;
  /** When the pane was last used on this workbook: 2024-04-20; null for never. */
  readonly lastUsed: string | null;
}

export const NOTHING_SAVED: Saved = {
  settings: { unitName: null, year: null, rubric: null },
  corrections: { kinds: {}, amountUnits: {} },
  said: NOTHING_SAID,
  lastUsed: null,
};

const KEY = 'taskpane.';
const NAMES = ['settings', 'corrections', 'said', 'lastUsed'] as const satisfies readonly (keyof Saved)[];

/** Where one part of what is kept stands in the workbook's store. */
export function keyOf(name: keyof Saved): string {
  return `${KEY}${name}`;
}

/** Reads what an earlier session kept. What cannot be read is as if it had never been kept. */
export async function readSaved(store: WorkbookStore): Promise<Saved> {
  const [settings, corrections, said, lastUsed] = await Promise.all(
    NAMES.map(async (name) => parsed(await store.get(keyOf(name)))),
  );
  const { marks, answers } = recordOf(said);
  const { kinds, amountUnits } = recordOf(corrections);
  const { unitName, year, rubric } = recordOf(settings);
  return {
    settings: {
      unitName: typeof unitName === 'string' ? unitName : null,
      year: typeof year === 'number' && Number.isInteger(year) ? year : null,
      rubric: typeof rubric === 'string' ? rubric : null,
    },
    corrections: {
      kinds: texts(kinds),
      amountUnits: filtered(texts(amountUnits), isAmountUnit),
    },
    said: { marks: readable(marks, markOf), answers: readable(answers, answerOf) },
    lastUsed: typeof lastUsed === 'string' ? lastUsed : null,
  };
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

type Entries = Readonly<Record<string, unknown>>;

function recordOf(value: unknown): Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : {};
}

function texts(value: unknown): Record<string, string> {
  return filtered(recordOf(value), (one): one is string => typeof one === 'string');
}

function filtered<Value, Kept extends Value>(
  record: Readonly<Record<string, Value>>,
  fits: (value: Value) => value is Kept,
): Record<string, Kept> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, Kept] => fits(entry[1])));
}

/** The entries that can be read. */
function readable<Value>(value: unknown, read: (fields: Entries) => Value | null): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(recordOf(value)).flatMap(([key, one]) => {
      const what = read(recordOf(one));
      return what === null ? [] : [[key, what] as const];
    }),
  );
}

function markOf({ state, reason, figures }: Entries): Mark | null {
  const known = (['explained', 'not-applicable', 'open'] as const).find((one) => one === state);
  return known && typeof reason === 'string' && typeof figures === 'string' ? { state: known, reason, figures } : null;
}

function answerOf({ level, value, notApplicable, reason, evidence }: Entries): IndicatorAnswer | null {
  if (typeof level !== 'string' || typeof value !== 'string' || typeof reason !== 'string') return null;
  return { level, value, reason, notApplicable: notApplicable === true, evidence: texts(evidence) };
}

function isAmountUnit(text: string): text is AmountUnit {
  return text === '元' || text === '万元' || text === '亿元';
}
