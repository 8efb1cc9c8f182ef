import { gatherFacts } from '../../../src/facts/gather';
import { formSets } from '../../../src/facts/sets';
import type { Scope } from '../../../src/formula/scope';
import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import { workbookScope } from '../../../src/report/workbook-scope';
import { recognise } from '../../../src/tables/recognise';

type Row = readonly CellValue[];

/** One sheet as it is typed: what the scorer sees of it comes through recognition. */
export interface SmallSheet {
  readonly title: string;
  readonly unit?: string;
  readonly rows: readonly Row[];
}

function gridOf({ title, unit, rows }: SmallSheet): Grid {
  const stated: Row = ['编制单位：云岭县民政局', null, null, unit === undefined ? null : `单位：${unit}`];
  return Grid.ofRows(title.replace(/[“”]/g, ''), [[title], stated, ...rows]);
}

/** What names mean in a workbook of 2023 with these sheets. */
export function scopeOfSheets(...sheets: readonly SmallSheet[]): Scope {
  const sets = formSets(recognise(sheets.map(gridOf)).tables);
  const main = sets.find(({ year }) => year === 2023) ?? null;
  return workbookScope(main, sets, main ? gatherFacts(main, sets) : []);
}

/** 2023年度预算执行情况表 in 万元: initial and annual budget, what was spent. */
export function execution(initial: number | null, annual: number | null, actual: number): SmallSheet {
  return {
    title: '2023年度预算执行情况表',
    unit: '万元',
    rows: [
      ['项目', '年初预算数', '全年预算数', '全年执行数'],
      ['合计', initial, annual, actual],
      ['基本支出', initial, annual, actual],
      ['项目支出', 0, 0, 0],
    ],
  };
}

/** 2023年“三公”经费支出表 in 万元: this year's and last year's budget of 公务接待费. */
export function threePublic(now: number, before: number): SmallSheet {
  return {
    title: '2023年“三公”经费支出表',
    unit: '万元',
    rows: [
      ['项目', '本年预算数', '上年预算数'],
      ['合计', now, before],
      ['因公出国（境）费', 0, 0],
      ['公务用车购置及运行费', 0, 0],
      ['公务接待费', now, before],
    ],
  };
}

/** 2023年度人员编制情况表. */
export function staffing(posts: number, serving: number): SmallSheet {
  return {
    title: '2023年度人员编制情况表',
    rows: [
      ['人员类别', '编制数', '在职人员数', '退休人员数'],
      ['行政人员', posts, serving, 0],
      ['事业人员', 0, 0, 0],
      ['合计', posts, serving, 0],
    ],
  };
}

/** 2023年度满意度问卷汇总表: forms handed out, returned, valid; 非常满意, 满意, 基本满意, 不满意. */
export function survey(...groups: readonly (readonly [string, ...(number | null)[]])[]): SmallSheet {
  return {
    title: '2023年度满意度问卷汇总表',
    rows: [['调查对象', '发放份数', '回收份数', '有效份数', '非常满意', '满意', '基本满意', '不满意'], ...groups],
  };
}

/** 2023年度政府采购情况表 in 万元. */
export function procurement(budget: number, actual: number): SmallSheet {
  return {
    title: '2023年度政府采购情况表',
    unit: '万元',
    rows: [
      ['采购类别', '预算数', '执行数'],
      ['货物', budget, actual],
      ['工程', 0, 0],
      ['服务', 0, 0],
      ['合计', budget, actual],
    ],
  };
}
