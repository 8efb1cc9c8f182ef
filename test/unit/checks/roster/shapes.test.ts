import { checked, cleanSheets } from './shapes';

test('six shapes are read to the last person', () => {
  const { rosters } = checked(cleanSheets());
  const persons = rosters.map(({ sheet, lines }) => [
    sheet,
    lines.length,
    lines.flatMap((line) => line.persons).length,
  ]);
  expect(persons).toEqual([
    ['Sheet2', 6, 12],
    ['孤儿', 6, 6],
    ['高龄', 4, 4],
    ['两补', 4, 4],
    ['城市低保', 6, 6],
    ['特困', 4, 4],
  ]);
});

test('clean rosters give no finding but the unknown area, which is a hint', () => {
  const { findings } = checked(cleanSheets());
  expect(
    findings.filter(({ rule }) => rule !== 'roster.identity.area').map(({ rule, message }) => [rule, message]),
  ).toEqual([]);
  expect(new Set(findings.map((one) => one.class))).toEqual(new Set(['hint']));
});

test('households of a roster of persons are told by their head', () => {
  const urban = checked(cleanSheets()).rosters.find(({ sheet }) => sheet === '城市低保');
  expect(new Set(urban?.lines.map(({ household }) => household)).size).toBe(3);
});
