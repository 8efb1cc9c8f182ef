import { toExcel } from '../formula/excel';
import { pendingText } from '../model/pending';
import { cell } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell } from './cells';
import type { DepartmentContext } from './department-context';
import { scoreNow, shown } from './department-context';
import type { Fund, FundLine } from './department-form';
import { ALL_FUNDS, FORM, FUND_COLUMNS, FUND_NAMES, fundColumn, fundKey, fundPlace } from './department-form';
import type { KnownFund } from './department-money';
import { amountOnForm, isTypedFund } from './department-money';
import type { Field } from './form-sheet';
import { caption, words } from './form-sheet';
import { executionRateCell } from './rate-cell';
import { STYLES } from './styles';

const NONE = words('—', 1, STYLES.center);

/** 年度部门预算情况: the lines of money with their rate, points and score beside the line of all funds. */
export function fundBlock(context: DepartmentContext): void {
  const { form } = context;
  const top = form.row([
    caption('年度部门预算情况'),
    caption('项目', 2),
    ...FUND_COLUMNS.map((fund) => caption(FUND_NAMES[fund])),
    caption('执行率'),
    caption('分值'),
    caption('得分'),
  ]);
  for (const line of FORM.funds) fundRow(context, line);
  form.mergeDown(0, top);
}

function fundRow(context: DepartmentContext, line: FundLine): void {
  const { form, source, money } = context;
  const known = money.funds.get(line.id);
  const id = fundKey(source.year, line.id);
  const amounts = FUND_COLUMNS.map((fund) => ({ fund, known: known?.[fund] ?? null }));
  const hers = amounts.filter((one) => one.known === null || isTypedFund(one.known));
  form.row(
    [
      caption(''),
      words(line.label, 2),
      ...amounts.map(({ fund, known: amount }) => ({ cell: amountCell(context, line, fund, amount) })),
      { cell: rateCell(line, known?.annual ?? null, known?.actual ?? null) },
      ...(line.id === ALL_FUNDS ? executionScore(context) : [NONE, NONE]),
    ],
    { id, inputs: hers.map(({ fund }) => fundColumn(fund)), figures: '' },
  );
}

/** An amount of the workbook, live; else a cell of hers, with what she typed there before. */
function amountCell(context: DepartmentContext, line: FundLine, fund: Fund, known: KnownFund | null): Cell {
  const { source, paper, form } = context;
  // Scores read what she typed from here.
  if (form.next !== fundPlace(line, fund).row) throw new Error(`${line.id} is not written where its amounts are read`);
  if (known === null || isTypedFund(known)) {
    const unclear = source.kept.get(fundKey(source.year, line.id))?.typed.get(fundColumn(fund));
    const value = known ? amountOnForm(known) : (unclear ?? pendingText(FUND_NAMES[fund]));
    return { type: 'input', value, style: STYLES.inputMoney };
  }
  const drawn = toExcel(known.node, source.scope, '万元', (figure) => paper.number(figure));
  if ('gap' in drawn) throw new Error('an amount that has a value has a formula');
  return formulaCell(drawn.formula, amountOnForm(known), STYLES.money);
}

function rateCell(line: FundLine, annual: KnownFund | null, actual: KnownFund | null): Cell {
  return executionRateCell({
    budget: cell(fundPlace(line, 'annual')),
    actual: cell(fundPlace(line, 'actual')),
    now: { budget: annual && amountOnForm(annual), actual: actual && amountOnForm(actual) },
  });
}

function executionScore({ source, scores }: DepartmentContext): Field[] {
  const { rubric, scoring } = source;
  const id = FORM.executionIndicators.find((one) => rubric.indicators.some((indicator) => indicator.id === one));
  const scored = scoring.card.indicators.find((one) => one.id === id);
  if (!scored) return [NONE, NONE];
  const { points, score } = scores.layout.cellsOf(scored.id);
  return [shown(points, scored.points, STYLES.plain), shown(score, scoreNow(scored), STYLES.money)];
}
