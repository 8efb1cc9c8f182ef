import type { Figure } from '../../../src/facts/figure';
import { findRow } from '../../../src/facts/rows';
import { parse } from '../../../src/formula/parse';
import type { Scope } from '../../../src/formula/scope';
import type { Node } from '../../../src/formula/syntax';
import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import type { Table } from '../../../src/model/table';
import { recognise } from '../../../src/tables/recognise';

type Row = readonly CellValue[];

function gridOf(name: string, title: string, unit: string, header: readonly Row[], body: readonly Row[]): Grid {
  return Grid.ofRows(name, [[title], ['编制单位：云岭县民政局', null, `单位：${unit}`], ...header, ...body]);
}

const SPENDING_HEADER: Row = ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出'];

/**
 * Three small tables: 支出决算表 of 2023 and 2022 in 万元 (no 经营支出), and the 2023 summary in 元 on a sheet whose
 * name holds an apostrophe and an emoji. Their bodies begin in row 4 and in row 5.
 */
export function smallTables(
  change: (rows: (CellValue[] | Row)[]) => readonly Row[] = (rows) => rows,
): readonly Table[] {
  const spending = change([
    ['合计', null, 307.82, 105.58, 202.24],
    ['208', '社会保障和就业支出', 300.82, 98.58, 202.24],
    ['20802', '民政管理事务', 300.82, 98.58, 202.24],
    ['2080201', '行政运行', 98.58, 98.58, null],
    ['2080299', '其他民政管理事务支出', 202.24, null, 202.24],
    ['210', '卫生健康支出', 7, 7, null],
  ]);
  const { tables } = recognise([
    gridOf('支出决算表', '2023年度支出决算表', '万元', [SPENDING_HEADER], spending),
    gridOf(
      '2022支出',
      '2022年度支出决算表',
      '万元',
      [SPENDING_HEADER],
      [
        ['合计', null, 250, 100, 150],
        ['208', '社会保障和就业支出', 250, 100, 150],
      ],
    ),
    gridOf(
      "It's 总表😀",
      '2023年度收入支出决算总表',
      '元',
      [
        ['收入', null, '支出', null],
        ['项目', '决算数', '项目', '决算数'],
      ],
      [
        ['一、财政拨款收入', 3078200, '一、社会保障和就业支出', 3008200],
        ['二、其他收入', 0, '二、卫生健康支出', 70000],
        ['本年收入合计', 3078200, '本年支出合计', 3078200],
        ['总计', 3078200, '总计', 3078200],
      ],
    ),
  ]);
  return tables;
}

export interface Here {
  readonly row: string;
  readonly column?: string;
}

/** What an expression sees: the tables by name, defined figures, and the row of 支出决算表 a rule is at. */
export function scopeOf(
  tables: readonly Table[],
  here: Here | null = null,
  facts: Readonly<Record<string, readonly Figure[]>> = {},
): Scope {
  const table = (name: string, prior: boolean): Table | null =>
    tables.find((one) => one.name === name && one.year === (prior ? 2022 : 2023)) ?? null;
  const spending = table('支出决算表', false) as Table;
  const row = here && findRow(spending, here.row);
  return {
    table,
    fact: (name) => facts[name] ?? null,
    here: here && row ? { table: spending, row, column: here.column ?? null } : null,
  };
}

/** The body of an expression that must parse; anything else is a slip of the test. */
export function bodyOf(text: string): Node {
  const outcome = parse(text);
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.expression.body;
}
