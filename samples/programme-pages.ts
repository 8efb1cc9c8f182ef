import { groupedRows } from './page';
import type { BodyRow, Page } from './page';
import { column, columns, frame, shareOf } from './frames';
import { asOfText, published, publishedFigures, sampleNote, stated } from './published';
import data from './unit-2023.json';

/** 补贴发放汇总表 as far as figures were published, 业务统计表 and 满意度问卷汇总表. */
export function programmePages(): Page[] {
  return [...subsidies(), statistics(), satisfaction()];
}

const PUBLISHED_ONLY = '注：本表各数均为已公布数；没有公布的留空。';

interface Paid {
  readonly programme: string;
  /** The last part of the published id: programme.orphans.persons. */
  readonly id: string;
  readonly remark?: string;
}

/** Each table holds payments with one cut-off, said in its title, so that no sum of ten months is taken for the year's. */
function subsidies(): Page[] {
  const cases = `护理补贴 ${stated('programme.disabled.care-cases')}，生活补贴 ${stated('programme.disabled.living-cases')}`;
  return [
    subsidy('困难群众救助和惠民补贴发放汇总表', '2023-10', [
      { programme: '城乡低保', id: 'minimum-living' },
      { programme: '特困人员救助供养', id: 'extreme-poverty' },
      { programme: '残疾人两项补贴', id: 'disabled', remark: cases },
      { programme: '农村离任“两老”生活补助', id: 'village-veterans' },
    ]),
    subsidy('惠民殡葬补助发放汇总表', '2023-09', [{ programme: '惠民殡葬五项基本免费补助', id: 'funeral' }]),
    subsidy('临时救助发放汇总表', '印发时', [
      { programme: '临时救助', id: 'temporary', remark: '公布材料写“截至印发时”，没有写日期' },
    ]),
    subsidy('儿童福利补贴发放汇总表', undefined, [
      { programme: '事实无人抚养儿童基本生活补贴', id: 'unattended-children' },
      { programme: '残疾事实无人抚养儿童照料护理补贴', id: 'disabled-children-care' },
      { programme: '孤儿基本生活费', id: 'orphans' },
      { programme: '孤儿助学', id: 'orphans-study' },
      { programme: '事实无人抚养儿童助学', id: 'unattended-study' },
    ]),
  ];
}

function subsidy(title: string, asOf: string | undefined, rows: readonly Paid[]): Page {
  const whole = asOf === undefined ? '2023年度' : asOfText(asOf);
  const figure = (id: string, ...measures: string[]): number | null => {
    const own = measures.map((measure) => `programme.${id}.${measure}`);
    const found = publishedFigures.find((one) => own.includes(one.id));
    if (found && found.asOf !== asOf) throw new Error(`${found.id} is as of ${found.asOf}, not ${asOf}`);
    return found ? published(found.id) : null;
  };
  const counted = rows.some(({ id }) => publishedFigures.some((one) => one.id === `programme.${id}.times`));
  return {
    ...frame(`${title}（${whole}）`, '万元', [PUBLISHED_ONLY], { sheet: title, period: null }),
    header: [['序号', '补贴项目', '户数', counted ? '人次' : '人数', '金额', '截至', '备注'].map((text) => ({ text }))],
    columns: [
      column('middle', 6),
      column('label', 38),
      ...columns(2, 'count', 10),
      column('exact', 14),
      column('middle', 20),
      column('text', 34),
    ],
    body: rows.map(({ programme, id, remark }, at) => ({
      cells: [
        at + 1,
        programme,
        figure(id, 'households'),
        figure(id, 'persons', 'times'),
        figure(id, 'amount'),
        whole,
        remark ?? null,
      ],
    })),
  };
}

function statistics(): Page {
  const rows = publishedFigures
    .filter(({ category }) => category !== undefined)
    .map(({ id, category, item, unit, asOf }) => [category ?? null, item, unit, published(id), asOfText(asOf)]);
  return {
    ...frame('民政业务统计表', null, ['注：本表各数均为已公布数。'], { sheet: '业务统计表' }),
    header: [['分类', '指标', '计量单位', '本期', '截至'].map((text) => ({ text }))],
    columns: [
      column('middle', 14),
      column('label', 32),
      column('middle', 12),
      column('plain', 16),
      column('middle', 24),
    ],
    body: groupedRows(rows, 1),
  };
}

/** Share of 非常满意 and 满意 among the valid answers. */
export function satisfactionRate(items: typeof data.satisfaction = data.satisfaction): number {
  const counts = answersOf(items);
  return shareOf(
    (counts[0] ?? 0) + (counts[1] ?? 0),
    counts.reduce((sum, count) => sum + count, 0),
  );
}

function answersOf(items: typeof data.satisfaction): number[] {
  return [0, 1, 2, 3].map((at) => items.reduce((sum, { answers }) => sum + (answers[at] ?? 0), 0));
}

function satisfaction(): Page {
  const row = (label: string, items: typeof data.satisfaction): BodyRow['cells'] => {
    const answers = answersOf(items);
    return [
      label,
      items.reduce((sum, { sent }) => sum + sent, 0),
      items.reduce((sum, { returned }) => sum + returned, 0),
      answers.reduce((sum, count) => sum + count, 0),
      ...answers,
      satisfactionRate(items),
    ];
  };
  const headings = ['调查对象', '发放份数', '回收份数', '有效份数', '非常满意', '满意', '基本满意', '不满意', '满意率'];
  return {
    ...frame('满意度问卷汇总表', null, [sampleNote(), '注：满意率＝（非常满意＋满意）÷有效份数。'], {
      sheet: '满意度问卷汇总',
      landscape: true,
    }),
    header: [headings.map((text) => ({ text }))],
    columns: [column('label', 22), ...columns(7, 'count', 12), column('share', 12)],
    body: [
      ...data.satisfaction.map((item) => ({ cells: row(item.group, [item]) })),
      { cells: row('合计', data.satisfaction), strong: true },
    ],
  };
}
