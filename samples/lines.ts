import economicCodes from '../src/checks/packs/economic-codes.json';
import functionalCodes from '../src/checks/packs/functional-codes.json';
import figures from './figures-2023.json';

/** Amounts are whole 百元 (0.01 万元), so that sums are exact. */
export type Hundreds = number;

/** One functional 项 under one source of money: opening + income = basic + project + closing. */
export interface Line {
  readonly code: string;
  readonly source: string;
  readonly opening: Hundreds;
  readonly income: Hundreds;
  readonly basic: Hundreds;
  readonly project: Hundreds;
  readonly closing: Hundreds;
}

/** One row of a table with codes; a code is null in the row of the total. */
export interface CodedRow {
  readonly code: string | null;
  readonly label: string;
  readonly amounts: readonly Hundreds[];
}

interface StoredLine {
  readonly code: string;
  readonly source: string;
  readonly basic?: number;
  readonly project?: number;
  readonly opening?: number;
  readonly closing?: number;
}

const NAMES = new Map([...functionalCodes.codes, ...economicCodes.codes].map(({ code, name }) => [code, name]));

/** The functional 类 in the order in which the summary tables list them. */
export const CLASSES = [
  ...['201', '202', '203', '204', '205', '206', '207', '208', '210', '211', '212', '213', '214', '215', '216', '217'],
  ...['219', '220', '221', '222', '223', '224', '229', '231', '232', '234'],
];

export const hundreds = (wan: number): Hundreds => Math.round(wan * 100);

export const total = (amounts: readonly Hundreds[]): Hundreds => amounts.reduce((sum, amount) => sum + amount, 0);

/** The name of a functional or economic account; throws on a code that the code tables do not hold. */
export function nameOf(code: string): string {
  const name = NAMES.get(code);
  if (name === undefined) throw new Error(`no account ${code}`);
  return name;
}

export const finalLines: readonly Line[] = figures.finalLines.map(read);
export const budgetLines: readonly Line[] = figures.budgetLines.map(read);

function read(stored: StoredLine): Line {
  const { code, source, basic = 0, project = 0, opening = 0, closing = 0 } = stored;
  return {
    code,
    source,
    opening: hundreds(opening),
    income: hundreds(basic) + hundreds(project) + hundreds(closing) - hundreds(opening),
    basic: hundreds(basic),
    project: hundreds(project),
    closing: hundreds(closing),
  };
}

/** The lines of some sources of money. */
export function from(lines: readonly Line[], ...sources: string[]): Line[] {
  return lines.filter((line) => sources.includes(line.source));
}

export const spent = (lines: readonly Line[]): Hundreds => total(lines.map((line) => line.basic + line.project));

/** The rows of a table by functional account: the total first, then 类, 款 and 项 with their sums. */
export function functionalRows(lines: readonly Line[], amounts: (line: Line) => readonly Hundreds[]): CodedRow[] {
  return codedRows(
    lines.map((line) => ({ code: line.code, amounts: amounts(line) })),
    [3, 5, 7],
  );
}

/** The rows of a table by economic account; `personnel` true for 301 and 303, false for the rest. */
export function economicRows(which: 'final' | 'budget', personnel?: boolean): CodedRow[] {
  const own = figures.economic.filter(({ code }) => personnel === undefined || /^30[13]/.test(code) === personnel);
  return codedRows(
    own.map((item) => ({ code: item.code, amounts: [hundreds(item[which])] })),
    [3, 5],
  );
}

function codedRows(
  items: readonly { code: string; amounts: readonly Hundreds[] }[],
  depths: readonly number[],
): CodedRow[] {
  const codes = new Set(items.flatMap(({ code }) => depths.map((depth) => code.slice(0, depth))));
  const sums = (prefix: string): Hundreds[] => {
    const own = items.filter(({ code }) => code.startsWith(prefix));
    return (items[0]?.amounts ?? []).map((_, column) => total(own.map(({ amounts }) => amounts[column] ?? 0)));
  };
  return [
    { code: null, label: '合计', amounts: sums('') },
    ...[...codes].sort().map((code) => ({ code, label: nameOf(code), amounts: sums(code) })),
  ];
}
