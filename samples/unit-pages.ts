import figures from './figures-2023.json';
import type { Box, BoxRow } from './boxes';
import { column, columns, frame, shareOf, wan } from './frames';
import { closingOf, finalLines, from, hundreds, incomeOf, openingOf, projectOf, spent, total } from './lines';
import type { Line } from './lines';
import type { BodyRow, FormPage, Page } from './page';
import { published, publishedTexts, sampleNote, stated } from './published';
import data from './unit-2023.json';

const sum = <Item>(items: readonly Item[], measure: (item: Item) => number): number =>
  total(items.map((item) => hundreds(measure(item)))) / 100;

export const fixedAssetsTotal = sum(data.fixedAssets, ({ closing }) => closing);
const established = sum(data.staffing, (row) => row.established);

/** 单位基本情况表. */
export function profile(): FormPage {
  const offices = publishedTexts.filter(({ id }) => id.startsWith('office.')).map(({ text }) => text);
  const field = (value: string): Box => ({ value, look: 'field' });
  const pair = (label: string, value: string | number, look: Box['look'] = 'middle'): Box[] => [
    field(label),
    { value, look },
  ];
  const wide = (label: string, value: string): BoxRow => [field(label), { value, look: 'text', across: 3 }];
  const { nature, level, accounting, funding, duties, totalAssets, offices: area } = data.profile;
  const note = '在职人员数、退休人员数、内设机构';
  return {
    ...frame('单位基本情况表', '万元', [sampleNote(note)]),
    widths: [20, 28, 20, 28],
    rows: [
      [...pair('单位性质', nature), ...pair('单位级别', level)],
      [...pair('会计制度', accounting), ...pair('经费来源', funding)],
      wide('主要职能', duties),
      wide('内设机构', offices.join('、')),
      [...pair('内设机构数', offices.length), ...pair('编制数', established)],
      [...pair('在职人员数', published('staff.serving')), ...pair('退休人员数', published('staff.retired'))],
      [...pair('资产总额', totalAssets, 'money'), ...pair('固定资产', fixedAssetsTotal, 'money')],
      [...pair('车辆数（辆）', total(figures.stateAssets.slice(0, 8))), ...pair('房屋面积（平方米）', area)],
    ],
  };
}

export function unitPages(): Page[] {
  return [staffing(), fixedAssets(), procurement(), carryOver()];
}

function staffing(): Page {
  const row = (label: string, items: typeof data.staffing): BodyRow['cells'] => {
    const [posts, serving] = [sum(items, (one) => one.established), sum(items, (one) => one.serving)];
    return [label, posts, serving, 0, sum(items, ({ retired }) => retired), shareOf(serving, posts)];
  };
  const note = `在职人员数合计 ${stated('staff.serving')}、退休人员数合计 ${stated('staff.retired')}`;
  return {
    ...frame('人员编制情况表', null, [sampleNote(note)]),
    header: [['人员类别', '编制数', '在职人员数', '离休人员数', '退休人员数', '控制率'].map((text) => ({ text }))],
    columns: [column('label', 20), ...columns(4, 'count', 14), column('share', 14)],
    body: [
      ...data.staffing.map((item) => ({ cells: row(item.kind, [item]) })),
      { cells: row('合计', data.staffing), strong: true },
    ],
  };
}

/** All assets are in use: the published rate of use is 100.00 %. */
function fixedAssets(): Page {
  const rate = published('assets.use-rate') / 100;
  const row = (label: string, items: typeof data.fixedAssets): BodyRow['cells'] => {
    const [closing, depreciation] = [sum(items, (one) => one.closing), sum(items, (one) => one.depreciation)];
    return [
      label,
      sum(items, ({ quantity }) => quantity),
      sum(items, ({ opening }) => opening),
      closing,
      depreciation,
      (hundreds(closing) - hundreds(depreciation)) / 100,
      wan(Math.round(hundreds(closing) * rate)),
      0,
      rate,
    ];
  };
  const amounts = ['年初原值', '年末原值', '累计折旧', '净值', '在用', '闲置'];
  return {
    ...frame('固定资产情况表', '万元', [sampleNote(`固定资产使用率 ${stated('assets.use-rate')}`)], {
      landscape: true,
    }),
    header: [['资产类别', '数量', ...amounts, '固定资产使用率'].map((text) => ({ text }))],
    columns: [column('label', 22), column('count', 10), ...columns(6, 'money', 14), column('share', 16)],
    body: [
      ...data.fixedAssets.map((item) => ({ cells: row(item.kind, [item]) })),
      { cells: row('合计', data.fixedAssets), strong: true },
    ],
  };
}

function procurement(): Page {
  const row = (label: string, items: typeof data.procurement): BodyRow['cells'] => {
    const [budget, actual] = [sum(items, (one) => one.budget), sum(items, (one) => one.actual)];
    return [label, budget, actual, shareOf(actual, budget), sum(items, ({ smallBusiness }) => smallBusiness)];
  };
  return {
    ...frame('政府采购情况表', '万元', [sampleNote()]),
    header: [['采购类别', '预算数', '执行数', '执行率', '授予中小企业合同金额'].map((text) => ({ text }))],
    columns: [column('label', 20), ...columns(2, 'money', 16), column('share', 12), column('money', 22)],
    body: [
      ...data.procurement.map((item) => ({ cells: row(item.kind, [item]) })),
      { cells: row('合计', data.procurement), strong: true },
    ],
  };
}

/** By source of money, then by 基本支出 and 项目支出; all that is carried over is project money. */
function carryOver(): Page {
  const lines = finalLines(2023);
  const row = (label: string, own: readonly Line[]): BodyRow => ({
    cells: [label, ...[openingOf(own), incomeOf(own), spent(own), closingOf(own)].map(wan)],
  });
  const projectLines = lines.filter((line) => projectOf([line]) > 0);
  const basicLines = lines.filter((line) => projectOf([line]) === 0);
  return {
    ...frame('结转结余情况表', '万元', [sampleNote(`本年支出合计 ${stated('final.expenditure')}`)]),
    header: [['项目', '年初结转和结余', '本年收入', '本年支出', '年末结转和结余'].map((text) => ({ text }))],
    columns: [column('label', 34), ...columns(4, 'money', 18)],
    body: [
      { ...row('合计', lines), strong: true },
      row('一、财政拨款', from(lines, 'general', 'fund')),
      row('（一）一般公共预算财政拨款', from(lines, 'general')),
      row('（二）政府性基金预算财政拨款', from(lines, 'fund')),
      row('（三）国有资本经营预算财政拨款', from(lines, 'capital')),
      row('二、其他资金', from(lines, 'superior', 'other')),
      row('其中：基本支出', basicLines),
      row('　　　项目支出', projectLines),
    ],
  };
}
