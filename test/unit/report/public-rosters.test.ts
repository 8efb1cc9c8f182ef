import { rostersOf } from '../../../src/facts/roster/read';
import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import { checkCharacter } from '../../../src/model/roster-identity';
import { publicRosters } from '../../../src/report/public-rosters';
import { recognise } from '../../../src/tables/recognise';

const identity = (front: string): string => `${front}${checkCharacter(front)}`;
const ADULT = identity('36049919700101001');
const CHILD = identity('36049920150303002');
const HEADER = ['序号', '乡镇', '村', '姓名', '身份证号', '银行账号', '标准', '月数', '金额', '备注'];

function published(title: string, ...persons: CellValue[][]): string {
  const rows = [
    [title],
    ['单位名称：云岭县民政局', null, '2023年度', null, null, null, null, null, '单位：元'],
    HEADER,
  ];
  const grid = Grid.ofRows('花名册', [...rows, ...persons]);
  const rosters = rostersOf([grid], recognise([grid]).tables);
  expect(rosters).toHaveLength(1);
  return JSON.stringify(publicRosters(rosters, '云岭县民政局'));
}

it('names the household with its place and money, without numbers of identity and accounts', () => {
  const shown = published(
    '高龄津贴发放花名册',
    [1, '东山镇', '上坊村', '陈守田', ADULT, '6228480000000000017', 50, 12, 600, '电话13900000000'],
    [2, '东山镇', '上坊村', `吴长根${ADULT}`, ADULT, '6228480000000000025', 50, 12, 600, null],
  );
  for (const word of ['陈守田', '吴长根', '东山镇', '上坊村', '高龄津贴发放公示名单']) expect(shown).toContain(word);
  expect(shown).not.toMatch(/\d{11}/);
});

it('does not name a minor who stands for a household', () => {
  const shown = published('特困人员发放花名册', [1, '东山镇', '上坊村', '小宝', CHILD, '622848', 800, 12, 9600, null]);
  expect(shown).not.toContain('小宝');
  expect(shown).toContain('（未成年人）');
});

it('leaves programmes for children out altogether', () => {
  expect(published('孤儿基本生活费发放花名册', [1, '东山镇', '上坊村', '小宝', CHILD, '', 1300, 12, 15600, null])).toBe(
    '[]',
  );
});
