import { Decimal } from '../../model/decimal';
import { operation } from '../../sheet/formula';
import { DEFAULT_LEVELS } from '../default-levels';
import type { Level, QualitativeMethod } from '../pack';
import { percentText, scoreText } from '../words';
import type { Engine } from './engine';

/** The levels of a qualitative method, best first. */
export function levelsOf(method: QualitativeMethod): readonly Level[] {
  return method.levels ?? DEFAULT_LEVELS;
}

/** True for a share that belongs to a level: the lower limit does, the upper one only in the best level. */
export function isInLevel(share: Decimal, level: Level, levels: readonly Level[]): boolean {
  if (share.compare(Decimal.of(level.from)) < 0) return false;
  const order = share.compare(Decimal.of(level.to));
  return level === levels[0] ? order <= 0 : order < 0;
}

/** The points times the share a person stated, inside the limits of the level she chose. */
export const qualitative: Engine<QualitativeMethod> = {
  parameters: () => ({}),
  score: ({ value, points }) => operation('*', points, value),

  reason({ value, score, points, level }) {
    const lost = scoreText(points.minus(score.roundHalfUp(2)));
    return `评为“${level ?? ''}”，按${percentText(value)}计，得${scoreText(score)}分，扣${lost}分`;
  },

  fullAt: () => null,

  regain({ indicator, points, score }) {
    const best = levelsOf(indicator.method)[0];
    if (!best) return '';
    const share = Decimal.of(best.to);
    const more = scoreText(points.times(share).minus(score.roundHalfUp(2)));
    return `评为“${best.name}”并按${percentText(share)}计，可再得${more}分`;
  },
};
