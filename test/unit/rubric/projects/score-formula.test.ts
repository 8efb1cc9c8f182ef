import { blankWorkbook } from '../../../../src/hosts/xlsx/write/blank';
import { writePlan } from '../../../../src/hosts/xlsx/write/write';
import { Decimal } from '../../../../src/model/decimal';
import type { Formula } from '../../../../src/sheet/formula';
import { cell, number } from '../../../../src/sheet/formula';
import { printFormula } from '../../../../src/sheet/print-formula';
import type { Cell, RowModel } from '../../../../src/sheet/sheet';
import { exactScore } from '../../../../src/rubric/projects/exact-score';
import type { ScoreMethod } from '../../../../src/rubric/projects/method';
import { projectScoreFormula } from '../../../../src/rubric/projects/score-formula';
import { amount, PLAIN, row, sheet } from '../../../hosts/xlsx/write/plans';
import { opened } from '../../../support/evaluated';
import { describeWithLibreOffice, recalculated } from '../../../support/libreoffice';

const SHEET = '自评_项目自评表';

interface Case {
  readonly method: ScoreMethod;
  /** Null for a cell she has not filled in yet. */
  readonly actual: string | null;
  readonly target: string;
  readonly to: string;
}

const METHODS: readonly ScoreMethod[] = ['at-least', 'at-most', 'equal', 'within'];
const VALUES = ['-2', '-0.05', '-0.03', '0', '0.03', '0.95', '1', '6', '8', '1209.999'];
/** Sums that are not what they look like in binary fractions. */
const BINARY = ['0.30000000000000004', '0.3'];

const CASES: readonly Case[] = METHODS.flatMap((method) => [
  ...[...VALUES, null].flatMap((actual) =>
    VALUES.map((target) => ({ method, actual, target, to: method === 'within' ? `${Number(target) + 1}` : target })),
  ),
  ...BINARY.map((actual) => ({ method, actual, target: '0.3', to: '0.3' })),
]);

function at(line: number, column: number): Formula {
  return cell({ sheet: SHEET, row: line, column });
}

function lineOf({ method, actual, target, to }: Case, line: number): RowModel {
  const terms = { actual: at(line, 0), target: at(line, 1), to: at(line, 2), points: at(line, 3) };
  const formula = projectScoreFormula(method, terms);
  // A kept value that no case gives: only recalculation can make it right.
  const score: Cell = { type: 'formula', formula, value: Decimal.of(-1), style: PLAIN };
  const input: Cell = { type: 'input', value: actual === null ? null : Decimal.of(actual), style: PLAIN };
  return row(input, amount(target), amount(to), amount('10.5'), score);
}

describeWithLibreOffice('the live formula of a score', () => {
  test(`gives the exact score in ${CASES.length} cases, and 待填 for a blank cell`, async () => {
    const plan = { sheets: [{ model: sheet(SHEET, CASES.map(lineOf)), keepAs: null }] };
    const written = writePlan(blankWorkbook(), plan);
    if ('problem' in written) throw new Error(written.problem.message);
    const source = await opened(await recalculated(written.bytes));
    const { rows } = await source.read({ sheet: SHEET, fromRow: 0, toRow: CASES.length });
    const wrong = CASES.flatMap((one, line) => {
      const live = rows[line]?.[4];
      if (one.actual === null) return live === '待填' ? [] : [{ ...one, live }];
      const terms = { actual: one.actual, target: one.target, to: one.to, points: '10.5' };
      const [actual, target, to, points] = Object.values(terms).map((value) => Decimal.of(value)) as [
        Decimal,
        Decimal,
        Decimal,
        Decimal,
      ];
      const exact = exactScore(one.method, { actual, target, to, points }).toString();
      return typeof live === 'number' && Math.abs(live - Number(exact)) < 1e-9 ? [] : [{ ...one, live, exact }];
    });
    expect(wrong).toEqual([]);
  });
});

test('a figure that stands in the formula itself needs no guard', () => {
  const terms = {
    actual: at(4, 5),
    target: number(Decimal.of('0.95')),
    to: number(Decimal.of('0.95')),
    points: at(4, 6),
  };
  const place = `'${SHEET}'!F5`;
  const points = `'${SHEET}'!G5`;
  expect(printFormula(projectScoreFormula('equal', terms))).toBe(
    `IF(AND(ISNUMBER(${place}),ISNUMBER(${points})),IF(0.95=0,IF(ROUND(${place},9)=0,${points},0),MAX(0,MIN(${points},${points}*${place}/0.95))),"待填")`,
  );
});
