import type { LaidRow, CellKey } from './laid';

/**
 * Where form number, unit name and unit of amounts stand.
 * `standard` form right, then unit name left and unit of amounts right · `formFirst` form above the title ·
 * `joined` both in one cell · `swapped` unit of amounts left, unit name right · `above` both above the title ·
 * `ownRows` each on a row of its own · `split` word and value in two cells each
 */
export type HeadStyle = 'standard' | 'formFirst' | 'joined' | 'swapped' | 'above' | 'ownRows' | 'split';

/** How the year is written: not at all, before the title in one of three ways, or on a row below it. */
export type YearStyle = 'none' | '2024年度' | '2024年' | '二〇二四年度' | 'row';

/** What stands above a table's header. Texts are complete: “公开03表”, “编制单位：示例局”, “金额单位：万元”. */
export interface Head {
  readonly title: string | null;
  readonly year: number | null;
  readonly yearStyle: YearStyle;
  readonly form: string | null;
  readonly owner: string | null;
  readonly unit: string | null;
  readonly style: HeadStyle;
}

/** The head of a sheet that is no table. */
export const NO_HEAD: Head = {
  title: null,
  year: null,
  yearStyle: 'none',
  form: null,
  owner: null,
  unit: null,
  style: 'standard',
};

/** The key of a table's title, unit line or unit name. */
export function headKey(table: string, column: '标题' | '单位' | '编制单位' | '年度'): CellKey {
  return { table, row: '表头', column };
}

/** 2024 → 二〇二四. */
function hanYear(year: number): string {
  return Array.from(String(year), (digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
}

function titleText(head: Head): string | null {
  if (head.title === null || head.year === null) return head.title;
  if (head.yearStyle === '2024年度') return `${head.year}年度${head.title}`;
  if (head.yearStyle === '2024年') return `${head.year}年${head.title}`;
  if (head.yearStyle === '二〇二四年度') return `${hanYear(head.year)}年度${head.title}`;
  return head.title;
}

/** The rows above the header, as wide as the table. */
export function headRows(table: string, head: Head, width: number): LaidRow[] {
  const title = wide(titleText(head), headKey(table, '标题'), width);
  if (head.year !== null && head.yearStyle === 'row') {
    title.push(...wide(`（${head.year}年度）`, headKey(table, '年度'), width));
  }
  const form = spread(null, head.form, undefined, width);
  const owner = headKey(table, '编制单位');
  const unit = headKey(table, '单位');
  switch (head.style) {
    case 'standard':
      return [...title, ...form, ...spread(head.owner, head.unit, unit, width, owner)];
    case 'formFirst':
      return [...form, ...title, ...spread(head.owner, head.unit, unit, width, owner)];
    case 'swapped':
      return [...title, ...form, ...spread(head.unit, head.owner, owner, width, unit)];
    case 'above':
      return [...spread(head.owner, head.unit, unit, width, owner), ...title];
    case 'ownRows':
      return [
        ...title,
        ...spread(head.owner, null, undefined, width, owner),
        ...spread(head.unit, null, undefined, width, unit),
      ];
    case 'joined': {
      const parts = [head.owner, head.unit].filter((part) => part !== null);
      return parts.length ? [...title, ...wide(parts.join('　　　　'), unit, width)] : title;
    }
    case 'split':
      return [...title, ...splitRows(head, owner, unit, width)];
  }
}

function wide(value: string | null, key: CellKey, width: number): LaidRow[] {
  return value === null ? [] : [[{ value, role: 'head', key, across: width }]];
}

/** One row with a text at its left and one at its right end; no row when there is neither. */
function spread(
  left: string | null,
  right: string | null,
  rightKey: CellKey | undefined,
  width: number,
  leftKey?: CellKey,
): LaidRow[] {
  if (left === null && right === null) return [];
  const row: LaidRow[number][] = Array.from({ length: width }, () => null);
  if (left !== null) row[0] = { value: left, role: 'head', ...(leftKey ? { key: leftKey } : {}) };
  if (right !== null) row[width - 1] = { value: right, role: 'head', ...(rightKey ? { key: rightKey } : {}) };
  return [row];
}

/** Word and value in cells of their own: 编制单位： | 示例局 | … | 金额单位： | 万元. Narrow tables take two rows. */
function splitRows(head: Head, owner: CellKey, unit: CellKey, width: number): LaidRow[] {
  const halves = (text: string | null, key: CellKey): LaidRow => {
    if (text === null) return [];
    const at = text.indexOf('：') + 1;
    return [
      { value: text.slice(0, at), role: 'head' },
      { value: text.slice(at), role: 'head', key },
    ];
  };
  const [left, right] = [halves(head.owner, owner), halves(head.unit, unit)];
  if (width < 4) return [left, right].filter((row) => row.length > 0);
  const gap = Array.from({ length: width - left.length - right.length }, () => null);
  return left.length + right.length > 0 ? [[...left, ...gap, ...right]] : [];
}
