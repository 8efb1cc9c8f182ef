import type { Area } from '../model/address';
import type { Check, CheckStatus } from '../model/check';
import { Decimal } from '../model/decimal';
import type { FindingClass } from '../model/finding';
import { area, call, text } from '../sheet/formula';
import type { Cell, SheetModel } from '../sheet/sheet';
import { formulaCell, linkCell, numberCell, textCell } from './cells';
import type { FindingsSheet } from './findings-sheet';
import { CHOICES } from './handling';
import { listSheet } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import type { RelationsSheet } from './relations-sheet';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import { CLASS_NAMES, STATUS_NAMES } from './words';

const COLUMNS: readonly ListColumn[] = [
  { header: '项目', width: 30 },
  { header: '内容', width: 46 },
  { header: '去看', width: 24 },
];

const COUNTED: readonly CheckStatus[] = ['holds', 'rounding', 'fails', 'missing'];
const CLASSES: readonly FindingClass[] = ['must', 'explain', 'hint'];

/** What each sheet holds, in the order of the tabs. */
const DESCRIPTIONS: Readonly<Record<Exclude<keyof typeof SHEETS, 'contents'>, string>> = {
  comparison: '本年预算、全年预算、决算与上年决算对比，附图',
  relations: '逐条核对的勾稽关系、两边的数和差额',
  findings: '要改正和要说明的事项，在这里填处理意见',
  paper: '用到的每一个数和它在来源表里的单元格',
};

export interface ContentsSource {
  readonly unitName: string | null;
  readonly year: number | null;
  /** 2024年4月20日. */
  readonly date: string;
  readonly tables: number;
  readonly unrecognised: number;
  readonly checks: readonly Check[];
}

/** 自评_目录: what was evaluated, how it stands, and where everything is (shared/design/product.md). */
export function contentsSheet(source: ContentsSource, relations: RelationsSheet, findings: FindingsSheet): SheetModel {
  const plain = (name: string, content: string): ListRow => ({
    cells: [textCell(name), textCell(content), textCell('')],
  });
  const rows: ListRow[] = [
    plain('年度', source.year === null ? '【待填：年度】' : `${source.year}年度`),
    plain('生成日期', source.date),
    plain('识别的表', `${source.tables} 张`),
    plain('没有识别的内容', `${source.unrecognised} 处`),
    ...COUNTED.map((status) => ({
      cells: [
        textCell(`勾稽关系：${STATUS_NAMES[status]}`),
        countOf(status, source.checks, relations),
        goTo(SHEETS.relations),
      ],
    })),
    ...CLASSES.map((one) => ({
      cells: [textCell(`问题：${CLASS_NAMES[one]}（未处理）`), openCount(one, findings), goTo(SHEETS.findings)],
    })),
    ...(Object.keys(DESCRIPTIONS) as (keyof typeof DESCRIPTIONS)[]).map((sheet) => ({
      cells: [textCell(SHEETS[sheet], STYLES.strong), textCell(DESCRIPTIONS[sheet]), goTo(SHEETS[sheet])],
    })),
  ];
  return listSheet({
    name: SHEETS.contents,
    title: `${source.year === null ? '' : `${source.year}年度`}部门整体支出绩效自评目录`,
    unitName: source.unitName,
    unitLine: '',
    columns: COLUMNS,
    rows,
    remarks: ['注：“自评_”开头的工作表由自评助手生成，重新生成时更新；其余工作表不改动。'],
    orientation: 'portrait',
    filter: false,
    frozenColumns: 0,
  });
}

function goTo(sheet: string): Cell {
  return linkCell({ sheet, row: 1, column: 0 }, '去看');
}

/** Counted live where the rows are listed; relations that are not listed row by row all hold and are added. */
function countOf(status: CheckStatus, checks: readonly Check[], relations: RelationsSheet): Cell {
  const count = Decimal.of(checks.filter((check) => check.status === status).length);
  if (relations.unlisted > 0) return numberCell(count, STYLES.count);
  const verdicts = area(SHEETS.relations, relations.verdicts);
  return formulaCell(call('COUNTIF', verdicts, text(STATUS_NAMES[status])), count, STYLES.count);
}

function openCount(one: FindingClass, findings: FindingsSheet): Cell {
  const { classes, states } = findings.counted;
  const on = (rectangle: Area) => area(SHEETS.findings, rectangle);
  const formula = call(
    'COUNTIFS',
    on(classes),
    text(CLASS_NAMES[one]),
    on(states),
    text(`<>${CHOICES.explained}`),
    on(states),
    text(`<>${CHOICES.notApplicable}`),
  );
  return formulaCell(formula, Decimal.of(findings.openOf(one)), STYLES.count);
}
