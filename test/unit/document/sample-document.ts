import { Decimal } from '../../../src/model/decimal';
import type {
  Chart,
  Heading,
  HeadingLevel,
  OfficialDocument,
  Paragraph,
  Table,
  TableCell,
} from '../../../src/document/document';

/** A self-evaluation report as the bureau would hand it in: every kind of block, on portrait and landscape pages. */
export const REPORT: OfficialDocument = {
  title: '庐山市民政局2023年度\n部门整体支出绩效自评报告',
  properties: { title: '部门整体支出绩效自评报告', subject: '2023年度' },
  blocks: [
    heading(1, '一、部门概况'),
    heading(2, '（一）部门主要职责'),
    paragraph('庐山市民政局主管全市民政工作，“三定”规定的职责为：社会救助、养老服务、儿童福利、基层政权建设……'),
    heading(2, '（二）收支情况'),
    heading(3, '1.预算安排'),
    paragraph('2023年年初预算3,227.92万元，比上年减少631.57万元，下降16.36%；年末结转-12.50万元。'),
    heading(4, '（1）按来源'),
    paragraph('其中：财政拨款3,227.92万元，占100.00%。依据《党政机关公文格式》（GB/T 9704-2012）排版。'),
    chart('年初预算数与全年执行数', '万元', ['基本支出', '项目支出'], {
      年初预算数: [827.92, 2400],
      全年执行数: [901.5, null],
    }),
    heading(1, '二、评分'),
    scores(),
    heading(1, '三、结论'),
    paragraph('综上，自评得分92.35分，等级为“优”。'),
    paragraph('附件：1.项目支出绩效自评汇总表'),
    { type: 'signature', lines: [['庐山市民政局'], ['2024年4月26日']] },
    { type: 'attachment', mark: '附件1' },
    wideTable(),
    { type: 'signature', lines: [['填表人：', '审核人：', '负责人：']] },
  ],
};

export function heading(level: HeadingLevel, text: string): Heading {
  return { type: 'heading', level, text };
}

export function paragraph(text: string, indent: 0 | 2 = 2): Paragraph {
  return { type: 'paragraph', text, indent };
}

/** A cell that covers one place unless told otherwise. */
export function cell(
  text: string,
  align: TableCell['align'] = 'center',
  across = 1,
  down = 1,
  bold = false,
): TableCell {
  return { text, align, bold, across, down };
}

/** Numbers by the name of their series. */
export function chart(
  title: string,
  unit: string,
  categories: readonly string[],
  series: Readonly<Record<string, readonly (number | null)[]>>,
): Chart {
  const nowhere = { top: 0, bottom: 0, left: 0, right: 0 };
  const colors = ['#1F4E79', '#C55A11', '#7F7F7F'];
  return {
    type: 'chart',
    chart: {
      title,
      unit,
      categories: { area: nowhere, values: categories },
      series: Object.entries(series).map(([text, values], index) => ({
        name: { row: 0, column: index + 1, text },
        numbers: { area: nowhere, values: values.map((value) => (value === null ? null : Decimal.of(value))) },
        color: colors[index % colors.length] as string,
      })),
      anchor: nowhere,
    },
  };
}

/** 项目支出绩效自评表 in small: a header of two rows, level-1 indicators over several rows, more than one page long. */
function scores(): Table {
  const indicator = (index: number): string => `重点工作办结率（第${index + 1}项）`;
  return {
    type: 'table',
    caption: '部门整体支出绩效评分表',
    unitLine: { left: '单位名称：庐山市民政局', right: '金额单位：万元' },
    columns: [{ width: 12 }, { width: 30 }, { width: 14 }, { width: 14 }, { width: 10 }, { width: 10 }],
    header: [
      [
        cell('一级指标', 'center', 1, 2, true),
        cell('三级指标', 'center', 1, 2, true),
        cell('指标值', 'center', 2, 1, true),
        cell('分值', 'center', 1, 2, true),
        cell('得分', 'center', 1, 2, true),
      ],
      [cell('年度指标值', 'center', 1, 1, true), cell('实际完成值', 'center', 1, 1, true)],
    ],
    body: [
      ...Array.from({ length: 30 }, (_, index) => [
        ...(index % 3 === 0 ? [cell(['管理', '产出', '效果'][(index / 3) % 3] as string, 'center', 1, 3)] : []),
        cell(indicator(index), 'left'),
        cell('≥95%'),
        cell('98.50%'),
        cell('3.00', 'right'),
        cell('2.96', 'right'),
      ]),
      [cell('总分', 'center', 4, 1, true), cell('100.00', 'right', 1, 1, true), cell('92.35', 'right', 1, 1, true)],
    ],
    wide: false,
  };
}

/** A table too wide for an upright page. */
function wideTable(): Table {
  const names = [
    '项目名称',
    '年初预算数',
    '预算调整数',
    '全年预算数',
    '全年执行数',
    '执行率',
    '分值',
    '得分',
    '偏差原因',
  ];
  const amounts = ['1,000.00', '-12.50', '987.50', '950.00', '96.20%', '10.00', '9.62'];
  return {
    type: 'table',
    caption: '项目支出绩效自评汇总表',
    unitLine: { left: '单位名称：庐山市民政局', right: '金额单位：万元' },
    columns: [{ width: 24 }, ...amounts.map(() => ({ width: 12 })), { width: 24 }],
    header: [names.map((name) => cell(name, 'center', 1, 1, true))],
    body: ['城乡低保补助', '特困人员供养', '高龄津贴'].map((name) => [
      cell(name, 'left'),
      ...amounts.map((amount) => cell(amount, 'right')),
      cell('年中追减', 'left'),
    ]),
    wide: true,
  };
}
