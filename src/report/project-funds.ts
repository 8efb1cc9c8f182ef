import { Decimal } from '../model/decimal';
import { FUND_NAMES, PROJECT_FUNDS } from '../model/project';
import { PENDING } from '../model/pending';
import type { ProjectFund } from '../model/project';
import { FUND_LINES } from '../rubric/projects/money';
import type { FundLine, KnownAmount, KnownLine } from '../rubric/projects/money';
import { projectScoreFormula } from '../rubric/projects/score-formula';
import type { Formula } from '../sheet/formula';
import { call, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell, numberCell } from './cells';
import { caption, words } from './form-sheet';
import type { Field } from './form-sheet';
import type { FormContext } from './project-form';
import { COLUMN, at, columnId, inputCell } from './project-form';
import { fundRowId } from './project-money';
import type { ScoredRow } from './project-score';
import { scoreCells } from './project-score';
import type { FormProject } from './project-source';
import type { ExecutedFunds } from './rate-cell';
import { executionRateCell } from './rate-cell';
import { STYLES } from './styles';

const ZERO = number(Decimal.ZERO);
const DASH = '—';

/** The block 项目资金 and what 预算执行率 came to. */
export interface FundBlock extends ScoredRow {
  /** The row of 年度资金总额. */
  readonly row: number;
}

/** 项目资金(万元): all money with rate and score, and the lines 其中, which are never scored (domain.md §1.3, R3–R7). */
export function fundBlock(context: FormContext, source: FormProject): FundBlock {
  const { form } = context;
  const top = form.row([
    caption('项目资金（万元）'),
    caption('', 2),
    ...PROJECT_FUNDS.map((fund) => caption(FUND_NAMES[fund])),
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
  const { form, about } = context;
  const id = fundRowId(about.year, source.project.id, line);
  const known = source.execution.money.lines[line];
  const isAll = line === '年度资金总额';
  const execution = isAll ? executionCells(context, source, form.next, known) : null;
  const label = line === '当年财政拨款' ? `其中：${line}` : isAll ? line : `　　　${line}`;
  const inputs = PROJECT_FUNDS.filter((fund) => known[fund]?.origin !== 'table').map((fund) => columnId(COLUMN[fund]));
  form.row(
    [
      caption(''),
      words(label, 2),
      ...PROJECT_FUNDS.map((fund) => ({ cell: amountCell(context, id, fund, known[fund]) })),
      ...(execution?.fields ?? [
        words(DASH, 1, STYLES.center),
        { cell: rateCell(form.next, known, null) },
        words(DASH, 1, STYLES.center),
      ]),
    ],
    { id, inputs, figures: '' },
    execution ? [null, null, execution.unrounded] : [],
  );
  return execution?.scored ?? { points: null, score: null };
}

/** A figure of the workbook, live; else a cell of hers, with what she typed there before. */
function amountCell({ paper, kept }: FormContext, id: string, fund: ProjectFund, amount: KnownAmount | null): Cell {
  if (amount?.origin === 'table') {
    const { figure, value } = amount;
    // A table without a unit is taken as it is written, and the form's note says so.
    const live = figure.unit === null ? paper.number(figure) : paper.wan(figure);
    return formulaCell(live, value, STYLES.money);
  }
  const typed = amount?.value ?? kept.get(id)?.typed.get(columnId(COLUMN[fund]));
  return inputCell(typed, null, FUND_NAMES[fund], STYLES.inputMoney);
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
  money: KnownLine,
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
  const formula = call('IF', bothKnown(row), call('IF', isUsable, score, text(PENDING)), otherwise);
  const now = project.executionScore;
  const { unrounded, shown } = scoreCells(row, formula, now);
  return {
    fields: [{ cell: pointsCell }, { cell: rateCell(row, money, statedRate) }, { cell: shown }],
    unrounded,
    scored: { points, score: now },
  };
}

function bothKnown(row: number): Formula {
  const isNumber = (column: number): Formula => call('ISNUMBER', at(row, column));
  return call('AND', isNumber(COLUMN.annualBudget), isNumber(COLUMN.actual));
}

/** 执行率; the table's own where only that is known. */
function rateCell(row: number, { annualBudget, actual }: KnownLine, stated: Decimal | null): Cell {
  const funds: ExecutedFunds = {
    budget: at(row, COLUMN.annualBudget),
    actual: at(row, COLUMN.actual),
    now: { budget: annualBudget?.value ?? null, actual: actual?.value ?? null },
  };
  return executionRateCell(funds, stated);
}
