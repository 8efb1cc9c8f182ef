import { ECONOMIC_CLASSES, ECONOMIC_ITEMS, FUNCTION_CLASSES, FUNCTION_NAMES } from './bureau-accounts';
import type { EconomicGroup } from './bureau-accounts';
import type { Line, ThreePublic, YearFigures, Yuan } from './bureau-figures';
import type { LaidTable } from './laid';
import { classified } from './laid-tables';
import type { CodedRow, SideRow } from './laid-tables';

const ORDINALS =
  '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六';

/** 一、 二、 … before a label. */
export function enumerated(label: string, index: number): string {
  return `${ORDINALS.split(' ')[index] ?? ''}、${label}`;
}

/** Rows of all levels for functional lines; lines of one account are added up. */
export function functional(lines: readonly Line[], amounts: (line: Line) => number[]): CodedRow[] {
  return classified(
    lines.map((line) => ({ code: line.code, amounts: amounts(line) })),
    FUNCTION_NAMES,
  );
}

/** The 26 类 with what `amounts` gives for their lines. */
export function classRows(lines: readonly Line[], amounts: (lines: readonly Line[]) => number[]): SideRow[] {
  return FUNCTION_CLASSES.map(([code, name], index) => ({
    name,
    label: enumerated(name, index),
    amounts: amounts(lines.filter((line) => line.code.startsWith(code))),
  }));
}

export function footRows(names: readonly string[], amounts: readonly Yuan[]): SideRow[] {
  return names.map((name, index) => ({ name, label: name, amounts: [amounts[index] ?? 0] }));
}

/** The economic accounts of one group, 类 and 款, those without amount included. */
export function economicRows(year: YearFigures, group: EconomicGroup): CodedRow[] {
  const names = Object.fromEntries([
    ...ECONOMIC_CLASSES.map(([code, name]) => [code, name]),
    ...ECONOMIC_ITEMS.map(({ code, name }) => [code, name]),
  ]) as Record<string, string>;
  return ECONOMIC_CLASSES.filter(([, , of]) => of === group).flatMap(([code]) =>
    classified(
      ECONOMIC_ITEMS.filter((item) => item.code.startsWith(code)).map((item) => ({
        code: item.code,
        amounts: [year.economic.get(item.code) ?? 0],
      })),
      names,
    ),
  );
}

/** The six amounts in the order of {@link THREE_PUBLIC_ITEMS}. */
export function threePublicAmounts({ abroad, purchase, running, reception }: ThreePublic): Yuan[] {
  return [abroad + purchase + running + reception, abroad, purchase + running, purchase, running, reception];
}

/** A table without rows says so below. */
export function emptyNoted(table: LaidTable, rows: readonly CodedRow[], subject: string): LaidTable {
  if (rows.length > 0) return table;
  const note = `说明：本部门本年度没有${subject}，故本表无数据。`;
  return { ...table, notes: [...table.notes, note] };
}
