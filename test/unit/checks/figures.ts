import type { Figure } from '../../../src/facts/figure';
import { figureOf } from '../../../src/facts/figure';
import { Decimal } from '../../../src/model/decimal';
import type { Table } from '../../../src/model/table';
import { recognise } from '../../../src/tables/recognise';
import type { TestSheet } from '../../support/book';
import { gridsOf } from '../../support/book';
import { sheetOf } from './rare-tables';

/** The tables that are recognised on some sheets. */
export function tablesOn(...sheets: readonly TestSheet[]): readonly Table[] {
  return recognise(gridsOf({ sheets })).tables;
}

const [SPENDING] = tablesOn(
  sheetOf(
    '2023年度支出决算表',
    [['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出']],
    [
      ['合计', null, 3, 1, 2],
      ['208', '社会保障和就业支出', 3, 1, 2],
    ],
  ),
) as [Table];

const BASE = figureOf(SPENDING, SPENDING.rows[0]!, '基本支出') as Figure;

/** An amount in 元 of a table written in steps of `step` 元; by default 0.01 万元. */
export function figure(value: number | string | null, more: Partial<Figure> = {}): Figure {
  return {
    ...BASE,
    value: value === null ? null : Decimal.of(value),
    step: Decimal.of(100),
    ...more,
  };
}

/** A ratio: without unit and step. */
export function ratio(value: number | string): Figure {
  return figure(value, { unit: null, step: Decimal.ZERO });
}
