import type { ColumnTerm } from './kind';

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const;

/** The columns of a kind with those that repeat written out: 成员#姓名 ten times is 成员1姓名 … 成员10姓名. */
export function numberedColumns(columns: readonly ColumnTerm[]): readonly ColumnTerm[] {
  return columns.flatMap((term) =>
    term.repeat === undefined ? [term] : Array.from({ length: term.repeat }, (_, at) => numbered(term, at + 1)),
  );
}

function numbered(term: ColumnTerm, number: number): ColumnTerm {
  const spellings = [String(number), NUMERALS[number] ?? String(number)];
  const headers = term.headers.flatMap((header) =>
    header.includes('#') ? spellings.map((spelling) => header.replaceAll('#', spelling)) : [header],
  );
  return { ...term, name: term.name.replaceAll('#', String(number)), headers: [...new Set(headers)] };
}
