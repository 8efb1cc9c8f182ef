import { Decimal } from '../model/decimal';
import type { FormBuilder } from './form-sheet';
import { words } from './form-sheet';
import type { Field } from './form-sheet';
import type { KeptRow, Typed } from './kept';
import { COLUMN, columnId } from './project-form';
import type { FormContext } from './project-form';
import { fundRowId, setAsideId } from './project-money';
import type { FormProject } from './project-source';
import { FORMERLY_TYPED, formerRowsOf } from './rubric-former';
import { STYLES } from './styles';
import type { Cell } from '../sheet/sheet';

const HEADING = `${FORMERLY_TYPED}：别的年度、别的项目用的内容，和来源表里另有数的金额。留在这里备用，不打印，不用的可以清空。`;
/** Columns of the printed form. */
const WIDTH = COLUMN.reason + 1;

/** What she typed that has no cell in the forms now. */
interface FormerEntry {
  readonly id: string;
  readonly about: string;
  readonly typed: ReadonlyMap<string, Typed>;
}

/**
 * Adds below the forms what she typed for another year, for a project or indicator that is gone, or where a table of
 * hers states another amount by now. It is read back from there and stands in its row again once a form asks for it.
 */
export function formerBlock({ form, about, kept }: FormContext, projects: readonly FormProject[]): void {
  const aside = projects.flatMap((source) => amountsSetAside(about.year, source));
  const written = new Set([...form.rowIds, ...[...form.rowIds].map(setAsideId)]);
  const gone = formerRowsOf(kept, written).map((row) => ({ id: row.id, about: aboutRow(row), typed: row.typed }));
  const entries = [...aside, ...gone];
  if (entries.length === 0) return;
  form.remark(HEADING);
  for (const entry of entries) entryRow(form, entry);
}

function amountsSetAside(year: number | null, { project, execution }: FormProject): FormerEntry[] {
  const { contradictions } = execution.money;
  return [...new Set(contradictions.map(({ typed }) => typed.line))].map((line) => {
    const own = contradictions.filter(({ typed }) => typed.line === line);
    return {
      id: setAsideId(fundRowId(year, project.id, line)),
      about: `${FORMERLY_TYPED}：${project.name}·${line}（来源表里另有数，没有采用）`,
      typed: new Map(own.map(({ typed }) => [columnId(COLUMN[typed.fund]), typed.value ?? typed.written])),
    };
  });
}

/** 以前填写（2022年）：临时救助·年度资金总额, from the row's id. */
function aboutRow({ id }: KeptRow): string {
  const [year = '', , ...subject] = id.split('|');
  return `${FORMERLY_TYPED}${year === '' ? '' : `（${year}年）`}：${subject.join('·')}`;
}

/** The words in front, then each entry in the column in which it was typed. */
function entryRow(form: FormBuilder, { id, about, typed }: FormerEntry): void {
  const cellIn = (column: number): Cell | null => {
    const value = typed.get(columnId(column));
    const style = value instanceof Decimal ? STYLES.inputMoney : STYLES.input;
    return value === undefined ? null : { type: 'input', value, style };
  };
  const columns = Array.from({ length: WIDTH }, (_, column) => column);
  const first = columns.find((column) => cellIn(column) !== null) ?? COLUMN.initialBudget;
  const fields = columns.slice(first).map((column): Field => {
    const cell = cellIn(column);
    return cell ? { cell } : words('');
  });
  form.row([words(about, first), ...fields], { id, inputs: [...typed.keys()], figures: '' }, [cellIn(COLUMN.share)]);
}
