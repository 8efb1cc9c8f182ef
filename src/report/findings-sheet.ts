import { parsePlace } from '../model/address';
import type { Area } from '../model/address';
import type { Check } from '../model/check';
import { Decimal } from '../model/decimal';
import type { Finding, FindingClass, Handling } from '../model/finding';
import type { Formula } from '../sheet/formula';
import { call, cell, number, operation, text } from '../sheet/formula';
import type { Cell, SheetModel } from '../sheet/sheet';
import { formulaCell, linkCell, ordinalCell, textCell } from './cells';
import { ANSWER_COLUMNS, CHOICES, figuresOfCheck, figuresOfFinding, needsAnswer } from './handling';
import type { KeptRow } from './kept';
import { firstBodyRow, listSheet } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import type { CheckCells } from './check-cells';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import { CLASS_NAMES } from './words';

const COLUMNS: readonly ListColumn[] = [
  { header: '序号', width: 6 },
  { header: '轻重', width: 10 },
  { header: '事项', width: 22 },
  { header: '问题', width: 44 },
  { header: '左边数', width: 14 },
  { header: '右边数', width: 14 },
  { header: '差额', width: 12 },
  { header: ANSWER_COLUMNS.choice, width: 12, input: ANSWER_COLUMNS.choice },
  { header: ANSWER_COLUMNS.reason, width: 26, input: ANSWER_COLUMNS.reason },
  // From here on the screen only.
  { header: '去看左边', width: 22 },
  { header: '去看右边', width: 22 },
  { header: '依据', width: 50 },
  { header: '状态', width: 12 },
];
const WORKING_COLUMNS = 4;
const CLASS = 1;
const CHOICE = 7;
const REASON = 8;
const STATE = 12;
const GONE = '已不再出现';

/** What is said in the column 状态 when she has not chosen, or chose without a reason. */
export const STATES = { open: '未处理', reasonless: '还缺说明' } as const;

interface Item {
  readonly key: string;
  readonly class: FindingClass;
  readonly title: string;
  readonly message: string;
  readonly basis: string;
  readonly figures: string;
  readonly handling: Handling;
  readonly check: Check | null;
  readonly cells: readonly string[];
}

/** 自评_问题清单: what she has to correct or explain, with her answers (shared/design/product.md). */
export class FindingsSheet {
  private readonly items: readonly Item[];

  constructor(
    checks: readonly Check[],
    findings: readonly Finding[],
    private readonly kept: ReadonlyMap<string, KeptRow>,
    private readonly listed: CheckCells,
  ) {
    const order: readonly FindingClass[] = ['must', 'explain', 'hint'];
    this.items = [...checks.filter(needsAnswer).map(itemOfCheck), ...findings.map(itemOfFinding)].sort(
      (a, b) => order.indexOf(a.class) - order.indexOf(b.class),
    );
  }

  /** The columns 轻重 and 状态, for counting. */
  get counted(): { readonly classes: Area; readonly states: Area } {
    const top = firstBodyRow(COLUMNS);
    const bottom = top + Math.max(1, this.items.length) - 1;
    return {
      classes: { top, bottom, left: CLASS, right: CLASS },
      states: { top, bottom, left: STATE, right: STATE },
    };
  }

  /** How many items of a class are still to be dealt with, as 自评_目录 counts them. */
  openOf(one: FindingClass): number {
    const dealtWith = [CHOICES.explained, CHOICES.notApplicable] as readonly string[];
    return this.items.filter((item) => item.class === one && !dealtWith.includes(this.stateOf(item))).length;
  }

  compose(unitName: string | null): SheetModel {
    const current = new Set(this.items.map((item) => item.key));
    const gone = [...this.kept.values()].filter((row) => !current.has(row.id) && row.typed.size > 0);
    const rows = [
      ...this.items.map((item, index) => this.line(item, index)),
      ...gone.map((row, index) => this.goneLine(row, this.items.length + index)),
    ];
    return listSheet({
      name: SHEETS.findings,
      title: '问题清单',
      unitName,
      unitLine: '金额单位见《自评_勾稽核对》',
      columns: COLUMNS,
      rows,
      remarks: [
        '注：在“处理”里选“已说明”或“不适用”，并在“说明”里写明原因；重新生成时保留。说明所对的数变了，“处理”会变成“需重新确认”。',
      ],
      workingColumns: WORKING_COLUMNS,
      orientation: 'landscape',
      filter: rows.length > 0,
      frozenColumns: 3,
      validations: (body) => [
        {
          area: { ...body, left: CHOICE, right: CHOICE },
          choices: [CHOICES.explained, CHOICES.notApplicable],
          message: '请选“已说明”或“不适用”；还没有处理的留空。',
        },
      ],
      notes: (headerRow) => [
        { row: headerRow, column: CHOICE, text: '选“已说明”或“不适用”，并在右边写明原因。没有写原因的不算处理。' },
        { row: headerRow, column: REASON, text: '写给审核人看的原因，例如“上年结余调整，见第 3 号凭证”。' },
      ],
    });
  }

  private line(item: Item, index: number): ListRow {
    const row = firstBodyRow(COLUMNS) + index;
    const kept = this.kept.get(item.key);
    const choice = this.choiceOf(item);
    const [left, right] = placesOf(item);
    return {
      cells: [
        ordinalCell(index),
        textCell(CLASS_NAMES[item.class], STYLES.center),
        textCell(item.title),
        textCell(item.message),
        ...this.figures(item),
        { type: 'input', value: choice === '' ? null : choice, style: STYLES.input },
        { type: 'input', value: kept?.typed.get(ANSWER_COLUMNS.reason) ?? null, style: STYLES.input },
        left ?? textCell('', STYLES.link),
        right ?? textCell('', STYLES.link),
        textCell(item.basis),
        stateCell(row, this.stateOf(item)),
      ],
      mark: { id: item.key, inputs: Object.values(ANSWER_COLUMNS), figures: item.figures },
    };
  }

  /** Both figures and the gap, live from the sheet that lists the check. */
  private figures({ check }: Item): Cell[] {
    const cells = check && this.listed.cellsOf(check);
    if (!check || !cells || !check.left?.value || !check.right?.value || !check.difference) {
      return [textCell('', STYLES.plain), textCell('', STYLES.plain), textCell('', STYLES.plain)];
    }
    const style = check.left.unit === null ? STYLES.plain : STYLES.fineMoney;
    return [
      formulaCell(cell(cells.left), check.left.value, style),
      formulaCell(cell(cells.right), check.right.value, style),
      formulaCell(cell(cells.gap), check.difference, style),
    ];
  }

  private choiceOf({ handling, key }: Item): string {
    if (handling.state === 'reopened') return CHOICES.reopened;
    return this.kept.get(key)?.typed.get(ANSWER_COLUMNS.choice)?.toString() ?? '';
  }

  private stateOf(item: Item): string {
    const choice = this.choiceOf(item);
    if (choice === '') return STATES.open;
    if (choice === CHOICES.reopened) return CHOICES.reopened;
    const reason = this.kept.get(item.key)?.typed.get(ANSWER_COLUMNS.reason)?.toString() ?? '';
    return reason === '' ? STATES.reasonless : choice;
  }

  /** What she wrote about something that is no longer said: kept, in case it comes back or she wants it elsewhere. */
  private goneLine(row: KeptRow, index: number): ListRow {
    const typed = (column: string): Cell => ({
      type: 'input',
      value: row.typed.get(column) ?? null,
      style: STYLES.input,
    });
    const blank = (): Cell => textCell('', STYLES.plain);
    return {
      cells: [
        ordinalCell(index),
        textCell(GONE, STYLES.center),
        textCell(''),
        textCell(row.about),
        ...[0, 1, 2].map(blank),
        typed(ANSWER_COLUMNS.choice),
        typed(ANSWER_COLUMNS.reason),
        ...[0, 1, 2].map(blank),
        textCell(GONE, STYLES.center),
      ],
      mark: { id: row.id, inputs: Object.values(ANSWER_COLUMNS), figures: row.figures },
    };
  }
}

function itemOfCheck(check: Check): Item {
  const { key, class: one, title, message, basis, handling } = check;
  return { key, class: one, title, message, basis, handling, check, cells: [], figures: figuresOfCheck(check) };
}

function itemOfFinding(finding: Finding): Item {
  const { key, class: one, title, message, basis, handling, cells } = finding;
  return { key, class: one, title, message, basis, handling, check: null, cells, figures: figuresOfFinding(finding) };
}

/** Links to both places; a finding's first two cells. */
function placesOf({ check, cells }: Item): (Cell | undefined)[] {
  const places = check
    ? [check.left?.places[0], check.right?.places[0]]
    : cells.slice(0, 2).map((one) => parsePlace(one) ?? undefined);
  return places.map((place) => place && linkCell(place));
}

/** 状态 follows what she chooses at once: =IF(H5="","未处理",IF(LEN(I5)=0,"还缺说明",H5)). */
function stateCell(row: number, state: string): Cell {
  const at = (column: number): Formula => cell({ sheet: SHEETS.findings, row, column });
  const is = (word: string): Formula => operation('=', at(CHOICE), text(word));
  const reasonless = operation('=', call('LEN', at(REASON)), number(Decimal.ZERO));
  const answered = call('IF', reasonless, text(STATES.reasonless), at(CHOICE));
  const reopened = call('IF', is(CHOICES.reopened), text(CHOICES.reopened), answered);
  return formulaCell(call('IF', is(''), text(STATES.open), reopened), state, STYLES.center);
}
