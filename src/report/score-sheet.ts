import { NOT_APPLICABLE } from '../model/pending';
import type { Answers } from '../rubric/answers';
import { levelsOf } from '../rubric/methods/qualitative';
import type { Rubric } from '../rubric/pack';
import type { Scoring } from '../rubric/score';
import type { Formula } from '../sheet/formula';
import type { SheetModel, Validation } from '../sheet/sheet';
import type { KeptRow } from './kept';
import { listSheet } from './list-sheet';
import type { RubricSheet } from './rubric-sheet';
import type { ScoreContext } from './score-context';
import { evidenceChoices, evidenceRows } from './score-evidence';
import { formerAnswers } from './score-former';
import { indicatorRows } from './score-indicators';
import { AT, SCORE_COLUMNS, SCORE_WORKING_COLUMNS, ScoreLayout } from './score-layout';
import { totalRows } from './score-totals';
import { SHEETS } from './sheet-names';
import { UNCONFIRMED } from './words';
import type { WorkingPaper } from './working-paper';

/**
 * 自评_评分表: every indicator with its live value and score, the reason for each lost point, her answers, and the list of
 * evidence (shared/design/product.md).
 */
export class ScoreSheet {
  readonly layout: ScoreLayout;
  private readonly context: ScoreContext;

  /** @param cap the most the total may be, live; null when the rubric has no cap */
  constructor(
    rubric: Rubric,
    scoring: Scoring,
    answers: Answers,
    kept: ReadonlyMap<string, KeptRow>,
    rubricSheet: RubricSheet,
    paper: WorkingPaper,
    private readonly cap: Formula | null,
  ) {
    this.layout = new ScoreLayout(rubric);
    this.context = { rubric, scoring, answers, kept, rubricSheet, paper, layout: this.layout };
  }

  compose(unitName: string | null, year: number | null): SheetModel {
    const { rubric, scoring, kept } = this.context;
    const rows = [...indicatorRows(this.context), ...totalRows(this.context, this.cap), ...evidenceRows(this.context)];
    const { card } = scoring;
    return listSheet({
      name: SHEETS.scores,
      title: `${year === null ? '' : `${year}年度`}部门整体支出绩效评分表`,
      unitName,
      unitLine: card.pointsBasis === 'unconfirmed' ? UNCONFIRMED : `满分 ${card.full.toString()} 分`,
      columns: SCORE_COLUMNS,
      rows: [...rows, ...formerAnswers(kept, rows)],
      remarks: [
        `评分办法：${rubric.title}。依据：${rubric.basis}`,
        '注：浅黄色格由人填写。“档次”按评分办法选；“评定值”填比例（如 0.85）、个数或实际完成值；“不适用”要写原因，分值由其他指标分担。得分＝计算得分四舍五入到两位小数，合计按未舍入的得分相加再舍入。',
        ...(card.cap === null ? [] : [`总分上限：${card.cap}`]),
      ],
      workingColumns: SCORE_WORKING_COLUMNS,
      orientation: 'landscape',
      filter: false,
      frozenColumns: 4,
      validations: () => this.validations(),
    });
  }

  private validations(): Validation[] {
    const { layout } = this;
    const { rubric } = this.context;
    const levels = rubric.indicators.flatMap(({ method }, index): Validation[] => {
      if (method.type !== 'qualitative') return [];
      const choices = levelsOf(method).map(({ name }) => name);
      const at = { top: layout.rowAt(index), bottom: layout.rowAt(index), left: AT.level, right: AT.level };
      return [{ area: at, choices, message: `请选：${choices.join('、')}。` }];
    });
    const top = layout.rowAt(0);
    const bottom = layout.rowAt(layout.totalIndex - 1);
    return [
      ...levels,
      {
        area: { top, bottom, left: AT.notApplicable, right: AT.notApplicable },
        choices: [NOT_APPLICABLE],
        message: '不适用的选“不适用”并写原因；适用的留空。',
      },
      ...evidenceChoices(rubric, layout),
    ];
  }
}
