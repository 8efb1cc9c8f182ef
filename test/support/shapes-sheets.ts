import type { LaidBook, LaidCell, LaidSheet, LaidTable, PlacedTable } from './laid';
import { rowsOf, widthOf } from './laid';
import { NO_HEAD } from './laid-head';
import type { Random } from './random';

/** Sheets named Sheet1, Sheet2 … in their order. */
export function genericNames(book: LaidBook): LaidBook {
  return { ...book, sheets: book.sheets.map((sheet, index) => ({ ...sheet, name: `Sheet${index + 1}` })) };
}

/** Everything moved down and to the right by blank rows and columns. */
export function offsetBy(book: LaidBook, rows: number, columns: number): LaidBook {
  return mapPlaced(book, (placed) => ({ ...placed, top: placed.top + rows, left: placed.left + columns }));
}

function mapPlaced(book: LaidBook, change: (placed: PlacedTable) => PlacedTable): LaidBook {
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map(change) })) };
}

/** All tables below one another on one sheet, each with its own title, unit line and notes. */
export function stacked(book: LaidBook, gap = 2): LaidBook {
  let top = 0;
  const tables = tablesOf(book).map((table): PlacedTable => {
    const placed = { table, top, left: 0 };
    top += rowsOf(table).length + gap;
    return placed;
  });
  return { ...book, sheets: [{ name: '汇总', tables }] };
}

/** Two tables side by side on each sheet, with blank columns between; an odd last one stands alone. */
export function sideBySide(book: LaidBook, gap = 1): LaidBook {
  const tables = tablesOf(book);
  const sheets: LaidSheet[] = [];
  for (let index = 0; index < tables.length; index += 2) {
    const pair = tables.slice(index, index + 2);
    const placed = pair.map((table, at): PlacedTable => ({
      table,
      top: 0,
      left: at === 0 ? 0 : widthOf(pair[0] as LaidTable) + gap,
    }));
    sheets.push({ name: `表${index + 1}${pair.length > 1 ? `、${index + 2}` : ''}`, tables: placed });
  }
  return { ...book, sheets };
}

function tablesOf(book: LaidBook): LaidTable[] {
  return book.sheets.flatMap((sheet) => sheet.tables.map(({ table }) => table));
}

/** No merged cells and no number formats. */
export function withoutHints(book: LaidBook): LaidBook {
  return { ...book, hints: false };
}

export function permuted(book: LaidBook, random: Random): LaidBook {
  return { ...book, sheets: random.shuffled(book.sheets) };
}

/** Some sheets hidden, one of them so that Excel's menu does not offer it; the first stays visible. */
export function someHidden(book: LaidBook, random: Random): LaidBook {
  const sheets = book.sheets.map((sheet, index): LaidSheet => {
    if (index === 0 || !random.chance(0.3)) return sheet;
    return { ...sheet, visibility: random.chance(0.5) ? 'hidden' : 'veryHidden' };
  });
  return { ...book, sheets };
}

const UNRELATED: readonly { name: string; rows: readonly (readonly (string | number | null)[])[] }[] = [
  {
    name: '值班表',
    rows: [
      ['国庆假期值班安排'],
      ['日期', '带班领导', '值班人员', '值班电话'],
      ['10月1日', '周明', '陈静', '0000-1234567'],
      ['10月2日', '李强', '刘洋', '0000-1234567'],
    ],
  },
  {
    name: '通讯录',
    rows: [
      ['序号', '姓名', '科室', '职务', '办公电话'],
      [1, '周明', '办公室', '主任', '1234501'],
      [2, '陈静', '财务室', '会计', '1234502'],
      [3, '刘洋', '社会救助股', '股长', '1234503'],
    ],
  },
  { name: '空白', rows: [] },
  {
    name: '填报说明',
    rows: [
      ['填报说明'],
      ['1.本套表由各单位财务人员填报。'],
      ['2.收入支出决算总表与支出决算表应当一致，金额单位为万元。'],
      ['3.2024年3月底前报送。'],
    ],
  },
];

/** Sheets that hold no source table: a duty roster, a telephone list, an empty sheet, instructions that name tables. */
export function withUnrelated(book: LaidBook, random: Random): LaidBook {
  const added = UNRELATED.map(({ name, rows }): LaidSheet => {
    const body = rows.map((row) =>
      row.map((value): LaidCell | null => (value === null ? null : { value, role: 'text' })),
    );
    const table: LaidTable = { id: `unrelated/${name}`, unit: null, head: NO_HEAD, header: [], body, notes: [] };
    return { name, tables: [{ table, top: 0, left: 0 }] };
  });
  const sheets = [...book.sheets];
  for (const sheet of added) sheets.splice(random.whole(0, sheets.length), 0, sheet);
  return { ...book, sheets };
}
