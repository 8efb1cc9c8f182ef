import { Decimal, sum } from '../model/decimal';
import type { ScoredIndicator } from '../model/scorecard';
import { halfWidth } from '../model/text';
import type { Answers } from '../rubric/answers';
import { levelsOf } from '../rubric/methods/qualitative';
import { scoreFormula } from '../rubric/methods/score-formula';
import type { Indicator, Rubric } from '../rubric/pack';
import type { Scoring } from '../rubric/score';
import { roundedFormula, totalFormula } from '../rubric/total';
import type { Formula } from '../sheet/formula';
import { area, call, cell, number, operation, text } from '../sheet/formula';
import type { Cell, SheetModel, Validation } from '../sheet/sheet';
import { ANSWER_INPUTS } from './answers';
import { formulaCell, ordinalCell, textCell } from './cells';
import type { KeptRow } from './kept';
import { listSheet } from './list-sheet';
import type { ListRow } from './list-sheet';
import type { RubricSheet } from './rubric-sheet';
import { UNCONFIRMED, indicatorKey } from './rubric-sheet';
import { AT, SCORE_COLUMNS, ScoreLayout, TOTAL_ROWS } from './score-layout';
import { valueFormula } from './score-value';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import type { WorkingPaper } from './working-paper';

export const NOT_APPLICABLE = '不适用';
export const PENDING = '待填';
const EVIDENCE_CHOICES = ['有', '缺'] as const;

const ZERO = number(Decimal.ZERO);

/** Key of the row for one piece of evidence. */
export function evidenceKey(rubric: Rubric, indicator: string, at: number): string {
  return `${indicatorKey(rubric, indicator)}|佐证${at + 1}`;
}

/**
 * 自评_评分表: every indicator with its live value and score, the reason for each lost point, her answers, and the list of
 * evidence (shared/design/product.md).
 */
export class ScoreSheet {
  readonly layout: ScoreLayout;
  private readonly scored: ReadonlyMap<string, ScoredIndicator>;

  constructor(
    private readonly rubric: Rubric,
    private readonly scoring: Scoring,
    private readonly answers: Answers,
    private readonly kept: ReadonlyMap<string, KeptRow>,
    private readonly rubricSheet: RubricSheet,
    private readonly paper: WorkingPaper,
    /** The most the total may be, live; null when the rubric has no cap. */
    private readonly cap: Formula | null,
  ) {
    this.layout = new ScoreLayout(rubric);
    this.scored = new Map(scoring.card.indicators.map((one) => [one.id, one]));
  }

  compose(unitName: string | null, year: number | null): SheetModel {
    const { rubric, scoring } = this;
    const rows = [
      ...rubric.indicators.map((indicator, index) => this.indicatorRow(indicator, index)),
      ...this.totalRows(),
      ...this.evidenceRows(),
    ];
    const { card } = scoring;
    return listSheet({
      name: SHEETS.scores,
      title: `${year === null ? '' : `${year}年度`}部门整体支出绩效评分表`,
      unitName,
      unitLine: card.pointsBasis === 'unconfirmed' ? UNCONFIRMED : `满分 ${card.full.toString()} 分`,
      columns: SCORE_COLUMNS,
      rows,
      remarks: [
        `评分办法：${rubric.title}。依据：${rubric.basis}`,
        '注：浅黄色格由人填写。“档次”按评分办法选；“评定值”填比例（如 0.85）、个数或实际完成值；“不适用”要写原因，分值由其他指标分担。得分＝计算得分四舍五入到两位小数，合计按未舍入的得分相加再舍入。',
        ...(card.cap === null ? [] : [`总分上限：${card.cap}`]),
      ],
      orientation: 'landscape',
      filter: false,
      frozenColumns: 4,
      validations: () => this.validations(),
    });
  }

  private indicatorRow(indicator: Indicator, index: number): ListRow {
    const scored = this.scored.get(indicator.id) as ScoredIndicator;
    const trace = this.scoring.traces.get(indicator.id) ?? null;
    const inputs = this.inputsOf(indicator, scored);
    return {
      cells: [
        ordinalCell(index),
        ...indicator.path.map((level) => textCell(level)),
        formulaCell(this.rubricSheet.points(indicator), Decimal.of(indicator.points), STYLES.plain),
        textCell(scored.formula === '' ? '人工评定' : scored.formula),
        textCell(scored.target, STYLES.center),
        this.valueCell(indicator, scored, index),
        ...this.scoreCells(indicator, scored, index),
        ...([ANSWER_INPUTS.level, ANSWER_INPUTS.value, ANSWER_INPUTS.notApplicable, ANSWER_INPUTS.reason] as const).map(
          (column) => this.inputCell(indicator, column, inputs),
        ),
        textCell(scored.deduction),
        textCell(scored.regain),
        textCell(scored.basis),
        textCell(''),
      ],
      mark: {
        id: indicatorKey(this.rubric, indicator.id),
        inputs,
        prefilled: this.prefilled(indicator.id, inputs),
        figures: trace ? 'computed' : '',
      },
    };
  }

  /** The columns in which she answers: only a reason where figures give the value. */
  private inputsOf({ method }: Indicator, { id }: ScoredIndicator): string[] {
    const always = [ANSWER_INPUTS.notApplicable, ANSWER_INPUTS.reason];
    if (this.scoring.traces.get(id)) return always;
    return method.type === 'qualitative'
      ? [ANSWER_INPUTS.level, ANSWER_INPUTS.value, ...always]
      : [ANSWER_INPUTS.value, ...always];
  }

  private inputCell({ id }: Indicator, column: string, inputs: readonly string[]): Cell {
    if (!inputs.includes(column)) return textCell('', STYLES.text);
    const typed = this.kept.get(indicatorKey(this.rubric, id))?.typed.get(column) ?? null;
    const value = typed !== null && column === ANSWER_INPUTS.value ? asNumber(typed) : typed;
    return { type: 'input', value: value ?? this.answerIn(id, column), style: STYLES.input };
  }

  /** Answers that stand in her cells without her having typed them: those of a file. */
  private prefilled(id: string, inputs: readonly string[]): Map<string, string> {
    const typed = this.kept.get(indicatorKey(this.rubric, id))?.typed;
    return new Map(
      inputs.flatMap((column) => {
        const stated = typed?.has(column) ? null : this.answerIn(id, column);
        return stated === null ? [] : [[column, stated.toString()] as const];
      }),
    );
  }

  /** What a file of answers says, for a cell she left blank. */
  private answerIn(id: string, column: string): string | Decimal | null {
    const answer = Object.hasOwn(this.answers, id) ? this.answers[id] : undefined;
    if (!answer) return null;
    if (column === ANSWER_INPUTS.level) return answer.level ?? null;
    if (column === ANSWER_INPUTS.reason) return answer.reason ?? null;
    if (column === ANSWER_INPUTS.notApplicable) return answer.notApplicable ? NOT_APPLICABLE : null;
    const value = answer.count ?? answer.value ?? null;
    return value === null ? null : asNumber(String(value));
  }

  private valueCell(indicator: Indicator, scored: ScoredIndicator, index: number): Cell {
    if (scored.status === 'not-applicable' && !this.isAnsweredAbsent(indicator.id)) {
      return textCell(NOT_APPLICABLE, STYLES.center);
    }
    const formula = valueFormula(
      indicator,
      this.scoring.traces.get(indicator.id) ?? null,
      (figure) => this.paper.number(figure),
      { level: cell(this.layout.at(index, AT.level)), value: cell(this.layout.at(index, AT.answer)) },
    );
    // An indicator she set aside has no value, whether or not she has said why yet.
    const absent = operation('=', cell(this.layout.at(index, AT.notApplicable)), text(NOT_APPLICABLE));
    const style = indicator.display === 'ratio' ? STYLES.percent : STYLES.plain;
    return formulaCell(call('IF', absent, text(''), formula), scored.value ?? '', style);
  }

  private isAnsweredAbsent(id: string): boolean {
    return Object.hasOwn(this.answers, id) && this.answers[id]?.notApplicable === true;
  }

  /** 计算得分 and 得分, both live. */
  private scoreCells(indicator: Indicator, scored: ScoredIndicator, index: number): Cell[] {
    if (scored.status === 'not-applicable' && !this.isAnsweredAbsent(indicator.id)) {
      return [textCell(NOT_APPLICABLE, STYLES.center), textCell(NOT_APPLICABLE, STYLES.center)];
    }
    const value = cell(this.layout.at(index, AT.value));
    const target = this.targetFormula(indicator);
    const score = scoreFormula(
      indicator,
      { value, points: cell(this.layout.at(index, AT.points)), ...(target && { target }) },
      this.rubric.overAchievement ?? null,
    );
    const absent = operation('=', cell(this.layout.at(index, AT.notApplicable)), text(NOT_APPLICABLE));
    const reasoned = operation('>', call('LEN', cell(this.layout.at(index, AT.reason))), ZERO);
    const known = call('IF', call('ISNUMBER', value), score, text(PENDING));
    const raw = call('IF', absent, call('IF', reasoned, text(NOT_APPLICABLE), text(PENDING)), known);
    const rawAt = cell(this.layout.at(index, AT.raw));
    const shown = call('IF', call('ISNUMBER', rawAt), roundedFormula(rawAt), rawAt);
    const words = scored.status === 'not-applicable' ? NOT_APPLICABLE : PENDING;
    return [
      formulaCell(raw, scored.score ?? words, STYLES.score),
      formulaCell(shown, scored.score?.roundHalfUp(9).roundHalfUp(2) ?? words, STYLES.money),
    ];
  }

  /** The target in the scale of values, live from 自评_评分办法; null where no number is stated. */
  private targetFormula(indicator: Indicator): Formula | null {
    const stated = this.rubricSheet.target(indicator);
    if (stated === null) return null;
    const unit = indicator.target?.unit;
    if (unit === '%') return operation('/', stated, number(Decimal.of(100)));
    if (unit === '元') return operation('/', stated, number(Decimal.of(10_000)));
    return unit === '亿元' ? operation('*', stated, number(Decimal.of(10_000))) : stated;
  }

  private column(index: number): Formula {
    return area(SHEETS.scores, {
      top: this.layout.rowAt(0),
      left: index,
      bottom: this.layout.rowAt(this.layout.totalIndex - 1),
      right: index,
    });
  }

  private totalRows(): ListRow[] {
    const { card } = this.scoring;
    const points = this.column(AT.points);
    const scores = this.column(AT.score);
    const full = number(card.full);
    const absent = call('SUMIF', scores, text(NOT_APPLICABLE), points);
    const applicable = operation('-', call('SUM', points), absent);
    const scored = call('SUM', this.column(AT.raw));
    const waiting = call('SUMIF', scores, text(PENDING), points);
    const based = (value: Formula): Formula => roundedFormula(operation('/', operation('*', value, full), applicable));
    const total = totalFormula({ scored, applicable, full, cap: this.cap });
    const uncapped = totalFormula({ scored, applicable, full, cap: null });
    const all = sum(this.rubric.indicators.map((indicator) => Decimal.of(indicator.points)));
    return [
      this.summaryRow(
        '合计',
        formulaCell(total, card.total, STYLES.strongMoney),
        formulaCell(call('SUM', points), all, STYLES.plain),
      ),
      this.summaryRow(
        '已评分值',
        formulaCell(operation('-', full, cell(this.layout.pending)), card.scorable, STYLES.money),
      ),
      this.summaryRow('待填分值', formulaCell(based(waiting), card.pendingPoints, STYLES.money)),
      this.summaryRow('尾差', formulaCell(this.remainder(uncapped, full, applicable), card.remainder, STYLES.money)),
      this.summaryRow('等级', formulaCell(this.gradeFormula(), card.grade ?? PENDING, STYLES.center)),
    ];
  }

  /** Total minus the scores as they are shown, each shared out to full marks. */
  private remainder(total: Formula, full: Formula, applicable: Formula): Formula {
    const shown = this.rubric.indicators.map((_, index) => {
      const raw = cell(this.layout.at(index, AT.raw));
      return roundedFormula(operation('/', operation('*', call('N', raw), full), applicable));
    });
    return call('ROUND', operation('-', total, call('SUM', ...shown)), number(Decimal.of(2)));
  }

  private gradeFormula(): Formula {
    const total = cell(this.layout.total);
    const grades = this.rubric.grades.reduceRight<Formula>(
      (rest, { name, from }) => call('IF', operation('>=', total, number(Decimal.of(from))), text(name), rest),
      text(''),
    );
    return call('IF', operation('>', cell(this.layout.pending), ZERO), text(PENDING), grades);
  }

  private summaryRow(name: string, value: Cell, points: Cell = textCell('')): ListRow {
    const blanks = (count: number): Cell[] => new Array<Cell>(count).fill(textCell(''));
    return {
      cells: [textCell(''), textCell(name, STYLES.strong), ...blanks(2), points, ...blanks(4), value, ...blanks(8)],
    };
  }

  private evidenceRows(): ListRow[] {
    const blanks = (count: number): Cell[] => new Array<Cell>(count).fill(textCell(''));
    const heading: ListRow = {
      cells: [textCell(''), textCell('佐证材料', STYLES.strong), ...blanks(16)],
    };
    const rows = this.rubric.indicators.flatMap((indicator) =>
      indicator.evidence.map((wanted, at): ListRow => {
        const id = evidenceKey(this.rubric, indicator.id, at);
        const typed = this.kept.get(id)?.typed.get(ANSWER_INPUTS.evidence) ?? null;
        const stated = Object.hasOwn(this.answers, indicator.id) ? this.answers[indicator.id]?.evidence : undefined;
        return {
          cells: [
            textCell(''),
            textCell(indicator.path[0]),
            textCell(indicator.path[1]),
            textCell(indicator.path[2]),
            textCell(''),
            textCell(wanted),
            ...blanks(7),
            textCell(at === 0 ? (stated ?? '') : ''),
            ...blanks(3),
            { type: 'input', value: typed, style: STYLES.input },
          ],
          mark: { id, inputs: [ANSWER_INPUTS.evidence], figures: '' },
        };
      }),
    );
    return rows.length === 0 ? [] : [heading, ...rows];
  }

  private validations(): Validation[] {
    const from = this.layout.rowAt(0);
    const to = this.layout.rowAt(this.layout.totalIndex - 1);
    const evidence = this.layout.rowAt(this.layout.totalIndex + TOTAL_ROWS + 1);
    const levels = this.rubric.indicators.flatMap(({ method }, index): Validation[] => {
      if (method.type !== 'qualitative') return [];
      const choices = levelsOf(method).map(({ name }) => name);
      const at = { top: this.layout.rowAt(index), bottom: this.layout.rowAt(index), left: AT.level, right: AT.level };
      return [{ area: at, choices, message: `请选：${choices.join('、')}。` }];
    });
    const count = this.rubric.indicators.reduce((most, { evidence: wanted }) => most + wanted.length, 0);
    return [
      ...levels,
      {
        area: { top: from, bottom: to, left: AT.notApplicable, right: AT.notApplicable },
        choices: [NOT_APPLICABLE],
        message: '不适用的选“不适用”并写原因；适用的留空。',
      },
      {
        area: { top: evidence, bottom: evidence + Math.max(1, count), left: AT.evidence, right: AT.evidence },
        choices: [...EVIDENCE_CHOICES],
        message: '请选“有”或“缺”。',
      },
    ];
  }
}

/** A number written as a text, 85% as 0.85, so that the live formulas see it too; other words as they are. */
function asNumber(stated: string | Decimal): string | Decimal {
  if (stated instanceof Decimal) return stated;
  const plain = halfWidth(stated).replace(/,/g, '').trim();
  const percent = /^(-?\d+(?:\.\d+)?)\s*%$/.exec(plain)?.[1];
  if (percent !== undefined) return Decimal.of(percent).shift(-2);
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Decimal.of(plain) : stated;
}
