import { openWorkbookFile } from '../../../src/hosts/xlsx/open';
import { blankWorkbook } from '../../../src/hosts/xlsx/write/blank';
import { Decimal, sum } from '../../../src/model/decimal';
import { exactScore, methodParameters, scoreFormula } from '../../../src/rubric/methods/score-formula';
import { roundedFormula, totalFormula } from '../../../src/rubric/total';
import type { Formula } from '../../../src/sheet/formula';
import { area, call, cell, number } from '../../../src/sheet/formula';
import type { Cell, RowModel } from '../../../src/sheet/sheet';
import { PLAIN, amount, planOf, row, sheet, written } from '../../hosts/xlsx/write/plans';
import { describeWithLibreOffice, recalculated } from '../../support/libreoffice';
import { METHOD_CASES } from './method-cases';
import type { MethodCase } from './method-cases';

const SHEET = '自评_试算';
const [VALUE, POINTS, SCORE, PARAMETERS] = [0, 1, 2, 3];

/** Wrong on purpose: what a formula cell shows must come from its recalculation. */
const UNCALCULATED = Decimal.of(-99);

function formulaCell(formula: Formula): Cell {
  return { type: 'formula', formula, value: UNCALCULATED, style: PLAIN };
}

function at(line: number, column: number): Formula {
  return cell({ sheet: SHEET, row: line, column });
}

/** Value, points, shown score, then the method's own numbers, all of which the score formula takes from their cells. */
function caseRow({ scored, points, value }: MethodCase, line: number): RowModel {
  const parameters = Object.entries(methodParameters(scored));
  const cells = Object.fromEntries(parameters.map(([name], index) => [name, at(line, PARAMETERS + index)]));
  const score = scoreFormula(scored, { value: at(line, VALUE), points: at(line, POINTS), parameters: cells });
  return row(
    amount(value),
    amount(points),
    formulaCell(roundedFormula(score)),
    ...parameters.map(([, parameter]) => amount(parameter.toString())),
  );
}

async function valuesIn(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const outcome = await openWorkbookFile(await recalculated(bytes), '重算.xlsx');
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  const { rows } = await outcome.source.read({ sheet: SHEET, fromRow: 0, toRow: 500 });
  return rows;
}

/** Half a point's fraction, which binary numbers miss on either side. */
const TIES = ['1.005', '10.075', '-2.5', '2.675', '1.255', '8.345', '0.285'] as const;

describeWithLibreOffice('live scores worked out by another program', () => {
  it('are the exact scores at the precision they are shown with, for every method', async () => {
    const rows = await valuesIn(written(blankWorkbook(), planOf(sheet(SHEET, METHOD_CASES.map(caseRow)))));
    const shown = METHOD_CASES.map(({ rule, value }, line) => [rule, value, rows[line]?.[SCORE]]);
    expect(shown).toEqual(METHOD_CASES.map(({ rule, value, score }) => [rule, value, Number(score)]));
  });

  it('are the exact scores for values that are quotients, on both sides of whole steps', async () => {
    const rules = METHOD_CASES.filter(({ scored: { method } }) => /ratio|step|band/.test(method.type));
    const lines = rules.flatMap((one) =>
      [
        [31, 30],
        [103, 100],
        [1, 3],
        [997, 1000],
        [19, 20],
      ].map((pair) => ({ one, pair })),
    );
    const models = lines.map(({ one, pair: [part, whole] }, line) =>
      row(
        {
          type: 'formula',
          formula: {
            type: 'operation',
            operator: '/',
            left: number(Decimal.of(part as number)),
            right: number(Decimal.of(whole as number)),
          },
          value: UNCALCULATED,
          style: PLAIN,
        },
        amount(one.points),
        formulaCell(roundedFormula(scoreFormula(one.scored, { value: at(line, VALUE), points: at(line, POINTS) }))),
      ),
    );
    const rows = await valuesIn(written(blankWorkbook(), planOf(sheet(SHEET, models))));
    const exact = lines.map(({ one, pair: [part, whole] }) => {
      const value = Decimal.of(part as number).dividedBy(Decimal.of(whole as number)) as Decimal;
      return Number(exactScore(one.scored, value, Decimal.of(one.points)).roundHalfUp(2).toString());
    });
    expect(lines.map((_, line) => rows[line]?.[SCORE])).toEqual(exact);
  });

  it('round half away from zero where binary numbers fall short, alone and as a total', async () => {
    const scores = ['3.335', '3.335', '3.405'];
    const models = [
      ...TIES.map((tie, line) => row(amount(tie), formulaCell(roundedFormula(at(line, 0))))),
      ...scores.map((score) => row(amount(score))),
    ];
    const scored = call(
      'SUM',
      area(SHEET, { top: TIES.length, left: 0, bottom: TIES.length + scores.length - 1, right: 0 }),
    );
    const total = (applicable: string, cap: string | null): Formula =>
      totalFormula({
        scored,
        applicable: number(Decimal.of(applicable)),
        full: number(Decimal.of(100)),
        cap: cap === null ? null : number(Decimal.of(cap)),
      });
    const totals = [total('100', null), total('80', null), total('100', '10')];
    const rows = await valuesIn(
      written(blankWorkbook(), planOf(sheet(SHEET, [...models, row(...totals.map(formulaCell))]))),
    );
    expect(TIES.map((_, line) => rows[line]?.[1])).toEqual([1.01, 10.08, -2.5, 2.68, 1.26, 8.35, 0.29]);
    // 3.335 + 3.335 + 3.405 = 10.075; over 80 applicable points it is 12.59375.
    expect(rows[models.length]).toEqual([10.08, 12.59, 10]);
    expect(sum(scores.map((score) => Decimal.of(score))).toString()).toBe('10.075');
  });
});
