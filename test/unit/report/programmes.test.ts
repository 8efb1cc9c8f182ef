import type { Grid } from '../../../src/model/grid';
import { formatPlace } from '../../../src/model/address';
import type { ListedProgramme } from '../../../src/report/programmes';
import { figuresOfProgrammes, listedProgrammes } from '../../../src/report/programmes';
import type { Row } from './small-report';
import { reportOn, sheet } from './small-report';

const LISTED: Row = ['序号', '补贴项目', '户数', '人数', '标准（元）', '月数', '金额', '备注'];
const TOWNSHIPS: Row = ['乡镇', '户数', '人数', '标准（元）', '金额'];

const programmes = (...grids: readonly Grid[]): ListedProgramme[] => listedProgrammes(reportOn(...grids).set);

/** A programme in words: its name, period and remark, and the cells each of its figures is added up from. */
function told({ name, period, remark, figures }: ListedProgramme): Record<string, string | null> {
  const cells = Object.entries(figures).map(([what, own]) => [
    what,
    own.map(({ place }) => place && formatPlace(place).replace(/^.*!/, '')).join(' '),
  ]);
  return { name, period, remark, ...(Object.fromEntries(cells) as Record<string, string>) };
}

describe('a table that lists programmes', () => {
  const listed = programmes(
    sheet(
      '2023年度补贴资金发放汇总表',
      '万元',
      LISTED,
      [1, '城乡低保', 100, 250, 600, 12, 80.5, '按月发放'],
      [2, '高龄津贴', null, 30, 50, 12, 3.6, null],
      ['合计', null, 100, 280, null, null, 84.1, null],
    ),
  );

  it('gives one for each, without its total', () => {
    expect(listed.map(told)).toEqual([
      {
        ...{ name: '城乡低保', period: '2023年', remark: '按月发放' },
        ...{ households: 'C4', persons: 'D4', standard: 'E4', months: 'F4', amount: 'G4' },
      },
      {
        ...{ name: '高龄津贴', period: '2023年', remark: '' },
        ...{ households: '', persons: 'D5', standard: 'E5', months: 'F5', amount: 'G5' },
      },
    ]);
  });

  it('adds up the townships of each, but never their standards and months', () => {
    const [low, old] = programmes(
      sheet(
        '2023年度补贴资金发放汇总表',
        '万元',
        ['乡镇', ...LISTED.slice(1)],
        ['白鹿镇', '城乡低保', 10, 20, 600, 12, 3, '按月发放'],
        ['温泉镇', '城乡低保', 5, 9, 600, 12, 1.5, '已核对'],
        ['白鹿镇', '高龄津贴', null, 3, 50, 12, 0.18, null],
      ),
    ).map(told);
    expect(low).toMatchObject({ households: 'C4 C5', persons: 'D4 D5', standard: '', months: '', amount: 'G4 G5' });
    expect(low?.['remark']).toBe('按月发放；已核对');
    expect(old).toMatchObject({ households: '', persons: 'D6', standard: 'E6', months: 'F6', amount: 'G6' });
  });
});

describe('a table of townships', () => {
  const rows: readonly Row[] = [
    ['白鹿镇', 10, 20, 600, 3],
    ['温泉镇', 5, 9, 600, 1.5],
  ];
  const title = '2023年城乡低保资金发放汇总表';

  it('is one programme, named by its title, taken from its total', () => {
    const [only, ...more] = programmes(sheet(title, '万元', TOWNSHIPS, ...rows, ['合计', 15, 29, null, 4.5])).map(told);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ name: '城乡低保', households: 'B6', persons: 'C6', standard: '', amount: 'E6' });
  });

  it('is added up where it has no total', () => {
    const [only] = programmes(sheet(title, '万元', TOWNSHIPS, ...rows)).map(told);
    expect(only).toMatchObject({ households: 'B4 B5', persons: 'C4 C5', standard: '', amount: 'E4 E5' });
  });

  it('keeps its cut-off, which tells it from the same programme of the year', () => {
    const upTo = sheet(`${title}（截至2023年10月）`, '万元', TOWNSHIPS, ...rows);
    const found = programmes(upTo, sheet(title, '万元', TOWNSHIPS, ...rows));
    expect(found.map(({ name, period }) => [name, period])).toEqual([
      ['城乡低保', '截至2023年10月'],
      ['城乡低保', '2023年'],
    ]);
  });

  test.each([
    ['（截至2023年9月30日）', '截至2023年9月30日'],
    ['（截止2023年11月）', '截至2023年11月'],
    ['（截至印发时）', null],
    ['', '2023年'],
  ])('whose title ends “%s” is up to %s', (cutOff, period) => {
    const [only] = programmes(sheet(`${title}${cutOff}`, '万元', TOWNSHIPS, ...rows));
    expect(only?.period).toBe(period);
  });
});

describe('no programme', () => {
  it('comes from a roster, or from a workbook without year', () => {
    const roster = sheet(
      '2023年10月城乡低保花名册',
      '元',
      ['序号', '户主姓名', '身份证号', '保障人数', '金额'],
      [1, '王小明', '360427198001011234', 3, 900],
      [2, '李小红', '360427198202021234', 2, 600],
    );
    expect(programmes(roster)).toEqual([]);
    expect(listedProgrammes(null)).toEqual([]);
  });
});

it('figures that are not stated are none: blank cells and words', () => {
  const [only] = programmes(
    sheet('2023年度补贴资金发放汇总表', '万元', LISTED, [1, '城乡低保', null, '待核', null, null, 80.5, null]),
  );
  expect(figuresOfProgrammes(only ? [only] : []).map(({ column }) => column)).toEqual(['金额']);
});
