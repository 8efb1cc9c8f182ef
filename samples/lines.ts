import economicCodes from '../src/checks/packs/economic-codes.json';
import functionalCodes from '../src/checks/packs/functional-codes.json';
import figures2022 from './figures-2022.json';
import figures2023 from './figures-2023.json';

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

export type SampleYear = 2022 | 2023;

const FIGURES = { 2022: figures2022, 2023: figures2023 } as const;
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

/** What was received and spent in a year. */
export const finalLines = (year: SampleYear): readonly Line[] => FIGURES[year].finalLines.map(read);

/** What was budgeted at the start of a year. */
export const budgetLines = (year: SampleYear): readonly Line[] => FIGURES[year].budgetLines.map(read);

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

const sumOf =
  (measure: (line: Line) => Hundreds) =>
  (lines: readonly Line[]): Hundreds =>
    total(lines.map(measure));

export const openingOf = sumOf((line) => line.opening);
export const incomeOf = sumOf((line) => line.income);
export const basicOf = sumOf((line) => line.basic);
export const projectOf = sumOf((line) => line.project);
export const closingOf = sumOf((line) => line.closing);
export const spent = sumOf((line) => line.basic + line.project);

/** The rows of a table by functional account: the total first, then 类, 款 and 项 with their sums. */
export function functionalRows(lines: readonly Line[], amounts: (line: Line) => readonly Hundreds[]): CodedRow[] {
  return codedRows(
    lines.map((line) => ({ code: line.code, amounts: amounts(line) })),
    [3, 5, 7],
  );
}

/** The rows of a table of 2023 by economic account; `personnel` true for 301 and 303, false for the rest. */
export function economicRows(which: 'final' | 'budget', personnel?: boolean): CodedRow[] {
  const own = figures2023.economic.filter(({ code }) => personnel === undefined || /^30[13]/.test(code) === personnel);
  return codedRows(
    own.map((item) => ({ code: item.code, amounts: [hundreds(item[which])] })),
    [3, 5],
  );
}

/** 因公出国（境）费, 公务用车购置费, 公务用车运行费 and 公务接待费 of a year's budget. */
export function threePublicBudget(year: SampleYear): Hundreds[] {
  const { overseas, vehiclePurchase, vehicleRunning, reception } = FIGURES[year].threePublic;
  return [overseas, vehiclePurchase, vehicleRunning, reception].map((item) => hundreds(item.budget));
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
