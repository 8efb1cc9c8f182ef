import type { CellValue, RowBlock } from '../../model/grid';
import { isBlank } from '../../model/grid';
import type { Roster, RosterColumns, RosterLine, RosterPerson, RosterTotal, UnreadAmount } from '../../model/roster';
import { readIdentity } from '../../model/roster-identity';
import type { Identity } from '../../model/roster-identity';
import type { Table } from '../../model/table';
import { powerOfUnit } from '../../model/unit';
import { readNumber } from '../../tables/number';
import { dayOf, monthIn, monthsIn } from './months';

const SUBTOTAL = /^(?:[^，。]{0,8})?(?:小计|页计|页合计)$/;
const TOTAL = /^(?:全[县市区乡镇村])?(?:合计|总计|合计数)$/;
/** Texts of a row that may call it a total: those left of its figures. */
const NAMING = ['序号', '乡镇', '村', '组', '户主姓名', '姓名', '户主身份证号', '身份证号'] as const;
const GROUPS = ['乡镇', '村'] as const;
const SPACES = /[\s\u200b-\u200f\ufeff'’‘`]/g;

/** Folds a roster block by block: rows become lines of persons, in one pass and without keeping a cell. */
export class RosterFold {
  private readonly lines: RosterLine[] = [];
  private readonly totals: RosterTotal[] = [];
  private readonly unread: UnreadAmount[] = [];
  private readonly carried = new Map<string, string>();
  private readonly powers = new Map<string, number>();
  private readonly month: number | null;
  private step = Number.MAX_SAFE_INTEGER;

  constructor(
    private readonly table: Table,
    private readonly columns: RosterColumns,
  ) {
    this.month = monthIn(`${table.title ?? ''} `) ?? monthIn(table.asOf ?? '');
    for (const name of columns.byName.keys()) {
      const unit = table.columnUnits.get(name) ?? table.amountUnit ?? '元';
      this.powers.set(name, powerOfUnit(unit) + 2);
    }
  }

  /** Takes the next rows of the sheet; blocks come in order. What stands above or below its table is passed over. */
  add(block: RowBlock): void {
    for (const [at, cells] of block.rows.entries()) {
      const row = block.firstRow + at;
      if (row >= this.columns.firstRow && row <= this.table.area.bottom) this.addRow(row, cells);
    }
  }

  /** The roster as far as it was given. */
  finish(): Roster {
    const { table, columns, lines, totals, unread } = this;
    return {
      sheet: table.sheet,
      programme: table.subject ?? '',
      year: table.year,
      month: this.month,
      columns,
      lines,
      totals,
      unread,
      hasUnit: table.amountUnit !== null || table.columnUnits.has('金额'),
      step: this.step === Number.MAX_SAFE_INTEGER ? 1 : this.step,
      notes: table.notes,
    };
  }

  private addRow(row: number, cells: readonly CellValue[]): void {
    const naming = NAMING.map((name) => this.text(cells, name));
    const amount = this.amount(row, cells, '金额');
    const total = naming.find((text) => SUBTOTAL.test(text) || TOTAL.test(text));
    if (total !== undefined) {
      const kind = SUBTOTAL.test(total) ? 'subtotal' : 'total';
      if (amount !== null) this.totals.push({ row, kind, amount });
      return;
    }
    const persons = this.persons(cells);
    // A signature line or a note holds neither a number of identity nor an amount.
    if (persons.every(({ identity }) => identity.state === 'blank') && (amount === null || persons.length === 0))
      return;
    this.lines.push(this.line(row, cells, persons, amount));
  }

  private line(
    row: number,
    cells: readonly CellValue[],
    persons: readonly RosterPerson[],
    amount: number | null,
  ): RosterLine {
    for (const name of GROUPS) {
      const text = this.text(cells, name);
      if (text !== '') this.carried.set(name, text);
      if (name === '乡镇' && text !== '') this.carried.delete('村');
    }
    const village = this.carried.get('村') ?? '';
    const headNumber = readIdentity(this.cell(cells, '户主身份证号')).number;
    const head = this.text(cells, '户主姓名');
    const first = persons[0];
    const byColumn = this.monthColumns(row, cells);
    return {
      row,
      persons,
      household:
        headNumber ||
        (head !== '' && this.columns.byName.has('户主姓名') ? `${village} ${head}` : '') ||
        first?.identity.number ||
        `${village} ${first?.name ?? row}`,
      township: this.carried.get('乡镇') ?? '',
      village,
      category: [this.text(cells, '类别'), this.text(cells, '残疾等级'), this.text(cells, '供养方式')].join(' ').trim(),
      amount,
      monthly: byColumn.sum,
      standard: this.amount(row, cells, '标准'),
      nursing: this.amount(row, cells, '护理标准'),
      months: this.count(cells, '月数'),
      backPay: this.amount(row, cells, '补发金额') ?? 0,
      deducted: Math.abs(this.amount(row, cells, '扣回金额') ?? 0),
      familySize: this.count(cells, '家庭人口'),
      supported: this.count(cells, '保障人数'),
      paidMonths: this.paidMonths(cells, byColumn.months),
      stopMonth: monthIn(this.dated(cells, '停发年月')),
      account: this.text(cells, '银行账号').replace(SPACES, ''),
      payee: this.text(cells, '收款人姓名'),
      guardian: this.text(cells, '监护人姓名'),
      remark: this.text(cells, '备注'),
      born: dayOf(this.cell(cells, '出生日期')),
    };
  }

  private persons(cells: readonly CellValue[]): RosterPerson[] {
    const { byName, members } = this.columns;
    const own = this.person(cells, byName.get('姓名'), byName.get('身份证号'));
    const isPersonal = members.length === 0 && own !== null;
    const head = isPersonal ? null : this.person(cells, byName.get('户主姓名'), byName.get('户主身份证号'));
    const listed = [head, own, ...members.map(({ name, identity }) => this.person(cells, name ?? undefined, identity))];
    const seen = new Set<string>();
    // The head may be listed again as the first member.
    return listed.filter((person): person is RosterPerson => {
      if (person === null) return false;
      const key = person.identity.number || person.name;
      const again = person !== head && seen.size > 0 && head !== null && key === (head.identity.number || head.name);
      seen.add(key);
      return !again;
    });
  }

  private person(
    cells: readonly CellValue[],
    nameColumn: number | undefined,
    identityColumn: number | undefined,
  ): RosterPerson | null {
    const nameCell = nameColumn === undefined ? null : (cells[nameColumn] ?? null);
    const name = typeof nameCell === 'string' ? nameCell.replace(SPACES, '') : '';
    const identity: Identity = readIdentity(identityColumn === undefined ? null : (cells[identityColumn] ?? null));
    if (name === '' && identity.state === 'blank') return null;
    return { name, identity, column: identityColumn ?? nameColumn ?? 0 };
  }

  private monthColumns(row: number, cells: readonly CellValue[]): { sum: number | null; months: number[] } {
    let sum: number | null = null;
    const months: number[] = [];
    for (let month = 1; month <= 12; month++) {
      const amount = this.amount(row, cells, `${month}月`);
      if (amount === null) continue;
      sum = (sum ?? 0) + amount;
      if (amount > 0 && this.table.year !== null) months.push(this.table.year * 100 + month);
    }
    return { sum, months };
  }

  private paidMonths(cells: readonly CellValue[], byColumn: readonly number[]): readonly number[] {
    if (byColumn.length > 0) return byColumn;
    const written = monthsIn(this.dated(cells, '发放月份'), this.table.year);
    if (written.length > 0) return written;
    return this.month === null ? [] : [this.month];
  }

  private dated(cells: readonly CellValue[], name: string): string {
    const cell = this.cell(cells, name);
    return typeof cell === 'number' ? String(cell) : this.text(cells, name);
  }

  private cell(cells: readonly CellValue[], name: string): CellValue {
    const column = this.columns.byName.get(name);
    return column === undefined ? null : (cells[column] ?? null);
  }

  private text(cells: readonly CellValue[], name: string): string {
    const cell = this.cell(cells, name);
    return typeof cell === 'string' ? cell.replace(SPACES, '') : typeof cell === 'number' ? String(cell) : '';
  }

  private count(cells: readonly CellValue[], name: string): number | null {
    const cell = this.cell(cells, name);
    if (isBlank(cell)) return null;
    const { value, state } = readNumber(cell);
    return value === null || state === 'blank' ? null : Number(value.toString());
  }

  /** In 分, exactly; null for a blank cell and for one that cannot be read, which is kept for a finding. */
  private amount(row: number, cells: readonly CellValue[], name: string): number | null {
    const cell = this.cell(cells, name);
    if (isBlank(cell)) return null;
    const reading = readNumber(cell);
    if (reading.state === 'blank') return null;
    if (reading.value === null || reading.percent || (reading.suffix !== null && reading.suffix !== '元')) {
      this.unread.push({ row, column: this.columns.byName.get(name) as number });
      return null;
    }
    const power = this.powers.get(name) as number;
    const amount = Math.round(Number(reading.value.shift(reading.suffix === '元' ? 2 : power).toString()));
    if (name === '金额' && amount !== 0) this.step = Math.min(this.step, stepOf(amount));
    return amount;
  }
}

/** The largest of 分, 角 and 元 an amount is a whole number of. */
function stepOf(amount: number): number {
  return amount % 100 === 0 ? 100 : amount % 10 === 0 ? 10 : 1;
}
