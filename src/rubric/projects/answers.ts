import type { CellPlace } from '../../model/address';
import { formatPlace } from '../../model/address';
import { Decimal } from '../../model/decimal';
import type { Finding } from '../../model/finding';
import { finding } from '../../model/finding';
import pack from './bands.json';
import { readQuantity } from './quantity';
import { BAND_NAMES, bandOf, isInBand } from './qualitative';
import type { Band } from './qualitative';

/** What she says about one indicator, by its id. */
export interface ProjectAnswer {
  /** One of the three levels of a qualitative indicator, or any words that mean one. */
  readonly level?: string;
  /** Qualitative: the share of the points, "85%", 0.85 or 85. Quantitative: the actual value as a table would state it. */
  readonly value?: string | number;
  readonly evidence?: string;
  /** Why the actual value is far from its target. */
  readonly reason?: string;
}

const ONE = Decimal.of(1);

export type ProjectAnswers = Readonly<Record<string, ProjectAnswer>>;

/** An answer to a qualitative indicator that makes sense. */
export interface Judgement {
  readonly band: Band;
  readonly share: Decimal | null;
}

/** The answer to a qualitative indicator; null when there is none, a sentence when it cannot be. */
export function judgementOf(answer: ProjectAnswer | undefined): Judgement | { readonly impossible: string } | null {
  if (!answer || (answer.level === undefined && answer.value === undefined)) return null;
  const understood = answer.level === undefined ? null : bandOf(answer.level, '');
  if (understood === null) {
    return { impossible: `等次“${answer.level ?? ''}”看不懂，请填 ${BAND_NAMES.join('、')} 之一` };
  }
  const { band } = understood;
  if (answer.value === undefined) return understood;
  const quantity = readQuantity(String(answer.value));
  const isShare = quantity !== null && (quantity.percent || quantity.value.abs().compare(ONE) <= 0);
  const share = quantity && (isShare ? quantity.value : quantity.value.shift(-2));
  if (!share || !isInBand(share, band)) {
    return { impossible: `“${answer.value}”不在“${band.name}”这一档里，请填这一档以内的百分数` };
  }
  return { band, share };
}

/** The actual value an answer gives for a quantitative indicator, as a table would state it. */
export function answeredActual(answer: ProjectAnswer | undefined): string | null {
  return answer?.value === undefined ? null : String(answer.value);
}

/** True for ids of project indicators, which hold a project and a path; one file of answers serves all rubrics. */
export function isProjectAnswer(id: string): boolean {
  return id.includes('|');
}

/** Answers that no indicator has: a renamed project, or a slip of the pen. */
export function unknownAnswers(answers: ProjectAnswers, known: ReadonlySet<string>): Finding[] {
  return Object.keys(answers)
    .filter((id) => isProjectAnswer(id) && !known.has(id))
    .map((id) =>
      finding('project.answer.unknown', [id], {
        stage: 'scores',
        class: 'explain',
        title: '填写的答复找不到对应的项目指标',
        cells: [],
        message: `答复“${id}”在项目绩效指标表里没有对应的指标，没有用上。项目或指标改过名称的，请按现在的名称重新填写。`,
        basis: pack.basis,
      }),
    );
}

export function impossibleAnswer(id: string, reason: string, place: CellPlace): Finding {
  return finding('project.answer.impossible', [id], {
    stage: 'scores',
    class: 'must',
    title: '填写的答复不能用',
    cells: [formatPlace(place)],
    message: `指标“${id}”的答复没有用上：${reason}。`,
    basis: pack.basis,
  });
}
