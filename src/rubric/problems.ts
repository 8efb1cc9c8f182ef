import type { Decimal } from '../model/decimal';
import { Decimal as Exact } from '../model/decimal';
import type { Finding } from '../model/finding';
import { finding } from '../model/finding';
import type { Cap, Indicator, OverAchievement, Rubric } from './pack';
import { percentText, targetText, valueText } from './words';

/** An answer to an indicator the rubric does not have. */
export function unknownFinding(rubric: Rubric, id: string): Finding {
  return finding('score.answer.unknown', [id], {
    stage: 'scores',
    class: 'explain',
    title: '填写的指标不在评分办法里',
    cells: [],
    message: `评分办法“${rubric.title}”里没有编号为“${id}”的指标，这一条填写没有用上；请核对编号，或换用对应的评分办法。`,
    basis: rubric.basis,
  });
}

/** An answer that cannot be: a share outside its level, more items than there are. */
export function answerFinding(indicator: Indicator, what: string): Finding {
  return finding('score.answer.impossible', [indicator.id], {
    stage: 'scores',
    class: 'must',
    title: '填写的内容不能计分',
    cells: [],
    message: `“${indicator.path[2]}”：${what}。改正之前这一项列为待填。`,
    basis: indicator.basis,
  });
}

/** An answer to an indicator the figures already answer. */
export function unusedFinding(indicator: Indicator): Finding {
  return finding('score.answer.unused', [indicator.id], {
    stage: 'scores',
    class: 'hint',
    title: '填写的值没有采用',
    cells: [],
    message: `“${indicator.path[2]}”已由表中的数算出，没有采用填写的值；要改，请改来源表里的数。`,
    basis: indicator.basis,
  });
}

export function reasonFinding(indicator: Indicator): Finding {
  return finding('score.not-applicable.reason', [indicator.id], {
    stage: 'scores',
    class: 'must',
    title: '不适用要写明原因',
    cells: [],
    message: `“${indicator.path[2]}”选了不适用，但没有写原因；请写明原因，否则这一项列为待填。`,
    basis: indicator.basis,
  });
}

/** A target passed by so much that a reason is wanted. */
export function overAchievementFinding(
  indicator: Indicator,
  value: Decimal,
  { above }: OverAchievement,
  cells: readonly string[],
): Finding {
  const limit = percentText(Exact.of(above));
  return finding('score.over-achievement', [indicator.id], {
    stage: 'scores',
    class: 'explain',
    title: '完成值超过目标较多',
    cells,
    message: `“${indicator.path[2]}”实际${valueText(value, indicator)}，超过目标${targetText(indicator.target)}的${limit}以上；请说明原因，并核对年初目标是否定得偏低。`,
    basis: indicator.basis,
  });
}

/** A cap on the total that could not be tried. */
export function capFinding(rubric: Rubric, cap: Cap, what: string): Finding {
  return finding('score.cap.unknown', [cap.ratio], {
    stage: 'scores',
    class: 'explain',
    title: '总分上限没有核对',
    cells: [],
    message: `评分办法规定“${cap.reason}”，但${what}，没有核对；请补上有关的表。`,
    basis: rubric.basis,
  });
}
