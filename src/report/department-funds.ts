import { toExcel } from '../formula/excel';
import { Decimal } from '../model/decimal';
import { fromYuan } from '../model/unit';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell } from './cells';
import type { DepartmentContext } from './department-context';
import { scoreNow, shown } from './department-context';
import type { FundLine } from './department-form';
import {
  ACTUAL,
  ANNUAL,
  FIRST_FUND,
  FORM,
  FUND_COLUMNS,
  FUND_NAMES,
  columnId,
  fundKey,
  typedFunds,
} from './department-form';
import type { Field } from './form-sheet';
import { caption, words } from './form-sheet';
import type { FoundAmount } from './found-amount';
import type { Typed } from './kept';
import { pending } from './pending';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';

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
  const { form, source, funds } = context;
  const row = form.next;
  const id = fundKey(source.year, line.id);
  const typed = typedFunds(source.kept, id);
  const found = funds.get(line.id);
  const inputs: string[] = [];
  const values = FUND_COLUMNS.map((fund, index): { cell: Cell; value: Decimal | null } => {
    const amount = found?.[fund] ?? null;
    if (amount) return foundCell(context, amount);
    const column = columnId(FIRST_FUND + index);
    inputs.push(column);
    const value: Typed = typed.get(column) ?? pending(FUND_NAMES[fund]);
    return {
      cell: { type: 'input', value, style: STYLES.inputMoney },
      value: value instanceof Decimal ? value : null,
    };
  });
  const [, , annual, actual] = values.map(({ value }) => value);
  const isAll = line.id === 'all';
  form.row(
    [
      caption(''),
      words(line.label, 2),
      ...values.map((one) => ({ cell: one.cell })),
      { cell: rateCell(row, annual ?? null, actual ?? null) },
      ...(isAll ? executionScore(context) : [words('—', 1, STYLES.center), words('—', 1, STYLES.center)]),
    ],
    { id, inputs, figures: '' },
  );
}

function foundCell({ source, paper }: DepartmentContext, { node, value }: FoundAmount): { cell: Cell; value: Decimal } {
  const drawn = toExcel(node, source.scope, '万元', (figure) => paper.number(figure));
  if ('gap' in drawn) throw new Error('an amount that has a value has a formula');
  const amount = fromYuan(value.value, '万元');
  return { cell: formulaCell(drawn.formula, amount, STYLES.money), value: amount };
}

/** 执行率, blank while a figure is missing or the budget is zero. */
function rateCell(row: number, annual: Decimal | null, actual: Decimal | null): Cell {
  const at = (column: number): Formula => cell({ sheet: SHEETS.department, row, column });
  const known = call('AND', call('ISNUMBER', at(ANNUAL)), call('ISNUMBER', at(ACTUAL)));
  const ratio = operation('/', at(ACTUAL), at(ANNUAL));
  const exact = call('ROUND', call('ROUND', ratio, number(Decimal.of(9))), number(Decimal.of(4)));
  const zero = operation('=', at(ANNUAL), number(Decimal.ZERO));
  const value = annual && actual ? actual.dividedBy(annual) : null;
  return formulaCell(
    call('IF', known, call('IF', zero, text(''), exact), text('')),
    value?.roundHalfUp(9).roundHalfUp(4) ?? '',
    STYLES.percent,
  );
}

function executionScore({ source, scores }: DepartmentContext): Field[] {
  const { rubric, scoring } = source;
  const id = FORM.executionIndicators.find((one) => rubric.indicators.some((indicator) => indicator.id === one));
  const scored = scoring.card.indicators.find((one) => one.id === id);
  if (!scored) return [words('—', 1, STYLES.center), words('—', 1, STYLES.center)];
  const { points, score } = scores.layout.cellsOf(scored.id);
  return [shown(points, scored.points, STYLES.plain), shown(score, scoreNow(scored), STYLES.money)];
}
