import type { Hundreds, SampleYear } from './lines';
import type { Column, Frame } from './page';
import { UNIT_NAME } from './published';
import type { Look } from './looks';
import type { Value } from './boxes';

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1 → 一, 12 → 十二, 26 → 二十六. */
export function enumerated(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? HAN[tens - 1] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones - 1] : ''}`;
}

/** An amount in 元. */
export const yuan = (amount: Hundreds): number => amount * 100;
/** An amount in 万元. */
export const wan = (amount: Hundreds): number => amount / 100;

/** An amount in 万元 as final accounts are published: zero is left blank. */
export const wanOrBlank = (amount: Hundreds): Value => (amount === 0 ? null : amount / 100);

/** A share of two amounts, rounded to 0.01 %. */
export const shareOf = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;

/** Title, unit name, year and unit of money of a sheet; a sheet of last year has its year in its name. */
export function frame(
  title: string,
  unit: Frame['unit'],
  notes: readonly string[],
  { year = 2023, ...rest }: { year?: SampleYear } & Partial<Frame> = {},
): Frame {
  const sheet = year === 2023 ? title : `${year}年${title}`;
  return { sheet, title, unitName: UNIT_NAME, period: `${year}年度`, unit, notes, ...rest };
}

/** Columns of one look and width. */
export function columns(count: number, look: Look, width: number): Column[] {
  return Array.from({ length: count }, () => ({ look, width }));
}

export const column = (look: Look, width: number): Column => ({ look, width });
