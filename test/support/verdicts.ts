import { check } from '../../src/checks/check';
import type { Checked } from '../../src/checks/check';
import { gatherFacts } from '../../src/facts/gather';
import { formatPlace } from '../../src/model/address';
import type { Check } from '../../src/model/check';
import type { Finding } from '../../src/model/finding';
import type { Grid } from '../../src/model/grid';
import type { Recognition } from '../../src/tables/recognise';
import { recognise } from '../../src/tables/recognise';

/** What the first stages say about a workbook. */
export interface Judged {
  readonly recognition: Recognition;
  readonly checked: Checked;
}

export function judge(grids: readonly Grid[]): Judged {
  const recognition = recognise(grids);
  return { recognition, checked: check(recognition.tables) };
}

/**
 * Verdicts by relation and row, without the year: a re-laying may add the year to the titles. 相符 and 尾差 are one
 * verdict here, because rounding depends on how figures are written.
 */
export function verdicts({ checked }: Judged): Map<string, string> {
  return new Map(
    checked.checks.map((one) => {
      const [id, , ...rest] = one.key.split('|');
      return [[id, ...rest].join('|'), one.status === 'rounding' ? 'holds' : one.status];
    }),
  );
}

/** The defined figures of the largest set, in 元. */
export function factsOf({ checked }: Judged): Map<string, string> {
  const main = [...checked.sets].sort((a, b) => b.tables.length - a.tables.length)[0];
  const facts = main ? gatherFacts(main, checked.sets) : [];
  return new Map(facts.map(({ name, figure }) => [name, figure.value?.toString() ?? '']));
}

/** Kinds of the recognised tables, sorted. */
export function kindsOf({ recognition }: Judged): string[] {
  return recognition.tables.map((table) => table.kind).sort();
}

export function failing({ checked }: Judged): Check[] {
  return checked.checks.filter((one) => one.status === 'fails' || one.status === 'missing');
}

/** Findings that ask her to do something. */
export function demands({ recognition, checked }: Judged): Finding[] {
  return [...recognition.findings, ...checked.findings].filter((one) => one.class !== 'hint');
}

/** Every cell that a failing relation or a finding points to. */
export function namedCells(judged: Judged): Set<string> {
  const places = failing(judged).flatMap((one) => [...(one.left?.places ?? []), ...(one.right?.places ?? [])]);
  return new Set([...places.map(formatPlace), ...demands(judged).flatMap((one) => one.cells)]);
}
