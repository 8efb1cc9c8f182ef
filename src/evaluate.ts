import { check } from './checks/check';
import type { Fact } from './facts/gather';
import { gatherFacts } from './facts/gather';
import type { TableSet } from './facts/sets';
import type { Check } from './model/check';
import type { Finding } from './model/finding';
import { finding } from './model/finding';
import type { RowBlock, SheetDescription, SourceNotice, WorkbookSource } from './model/grid';
import { Grid } from './model/grid';
import type { Table } from './model/table';
import type { Statements, Unrecognised } from './tables/recognise';
import { recognise } from './tables/recognise';
import { kindNamed } from './facts/rows';

/** Up to which stage the pipe runs. */
export type LastStage = 'tables' | 'checks';

/** What the pipe is doing, for the one who waits: 正在读取 3/9 支出决算表. */
export interface Progress {
  readonly stage: '读取' | '识别' | '核对';
  readonly done: number;
  readonly total: number;
  readonly text: string;
}

export interface EvaluateOptions extends Statements {
  readonly last: LastStage;
  /** What the host noticed on opening; it is said among the findings. */
  readonly notices?: readonly SourceNotice[];
}

/** Milliseconds each stage took. */
export interface Timings {
  read: number;
  recognise: number;
  check: number;
}

/** What became of a workbook. Stages that were not run are null. */
export interface Evaluation {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly tables: readonly Table[];
  readonly unrecognised: readonly Unrecognised[];
  readonly facts: readonly Fact[] | null;
  readonly checks: readonly Check[] | null;
  readonly findings: readonly Finding[];
  readonly timings: Timings;
}

/** Sheets up to this many rows are read whole; of longer ones first only head and tail. */
const WHOLE_ROWS = 20_000;
const HEAD_ROWS = 300;
const TAIL_ROWS = 100;
const BLOCK_ROWS = 5_000;

/**
 * The pipe: a workbook goes in, its tables, facts, checks and findings come out. It reports progress before every
 * piece of work and can be cancelled there by not asking for the next. User data never makes it throw.
 */
export async function* evaluate(
  source: WorkbookSource,
  options: EvaluateOptions,
): AsyncGenerator<Progress, Evaluation> {
  const timings: Timings = { read: 0, recognise: 0, check: 0 };
  let clock = now();
  const lap = (stage: keyof Timings): void => {
    const at = now();
    timings[stage] += Math.round(at - clock);
    clock = at;
  };
  const sheets = await source.describe();
  const grids: Grid[] = [];
  for (const [index, sheet] of sheets.entries()) {
    yield { stage: '读取', done: index, total: sheets.length, text: sheet.name };
    grids.push(await readSheet(source, sheet, sheet.rowCount > WHOLE_ROWS));
  }
  lap('read');
  yield { stage: '识别', done: 0, total: sheets.length, text: '' };
  let recognition = recognise(grids, options);
  lap('recognise');
  const unread = longListsToKeep(grids, recognition.tables);
  if (unread.length > 0) {
    for (const [index, grid] of unread.entries()) {
      yield { stage: '读取', done: index, total: unread.length, text: grid.sheet };
      grids[grids.indexOf(grid)] = await readSheet(source, grid.description, false);
    }
    lap('read');
    recognition = recognise(grids, options);
    lap('recognise');
  }
  const { tables, unrecognised } = recognition;
  const findings = [...(options.notices ?? []).map(noticeFinding), ...recognition.findings];
  if (options.last === 'tables') {
    const main = mainOf(tables);
    return { ...nameOf(main, options), tables, unrecognised, facts: null, checks: null, findings, timings };
  }
  yield { stage: '核对', done: 0, total: tables.length, text: '' };
  const checked = check(tables);
  const main = mainSet(checked.sets);
  const facts = main ? gatherFacts(main, checked.sets) : [];
  lap('check');
  return {
    ...nameOf(main, options),
    tables,
    unrecognised,
    facts,
    checks: checked.checks,
    findings: [...findings, ...checked.findings],
    timings,
  };
}

function noticeFinding({ code, sheet, cell, message }: SourceNotice): Finding {
  return finding(`source.${code}`, [sheet, cell], {
    stage: 'tables',
    class: 'explain',
    title: '文件读取时的情况',
    cells: cell === '' ? [] : [`${sheet}!${cell}`],
    message,
    basis: '读取文件时的提示',
  });
}

function now(): number {
  return performance.now();
}

async function readSheet(source: WorkbookSource, sheet: SheetDescription, endsOnly: boolean): Promise<Grid> {
  const blocks: RowBlock[] = [];
  const read = async (from: number, to: number): Promise<void> => {
    for (let row = from; row < to; row += BLOCK_ROWS) {
      blocks.push(await source.read({ sheet: sheet.name, fromRow: row, toRow: Math.min(to, row + BLOCK_ROWS) }));
    }
  };
  if (endsOnly) {
    await read(0, HEAD_ROWS);
    await read(sheet.rowCount - TAIL_ROWS, sheet.rowCount);
  } else {
    await read(0, sheet.rowCount);
  }
  return new Grid(sheet, blocks, await source.columnFormats(sheet.name));
}

/** Long sheets that turned out to hold a table whose rows are needed, not only counted. */
function longListsToKeep(grids: readonly Grid[], tables: readonly Table[]): Grid[] {
  return grids.filter(
    (grid) => !grid.isWhole() && tables.some((table) => table.sheet === grid.sheet && !kindNamed(table.name)?.folded),
  );
}

/** The unit and year the workbook is about: the set with most tables, the latest of equals. */
function mainSet(sets: readonly TableSet[]): TableSet | null {
  return [...sets].sort((a, b) => b.tables.length - a.tables.length || (b.year ?? 0) - (a.year ?? 0))[0] ?? null;
}

function mainOf(tables: readonly Table[]): { unitName: string | null; year: number | null } {
  return {
    unitName: mostCommon(tables.map((table) => table.unitName)),
    year: mostCommon(tables.map((table) => table.year)),
  };
}

function mostCommon<T>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function nameOf(
  main: { readonly unitName: string | null; readonly year: number | null } | null,
  options: EvaluateOptions,
): { unitName: string | null; year: number | null } {
  return { unitName: options.unitName ?? main?.unitName ?? null, year: options.year ?? main?.year ?? null };
}
