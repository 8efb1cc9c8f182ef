import { Decimal } from '../model/decimal';
import { NOT_APPLICABLE, PENDING } from '../model/pending';
import type { ScoredIndicator } from '../model/scorecard';
import { halfWidth } from '../model/text';
import { scoreFormula } from '../rubric/methods/score-formula';
import type { Indicator } from '../rubric/pack';
import { roundedFormula, roundedScore } from '../rubric/total';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { ANSWER_INPUTS } from './answers';
import { formulaCell, ordinalCell, textCell } from './cells';
import type { Typed } from './kept';
import type { ListRow } from './list-sheet';
import { indicatorKey } from './rubric-sheet';
import type { ScoreContext } from './score-context';
import { AT } from './score-layout';
import { valueFormula } from './score-value';
import { STYLES } from './styles';

/** The columns in which she answers for an indicator, as they stand on the sheet. */
const ANSWERED = [ANSWER_INPUTS.level, ANSWER_INPUTS.value, ANSWER_INPUTS.notApplicable, ANSWER_INPUTS.reason] as const;

/** One row for each indicator of the rubric: live value and score, her answers, the reason for each lost point. */
export function indicatorRows(context: ScoreContext): ListRow[] {
  return context.rubric.indicators.map((indicator, index) => new IndicatorRow(context, indicator, index).compose());
}

class IndicatorRow {
  private readonly key: string;
  private readonly scored: ScoredIndicator;
  private readonly typed: ReadonlyMap<string, Typed>;
  private readonly inputs: readonly string[];

  constructor(
    private readonly context: ScoreContext,
    private readonly indicator: Indicator,
    private readonly index: number,
  ) {
    const { rubric, scoring, kept } = context;
    const scored = scoring.card.indicators.find(({ id }) => id === indicator.id);
    if (!scored) throw new Error(`no score of ${indicator.id}`);
    this.scored = scored;
    this.key = indicatorKey(rubric, indicator.id);
    this.typed = kept.get(this.key)?.typed ?? new Map<string, Typed>();
    const asked = this.asked();
    // What she typed before figures gave the value stays in its cell: the figures may go again.
    this.inputs = ANSWERED.filter((column) => asked.includes(column) || this.typed.has(column));
  }

  compose(): ListRow {
    const { context, indicator, scored, index } = this;
    return {
      cells: [
        ordinalCell(index),
        ...indicator.path.map((level) => textCell(level)),
        formulaCell(context.rubricSheet.points(indicator), Decimal.of(indicator.points), STYLES.plain),
        textCell(scored.formula === '' ? '人工评定' : scored.formula),
        textCell(scored.target, STYLES.center),
        this.valueCell(),
        ...this.scoreCells(),
        textCell(scored.deduction),
        textCell(''),
        ...ANSWERED.map((column) => this.inputCell(column)),
        textCell(scored.regain),
        textCell(scored.basis),
      ],
      mark: {
        id: this.key,
        inputs: this.inputs,
        prefilled: this.prefilled(),
        figures: this.isComputed ? 'computed' : '',
      },
    };
  }

  private get isComputed(): boolean {
    return Boolean(this.context.scoring.traces.get(this.indicator.id));
  }

  /** The columns she is asked in: only a reason where figures give the value. */
  private asked(): readonly string[] {
    const always = [ANSWER_INPUTS.notApplicable, ANSWER_INPUTS.reason];
    if (this.isComputed) return always;
    return this.indicator.method.type === 'qualitative'
      ? [ANSWER_INPUTS.level, ANSWER_INPUTS.value, ...always]
      : [ANSWER_INPUTS.value, ...always];
  }

  private inputCell(column: string): Cell {
    if (!this.inputs.includes(column)) return textCell('', STYLES.text);
    const typed = this.typed.get(column) ?? null;
    const value = typed !== null && column === ANSWER_INPUTS.value ? asNumber(typed) : typed;
    return { type: 'input', value: value ?? this.answerIn(column), style: STYLES.input };
  }

  /** Answers that stand in her cells without her having typed them: those of a file. */
  private prefilled(): Map<string, string> {
    return new Map(
      this.inputs.flatMap((column) => {
        const stated = this.typed.has(column) ? null : this.answerIn(column);
        return stated === null ? [] : [[column, stated.toString()] as const];
      }),
    );
  }

  /** What a file of answers says, for a cell she left blank. */
  private answerIn(column: string): string | Decimal | null {
    const { answers } = this.context;
    const { id } = this.indicator;
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (!answer) return null;
    if (column === ANSWER_INPUTS.level) return answer.level ?? null;
    if (column === ANSWER_INPUTS.reason) return answer.reason ?? null;
    if (column === ANSWER_INPUTS.notApplicable) return answer.notApplicable ? NOT_APPLICABLE : null;
    const value = answer.count ?? answer.value ?? null;
    return value === null ? null : asNumber(String(value));
  }

  /** True where the workbook itself shows that the indicator does not apply, and not she. */
  private get isAbsent(): boolean {
    const { answers } = this.context;
    const { id } = this.indicator;
    const hers = Object.hasOwn(answers, id) && answers[id]?.notApplicable === true;
    return this.scored.status === 'not-applicable' && !hers;
  }

  private at(column: number): Formula {
    return cell(this.context.layout.at(this.index, column));
  }

  private valueCell(): Cell {
    const { context, indicator, scored } = this;
    if (this.isAbsent) return textCell(NOT_APPLICABLE, STYLES.center);
    const formula = valueFormula(
      indicator,
      context.scoring.traces.get(indicator.id) ?? null,
      (figure) => context.paper.number(figure),
      { level: this.at(AT.level), value: this.at(AT.answer) },
    );
    // An indicator she set aside has no value, whether or not she has said why yet.
    const absent = operation('=', this.at(AT.notApplicable), text(NOT_APPLICABLE));
    const style = indicator.display === 'ratio' ? STYLES.percent : STYLES.plain;
    return formulaCell(call('IF', absent, text(''), formula), scored.value ?? '', style);
  }

  /** 计算得分 and 得分, both live. */
  private scoreCells(): Cell[] {
    const { context, indicator, scored } = this;
    if (this.isAbsent) {
      return [textCell(NOT_APPLICABLE, STYLES.center), textCell(NOT_APPLICABLE, STYLES.center)];
    }
    const value = this.at(AT.value);
    const target = this.targetFormula();
    const score = scoreFormula(
      indicator,
      { value, points: this.at(AT.points), ...(target && { target }) },
      context.rubric.overAchievement ?? null,
    );
    const absent = operation('=', this.at(AT.notApplicable), text(NOT_APPLICABLE));
    const reasoned = operation('>', call('LEN', this.at(AT.reason)), number(Decimal.ZERO));
    const known = call('IF', call('ISNUMBER', value), score, text(PENDING));
    const raw = call('IF', absent, call('IF', reasoned, text(NOT_APPLICABLE), text(PENDING)), known);
    const rawAt = this.at(AT.raw);
    const shown = call('IF', call('ISNUMBER', rawAt), roundedFormula(rawAt), rawAt);
    const words = scored.status === 'not-applicable' ? NOT_APPLICABLE : PENDING;
    return [
      formulaCell(raw, scored.score ?? words, STYLES.score),
      formulaCell(shown, scored.score ? roundedScore(scored.score) : words, STYLES.money),
    ];
  }

  /** The target in the scale of values, live from 自评_评分办法; null where no number is stated. */
  private targetFormula(): Formula | null {
    const stated = this.context.rubricSheet.target(this.indicator);
    if (stated === null) return null;
    const unit = this.indicator.target?.unit;
    if (unit === '%') return operation('/', stated, number(Decimal.of(100)));
    if (unit === '元') return operation('/', stated, number(Decimal.of(10_000)));
    return unit === '亿元' ? operation('*', stated, number(Decimal.of(10_000))) : stated;
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
