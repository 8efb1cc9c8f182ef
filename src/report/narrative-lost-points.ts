import type { CellPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { Scorecard, ScoredIndicator } from '../model/scorecard';
import { toYuan } from '../model/unit';
import type { LostPoint } from '../narrative/lost-points';
import type { Result } from '../narrative/report';
import type { Indicator, Rubric } from '../rubric/pack';
import { roundedFormula, roundedScore } from '../rubric/total';
import { targetNumber, valueText } from '../rubric/words';
import { cell, number, operation } from '../sheet/formula';
import { SCORE_COLUMNS, ScoreLayout } from './score-layout';

/** A value as sentences name it: the name decides the form it is printed in (narrative/packs/paragraphs.json). */
interface NamedValue {
  readonly result: Result;
  readonly texts: Readonly<Record<string, string>>;
}

const FIRST_LEVEL = columnOf('一级指标');
const TARGET = columnOf('目标');
const PERCENT = Decimal.of(100);

/** The indicators that have a score below their points, as 自评_评分表 shows them. */
export function lostPointsOf(rubric: Rubric, card: Scorecard): LostPoint[] {
  const layout = new ScoreLayout(rubric);
  const scored = new Map(card.indicators.map((one) => [one.id, one]));
  return rubric.indicators.flatMap((indicator, index) => {
    const one = scored.get(indicator.id);
    return one ? lostPoint(indicator, one, layout, index) : [];
  });
}

function lostPoint(indicator: Indicator, one: ScoredIndicator, layout: ScoreLayout, index: number): LostPoint[] {
  const { value, points, path, target } = one;
  const score = one.score && roundedScore(one.score);
  if (value === null || score === null || score.compare(roundedScore(points)) >= 0) return [];
  const places = layout.cellsOf(indicator.id);
  const level = path.findLastIndex((name) => name !== '');
  const named = namedValue(indicator, value, places.value);
  const results: Result[] = [
    named.result,
    { name: '得分', value: score, place: places.score },
    {
      name: '扣分',
      value: points.minus(score),
      place: places.score,
      formula: operation('-', cell(places.points), cell(places.score)),
    },
  ];
  if (targetNumber(indicator.target) !== null)
    results.push({ name: '目标', value: target, place: layout.at(index, TARGET) });
  return [{ name: path[level] ?? '', place: layout.at(index, FIRST_LEVEL + level), results, texts: named.texts }];
}

function namedValue(indicator: Indicator, value: Decimal, place: CellPlace): NamedValue {
  const { method } = indicator;
  switch (method.type) {
    case 'qualitative':
      return { result: { name: '评定比例', value, place }, texts: {} };
    case 'checklist':
      return { result: { name: '符合要点数', value, place }, texts: {} };
    case 'deduction':
      // A digit in what is counted would be a figure without a cell.
      return {
        result: { name: '扣分事项数', value, place },
        texts: /\d/u.test(method.counted) ? {} : { 扣分事项: method.counted },
      };
    default:
      return measuredValue(indicator, value, place);
  }
}

function measuredValue(indicator: Indicator, value: Decimal, place: CellPlace): NamedValue {
  const { display, target } = indicator;
  // More than the usual decimals: with two, 99.997% would read as the very target it misses.
  const isNarrow = /\.\d{3,}/u.test(valueText(value, indicator));
  if (display === 'ratio' && isNarrow) {
    const formula = operation('*', cell(place), number(PERCENT));
    return { result: { name: '实际百分数', value: value.times(PERCENT), place, formula }, texts: {} };
  }
  if (display === 'ratio') return { result: { name: '实际比率', value, place }, texts: {} };
  if (display === 'amount' && !isNarrow)
    return { result: { name: '实际金额', value: toYuan(value, '万元'), place }, texts: {} };
  const unit = display === 'amount' ? '万元' : (target?.unit ?? '');
  const shown = isNarrow ? { value } : { value: roundedScore(value), formula: roundedFormula(cell(place)) };
  return { result: { name: '实际数', place, ...shown }, texts: { 计量单位: unit } };
}

function columnOf(header: string): number {
  return SCORE_COLUMNS.findIndex((column) => column.header === header);
}
