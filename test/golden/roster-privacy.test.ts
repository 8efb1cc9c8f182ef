import { checked, cleanSheets, identity } from '../unit/checks/roster/shapes';
import { outsideListFindings } from '../../src/checks/roster/outside-list';
import { evaluate } from '../../src/evaluate';
import { Grid } from '../../src/model/grid';
import type { CellValue, WorkbookSource } from '../../src/model/grid';

const PLANTED = 500;

/** Five hundred children, each wrong in one way or another. */
function plantedRows(): { rows: CellValue[][]; secrets: string[] } {
  const secrets: string[] = [];
  const rows = Array.from({ length: PLANTED }, (_, at): CellValue[] => {
    const right = identity(20120101 + (at % 28), at);
    const number =
      at % 3 === 0 ? right.slice(0, 17) + (right.endsWith('1') ? '2' : '1') : at % 5 === 0 ? right.slice(0, 17) : right;
    const account = `6217${String(at % 100).padStart(12, '0')}`;
    secrets.push(number, account, `甄某童${at}号`);
    return [at + 1, '青山镇', `甄某童${at}号`, number, account, 1350, 12, at % 7 === 0 ? 100 : 16200];
  });
  return {
    rows: [
      ['2023年孤儿基本生活费发放花名册'],
      ['编报单位：白云区民政局', null, null, null, null, null, null, '单位：元'],
      ['序号', '所在乡镇', '儿童姓名', '儿童身份证号码', '银行账号', '保障标准', '发放月数', '发放金额'],
      ...rows,
      ['合计', null, null, null, null, null, null, 1],
    ],
    secrets,
  };
}

function sourceOf(grid: Grid): WorkbookSource {
  return {
    describe: () => Promise.resolve([grid.description]),
    read: ({ fromRow, toRow }) =>
      Promise.resolve({ firstRow: fromRow, rows: (grid.blocks[0]?.rows ?? []).slice(fromRow, toRow) }),
    columnFormats: () => Promise.resolve([]),
    formulas: () => Promise.resolve(new Map()),
  };
}

test('of 500 planted persons no number, account or name stands in what is said about them', () => {
  const { rows, secrets } = plantedRows();
  const { rosters, findings } = checked({ ...cleanSheets(), 名单: rows });
  const listed = outsideListFindings(rosters, { name: '死亡人员', numbers: secrets });
  const said = JSON.stringify([findings, listed]);
  expect(findings.length).toBeGreaterThan(200);
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});

test('nor anywhere in the evaluation of their workbook, its sheets and its report', async () => {
  const { rows, secrets } = plantedRows();
  const steps: string[] = [];
  const running = evaluate(sourceOf(Grid.ofRows('名单', rows)), { last: 'report' });
  let slice = await running.next();
  for (; !slice.done; slice = await running.next()) steps.push(JSON.stringify(slice.value));
  const evaluation = slice.value;
  expect(evaluation.tables.map(({ kind }) => kind)).toEqual(['subsidy/roster']);
  const maps = (_key: string, value: unknown): unknown =>
    value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
  const written = steps.join('\n') + JSON.stringify(evaluation, maps);
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});
