import type { CellValue } from '../../../../src/model/grid';
import type { Entries, TrialBalance } from '../../../../src/model/ledger';
import { Grid } from '../../../../src/model/grid';
import type { Table } from '../../../../src/model/table';
import { EntryFolder } from '../../../../src/facts/ledger/fold-entries';
import { readTrialBalance } from '../../../../src/facts/ledger/trial-balance';
import { recognise } from '../../../../src/tables/recognise';

/** 日期 or 月, 凭证号, 摘要, 科目编码, 借方, 贷方 and, where given, 辅助核算. */
export type EntryLine = readonly CellValue[];

const COLUMNS = ['月', '凭证号', '摘要', '科目编码', '借方', '贷方', '辅助核算'];

/** Folds lines that stand below one header row, in blocks of so many rows. */
export function foldLines(lines: readonly EntryLine[], blockRows = 1000, account: string | null = null): Entries {
  const folder = new EntryFolder({
    sheet: '序时账',
    firstRow: 1,
    lastRow: lines.length,
    lastColumn: COLUMNS.length - 1,
    asOf: null,
    year: 2023,
    unit: '元',
    columns: new Map(COLUMNS.map((name, column) => [name, column])),
    account,
  });
  for (let at = 0; at < lines.length; at += blockRows) {
    folder.add({ firstRow: 1 + at, rows: lines.slice(at, at + blockRows) });
  }
  return folder.finish();
}

/** The one table a sheet is recognised as. */
export function tableOf(rows: readonly (readonly CellValue[])[], sheet = '科目余额表'): Table {
  const { tables, unrecognised } = recognise([Grid.ofRows(sheet, rows)], { unitName: '庐山市民政局', year: 2023 });
  const [table] = tables;
  if (!table) throw new Error(`no table recognised: ${unrecognised.map(({ reason }) => reason).join('; ')}`);
  return table;
}

/** The trial balance a sheet is read as. */
export function balanceOf(rows: readonly (readonly CellValue[])[]): TrialBalance {
  const balance = readTrialBalance(tableOf(rows));
  if (!balance) throw new Error('no trial balance');
  return balance;
}
