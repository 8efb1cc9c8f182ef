import figures from './figures-2023.json';
import { finalLines, from, total } from './lines';
import type { Hundreds, Line } from './lines';
import type { Page, Value } from './page';

const { unitName, year } = figures;
export const SAMPLE_NOTE = '示例数据：除庐山市民政局已公布的 2023 年数外，本表各数均为示例。';
const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1 → 一, 12 → 十二, 26 → 二十六. */
export function enumerated(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? HAN[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones - 1] : ''}`;
}

export const wan = (amount: Hundreds): Value => (amount === 0 ? null : amount / 100);
export const appropriated = from(finalLines, 'general', 'fund', 'capital');
export const SOURCES = ['general', 'fund', 'capital'] as const;
export const incomeOf = (lines: readonly Line[]): Hundreds => total(lines.map((line) => line.income));
export const openingOf = (lines: readonly Line[]): Hundreds => total(lines.map((line) => line.opening));
export const closingOf = (lines: readonly Line[]): Hundreds => total(lines.map((line) => line.closing));

type Given = Pick<Page, 'header' | 'body' | 'widths'> & Partial<Page>;

/** A page of the final accounts, in 万元 when nothing else is given, with the note on sample data. */
export function finalPage(form: string, title: string, given: Given): Page {
  const { notes = [], ...rest } = given;
  return { sheet: title, title, form, unitName, year, unit: '万元', notes: [...notes, SAMPLE_NOTE], ...rest };
}
