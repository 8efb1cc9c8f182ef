import { Decimal, sum } from '../model/decimal';
import type { Indicator, Rubric } from '../rubric/pack';
import { wayWords } from '../rubric/value';
import type { Formula } from '../sheet/formula';
import { area, call, cell, number, operation, text } from '../sheet/formula';
import type { Cell, SheetModel } from '../sheet/sheet';
import { formulaCell, textCell } from './cells';
import type { KeptRow } from './kept';
import { firstBodyRow, listSheet } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import { methodWords } from '../rubric/method-words';
import { FORMERLY_TYPED, formerRowsOf, formerSubject } from './rubric-former';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import { UNCONFIRMED } from './words';

/** Ids, and headers, of the columns she may change; all of them in rows she adds. */
export const RUBRIC_COLUMNS = {
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  points: '分值',
  sign: '目标符号',
  target: '目标值',
  unit: '目标单位',
  criterion: '评分标准',
} as const;

const COLUMNS: readonly ListColumn[] = [
  { header: RUBRIC_COLUMNS.level1, width: 14, input: RUBRIC_COLUMNS.level1 },
  { header: RUBRIC_COLUMNS.level2, width: 16, input: RUBRIC_COLUMNS.level2 },
  { header: RUBRIC_COLUMNS.level3, width: 24, input: RUBRIC_COLUMNS.level3 },
  { header: RUBRIC_COLUMNS.points, width: 8, input: RUBRIC_COLUMNS.points },
  { header: RUBRIC_COLUMNS.sign, width: 9, input: RUBRIC_COLUMNS.sign },
  { header: RUBRIC_COLUMNS.target, width: 16, input: RUBRIC_COLUMNS.target },
  { header: RUBRIC_COLUMNS.unit, width: 9, input: RUBRIC_COLUMNS.unit },
  { header: RUBRIC_COLUMNS.criterion, width: 40, input: RUBRIC_COLUMNS.criterion },
  { header: '取数公式', width: 36 },
  { header: '依据', width: 26 },
  { header: '核对', width: 12 },
];
const POINTS = 3;
const TARGET = 5;
const SIGNS = ['≥', '≤', '=', '>', '<', '定性'] as const;
/** Blank rows for indicators she adds. */
const SPARE_ROWS = 5;
/** What the hidden mark of an indicator's row holds: the indicator and what the rubric says as a whole. */
export interface StoredIndicator {
  readonly about: Omit<Rubric, 'indicators'>;
  readonly indicator: Indicator;
}

/** Key of an indicator's row, the same in all sheets that list indicators. */
export function indicatorKey(rubric: Pick<Rubric, 'id'>, indicator: string): string {
  return `${rubric.id}|${indicator}`;
}

/** Key of the n-th row for an indicator she adds. */
export function spareKey(rubric: Pick<Rubric, 'id'>, spare: number): string {
  return `${rubric.id}|+${spare}`;
}

/** A rubric and what she made of it on its sheet (rubric-reading.ts). */
export interface RubricEdition {
  /** Without her changes. */
  readonly base: Rubric;
  /** Ids of indicators she added, with the number of their spare row. */
  readonly added: ReadonlyMap<string, number>;
  /** True when her changes are not used, because nothing can be scored by them. */
  readonly refused: boolean;
}

/**
 * 自评_评分办法: the rubric in use, hers to edit and read back by `rubric-reading.ts`. Points and targets of every form are
 * live from here.
 */
export class RubricSheet {
  private readonly rubric: Rubric;
  private readonly rows: ReadonlyMap<string, number>;

  constructor(
    private readonly edition: RubricEdition,
    private readonly kept: ReadonlyMap<string, KeptRow>,
  ) {
    this.rubric = edition.base;
    this.rows = new Map(this.rubric.indicators.map(({ id }, index) => [id, firstBodyRow(COLUMNS) + index]));
  }

  private rowOf(indicator: string): number {
    const spare = this.edition.added.get(indicator);
    const row = spare === undefined ? this.rows.get(indicator) : firstBodyRow(COLUMNS) + this.rows.size + spare - 1;
    if (row === undefined) throw new Error(`no indicator ${indicator}`);
    return row;
  }

  /** An indicator's points, live; the number itself while what stands on the sheet is not used. */
  points({ id, points }: Indicator): Formula {
    if (this.edition.refused) return number(Decimal.of(points));
    return cell({ sheet: SHEETS.rubric, row: this.rowOf(id), column: POINTS });
  }

  /** An indicator's target, a number in its unit; null where none is stated. */
  target({ id, target }: Indicator): Formula | null {
    if (target === null || target.sign === '定性') return null;
    // In rows she added a target may be words such as ≥95%: the number is taken from them when they are read.
    if (this.edition.refused || this.edition.added.has(id)) return number(Decimal.of(target.value));
    return cell({ sheet: SHEETS.rubric, row: this.rowOf(id), column: TARGET });
  }

  compose(unitName: string | null): SheetModel {
    const { rubric } = this;
    const spares = Array.from({ length: SPARE_ROWS }, (_, index) => this.spareRow(index + 1));
    const rows = [...rubric.indicators.map((indicator) => this.indicatorRow(indicator)), ...spares];
    return listSheet({
      name: SHEETS.rubric,
      title: `评分办法：${rubric.title}`,
      unitName,
      unitLine: rubric.pointsBasis === 'unconfirmed' ? UNCONFIRMED : `满分 ${rubric.full} 分`,
      columns: COLUMNS,
      rows: [...rows, this.totalRow(rows.length), ...this.formerRows(rows)],
      remarks: [
        `依据：${rubric.basis}`,
        `注：浅黄色格可以改。分值合计要等于 ${rubric.full}；不用的指标分值填 0；最后 ${SPARE_ROWS} 行可以添加指标，评分标准写成“达标满分，每超1个百分点扣0.1分，扣完为止”“按比例计分”“每缺一项扣1分”一类的话。改完重新生成。`,
      ],
      // 取数公式, 依据 and 核对 are for the screen.
      workingColumns: 3,
      orientation: 'landscape',
      filter: false,
      frozenColumns: 3,
      validations: () => [
        {
          area: {
            top: firstBodyRow(COLUMNS) + this.rows.size,
            bottom: firstBodyRow(COLUMNS) + rows.length - 1,
            left: TARGET - 1,
            right: TARGET - 1,
          },
          choices: [...SIGNS],
          message: '请选一个符号；不能用数衡量的选“定性”。',
        },
      ],
    });
  }

  private indicatorRow(indicator: Indicator): ListRow {
    const { target } = indicator;
    const measured = target !== null && target.sign !== '定性';
    const typed = this.kept.get(indicatorKey(this.rubric, indicator.id))?.typed;
    return {
      cells: [
        ...indicator.path.map((level) => textCell(level)),
        {
          type: 'input',
          value: typed?.get(RUBRIC_COLUMNS.points) ?? Decimal.of(indicator.points),
          style: STYLES.inputPlain,
        },
        textCell(target?.sign ?? '', STYLES.center),
        measured
          ? {
              type: 'input',
              value: typed?.get(RUBRIC_COLUMNS.target) ?? Decimal.of(target.value),
              style: STYLES.inputPlain,
            }
          : textCell(target?.value ?? ''),
        textCell(measured ? target.unit : '', STYLES.center),
        textCell(methodWords(indicator)),
        textCell((indicator.formula ?? []).map(wayWords).join('；没有时：') || '人工评定'),
        textCell(indicator.basis),
        textCell(indicator.confirmed ? '' : '未核对原文', STYLES.center),
      ],
      mark: {
        id: indicatorKey(this.rubric, indicator.id),
        inputs: measured ? [RUBRIC_COLUMNS.points, RUBRIC_COLUMNS.target] : [RUBRIC_COLUMNS.points],
        prefilled: new Map([
          [RUBRIC_COLUMNS.points, Decimal.of(indicator.points).toString()],
          ...(measured ? [[RUBRIC_COLUMNS.target, Decimal.of(target.value).toString()] as const] : []),
        ]),
        figures: this.stored(indicator),
      },
    };
  }

  /** The indicator as data, so that the rubric can be read back from the sheet alone, wherever it came from. */
  private stored(indicator: Indicator): string {
    // JSON leaves out what is undefined: the other indicators stand in rows of their own.
    return JSON.stringify({ about: { ...this.rubric, indicators: undefined }, indicator });
  }

  private spareRow(spare: number): ListRow {
    const id = spareKey(this.rubric, spare);
    const typed = this.kept.get(id)?.typed;
    const input = (column: string): Cell => ({
      type: 'input',
      value: typed?.get(column) ?? null,
      style: STYLES.input,
    });
    return {
      cells: [...Object.values(RUBRIC_COLUMNS).map(input), textCell(''), textCell(''), textCell('')],
      mark: { id, inputs: Object.values(RUBRIC_COLUMNS), figures: '' },
    };
  }

  /** What she changed in another rubric, kept below this one until that one is used again. */
  private formerRows(rows: readonly ListRow[]): ListRow[] {
    const current = new Set(rows.flatMap(({ mark }) => mark?.id ?? []));
    return formerRowsOf(this.kept, current).map((row) => {
      const { rubric, indicator } = formerSubject(row.id);
      const cells = Object.values(RUBRIC_COLUMNS).map((column): Cell => {
        const typed = row.typed.get(column);
        if (typed !== undefined) return { type: 'input', value: typed, style: STYLES.input };
        return textCell(column === RUBRIC_COLUMNS.level3 ? indicator : '');
      });
      return {
        cells: [...cells, textCell(`${FORMERLY_TYPED}（${rubric}）`), textCell(''), textCell('')],
        mark: { id: row.id, inputs: [...row.typed.keys()], figures: '' },
      };
    });
  }

  /** The points that stand on the sheet as numbers, hers included. */
  private pointsNow(): Decimal[] {
    const typedIn = (key: string): Decimal | string | undefined => this.kept.get(key)?.typed.get(RUBRIC_COLUMNS.points);
    const shipped = this.rubric.indicators.map(
      ({ id, points }) => typedIn(indicatorKey(this.rubric, id)) ?? Decimal.of(points),
    );
    const spare = Array.from({ length: SPARE_ROWS }, (_, index) => typedIn(spareKey(this.rubric, index + 1)));
    return [...shipped, ...spare].filter((one) => one instanceof Decimal);
  }

  private totalRow(rows: number): ListRow {
    const top = firstBodyRow(COLUMNS);
    const points = area(SHEETS.rubric, { top, left: POINTS, bottom: top + rows - 1, right: POINTS });
    const total = sum(this.pointsNow());
    const full = Decimal.of(this.rubric.full);
    const message = `分值合计应为${this.rubric.full}`;
    const matches = operation('=', call('ROUND', call('SUM', points), number(Decimal.of(4))), number(full));
    return {
      cells: [
        textCell('合计', STYLES.strong),
        textCell(''),
        textCell(''),
        formulaCell(call('SUM', points), total, STYLES.plain),
        ...[0, 1, 2].map(() => textCell('')),
        formulaCell(call('IF', matches, text(''), text(message)), total.equals(full) ? '' : message, STYLES.text),
        ...[0, 1, 2].map(() => textCell('')),
      ],
    };
  }
}
