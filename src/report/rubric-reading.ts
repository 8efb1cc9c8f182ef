import { Decimal } from '../model/decimal';
import type { Finding } from '../model/finding';
import { finding } from '../model/finding';
import { readCriterion } from '../rubric/import/criterion';
import { readTarget } from '../rubric/import/target';
import type { Indicator, Rubric, Sign } from '../rubric/pack';
import { readRubric } from '../rubric/read';
import { rubricFaults } from '../rubric/verify';
import type { KeptRow, Typed } from './kept';
import type { StoredIndicator } from './rubric-sheet';
import { RUBRIC_COLUMNS, indicatorKey, spareKey } from './rubric-sheet';
import { SHEETS } from './sheet-names';

/** A rubric as she edited it on 自评_评分办法. */
export interface ReadRubric {
  readonly rubric: Rubric;
  /** Ids of indicators she added, with the number of their spare row. */
  readonly added: ReadonlyMap<string, number>;
  /** True when what stands on the sheet cannot be scored by: then `rubric` is the one without her changes. */
  readonly refused: boolean;
  readonly findings: readonly Finding[];
}

type Rows = ReadonlyMap<string, KeptRow>;

/**
 * The rubric with what she changed on its sheet: points, targets and indicators of her own. A rubric that cannot be
 * scored by is refused with the cell and the reason, and the one without her changes is used.
 */
export function readRubricSheet(rubric: Rubric, rows: Rows): ReadRubric {
  const faults: Fault[] = [];
  const edited = rubric.indicators.map((indicator) => {
    const row = rows.get(indicatorKey(rubric, indicator.id));
    return row ? withEdits(indicator, row, faults) : indicator;
  });
  const added = new Map<string, number>();
  const own: Indicator[] = [];
  const remarks: Fault[] = [];
  for (let spare = 1; ; spare += 1) {
    const row = rows.get(spareKey(rubric, spare));
    if (!row) {
      if (spare > MOST_SPARE_ROWS) break;
      continue;
    }
    const indicator = addedIndicator(row, spare, faults, remarks);
    if (!indicator) continue;
    added.set(indicator.id, spare);
    own.push(indicator);
  }
  const read: Rubric = {
    ...rubric,
    indicators: [...edited, ...own].filter(({ points }) => !Decimal.of(points).isZero()),
  };
  const whole = faults.length > 0 ? [] : rubricFaults(read).map(({ message }) => ({ place: WHOLE, message }));
  const all = [...faults, ...whole];
  if (all.length > 0) return { rubric, added: new Map(), refused: true, findings: all.map(refusal) };
  return { rubric: read, added, refused: false, findings: remarks.map(remark) };
}

/**
 * The rubric that stands on a sheet of ours, without what she changed on it; null when none does.
 * @param rows of the workbook and then of the file to be replaced, the newer one: where both hold a rubric, its counts
 */
export function storedRubric(rows: Rows): Rubric | null {
  const stored = [...rows.values()].flatMap(({ figures }) => storedIndicator(figures) ?? []);
  const about = stored.at(-1)?.about;
  if (!about) return null;
  const indicators = stored.filter((one) => one.about.id === about.id).map(({ indicator }) => indicator);
  const outcome = readRubric({ ...about, indicators });
  return 'rubric' in outcome ? outcome.rubric : null;
}

function storedIndicator(text: string): StoredIndicator | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as StoredIndicator;
  } catch {
    return null;
  }
}

/** Spare rows are never more than these, whatever an older sheet had. */
const MOST_SPARE_ROWS = 50;
const WHOLE = `${SHEETS.rubric}!A1`;

interface Fault {
  readonly place: string;
  readonly message: string;
}

function withEdits(indicator: Indicator, row: KeptRow, faults: Fault[]): Indicator {
  const name = indicator.path[2];
  const points = numberOf(row, RUBRIC_COLUMNS.points, `“${name}”的分值`, faults);
  const target = indicator.target;
  const stated =
    target !== null && target.sign !== '定性'
      ? numberOf(row, RUBRIC_COLUMNS.target, `“${name}”的目标值`, faults)
      : null;
  return {
    ...indicator,
    points: points?.toString() ?? indicator.points,
    target: target && stated ? { ...target, value: stated.toString() } : target,
  };
}

/** A number she typed, null for a blank cell; anything else, and a number below zero, is a fault. */
function numberOf(row: KeptRow, column: string, what: string, faults: Fault[]): Decimal | null {
  const typed = row.typed.get(column);
  if (typed === undefined) return null;
  const value = decimalOf(typed);
  if (value !== null && value.sign() >= 0) return value;
  faults.push({
    place: row.places.get(column) ?? WHOLE,
    message: `${what}写的是“${typed.toString()}”，不是大于等于 0 的数`,
  });
  return null;
}

function decimalOf(typed: Typed): Decimal | null {
  if (typed instanceof Decimal) return typed;
  return /^\d+(?:\.\d+)?$/.test(typed.trim()) ? Decimal.of(typed.trim()) : null;
}

function addedIndicator(row: KeptRow, spare: number, faults: Fault[], remarks: Fault[]): Indicator | null {
  const text = (column: string): string => row.typed.get(column)?.toString().trim() ?? '';
  if (row.typed.size === 0) return null;
  const name = text(RUBRIC_COLUMNS.level3);
  const place = row.places.get(RUBRIC_COLUMNS.level3) ?? WHOLE;
  if (name === '') {
    faults.push({ place, message: '添加的指标没有写三级指标的名称' });
    return null;
  }
  const points = numberOf(row, RUBRIC_COLUMNS.points, `“${name}”的分值`, faults);
  if (points === null) {
    if (!row.typed.has(RUBRIC_COLUMNS.points)) faults.push({ place, message: `添加的指标“${name}”没有写分值` });
    return null;
  }
  const criterion = readCriterion(text(RUBRIC_COLUMNS.criterion), points);
  if (!criterion) {
    const at = row.places.get(RUBRIC_COLUMNS.criterion) ?? WHOLE;
    remarks.push({ place: at, message: `“${name}”的评分标准没有看懂，按三档定性人工评定` });
  }
  const sign = (text(RUBRIC_COLUMNS.sign) || '≥') as Sign;
  const stated = readTarget(text(RUBRIC_COLUMNS.target), sign, text(RUBRIC_COLUMNS.unit));
  const target = stated ?? criterion?.target ?? null;
  return {
    id: `added-${spare}`,
    path: [text(RUBRIC_COLUMNS.level1) || '其他', text(RUBRIC_COLUMNS.level2) || '其他', name],
    points: points.toString(),
    formula: null,
    display: target?.unit === '%' || target === null ? 'ratio' : 'count',
    target,
    method: criterion?.method ?? { type: 'qualitative' },
    evidence: [],
    basis: '使用单位自行添加',
    confirmed: true,
    note: '',
  };
}

function refusal({ place, message }: Fault): Finding {
  return finding('rubric.sheet.refused', [message], {
    stage: 'scores',
    class: 'must',
    title: '改过的评分办法不能用',
    cells: [place],
    message: `${message}。这次仍按改动以前的评分办法计分，请改正后重新生成。`,
    basis: '评分办法的分值、目标值要写全，分值合计要等于满分',
  });
}

function remark({ place, message }: Fault): Finding {
  return finding('rubric.sheet.unclear', [message], {
    stage: 'scores',
    class: 'explain',
    title: '评分标准没有看懂',
    cells: [place],
    message: `${message}。可以改成“达标满分，每超1个百分点扣0.1分，扣完为止”一类的写法。`,
    basis: '自评助手认得的评分标准写法',
  });
}
