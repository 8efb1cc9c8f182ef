import type { Area } from '../model/address';
import type { CellValue, Grid } from '../model/grid';
import { asOfIn, yearsIn } from '../model/period';
import { comparable, halfWidth } from '../model/text';
import type { AmountUnit } from '../model/unit';
import { looksLikeTitle, matchTitle } from './title';
import { ORGANISATION, WORDING, oneOf } from './wording';

/** What the lines above a header say about the table. */
export interface Preamble {
  readonly title: { readonly text: string; readonly row: number; readonly column: number } | null;
  readonly unitName: string | null;
  readonly amountUnit: AmountUnit | null;
  /** A unit of money we do not support, as written (千元). */
  readonly oddUnit: string | null;
  /** Years named above the header, the title's first. */
  readonly years: readonly number[];
  readonly asOf: string | null;
}

const NAME_LABEL = new RegExp(`${oneOf(WORDING.unitNameLabels)}\\s*(?:[(](?:盖章|公章|签章|章)[)])?\\s*:\\s*`);
const UNIT_OF_MONEY =
  /(?:金额|货币|计量|计价)?单位\s*[:;]?\s*[(]?(?:人民币)?\s*((?:[^\s:]{0,6}[、,/])?(?:亿元|万元|千元|百万元|元))/;
/** Dates of filling in or printing say nothing about the year of the figures. */
const OTHER_DATE = new RegExp(oneOf(WORDING.otherDates));
const MONTH = /^[(（\s]*[^\s:：]{4,5}年\s*[0-9０-９一二三四五六七八九十]{1,2}\s*月份?[)）\s]*$/;
const BARE_UNIT = /^[([]?\s*(?:人民币)?(亿元|万元|元)\s*[)\]]?$/;

/** Reads the preamble of a region: rows `area.top` to `area.bottom`, in any order and any number of cells. */
export function readPreamble(grid: Grid, area: Area): Preamble {
  const cells = cellsOf(grid, area);
  const title = pickTitle(cells);
  let unitName: string | null = null;
  let amountUnit: AmountUnit | null = null;
  let oddUnit: string | null = null;
  cells.forEach((cell, index) => {
    const text = halfWidth(cell.text).trim();
    const money = UNIT_OF_MONEY.exec(text) ?? BARE_UNIT.exec(text);
    const next = cells[index + 1];
    const found =
      money?.[1] ??
      (/单位\s*:?\s*$/.test(text) && next?.row === cell.row
        ? BARE_UNIT.exec(halfWidth(next.text).trim())?.[1]
        : undefined);
    if (found !== undefined) {
      const unit = /亿元|万元|千元|百万元|元/.exec(
        found.split(/[、,/]/).find((part) => part.endsWith('元')) ?? found,
      )?.[0];
      if (unit === '元' || unit === '万元' || unit === '亿元') amountUnit ??= unit;
      else oddUnit ??= unit ?? found;
    }
    unitName ??= nameIn(text, next?.row === cell.row ? next.text : null);
  });
  const texts = cells.map((cell) => cell.text);
  const dated = texts.filter((text) => text !== title?.text && !OTHER_DATE.test(text));
  // A month alone is the time of the figures only where the title names no year; else it is a date of filling in.
  const undated = title !== null && yearsIn(title.text).length === 0;
  const ordered = title ? [title.text, ...dated] : dated;
  return {
    title,
    unitName: asWritten(unitName ?? (title ? nameInTitle(title.text) : null) ?? loneName(cells, title), texts),
    amountUnit,
    oddUnit,
    years: ordered.flatMap(yearsIn),
    asOf:
      ordered
        .map((text) => asOfIn(text, text === title?.text || (undated && MONTH.test(text))))
        .find((asOf) => asOf !== null) ?? null,
  };
}

interface TextCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function cellsOf(grid: Grid, area: Area): TextCell[] {
  const cells: TextCell[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const values: readonly CellValue[] = grid.row(row);
    for (let column = area.left; column <= Math.min(area.right, values.length - 1); column++) {
      const value = values[column];
      const text = typeof value === 'number' && Number.isInteger(value) ? String(value) : value;
      if (typeof text === 'string' && text.trim() !== '') cells.push({ row, column, text });
    }
  }
  return cells;
}

/** The best title: one that names a kind, else one that looks like a title; the lowest of equals. */
function pickTitle(cells: readonly TextCell[]): TextCell | null {
  let best: TextCell | null = null;
  let bestStrength = 0;
  for (const cell of cells) {
    const strength = matchTitle(cell.text)[0]?.strength ?? (looksLikeTitle(cell.text) ? 1 : 0);
    if (strength > 0 && strength >= bestStrength) [best, bestStrength] = [cell, strength];
  }
  return best;
}

/** The name with its brackets as the sheet writes them: half-width twins are as long as their originals. */
function asWritten(name: string | null, texts: readonly string[]): string | null {
  if (name === null) return null;
  for (const text of texts) {
    const at = halfWidth(text).indexOf(name);
    if (at >= 0) return text.slice(at, at + name.length);
  }
  return name;
}

/** "编制单位：庐山市民政局   2023年度" → 庐山市民政局; the name may stand in the next cell. */
function nameIn(text: string, next: string | null): string | null {
  const match = NAME_LABEL.exec(text.replace(UNIT_OF_MONEY, ''));
  if (!match) return null;
  const rest = text
    .slice(text.indexOf(match[0]) + match[0].length)
    .replace(UNIT_OF_MONEY, '')
    .split(/\s{2,}|金额单位|单位:|编制日期|日期:|(?=(?:19|20)\d{2}年)/)[0]
    ?.trim();
  return cleanName(rest ?? '') ?? (next === null || /[:：]/.test(next) ? null : cleanName(halfWidth(next)));
}

/** A unit's name without its code: "301001-庐山市民政局", "[301]庐山市民政局". */
export function cleanName(text: string): string | null {
  const name = text
    .trim()
    .replace(/^[[(]?\d{3,}[\])]?\s*[-—_ ]*/, '')
    .replace(/[(]?(?:盖章|公章|签章)[)]?:?$/, '')
    .trim();
  if (name.length < 2 || name.length > 40 || BARE_UNIT.test(name) || /^\d|^[xX×*_]+$/.test(name)) return null;
  if (/^(?:名称|万元|元|亿元)$/.test(name)) return null;
  return name;
}

/** "庐山市民政局2023年度支出决算表" → 庐山市民政局: only what stands before a year is taken for a name. */
function nameInTitle(title: string): string | null {
  const plain = halfWidth(title).replace(/\s+/g, '');
  const before = /^(.{3,30}?)(?:(?:19|20)\d{2}|[〇○零一二三四五六七八九]{4})年/.exec(plain)?.[1];
  if (before === undefined) return null;
  const name = before.replace(/^(?:附[表件]\d*[-—\d]*:?|公开\d+表:?)/, '');
  return ORGANISATION.test(name) ? cleanName(name) : null;
}

/** A line with nothing but the unit's name, as in “庐山市民政局” above the title. */
function loneName(cells: readonly TextCell[], title: TextCell | null): string | null {
  for (const cell of cells) {
    if (cell === title || cells.some((other) => other !== cell && other.row === cell.row && other.text.length > 20))
      continue;
    const text = halfWidth(cell.text).replace(/\s+/g, '');
    if (ORGANISATION.test(text) && comparable(text).length >= 4) return cleanName(text);
  }
  return null;
}
