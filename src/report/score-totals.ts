import { Decimal, sum } from '../model/decimal';
import { NOT_APPLICABLE, PENDING } from '../model/pending';
import { roundedFormula, totalFormula } from '../rubric/total';
import type { Formula } from '../sheet/formula';
import { area, call, cell, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell, textCell } from './cells';
import type { ListRow } from './list-sheet';
import type { ScoreContext } from './score-context';
import { AT, blankCells } from './score-layout';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';

/**
 * The rows below the indicators: 合计, 已评分值, 待填分值, 尾差 and 等级, all live.
 * @param cap the most the total may be, live; null when the rubric has no cap
 */
export function totalRows(context: ScoreContext, cap: Formula | null): ListRow[] {
  const { rubric, layout, scoring } = context;
  const { card } = scoring;
  const points = column(context, AT.points);
  const scores = column(context, AT.score);
  const full = number(card.full);
  const absent = call('SUMIF', scores, text(NOT_APPLICABLE), points);
  const applicable = operation('-', call('SUM', points), absent);
  const scored = call('SUM', column(context, AT.raw));
  const waiting = call('SUMIF', scores, text(PENDING), points);
  const based = (value: Formula): Formula => roundedFormula(operation('/', operation('*', value, full), applicable));
  const total = totalFormula({ scored, applicable, full, cap });
  const uncapped = totalFormula({ scored, applicable, full, cap: null });
  const all = sum(rubric.indicators.map((indicator) => Decimal.of(indicator.points)));
  return [
    summaryRow(
      '合计',
      formulaCell(total, card.total, STYLES.strongMoney),
      formulaCell(call('SUM', points), all, STYLES.plain),
    ),
    summaryRow('已评分值', formulaCell(operation('-', full, cell(layout.pending)), card.scorable, STYLES.money)),
    summaryRow(`${PENDING}分值`, formulaCell(based(waiting), card.pendingPoints, STYLES.money)),
    summaryRow('尾差', formulaCell(remainder(context, uncapped, full, applicable), card.remainder, STYLES.money)),
    summaryRow('等级', formulaCell(gradeFormula(context), card.grade ?? PENDING, STYLES.center)),
  ];
}

/** A column of all indicators. */
function column({ layout }: ScoreContext, index: number): Formula {
  return area(SHEETS.scores, {
    top: layout.rowAt(0),
    left: index,
    bottom: layout.rowAt(layout.totalIndex - 1),
    right: index,
  });
}

/** Total minus the scores as they are shown, each shared out to full marks. */
function remainder({ rubric, layout }: ScoreContext, total: Formula, full: Formula, applicable: Formula): Formula {
  const shown = rubric.indicators.map((_, index) => {
    const raw = cell(layout.at(index, AT.raw));
    return roundedFormula(operation('/', operation('*', call('N', raw), full), applicable));
  });
  return call('ROUND', operation('-', total, call('SUM', ...shown)), number(Decimal.of(2)));
}

function gradeFormula({ rubric, layout }: ScoreContext): Formula {
  const total = cell(layout.total);
  const grades = rubric.grades.reduceRight<Formula>(
    (rest, { name, from }) => call('IF', operation('>=', total, number(Decimal.of(from))), text(name), rest),
    text(''),
  );
  return call('IF', operation('>', cell(layout.pending), number(Decimal.ZERO)), text(PENDING), grades);
}

function summaryRow(name: string, value: Cell, points: Cell = textCell('')): ListRow {
  return {
    cells: [
      textCell(''),
      textCell(name, STYLES.strong),
      ...blankCells(2),
      points,
      ...blankCells(4),
      value,
      ...blankCells(8),
    ],
  };
}
