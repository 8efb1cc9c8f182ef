import type { LaidBook, LaidCell, LaidRow, LaidTable } from './laid';
import { withCells, withTables, widthOf } from './laid';
import { columnsOfRole, insertColumn } from './laid-columns';

/** A 栏次 row below the header that numbers the amount columns. */
export function columnNumbers(book: LaidBook): LaidBook {
  return withTables(book, (table) => {
    if (table.header.length === 0) return table;
    const amounts = columnsOfRole(table, 'amount');
    const labels = columnsOfRole(table, 'label');
    const codes = columnsOfRole(table, 'code');
    const row = Array.from({ length: widthOf(table) }, (_, column): LaidCell | null => {
      const number = amounts.indexOf(column) + 1;
      if (number > 0) return { value: number, role: 'line' };
      const isFirst = (codes.includes(column) || labels.includes(column)) && !codes.includes(column - 1);
      return isFirst ? { value: '栏次', role: 'header' } : null;
    });
    return { ...table, header: [...table.header, row] };
  });
}

/** A 行次 column after each column of names, counting on from the left block to the right one. */
export function lineNumbers(book: LaidBook): LaidBook {
  return withTables(book, (table) => {
    if (table.header.length === 0 || columnsOfRole(table, 'line').length > 0) return table;
    const labels = columnsOfRole(table, 'label');
    return labels.reduceRight((wider, column, block): LaidTable => {
      const heading: LaidCell = { value: '行次', role: 'header' };
      const body = (row: number): LaidCell => ({ value: block * table.body.length + row + 1, role: 'line' });
      return insertColumn(wider, { at: column + 1, heading, body });
    }, table);
  });
}

/** Names set in by two full-width spaces for each level. */
export function indentedNames(book: LaidBook): LaidBook {
  return withCells(book, (cell) => {
    if (cell.role !== 'label' || cell.level === undefined || typeof cell.value !== 'string') return cell;
    return { ...cell, value: '　'.repeat(2 * (cell.level - 1)) + cell.value.trim() };
  });
}

/** Notes and a signature line below every table; the day of filling in lies in the year after. */
export function notesAppended(book: LaidBook): LaidBook {
  return withTables(book, (table) => {
    if (table.head.title === null) return table;
    const day = table.head.year === null ? '' : `${table.head.year + 1}年3月18日`;
    const notes = [
      '注：1.本套报表金额单位转换时可能存在尾数误差。',
      '2.本表由财务室根据账簿填列。',
      `单位负责人：周明　　　财务负责人：陈静　　　填表人：刘洋　　　填报日期：${day}`,
    ];
    return { ...table, notes: [...table.notes, ...notes] };
  });
}

/** Blank rows between body rows, one after every `every` rows. */
export function blankRowsBetween(book: LaidBook, every: number): LaidBook {
  return withTables(book, (table) => ({
    ...table,
    body: table.body.flatMap((row, index): LaidRow[] => ((index + 1) % every === 0 ? [row, []] : [row])),
  }));
}
