import { toJson } from '../../src/cli/json';
import type { Evaluation } from '../../src/evaluate';
import type { Check } from '../../src/model/check';
import { addSheet, judgeFile, removeSheets, sampleBytes } from '../support/sample';
import type { LedgerRow } from '../support/ledger-books';
import { ledgerBooks } from '../support/ledger-books';

/** 庐山市民政局 2023, as published, in 分: what its books must have moved. */
const YEAR = { income: 1_800_000_000, basic: 37_860_0000, project: 1_753_924_0000 };

const isLedger = ({ id }: Check): boolean => id.startsWith('ledger.');

async function judged(
  change: (entries: LedgerRow[]) => LedgerRow[] = (rows) => rows,
  vouchers = 1,
): Promise<Evaluation> {
  const income = await incomeOfSample();
  const books = ledgerBooks('庐山市民政局', 2023, { ...YEAR, income }, vouchers);
  const bytes = sampleBytes((book) => {
    removeSheets(book, '科目余额表', '序时账');
    addSheet(book, '余额表', books.balance);
    addSheet(book, '序时账', change([...books.entries]));
  });
  return (await judgeFile(bytes, { last: 'report', date: '2024年4月20日' })).evaluation;
}

/** 本年收入合计 of the sample, in 分. */
async function incomeOfSample(): Promise<number> {
  const { evaluation } = await judgeFile(sampleBytes(), { last: 'checks' });
  const figure = evaluation.facts?.find(({ name }) => name === '本年收入合计')?.figure;
  return Number(figure?.value?.shift(2).toString());
}

function problems({ checks }: Evaluation): string[] {
  return (checks ?? []).filter((one) => isLedger(one) && one.status !== 'holds').map(({ key }) => key);
}

test('books that bear the final accounts give no finding; what was tied is listed on 自评_账表核对', async () => {
  const evaluation = await judged();
  expect(problems(evaluation)).toEqual([]);
  expect(evaluation.findings.filter(({ rule }) => rule.startsWith('ledger.'))).toEqual([]);
  const ids = new Set((evaluation.checks ?? []).filter(isLedger).map(({ id }) => id));
  expect([...ids].sort()).toEqual([
    'ledger.balance.book',
    'ledger.balance.line',
    'ledger.balance.parent',
    'ledger.balance.result',
    'ledger.entries.account',
    'ledger.entries.voucher',
    'ledger.tie.expenditure',
    'ledger.tie.expenditure-basic',
    'ledger.tie.expenditure-project',
    'ledger.tie.income',
  ]);
  expect(evaluation.report?.written).toContain('自评_账表核对');
  expect(evaluation.report?.written).toHaveLength(12);
});

test('a payment entered twice is named with both its rows, on the sheet and in the JSON', async () => {
  const evaluation = await judged((rows) => {
    const voucher = rows.filter((row) => row[1] === '记-0003' && String(row[0]).startsWith('2023-05'));
    const again = voucher.map((row) => row.map((cell, at) => (at === 1 ? '记-0004' : cell)));
    const next = rows.findIndex((row) => String(row[0]).startsWith('2023-06'));
    return [...rows.slice(0, next), ...again, ...rows.slice(next)];
  });
  expect(problems(evaluation)).toEqual([
    'ledger.entries.account|2023|余额表|序时账|710102|debit',
    'ledger.entries.account|2023|余额表|序时账|8001|credit',
  ]);
  const { checks } = toJson(evaluation, []) as {
    checks: { key: string; explainedBy: { cells: string[]; text: string }[] }[];
  };
  const [first] = checks.filter(({ key }) => key.endsWith('|710102|debit'));
  expect(first?.explainedBy[0]?.text).toContain('5月记-3（第32行）与5月记-4（第34行）的分录完全相同，可能重复记账');
  expect(first?.explainedBy[0]?.cells).toContain('序时账!A32:H32');
  const sheet = evaluation.report?.plan.sheets.find(({ model }) => model.name === '自评_账表核对');
  expect(JSON.stringify(sheet?.model.rows)).toContain('可能重复记账');
});

test('a ledger too long to be held is read block by block and gives the same', async () => {
  const evaluation = await judged((rows) => rows, 300);
  const entries = evaluation.tables.find(({ kind }) => kind === 'ledger/entries');
  expect(entries?.rowCount).toBeGreaterThan(20_000);
  expect(problems(evaluation)).toEqual([]);
});

test('the year before in the same ledger is no gap: it is left out, and one hint says so', async () => {
  const HEAD = 3;
  const evaluation = await judged((rows) => {
    const before = rows.slice(HEAD).map((row) => [String(row[0]).replace('2023', '2022'), ...row.slice(1)]);
    return [...rows.slice(0, HEAD), ...before, ...rows.slice(HEAD)];
  });
  expect(problems(evaluation)).toEqual([]);
  const said = evaluation.findings.filter(({ rule }) => rule.startsWith('ledger.'));
  expect(said.map(({ rule, class: of }) => [rule, of])).toEqual([['ledger.entries.other-years', 'hint']]);
  expect(said[0]?.message).toContain('只核对了2023年的分录；另有2022年');
});
