import { toExcel } from '../formula/excel';
import type { Scope } from '../formula/scope';
import type { CellPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { ScoredIndicator } from '../model/scorecard';
import { fromYuan } from '../model/unit';
import type { Rubric } from '../rubric/pack';
import type { Scoring } from '../rubric/score';
import { roundedFormula } from '../rubric/total';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import type { Cell, SheetModel } from '../sheet/sheet';
import { formulaCell } from './cells';
import type { FoundFunds, FundLine } from './department-form';
import {
  ACTUAL,
  ANNUAL,
  FIRST_FUND,
  FORM,
  FUND_COLUMNS,
  FUND_NAMES,
  GOAL,
  INPUTS,
  REASON,
  columnId,
  departmentGoal,
  goalKey,
  quotedGoals,
} from './department-form';
import type { Field } from './form-sheet';
import { FormBuilder, caption, words } from './form-sheet';
import type { FoundAmount } from './found-amount';
import type { KeptRow, Typed } from './kept';
import { pending } from './pending';
import { UNCONFIRMED, indicatorKey } from './rubric-sheet';
import type { ScoreSheet } from './score-sheet';
import { NOT_APPLICABLE, PENDING } from './score-sheet';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import type { WorkingPaper } from './working-paper';

const WIDTHS = [12, 16, 24, 15, 15, 15, 15, 11, 10, 30] as const;
const SIGNATURES =
  '填表人：　　　　　　　　审核人：　　　　　　　　负责人：　　　　　　　　单位（盖章）　　　　　　　填报日期：　　　　年　　月　　日';

export interface DepartmentSource {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly rubric: Rubric;
  readonly scoring: Scoring;
  readonly scope: Scope;
  readonly kept: ReadonlyMap<string, KeptRow>;
}

/** 自评_部门整体自评表: the official form, live from the other sheets (shared/design/product.md). */
export function departmentSheet(
  source: DepartmentSource,
  funds: FoundFunds,
  scores: ScoreSheet,
  paper: WorkingPaper,
): SheetModel {
  return new DepartmentForm(source, funds, scores, paper).compose();
}

class DepartmentForm {
  private readonly form = new FormBuilder(WIDTHS);

  constructor(
    private readonly source: DepartmentSource,
    private readonly funds: FoundFunds,
    private readonly scores: ScoreSheet,
    private readonly paper: WorkingPaper,
  ) {}

  compose(): SheetModel {
    const { form, source } = this;
    const { card } = source.scoring;
    form.title('部门整体支出绩效自评表');
    form.subtitle(source.year === null ? '（【待填：年度】）' : `（${source.year}年度）`);
    form.unitLine(card.pointsBasis === 'unconfirmed' ? UNCONFIRMED : '', '金额单位：万元');
    form.row([caption('部门名称'), words(source.unitName ?? pending('单位名称'), 9)]);
    this.fundBlock();
    this.goalBlock();
    this.indicatorBlock();
    form.row([
      caption('总分', 7),
      { cell: formulaCell(number(card.full), card.full, STYLES.plain) },
      this.shown(this.scores.layout.total, card.total, STYLES.strongMoney),
      { cell: formulaCell(this.totalRemark(), this.totalRemarkNow(), STYLES.text) },
    ]);
    form.row([caption('评价等级', 7), this.shown(this.scores.layout.grade, card.grade ?? PENDING, STYLES.center, 3)]);
    form.remark(`注：执行率＝全年执行数÷全年预算数。评分办法：${source.rubric.title}。`);
    form.signatures(SIGNATURES);
    return form.sheet(SHEETS.department, 'landscape', INPUTS);
  }

  private shown(place: CellPlace, value: Decimal | string, style: Cell['style'], across = 1): Field {
    return { cell: formulaCell(cell(place), value, style), across };
  }

  private fundBlock(): void {
    const { form } = this;
    const top = form.row([
      caption('年度部门预算情况'),
      caption('项目', 2),
      ...FUND_COLUMNS.map((fund) => caption(FUND_NAMES[fund])),
      caption('执行率'),
      caption('分值'),
      caption('得分'),
    ]);
    for (const line of FORM.funds) this.fundRow(line);
    form.mergeDown(0, top);
  }

  private fundRow(line: FundLine): void {
    const { form, source } = this;
    const row = form.next;
    const id = `${source.year ?? ''}|资金|${line.id}`;
    const typed = source.kept.get(id)?.typed;
    const found = this.funds.get(line.id);
    const inputs: string[] = [];
    const values = FUND_COLUMNS.map((fund, index): { cell: Cell; value: Decimal | null } => {
      const amount = found?.[fund] ?? null;
      if (amount) return this.foundCell(amount);
      const column = columnId(FIRST_FUND + index);
      inputs.push(column);
      const value: Typed = typed?.get(column) ?? pending(FUND_NAMES[fund]);
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
        { cell: this.rateCell(row, annual ?? null, actual ?? null) },
        ...(isAll ? this.executionScore() : [words('—', 1, STYLES.center), words('—', 1, STYLES.center)]),
      ],
      { id, inputs, figures: '' },
    );
  }

  private foundCell({ node, value }: FoundAmount): { cell: Cell; value: Decimal } {
    const drawn = toExcel(node, this.source.scope, '万元', (figure) => this.paper.number(figure));
    if ('gap' in drawn) throw new Error('an amount that has a value has a formula');
    const amount = fromYuan(value.value, '万元');
    return { cell: formulaCell(drawn.formula, amount, STYLES.money), value: amount };
  }

  /** 执行率, blank while a figure is missing or the budget is zero. */
  private rateCell(row: number, annual: Decimal | null, actual: Decimal | null): Cell {
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

  private executionScore(): Field[] {
    const { rubric, scoring } = this.source;
    const id = FORM.executionIndicators.find((one) => rubric.indicators.some((indicator) => indicator.id === one));
    const scored = scoring.card.indicators.find((one) => one.id === id);
    if (!scored) return [words('—', 1, STYLES.center), words('—', 1, STYLES.center)];
    const { points, score } = this.scores.layout.cellsOf(scored.id);
    return [this.shown(points, scored.points, STYLES.plain), this.shown(score, scoreNow(scored), STYLES.money)];
  }

  private goalBlock(): void {
    const { form, source } = this;
    const top = form.row([caption('年度总体目标'), caption('预期目标', 4), caption('实际完成情况', 5)]);
    const goal = departmentGoal(source.scope, source.year, source.kept);
    form.row(
      [
        caption(''),
        { cell: { type: 'input', value: goal.expected ?? pending('预期目标'), style: STYLES.input }, across: 4 },
        { cell: { type: 'input', value: goal.achieved ?? pending('实际完成情况'), style: STYLES.input }, across: 5 },
      ],
      {
        id: goalKey(source.year),
        inputs: [columnId(GOAL), columnId(ANNUAL)],
        prefilled: quotedGoals(source.scope),
        figures: '',
      },
    );
    form.mergeDown(0, top);
  }

  private indicatorBlock(): void {
    const { form, source } = this;
    form.row([
      caption('一级指标'),
      caption('二级指标'),
      caption('三级指标'),
      caption('年度指标值', 2),
      caption('实际完成值', 2),
      caption('分值'),
      caption('得分'),
      caption('偏差原因分析及改进措施'),
    ]);
    const tops: [number, number] = [form.next, form.next];
    source.scoring.card.indicators.forEach((scored, index, all) => {
      this.indicatorRow(scored);
      const after = all[index + 1];
      [0, 1].forEach((level) => {
        const same = after && scored.path.slice(0, level + 1).every((part, at) => part === after.path[at]);
        if (same) return;
        form.mergeDown(level, tops[level] as number);
        tops[level] = form.next;
      });
    });
  }

  private indicatorRow(scored: ScoredIndicator): void {
    const { rubric, kept } = this.source;
    const indicator = rubric.indicators.find(({ id }) => id === scored.id);
    const places = this.scores.layout.cellsOf(scored.id);
    const id = indicatorKey(rubric, scored.id);
    const reason = kept.get(id)?.typed.get(columnId(REASON)) ?? null;
    const value = scored.value ?? scoreNow(scored);
    const style = indicator?.display === 'ratio' ? STYLES.percent : STYLES.plain;
    // Without a value the score says why: 待填 or 不适用.
    const shown = call('IF', call('ISNUMBER', cell(places.value)), cell(places.value), cell(places.score));
    this.form.row(
      [
        words(scored.path[0] ?? '', 1, STYLES.center),
        words(scored.path[1] ?? '', 1, STYLES.center),
        words(scored.path[2] ?? ''),
        words(scored.target, 2, STYLES.center),
        { cell: formulaCell(shown, value, { ...style, horizontal: 'center' }), across: 2 },
        this.shown(places.points, scored.points, STYLES.plain),
        this.shown(places.score, scoreNow(scored), STYLES.money),
        { cell: { type: 'input', value: reason, style: STYLES.input } },
      ],
      { id, inputs: [columnId(REASON)], figures: '' },
    );
  }

  /** 待填 52 分, or nothing. */
  private totalRemark(): Formula {
    const waiting = cell(this.scores.layout.pending);
    const waitingWords = operation(
      '&',
      operation('&', text('待填 '), call('TEXT', roundedFormula(waiting), text('0.00'))),
      text(' 分'),
    );
    return call('IF', operation('>', waiting, number(Decimal.ZERO)), waitingWords, text(''));
  }

  private totalRemarkNow(): string {
    const { pendingPoints } = this.source.scoring.card;
    if (pendingPoints.sign() <= 0) return '';
    return `待填 ${pendingPoints.toFixed(2)} 分`;
  }
}

function scoreNow({ score, status }: ScoredIndicator): Decimal | string {
  if (score) return score.roundHalfUp(9).roundHalfUp(2);
  return status === 'not-applicable' ? NOT_APPLICABLE : PENDING;
}
