import { numberedColumns } from '../../../src/tables/numbered';

test('a column that repeats is written out with numbers and numerals', () => {
  const columns = numberedColumns([
    { name: '序号', role: 'code', headers: ['序号'] },
    { name: '#月', role: 'amount', headers: ['#月', '合计'], repeat: 12 },
  ]);
  expect(columns.map(({ name }) => name).slice(0, 3)).toEqual(['序号', '1月', '2月']);
  expect(columns[12]?.headers).toEqual(['12月', '十二月', '合计']);
});
