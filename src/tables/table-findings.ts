import { formatPlace } from '../model/address';
import type { Finding } from '../model/finding';
import { finding } from '../model/finding';
import type { Table, TableCell } from '../model/table';
import type { Choice } from './choose';
import { BARRED } from './choose';
import type { Preamble } from './preamble';

const BASIS = '自评助手识别规则（docs/architecture.md）';
const STAGE = 'tables' as const;

/** Where a table stands, as messages name it: 《支出决算表》（Sheet3）. */
function where(table: Table): string {
  return table.sheet === table.name ? `《${table.name}》` : `《${table.name}》（工作表“${table.sheet}”）`;
}

function corner(table: Table): string {
  return formatPlace({ sheet: table.sheet, row: table.area.top, column: table.area.left });
}

/** What must be said about one table: its unit, its certainty, and the cells that could not be read. */
export function tableFindings(table: Table, preamble: Preamble, choice: Choice, commonYear: number | null): Finding[] {
  return [
    ...unitFindings(table, preamble),
    ...certaintyFindings(table, choice),
    ...cellFindings(table),
    ...rowFindings(table),
    ...yearFindings(table, preamble, commonYear),
    ...(table.hidden ? [hiddenFinding(table)] : []),
  ];
}

/** Said when no part of a sheet can be read as the kind she stated for it. */
export function statedFinding(sheet: string, stated: string, missing: readonly string[]): Finding {
  const why = missing.length > 0 ? `没有找到“${missing.join('”“')}”` : '没有找到这种表的表头';
  return finding('table.kind.stated', [sheet, stated], {
    stage: STAGE,
    class: 'explain',
    title: '不能按指定的表识别',
    cells: [`${sheet}!A1`],
    message: `您指定工作表“${sheet}”是《${stated}》，但${why}，这张工作表仍按原来的识别结果处理。请补上缺少的行或列，或另选一种表。`,
    basis: BASIS,
  });
}

function figures(table: Table): TableCell[] {
  return table.rows
    .flatMap((row) => [...row.cells.values()])
    .filter((cell) => cell.value !== null && !cell.value.isZero());
}

function unitFindings(table: Table, preamble: Preamble): Finding[] {
  if (!table.money || table.amountUnit !== null || (figures(table).length === 0 && table.rows.length > 0)) return [];
  const odd =
    preamble.oddUnit === null ? '没有写明金额单位' : `的金额单位是“${preamble.oddUnit}”，本工具只认元、万元、亿元`;
  return [
    finding('table.unit.missing', [table.sheet, table.kind, table.year], {
      stage: STAGE,
      class: 'must',
      title: '没有金额单位',
      cells: [corner(table)],
      message: `${where(table)}${odd}，只能核对表内关系，不能与其他表核对。请在表头右上方写明“单位：元”或“单位：万元”，或在识别结果中选定。`,
      basis: BASIS,
    }),
  ];
}

function certaintyFindings(table: Table, choice: Choice): Finding[] {
  if (table.confidence !== 'uncertain') return [];
  const missing = choice.best.missing.filter((name) => name !== BARRED);
  const why =
    missing.length > 0
      ? `缺少“${missing.join('”“')}”`
      : choice.rivals.length > 0
        ? `也可能是《${choice.rivals.map((kind) => kind.name).join('》《')}》`
        : '表头与表名不一致';
  return [
    finding('table.kind.uncertain', [table.sheet, table.kind, table.year], {
      stage: STAGE,
      class: 'explain',
      title: '不能确定是什么表',
      cells: [corner(table)],
      message: `工作表“${table.sheet}”暂按《${table.name}》识别，${why}，只核对表内关系。请确认，或改正表名和表头。`,
      basis: BASIS,
    }),
  ];
}

/** Unreadable amounts are said one by one up to this many; a whole column of words is one finding. */
const MOST_SINGLE_CELLS = 20;
/** Cells listed in one finding: enough to find the place. */
const MOST_LISTED_CELLS = 500;

/** What Excel shows where a formula has no result. */
const FORMULA_ERROR = /^#[A-Z]/;

interface Unreadable {
  readonly cell: string;
  readonly what: string;
  /** True for the error of a formula. */
  readonly isError: boolean;
}

function cellFindings(table: Table): Finding[] {
  const unreadable: Unreadable[] = [];
  const texts: string[] = [];
  for (const row of table.rows) {
    for (const [column, { place, state, value, written }] of row.cells) {
      if (state === 'unreadable') {
        unreadable.push({
          cell: formatPlace(place),
          what: `${row.label || row.code || '（无名称）'}·${column}“${written}”`,
          isError: FORMULA_ERROR.test(written),
        });
      } else if (state === 'text' && value !== null && !/[%％]$/.test(written)) {
        texts.push(formatPlace(place));
      }
    }
  }
  return [...unreadableFindings(table, unreadable), ...(texts.length > 0 ? [textFinding(table, texts)] : [])];
}

function unreadableFindings(table: Table, unreadable: readonly Unreadable[]): Finding[] {
  const same = {
    stage: STAGE,
    class: 'must',
    title: '金额读不成数',
    basis: BASIS,
  } as const;
  if (unreadable.length > MOST_SINGLE_CELLS) {
    const cells = unreadable.slice(0, MOST_LISTED_CELLS).map(({ cell }) => cell);
    const message = `${where(table)}有 ${unreadable.length} 个金额不是数，例如${unreadable[0]?.what}，没有按数计算。请改成数字；没有金额就留空。`;
    return [finding('table.amount.unreadable', [table.sheet, table.kind, table.year], { ...same, cells, message })];
  }
  return unreadable.map(({ cell, what, isError }) =>
    finding('table.amount.unreadable', [cell], {
      ...same,
      cells: [cell],
      message: `${where(table)}${cell.slice(cell.lastIndexOf('!') + 1)}：${what}${isError ? '是公式出错的结果，没有按数计算。请改好公式，或直接填数字' : '不是数，没有按数计算。请改成数字；没有金额就留空'}。`,
    }),
  );
}

function textFinding(table: Table, texts: readonly string[]): Finding {
  return finding('table.amount.text', [table.sheet, table.kind, table.year], {
    stage: STAGE,
    class: 'hint',
    title: '数字以文本存放',
    cells: texts.slice(0, MOST_LISTED_CELLS),
    message: `${where(table)}有 ${texts.length} 个数字是文本，已按数读取；在 Excel 里求和会漏掉它们，建议转换为数字。`,
    basis: BASIS,
  });
}

function rowFindings(table: Table): Finding[] {
  return [...missingRows(table), ...namelessRows(table)];
}

/** Figures in a row without code and name belong to nothing: they may be what a total lacks. */
function namelessRows(table: Table): Finding[] {
  return table.rows.flatMap((row) => {
    if (row.code !== null || row.label !== '') return [];
    const cells = [...row.cells.values()]
      .filter((cell) => cell.value?.isZero() === false)
      .map((cell) => formatPlace(cell.place));
    if (cells.length === 0) return [];
    return [
      finding('table.row.nameless', cells, {
        stage: STAGE,
        class: 'explain',
        title: '有金额没有名称',
        cells,
        message: `${where(table)}第 ${row.row + 1} 行有金额，但没有编码和名称，不知道属于哪一项。请补上名称，或删去多余的数。`,
        basis: BASIS,
      }),
    ];
  });
}

function missingRows(table: Table): Finding[] {
  return table.missingRows.map((name) =>
    finding('table.row.missing', [table.sheet, table.kind, table.year, name], {
      stage: STAGE,
      class: 'explain',
      title: '缺少应有的行',
      cells: [corner(table)],
      message: `${where(table)}没有找到“${name}”行，与它有关的关系无法核对。请补上这一行，或确认此表本来没有。`,
      basis: BASIS,
    }),
  );
}

function yearFindings(table: Table, preamble: Preamble, commonYear: number | null): Finding[] {
  const years = [...new Set(preamble.years)];
  if (years.length < 2 || preamble.title === null || !years.includes(commonYear ?? 0)) return [];
  return [
    finding('table.year.conflict', [table.sheet, table.kind], {
      stage: STAGE,
      class: 'explain',
      title: '表头里的年度不一致',
      cells: [formatPlace({ sheet: table.sheet, row: preamble.title.row, column: preamble.title.column })],
      message: `${where(table)}的表名和表头写了 ${years.join(' 和 ')} 两个年度，暂按 ${table.year} 年。请改正写错的一个。`,
      basis: BASIS,
    }),
  ];
}

function hiddenFinding(table: Table): Finding {
  return finding('table.hidden', [table.sheet, table.kind, table.year], {
    stage: STAGE,
    class: 'hint',
    title: '隐藏的工作表',
    cells: [corner(table)],
    message: `${where(table)}在隐藏的工作表里，已照常读取和核对。`,
    basis: BASIS,
  });
}

/** What must be said about the tables together. */
export function workbookFindings(tables: readonly Table[], commonYear: number | null): Finding[] {
  if (tables.length === 0 || commonYear !== null || tables.every((table) => table.year !== null)) return [];
  return [
    finding('table.year.missing', [], {
      stage: STAGE,
      class: 'explain',
      title: '没有年度',
      cells: tables.filter((table) => table.year === null).map(corner),
      message: '工作簿里没有一张表写明年度，暂按同一年度核对。请在表名中写明年度，或在识别结果中选定。',
      basis: BASIS,
    }),
  ];
}
