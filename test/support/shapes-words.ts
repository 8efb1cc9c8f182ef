import type { LaidBook, LaidCell } from './laid';
import { withCells, withTables } from './laid';
import type { Head, HeadStyle, YearStyle } from './laid-head';

/** Another arrangement of unit name, unit of amounts and form number. */
export function headStyled(book: LaidBook, style: HeadStyle): LaidBook {
  return withHeads(book, (head) => ({ ...head, style }));
}

/** The year written another way. */
export function yearStyled(book: LaidBook, yearStyle: YearStyle): LaidBook {
  return withHeads(book, (head) => ({ ...head, yearStyle }));
}

/** Other words before the unit name and the unit of amounts: 填报单位：… and （单位：万元）. */
export function captionWords(book: LaidBook, owner: string, unit: (unit: string) => string): LaidBook {
  const value = (text: string): string => text.slice(text.indexOf('：') + 1);
  return withHeads(book, (head) => ({
    ...head,
    owner: head.owner === null ? null : `${owner}：${value(head.owner)}`,
    unit: head.unit === null ? null : unit(value(head.unit)),
  }));
}

/** Tables without form numbers. */
export function withoutForms(book: LaidBook): LaidBook {
  return withHeads(book, (head) => ({ ...head, form: null }));
}

function withHeads(book: LaidBook, change: (head: Head) => Head): LaidBook {
  return withTables(book, (table) => (table.head.title === null ? table : { ...table, head: change(table.head) }));
}

/** Titles of the same tables in other places, by kind; one list per manner. */
const TITLES: Readonly<Record<string, readonly [string, string]>> = {
  'final/income-expenditure-summary': ['收支决算总表', '部门收支决算总表'],
  'final/income': ['收入决算总表', '部门收入决算表'],
  'final/expenditure': ['支出决算总表', '部门支出决算表'],
  'final/appropriation-summary': ['财政拨款收支决算总表', '财政拨款收入支出决算表'],
  'final/general-budget-expenditure': ['一般公共预算支出决算表', '一般公共预算财政拨款支出决算明细表'],
  'final/general-budget-basic': ['一般公共预算基本支出决算表', '一般公共预算财政拨款基本支出决算明细表'],
  'final/three-public': ['一般公共预算财政拨款“三公”经费支出决算表', '“三公”经费支出情况决算表'],
  'final/government-fund': ['政府性基金收入支出决算表', '政府性基金预算收支决算表'],
  'final/state-capital': ['国有资本经营预算支出决算表', '国有资本经营支出决算表'],
  'budget/income-expenditure-summary': ['部门收支总表', '部门收支预算总表'],
  'budget/income': ['部门收入预算总表', '收入预算总表'],
  'budget/expenditure': ['部门支出预算总表', '支出预算总表'],
  'budget/appropriation-summary': ['财政拨款收支预算总表', '财政拨款预算收支总表'],
  'budget/general-budget-expenditure': ['一般公共预算支出预算表', '一般公共预算财政拨款支出表'],
  'budget/general-budget-basic': ['一般公共预算基本支出预算表', '一般公共预算财政拨款基本支出表'],
  'budget/three-public': ['“三公”经费预算表', '一般公共预算“三公”经费预算表'],
  'budget/government-fund': ['政府性基金支出预算表', '政府性基金预算支出预算表'],
  'budget/state-capital': ['国有资本经营支出预算表', '国有资本经营预算支出预算表'],
  'budget/execution': ['预算执行情况表', '部门整体预算执行情况表'],
  'project/expenditure': ['部门项目支出情况表', '项目支出预算执行情况表'],
};

/** Header words of other places; what a word stands for must not change with the table it stands in. */
const HEADERS: Readonly<Record<string, readonly [string, string]>> = {
  功能分类科目编码: ['科目编码', '支出功能分类科目编码'],
  经济分类科目编码: ['科目编码', '经济科目编码'],
  科目名称: ['科目名称', '支出功能分类科目名称'],
  功能分类科目: ['支出功能分类科目', '科目'],
  支出经济分类科目: ['部门预算支出经济分类科目', '经济分类科目'],
  本年收入合计: ['收入合计', '合计'],
  本年支出合计: ['支出合计', '合计'],
  财政拨款收入: ['财政拨款', '财政拨款收入'],
  附属单位上缴收入: ['附属单位缴款', '附属单位上缴收入'],
  对附属单位补助支出: ['对附属单位补助', '对附属单位补助支出'],
  年初结转和结余: ['年初结转结余', '上年结转和结余'],
  年末结转和结余: ['年末结转结余', '结转下年'],
  '因公出国（境）费': ['因公出国(境)费', '因公出国（境）费用'],
  公务用车购置及运行维护费: ['公务用车购置及运行费', '公务用车费'],
  公务用车运行维护费: ['公务用车运行费', '公务用车运行维护费'],
  公务用车购置费: ['公务用车购置费', '公务用车购置'],
  一般公共预算财政拨款: ['一般公共预算', '一般公共预算财政拨款'],
  政府性基金预算财政拨款: ['政府性基金预算', '政府性基金财政拨款'],
  国有资本经营预算财政拨款: ['国有资本经营预算', '国有资本经营财政拨款'],
  全年预算数: ['全年预算数', '调整后预算数'],
  全年执行数: ['执行数', '全年执行数'],
  预算调整数: ['调整预算数', '年中调整数'],
};

/** Row labels of other places, without enumerator. */
const LABELS: Readonly<Record<string, readonly [string, string]>> = {
  使用非财政拨款结余: ['用事业基金弥补收支差额', '使用非财政拨款结余（含专用结余）'],
  年初结转和结余: ['上年结转和结余', '年初结转结余'],
  年末结转和结余: ['结转下年', '年末结转结余'],
  年初财政拨款结转和结余: ['年初财政拨款结转结余', '上年财政拨款结转和结余'],
  年末财政拨款结转和结余: ['年末财政拨款结转结余', '结转下年财政拨款'],
  一般公共预算财政拨款收入: ['一般公共预算拨款收入', '一般公共预算财政拨款'],
  政府性基金预算财政拨款收入: ['政府性基金预算拨款收入', '政府性基金预算财政拨款'],
  国有资本经营预算财政拨款收入: ['国有资本经营预算拨款收入', '国有资本经营预算财政拨款'],
  附属单位上缴收入: ['附属单位缴款', '附属单位上缴收入'],
  公用经费合计: ['公用经费合计', '公用经费小计'],
  人员经费合计: ['人员经费合计', '人员经费小计'],
  上年结转: ['上年结转结余', '上年结转收入'],
  结转下年: ['年终结转结余', '年末结转'],
};

/** Titles, header words and row labels of another place, in one of two manners. */
export function otherWords(book: LaidBook, manner: 0 | 1): LaidBook {
  const titled = withTables(book, (table) => {
    const title = TITLES[table.id.split('@')[0] ?? '']?.[manner];
    return title === undefined ? table : { ...table, head: { ...table.head, title } };
  });
  return withCells(titled, (cell) => ({ ...cell, ...wordOf(cell, manner) }));
}

function wordOf(cell: LaidCell, manner: 0 | 1): { value?: string } {
  if (typeof cell.value !== 'string') return {};
  if (cell.role === 'header') {
    const word = HEADERS[cell.value.replace(/\s/g, '')]?.[manner];
    return word === undefined ? {} : { value: word };
  }
  if (cell.role !== 'label') return {};
  const [, enumerator = '', label = ''] = /^([一二三四五六七八九十]+、|（[一二三]）)?(.*)$/su.exec(cell.value) ?? [];
  const word = LABELS[label]?.[manner];
  return word === undefined ? {} : { value: enumerator + word };
}
