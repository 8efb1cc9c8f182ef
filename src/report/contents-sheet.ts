import { isLedgerCheck } from '../checks/ledger/check';
import type { Area, CellPlace } from '../model/address';
import type { Check, CheckStatus } from '../model/check';
import { Decimal } from '../model/decimal';
import type { FindingClass } from '../model/finding';
import { PENDING, pendingText } from '../model/pending';
import type { Scorecard } from '../model/scorecard';
import type { Scoring } from '../rubric/score';
import type { Formula } from '../sheet/formula';
import { area, call, cell, joined, number, operation, text } from '../sheet/formula';
import type { Cell, SheetModel } from '../sheet/sheet';
import { formulaCell, linkCell, numberCell, textCell } from './cells';
import type { FindingsSheet } from './findings-sheet';
import { CHOICES } from './handling';
import { listSheet } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import type { LedgerSheet } from './ledger-sheet';
import type { RelationsSheet } from './relations-sheet';
import type { ScoreSheet } from './score-sheet';
import { partlyScored, partlyScoredFormula, partlyScoredWords } from './score-words';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import { CLASS_NAMES, STATUS_NAMES, UNCONFIRMED } from './words';

const COLUMNS: readonly ListColumn[] = [
  { header: '项目', width: 30 },
  { header: '内容', width: 46 },
  { header: '去看', width: 24 },
];

const COUNTED: readonly CheckStatus[] = ['holds', 'rounding', 'fails', 'missing'];
const CLASSES: readonly FindingClass[] = ['must', 'explain', 'hint'];

/** What each sheet holds, in the order of the tabs. */
const DESCRIPTIONS: Readonly<Record<Exclude<keyof typeof SHEETS, 'contents'>, string>> = {
  department: '官方表式的部门整体支出绩效自评表',
  scores: '逐项指标的目标、实际值、得分、扣分原因，在这里填人工评定和佐证材料',
  projects: '官方表式的项目支出绩效自评表，一个项目一张',
  comparison: '本年预算、全年预算、决算与上年决算对比，附图',
  subsidy: '各项补贴的户数、人数、金额，按截至日期分列，附图',
  relations: '逐条核对的勾稽关系、两边的数和差额',
  ledger: '报表与科目余额表、明细账的核对，说明差额的分录',
  findings: '要改正和要说明的事项，在这里填处理意见',
  narrative: '自评报告的文字，数是活的，可以改写',
  rubric: '用的评分办法，分值、目标可以改，可以添加指标',
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
  readonly scoring: Scoring;
}

/** 自评_目录: what was evaluated, how it stands, and where everything is (shared/design/product.md). */
export function contentsSheet(
  source: ContentsSource,
  relations: RelationsSheet,
  ledger: LedgerSheet | null,
  findings: FindingsSheet,
  scores: ScoreSheet,
): SheetModel {
  const plain = (name: string, content: string): ListRow => ({
    cells: [textCell(name), textCell(content), textCell('')],
  });
  const rows: ListRow[] = [
    plain('年度', source.year === null ? pendingText('年度') : `${source.year}年度`),
    plain('生成日期', source.date),
    plain('评分办法', source.scoring.card.rubricTitle),
    ...(source.scoring.card.pointsBasis === 'unconfirmed' ? [plain('分值', UNCONFIRMED)] : []),
    { cells: [textCell('自评得分'), totalCell(source.scoring.card, scores), goTo(SHEETS.scores)] },
    {
      cells: [
        textCell('评价等级'),
        formulaCell(cell(scores.layout.grade), source.scoring.card.grade ?? PENDING, STYLES.count),
        goTo(SHEETS.scores),
      ],
    },
    plain('识别的表', `${source.tables} 张`),
    plain('没有识别的内容', `${source.unrecognised} 处`),
    ...COUNTED.map((status) => ({
      cells: [
        textCell(`勾稽关系：${STATUS_NAMES[status]}`),
        countOf(
          status,
          source.checks.filter((check) => !isLedgerCheck(check)),
          relations,
        ),
        goTo(SHEETS.relations),
      ],
    })),
    ...(ledger
      ? [{ cells: [textCell('账表核对：不符'), ledgerGaps(source.checks, ledger), goTo(SHEETS.ledger)] }]
      : []),
    ...CLASSES.map((one) => ({
      cells: [textCell(`问题：${CLASS_NAMES[one]}（未处理）`), openCount(one, findings), goTo(SHEETS.findings)],
    })),
    ...sheetsWritten(ledger).map((sheet) => ({
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

/** 已评 42.10/48，待填 52 分; the total alone when nothing is pending. */
function totalCell(card: Scorecard, scores: ScoreSheet): Cell {
  const shown = (place: CellPlace): Formula => call('TEXT', cell(place), text('0.00'));
  const { layout } = scores;
  const partly = partlyScoredFormula({
    total: shown(layout.total),
    scorable: shown(layout.scorable),
    pending: shown(layout.pending),
  });
  const whole = joined(shown(layout.total), text(' 分'));
  const waits = operation('>', cell(layout.pending), number(Decimal.ZERO));
  const now = card.pendingPoints.sign() > 0 ? partlyScoredWords(partlyScored(card)) : `${card.total.toFixed(2)} 分`;
  return formulaCell(call('IF', waits, partly, whole), now, STYLES.count);
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

/** Gaps are all listed, however many. */
function ledgerGaps(checks: readonly Check[], ledger: LedgerSheet): Cell {
  const count = Decimal.of(checks.filter((check) => isLedgerCheck(check) && check.status === 'fails').length);
  const verdicts = area(SHEETS.ledger, ledger.verdicts);
  return formulaCell(call('COUNTIF', verdicts, text(STATUS_NAMES.fails)), count, STYLES.count);
}

function sheetsWritten(ledger: LedgerSheet | null): (keyof typeof DESCRIPTIONS)[] {
  const all = Object.keys(DESCRIPTIONS) as (keyof typeof DESCRIPTIONS)[];
  return all.filter((sheet) => sheet !== 'ledger' || ledger !== null);
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
