import { outsideListFindings } from '../../../../src/checks/roster/outside-list';
import { checkRostersInSlices } from '../../../../src/checks/roster/check';
import { formSets } from '../../../../src/facts/sets';
import { rostersOf } from '../../../../src/facts/roster/read';
import { Grid } from '../../../../src/model/grid';
import { atOnce } from '../../../../src/model/slices';
import { recognise } from '../../../../src/tables/recognise';
import { checked, identity, orphans } from './shapes';

/** What is said about the orphans' roster beside a summary of the year. */
function beside(title: string, persons: number, amount: number): (readonly [string, string])[] {
  const grids = [
    Grid.ofRows('孤儿', orphans()),
    Grid.ofRows('汇总', [
      [title],
      ['编制单位：白云区民政局', null, null, '单位：元'],
      ['序号', '补贴项目', '人数', '金额'],
      [1, '孤儿基本生活费', persons, amount],
      [2, '临时救助', 10, 8000],
      // Of orphans too, and not what the roster pays.
      [3, '孤儿助学', 2, 5000],
      ['合计', null, persons + 12, amount + 13000],
    ]),
  ];
  const { tables } = recognise(grids);
  const findings = atOnce(checkRostersInSlices(rostersOf(grids, tables), formSets(tables)));
  return findings.filter(({ rule }) => rule.startsWith('roster.summary')).map((one) => [one.rule, one.class] as const);
}

test('a roster that ties to its summary says nothing', () => {
  expect(beside('2023年补贴资金发放汇总表', 6, 82350)).toEqual([]);
});

test('equal persons and other money is a fault', () => {
  expect(beside('2023年补贴资金发放汇总表', 6, 83350)).toEqual([['roster.summary', 'must']]);
});

test('other persons too: a list may be missing, so it is asked', () => {
  expect(beside('2023年补贴资金发放汇总表', 9, 120350)).toEqual([['roster.summary.partial', 'explain']]);
});

test('periods that differ are not compared', () => {
  expect(beside('2023年1-10月补贴资金发放汇总表', 6, 70000)).toEqual([]);
});

test('an outside list finds a person by number, however it is written', () => {
  const { rosters } = checked({ 孤儿: orphans() });
  const numbers = [` ${identity(20120412, 2)}`, identity(19500101, 9), '某某', null];
  const found = outsideListFindings(rosters, { name: '死亡人员', numbers });
  expect(found.map(({ cells }) => cells)).toEqual([['孤儿!D7']]);
});
