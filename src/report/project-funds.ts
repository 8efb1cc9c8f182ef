import type { Figure } from '../facts/figure';
import { Decimal } from '../model/decimal';
import { fromYuan } from '../model/unit';
import { exactScore } from '../rubric/projects/exact-score';
import { projectScoreFormula } from '../rubric/projects/score-formula';
import type { Formula } from '../sheet/formula';
import { call, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell, numberCell } from './cells';
import { caption, words } from './form-sheet';
import type { Field } from './form-sheet';
import type { FormContext } from './project-form';
import { COLUMN, PENDING, at, columnId, inputCell } from './project-form';
import type { ScoredRow } from './project-score';
import { scoreCells } from './project-score';
import type { FormProject, Fund, FundLine } from './project-source';
import { FUNDS, FUND_LINES } from './project-source';
import { STYLES } from './styles';

const NAMES: Readonly<Record<Fund, string>> = {
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  actual: '全年执行数',
};
const ZERO = number(Decimal.ZERO);
const DASH = '—';

/** The block 项目资金 and what 预算执行率 came to. */
export interface FundBlock extends ScoredRow {
  /** The row of 年度资金总额. */
  readonly row: number;
}

interface Amount {
  readonly cell: Cell;
  readonly value: Decimal | null;
  readonly isTyped: boolean;
}

/** 项目资金(万元): all money with rate and score, and the lines 其中, which are never scored (domain.md §1.3, R3–R7). */
export function fundBlock(context: FormContext, source: FormProject): FundBlock {
  const { form } = context;
  const top = form.row([
    caption('项目资金（万元）'),
    caption('', 2),
    ...FUNDS.map((fund) => caption(NAMES[fund])),
    caption('分值'),
    caption('执行率'),
    caption('得分'),
  ]);
  const row = form.next;
  const scored = fundRow(context, source, '年度资金总额');
  FUND_LINES.slice(1).forEach((line) => fundRow(context, source, line));
  form.mergeDown(0, top);
  return { ...scored, row };
}

function fundRow(context: FormContext, source: FormProject, line: FundLine): ScoredRow {
  const { form, about, kept } = context;
  const id = `${about.year ?? ''}|资金|${source.project.id}|${line}`;
  const typed = kept.get(id)?.typed;
  const amounts = FUNDS.map((fund): Amount => {
    const figure = source.funds[line][fund];
    if (figure) return { ...foundAmount(context, figure), isTyped: false };
    const cell = inputCell(typed?.get(columnId(COLUMN[fund])), null, NAMES[fund], STYLES.inputMoney);
    const value = cell.type === 'input' && cell.value instanceof Decimal ? cell.value : null;
    return { cell, value, isTyped: true };
  });
  const [, annual, actual] = amounts as [Amount, Amount, Amount];
  const isAll = line === '年度资金总额';
  const execution = isAll ? executionCells(context, source, form.next, annual.value, actual.value) : null;
  const label = line === '当年财政拨款' ? `其中：${line}` : isAll ? line : `　　　${line}`;
  const inputs = FUNDS.filter((_, index) => amounts[index]?.isTyped).map((fund) => columnId(COLUMN[fund]));
  form.row(
    [
      caption(''),
      words(label, 2),
      ...amounts.map(({ cell }) => ({ cell })),
      ...(execution?.fields ?? [
        words(DASH, 1, STYLES.center),
        { cell: rateCell(form.next, annual.value, actual.value, null) },
        words(DASH, 1, STYLES.center),
      ]),
    ],
    { id, inputs, figures: '' },
    execution ? [null, null, execution.unrounded] : [],
  );
  return execution?.scored ?? { points: null, score: null };
}

/** Money in 万元; a table without a unit is taken as it is written, and the form's note says so. */
function foundAmount({ paper }: FormContext, figure: Figure): { cell: Cell; value: Decimal } {
  const value = figure.value ?? Decimal.ZERO;
  if (figure.unit === null) return { cell: formulaCell(paper.number(figure), value, STYLES.money), value };
  const wan = fromYuan(value, '万元');
  return { cell: formulaCell(paper.wan(figure), wan, STYLES.money), value: wan };
}

interface ExecutionCells {
  readonly fields: readonly Field[];
  readonly unrounded: Cell;
  readonly scored: ScoredRow;
}

function executionCells(
  { paper }: FormContext,
  { project, execution, executionPoints }: FormProject,
  row: number,
  annual: Decimal | null,
  actual: Decimal | null,
): ExecutionCells {
  const points = project.executionPoints;
  const pointsCell = executionPoints
    ? formulaCell(paper.number(executionPoints), points, STYLES.plain)
    : numberCell(points, STYLES.plain);
  const [budget, spent, full] = [at(row, COLUMN.annualBudget), at(row, COLUMN.actual), at(row, COLUMN.points)];
  const isUsable = call('AND', operation('>', budget, ZERO), operation('>=', spent, ZERO));
  const score = projectScoreFormula('at-least', { actual: spent, target: budget, to: budget, points: full });
  const { statedRate } = execution;
  const stated = statedRate && number(statedRate.compare(Decimal.of(1)) > 0 ? Decimal.of(1) : statedRate);
  const otherwise = stated ? operation('*', full, stated) : text(PENDING);
  const formula = call('IF', known(row), call('IF', isUsable, score, text(PENDING)), otherwise);
  const now = executionScore(annual, actual, points, project.executionScore);
  const { unrounded, shown } = scoreCells(row, formula, now);
  return {
    fields: [{ cell: pointsCell }, { cell: rateCell(row, annual, actual, statedRate) }, { cell: shown }],
    unrounded,
    scored: { points, score: now },
  };
}

/** The score of the amounts on the form, hers included; the evaluated one while an amount is missing. */
function executionScore(
  annual: Decimal | null,
  actual: Decimal | null,
  points: Decimal,
  evaluated: Decimal | null,
): Decimal | null {
  if (annual === null || actual === null) return evaluated;
  if (annual.sign() <= 0 || actual.sign() < 0) return null;
  return exactScore('at-least', { actual, target: annual, to: annual, points });
}

function known(row: number): Formula {
  const isNumber = (column: number): Formula => call('ISNUMBER', at(row, column));
  return call('AND', isNumber(COLUMN.annualBudget), isNumber(COLUMN.actual));
}

/** 执行率, blank while an amount is missing or the budget is not above zero; the table's own where only that is known. */
function rateCell(row: number, annual: Decimal | null, actual: Decimal | null, stated: Decimal | null): Cell {
  const budget = at(row, COLUMN.annualBudget);
  const ratio = operation('/', at(row, COLUMN.actual), budget);
  const shown = call('ROUND', call('ROUND', ratio, number(Decimal.of(9))), number(Decimal.of(4)));
  const usable = call('IF', operation('>', budget, ZERO), shown, text(''));
  const now = annual && actual ? (annual.sign() > 0 ? actual.dividedBy(annual) : null) : stated;
  return formulaCell(
    call('IF', known(row), usable, stated ? number(stated) : text('')),
    (annual && actual ? now?.roundHalfUp(9).roundHalfUp(4) : now) ?? '',
    STYLES.percent,
  );
}
