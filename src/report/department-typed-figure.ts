import type { Figure } from '../facts/figure';
import type { CellPlace } from '../model/address';
import { Decimal } from '../model/decimal';
import type { Table, TableRow } from '../model/table';
import { toYuan } from '../model/unit';

const FORM_UNIT = '万元';
const FORM_NAME = '部门整体支出绩效自评表';
/** 万元 are written with two decimals, unless she wrote more. */
const USUAL_POWER = -2;

/**
 * An amount she typed on 自评_部门整体自评表 as a figure like those of her tables, so that scores, explanations and the
 * working paper can show where it stands: the cell she typed it into.
 * @param value in 万元
 * @param place where the cell stands on the sheet as it is written
 */
export function typedFigure(
  year: number | null,
  line: string,
  column: string,
  value: Decimal,
  place: CellPlace,
): Figure & { readonly value: Decimal } {
  const row = rowOf(line, column, value, place);
  const table = formTable(year, row, column, value);
  return {
    value: toYuan(value, FORM_UNIT),
    step: toYuan(table.writtenUnit, FORM_UNIT),
    unit: FORM_UNIT,
    table,
    row,
    column,
    place,
    state: 'number',
  };
}

function rowOf(line: string, column: string, value: Decimal, place: CellPlace): TableRow {
  return {
    row: place.row,
    block: 0,
    side: null,
    code: null,
    label: line,
    written: line,
    name: line,
    level: null,
    ofWhich: false,
    parent: null,
    cells: new Map([[column, { place, state: 'number', value, written: value.toString() }]]),
    place,
  };
}

function formTable(year: number | null, row: TableRow, column: string, value: Decimal): Table {
  const { sheet, row: at, column: left } = row.place;
  return {
    kind: 'form/department',
    name: FORM_NAME,
    sheet,
    area: { top: at, left, bottom: at, right: left },
    title: FORM_NAME,
    unitName: null,
    subject: null,
    year,
    asOf: null,
    amountUnit: FORM_UNIT,
    money: true,
    writtenUnit: Decimal.of(1).shift(Math.min(USUAL_POWER, value.lastPower() ?? USUAL_POWER)),
    rows: [row],
    rowCount: 1,
    hidden: false,
    confidence: 'certain',
    columns: [column],
    groups: new Map(),
    missingRows: [],
    columnUnits: new Map(),
    notes: [],
  };
}
