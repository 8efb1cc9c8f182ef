import { formatPlace } from '../../../src/model/address';
import type { Grid } from '../../../src/model/grid';
import { readParts } from '../../../src/narrative/report';
import { page, paragraphsOf, reportOn } from './small-office';

/** The names a paragraph quotes, each with the cell it is credited to. */
function namesIn(id: string, sheet: Grid): (readonly [string, string | null])[] {
  return paragraphsOf(reportOn(id, [sheet])).flatMap(({ parts }) =>
    [...readParts(parts)].flatMap((part) =>
      part.type === 'words' && part.name === '名称'
        ? [[part.text, part.place && formatPlace(part.place)] as const]
        : [],
    ),
  );
}

const SUMMARY = '2023年补贴资金发放汇总表';

describe('the name of a programme', () => {
  it('is the one beside its number, as it is written', () => {
    const sheet = page(
      SUMMARY,
      '万元',
      ['序号', '补贴项目', '人数', '金额'],
      [
        [1, '城乡低保', 250, 80.5],
        [2, '农村离任“两老”生活补助', 30, 3.6],
      ],
    );
    expect(namesIn('programmes', sheet)).toEqual([
      ['城乡低保', `${SUMMARY}!B4`],
      ['农村离任“两老”生活补助', `${SUMMARY}!B5`],
    ]);
  });

  it('of several rows is the one above them all, where it stands once', () => {
    const sheet = page(
      SUMMARY,
      '万元',
      ['序号', '补贴项目', '月份', '人数', '金额'],
      [
        [1, '城乡低保', '合计', 250, 12.2],
        [null, null, '1月', 250, 6],
        [null, null, '2月', 250, 6.2],
      ],
    );
    expect(namesIn('programmes', sheet)).toEqual([['城乡低保', `${SUMMARY}!B4`]]);
  });

  it('is credited to no cell where only the title of the table says it', () => {
    const sheet = page(
      '2023年城乡低保资金发放汇总表',
      '万元',
      ['乡镇', '户数', '人数', '金额'],
      [
        ['白鹿镇', 10, 20, 3],
        ['温泉镇', 5, 9, 1.5],
      ],
    );
    expect(namesIn('programmes', sheet)).toEqual([['城乡低保', null]]);
  });
});

describe('the name of a project', () => {
  const PROJECTS = '2023年项目支出情况表';

  it.each([
    ['农村离任“两老”生活补助', '农村离任“两老”生活补助'],
    ['3.高龄津贴、长寿补贴', '高龄津贴、长寿补贴'],
    ['　临时救助（县级）', '临时救助（县级）'],
  ])('%j is that of its cell, without what only numbers it or sets it in', (written, name) => {
    const sheet = page(PROJECTS, '万元', ['序号', '项目名称', '全年预算数', '全年执行数'], [[1, written, 20, 12.5]]);
    expect(namesIn('project-execution', sheet)).toEqual([[name, `${PROJECTS}!B4`]]);
  });
});
