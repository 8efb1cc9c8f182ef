import { Decimal } from '../model/decimal';
import type { DepartmentSource } from './department-context';
import { FORM, INPUTS, fundColumn, fundKey, goalKey, keyParts, setAsideKey } from './department-form';
import type { DepartmentMoney } from './department-money';
import type { Field, FormBuilder } from './form-sheet';
import { words } from './form-sheet';
import type { KeptRow, Typed } from './kept';
import { FORMERLY_TYPED, formerRowsOf, formerSubject } from './rubric-former';
import { indicatorKey } from './rubric-sheet';
import { STYLES } from './styles';

const HEADING = `${FORMERLY_TYPED}：别的年度、别的评分办法用的内容，和工作簿里已经有数的栏目。留在这里备用，不打印。`;

/** What she typed that has no place in the form now. */
interface FormerEntry {
  readonly id: string;
  readonly about: string;
  readonly typed: ReadonlyMap<string, Typed>;
}

/**
 * Adds below the form what she typed for another year or rubric, or where the workbook has a figure by now. It is read
 * back from there and stands in its row again once the form asks for it.
 */
export function formerBlock(form: FormBuilder, source: DepartmentSource, { setAside }: DepartmentMoney): void {
  const entries = [...fundsSetAside(source.year, setAside), ...formerEntries(source)];
  if (entries.length === 0) return;
  form.remark(HEADING);
  for (const { id, about, typed } of entries) {
    form.row(entryFields(about, typed), { id, inputs: [...typed.keys()], figures: '' });
  }
}

/** Rows whose key is none of the form as it is written now. */
function formerEntries({ year, rubric, kept }: DepartmentSource): FormerEntry[] {
  const fundIds = FORM.funds.map((line) => fundKey(year, line.id));
  const current = new Set([
    goalKey(year),
    ...fundIds,
    ...fundIds.map(setAsideKey),
    ...rubric.indicators.map(({ id }) => indicatorKey(rubric, id)),
  ]);
  return formerRowsOf(kept, current).map((row) => ({ id: row.id, about: aboutFormer(row), typed: row.typed }));
}

/** Amounts she typed into cells that show a figure of the workbook now. */
function fundsSetAside(year: number | null, setAside: DepartmentMoney['setAside']): FormerEntry[] {
  return FORM.funds.flatMap((line) => {
    const own = setAside.filter((one) => one.line === line);
    const typed = new Map(own.map(({ fund, typed: one }) => [fundColumn(fund), one.value ?? one.written]));
    const about = `${FORMERLY_TYPED}：${line.label.trim()}（工作簿里已有这个数）`;
    return own.length === 0 ? [] : [{ id: setAsideKey(fundKey(year, line.id)), about, typed }];
  });
}

function aboutFormer({ id }: KeptRow): string {
  const parts = keyParts(id);
  if (!parts) {
    const { rubric, indicator } = formerSubject(id);
    return `${FORMERLY_TYPED}（${rubric}）：${indicator}的偏差原因分析及改进措施`;
  }
  const about = parts.fund === null ? '年度总体目标' : (FORM.funds.find((line) => line.id === parts.fund)?.label ?? '');
  return `${FORMERLY_TYPED}${parts.year === '' ? '' : `（${parts.year}年）`}：${about.trim()}`;
}

/** The words in front, then each entry in the column in which it was typed; words run on to the next one. */
function entryFields(about: string, typed: ReadonlyMap<string, Typed>): Field[] {
  const entries = [...INPUTS]
    .flatMap(([id, column]) => {
      const value = typed.get(id);
      return value === undefined ? [] : [{ column, value }];
    })
    .sort((a, b) => a.column - b.column);
  const last = Math.max(...INPUTS.values());
  const fields: Field[] = [words(about, entries[0]?.column ?? 1)];
  entries.forEach(({ column, value }, at) => {
    const room = (entries[at + 1]?.column ?? last + 1) - column;
    const isAmount = value instanceof Decimal;
    const cell = { type: 'input', value, style: isAmount ? STYLES.inputMoney : STYLES.input } as const;
    fields.push({ cell, across: isAmount ? 1 : room });
    if (isAmount && room > 1) fields.push(words('', room - 1));
  });
  return fields;
}
