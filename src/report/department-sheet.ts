import { Decimal } from '../model/decimal';
import { PENDING, pendingText } from '../model/pending';
import type { ScoredIndicator } from '../model/scorecard';
import { roundedFormula } from '../rubric/total';
import type { Formula } from '../sheet/formula';
import { call, cell, joined, number, operation, text } from '../sheet/formula';
import type { SheetModel } from '../sheet/sheet';
import { formulaCell } from './cells';
import type { DepartmentContext, DepartmentSource } from './department-context';
import { scoreNow, shown } from './department-context';
import { ANNUAL, GOAL, INPUTS, REASON, columnId, departmentGoal, goalKey, quotedGoals } from './department-form';
import { formerBlock } from './department-former';
import { fundBlock } from './department-funds';
import type { DepartmentMoney } from './department-money';
import { FormBuilder, caption, words } from './form-sheet';
import { indicatorKey } from './rubric-sheet';
import type { ScoreSheet } from './score-sheet';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import { UNCONFIRMED, yearLine } from './words';
import type { WorkingPaper } from './working-paper';

/** 得分 of the money stands in the last but one; reasons cover the last two. */
const WIDTHS = [12, 16, 24, 15, 15, 15, 15, 11, 10, 10, 18] as const;
const SIGNATURES =
  '填表人：　　　　　　　　审核人：　　　　　　　　负责人：　　　　　　　　单位（盖章）　　　　　　　填报日期：　　　　年　　月　　日';

/** 自评_部门整体自评表: the official form, live from the other sheets (shared/design/product.md). */
export function departmentSheet(
  source: DepartmentSource,
  money: DepartmentMoney,
  scores: ScoreSheet,
  paper: WorkingPaper,
): SheetModel {
  return new DepartmentForm({ source, money, scores, paper }).compose();
}

class DepartmentForm {
  private readonly form = new FormBuilder(WIDTHS);

  constructor(private readonly context: Omit<DepartmentContext, 'form'>) {}

  private get source(): DepartmentSource {
    return this.context.source;
  }

  private get scores(): ScoreSheet {
    return this.context.scores;
  }

  compose(): SheetModel {
    const { form, source } = this;
    const { card } = source.scoring;
    form.title('部门整体支出绩效自评表');
    form.subtitle(yearLine(source.year));
    form.unitLine(card.pointsBasis === 'unconfirmed' ? UNCONFIRMED : '', '金额单位：万元');
    form.row([caption('部门名称'), words(source.unitName ?? pendingText('单位名称'), 10)]);
    fundBlock({ ...this.context, form });
    this.goalBlock();
    this.indicatorBlock();
    const closing = form.row([
      caption('总分', 7),
      { cell: formulaCell(number(card.full), card.full, STYLES.plain) },
      shown(this.scores.layout.total, card.total, STYLES.strongMoney),
      { cell: formulaCell(this.totalRemark(), this.totalRemarkNow(), STYLES.text), across: 2 },
    ]);
    form.row([caption('评价等级', 7), shown(this.scores.layout.grade, card.grade ?? PENDING, STYLES.center, 4)]);
    const basis = card.pointsBasis === 'unconfirmed' ? `${UNCONFIRMED}。` : '';
    form.remark(`注：执行率＝全年执行数÷全年预算数。评分办法：${source.rubric.title}。${basis}`);
    form.signatures(SIGNATURES);
    form.keepTogether(closing);
    const bottom = form.next - 1;
    formerBlock(form, source, this.context.money);
    const sheet = form.sheet(SHEETS.department, 'landscape', INPUTS);
    // The official form is what is printed; what is kept below it is not.
    return { ...sheet, print: { ...sheet.print, area: { ...sheet.print.area, bottom } } };
  }

  private goalBlock(): void {
    const { form, source } = this;
    const top = form.row([caption('年度总体目标'), caption('预期目标', 4), caption('实际完成情况', 6)]);
    const goal = departmentGoal(source.scope, source.year, source.kept);
    form.row(
      [
        caption(''),
        { cell: { type: 'input', value: goal.expected ?? pendingText('预期目标'), style: STYLES.input }, across: 4 },
        {
          cell: { type: 'input', value: goal.achieved ?? pendingText('实际完成情况'), style: STYLES.input },
          across: 6,
        },
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
      caption('偏差原因分析及改进措施', 2),
    ]);
    form.repeatOnPages();
    const tops: [number, number] = [form.next, form.next];
    source.scoring.card.indicators.forEach((scored, index, all) => {
      this.indicatorRow(scored);
      const after = all[index + 1];
      [0, 1].forEach((level) => {
        const same = after && scored.path.slice(0, level + 1).every((part, at) => part === after.path[at]);
        if (same) return;
        form.mergeDown(level, tops[level] as number);
        // A first level takes most of a page: kept whole it would leave the page before it half blank.
        if (level === 1) form.keepTogether(tops[level] as number);
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
    const valueOrWord = call('IF', call('ISNUMBER', cell(places.value)), cell(places.value), cell(places.score));
    this.form.row(
      [
        words(scored.path[0] ?? '', 1, STYLES.center),
        words(scored.path[1] ?? '', 1, STYLES.center),
        words(scored.path[2] ?? ''),
        words(scored.target, 2, STYLES.center),
        { cell: formulaCell(valueOrWord, value, { ...style, horizontal: 'center' }), across: 2 },
        shown(places.points, scored.points, STYLES.plain),
        shown(places.score, scoreNow(scored), STYLES.money),
        { cell: { type: 'input', value: reason, style: STYLES.input }, across: 2 },
      ],
      { id, inputs: [columnId(REASON)], figures: '' },
    );
  }

  /** 待填 52 分, or nothing. */
  private totalRemark(): Formula {
    const waiting = cell(this.scores.layout.pending);
    const shownWaiting = call('TEXT', roundedFormula(waiting), text('0.00'));
    const waitingWords = joined(text(`${PENDING} `), shownWaiting, text(' 分'));
    return call('IF', operation('>', waiting, number(Decimal.ZERO)), waitingWords, text(''));
  }

  private totalRemarkNow(): string {
    const { pendingPoints } = this.source.scoring.card;
    if (pendingPoints.sign() <= 0) return '';
    return `${PENDING} ${pendingPoints.toFixed(2)} 分`;
  }
}
