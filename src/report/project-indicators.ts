import { sum } from '../model/decimal';
import { withoutBrackets } from '../model/text';
import { roundedFormula } from '../rubric/total';
import { area, call, joined, text } from '../sheet/formula';
import type { Cell } from '../sheet/sheet';
import { formulaCell, textCell } from './cells';
import { caption } from './form-sheet';
import type { FormContext } from './project-form';
import { COLUMN } from './project-form';
import { IndicatorRow, isJudged, levelsOf } from './project-indicator-row';
import type { ScoredRow } from './project-score';
import type { FormIndicator } from './project-source';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';

/** The rows of 绩效指标: levels 1 and 2 are merged down, level 1 with the points below it (domain.md §1.3, R9). */
export function indicatorBlock(context: FormContext, indicators: readonly FormIndicator[]): ScoredRow[] {
  const { form } = context;
  const share = textCell('定性给分（在屏幕上填，不打印）', STYLES.header);
  const top = form.row(
    [
      caption('绩效指标'),
      ...['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'].map(
        (name) => caption(name),
      ),
    ],
    undefined,
    indicators.some(isJudged) ? [share] : [],
  );
  const scored: ScoredRow[] = [];
  for (const group of groupsOf(indicators)) {
    const first = form.next;
    let second = first;
    group.forEach((indicator, index) => {
      const levelOne = index === 0 ? levelOneCell(group, first) : textCell('');
      scored.push(new IndicatorRow(context, indicator, form.next).add(levelOne));
      if (levelTwo(indicator) === levelTwo(group[index + 1])) return;
      form.mergeDown(2, second);
      second = form.next;
    });
    form.mergeDown(1, first);
  }
  form.mergeDown(0, top);
  return scored;
}

/** Neighbours with the same level 1. */
function groupsOf(indicators: readonly FormIndicator[]): FormIndicator[][] {
  const groups: FormIndicator[][] = [];
  for (const one of indicators) {
    const last = groups.at(-1);
    if (last && levelOne(last[0]) === levelOne(one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function levelOne(indicator: FormIndicator | undefined): string | undefined {
  return indicator && levelsOf(indicator)[0];
}

function levelTwo(indicator: FormIndicator | undefined): string | undefined {
  return indicator && levelsOf(indicator)[1];
}

/** 产出指标（50分）, the points summed live. */
function levelOneCell(group: readonly FormIndicator[], top: number): Cell {
  const name = withoutBrackets(levelOne(group[0]) ?? '');
  const points = group.flatMap(({ evaluation }) => evaluation.points ?? []);
  if (name === '' || points.length < group.length) return textCell(levelOne(group[0]) ?? '', STYLES.center);
  const bottom = top + group.length - 1;
  const all = call('SUM', area(SHEETS.projects, { top, bottom, left: COLUMN.points, right: COLUMN.points }));
  const now = sum(points);
  const formula = joined(text(`${name}（`), roundedFormula(all), text('分）'));
  return formulaCell(formula, `${name}（${now.roundHalfUp(2).toString()}分）`, STYLES.center);
}
