import { areaAddress } from '../../../src/model/address';
import type { Grid } from '../../../src/model/grid';
import { Decimal } from '../../../src/model/decimal';
import { listedProgrammes } from '../../../src/report/programmes';
import { subsidySheet } from '../../../src/report/subsidy-sheet';
import type { ChartModel } from '../../../src/sheet/sheet';
import type { Row } from './small-report';
import { ABOUT, reportOn, sheet, shownRows } from './small-report';

interface Subsidies {
  readonly rows: readonly (readonly string[])[];
  readonly chart: ChartModel | undefined;
}

/** The sheet with what a ledger paid, in 万元 by programme. */
function booked(paid: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const { set, paper } = reportOn(PAID);
  const model = subsidySheet(listedProgrammes(set), paper, ABOUT, ({ name }) =>
    paid[name] === undefined ? null : Decimal.of(paid[name]),
  );
  return shownRows(model, paper).slice(3);
}

function subsidies(...grids: readonly Grid[]): Subsidies {
  const { set, paper } = reportOn(...grids);
  const model = subsidySheet(listedProgrammes(set), paper, ABOUT);
  return { rows: shownRows(model, paper).slice(3), chart: model.charts[0] };
}

const LISTED: Row = ['序号', '补贴项目', '户数', '人数', '标准（元）', '月数', '金额', '备注'];
const TOWNSHIPS: Row = ['乡镇', '户数', '人数', '金额'];

const YEAR = sheet(
  '2023年度补贴资金发放汇总表',
  '万元',
  LISTED,
  [1, '城乡低保', 100, 250, 600, 12, 80.5, '按月发放'],
  [2, '高龄津贴', null, 30, 50.5, 12, 3.6, null],
);
/** Written to 0.1 万元. */
const PAID = sheet(
  '2023年度补贴资金发放汇总表',
  '万元',
  ['序号', '补贴项目', '户数', '人数', '金额', '备注'],
  [1, '城乡低保', 100, 250, 80.5, null],
  [2, '高龄津贴', null, 30, 3.6, null],
);
const OCTOBER = sheet(
  '2023年临时救助资金发放汇总表（截至2023年10月）',
  '元',
  TOWNSHIPS,
  ['白鹿镇', 10, 20, 30000],
  ['温泉镇', 5, 9, 15000],
  ['合计', 15, 29, 45000],
);
const JUNE = sheet(
  '2023年特困供养资金发放汇总表（截至2023年6月）',
  '万元',
  TOWNSHIPS,
  ['白鹿镇', 1, 2, 3],
  ['温泉镇', 4, 5, 6],
);

describe('a programme', () => {
  it('stands in one row: counts and standard as they are, money in 万元, all live', () => {
    expect(subsidies(YEAR).rows[0]).toEqual([
      '城乡低保',
      '=〔2023补贴资金发放汇总表!C4〕 → 100',
      '=〔2023补贴资金发放汇总表!D4〕 → 250',
      '=〔2023补贴资金发放汇总表!E4〕*10000 → 600',
      '=〔2023补贴资金发放汇总表!F4〕 → 12',
      '=〔2023补贴资金发放汇总表!G4万元〕 → 80.5',
      '2023年',
      '按月发放',
      `=HYPERLINK("#'2023补贴资金发放汇总表'!G4","2023补贴资金发放汇总表!G4") → "2023补贴资金发放汇总表!G4"`,
    ]);
  });

  it('leaves blank what its table leaves blank', () => {
    expect(subsidies(YEAR).rows[1]?.slice(0, 2)).toEqual(['高龄津贴', '']);
  });

  it('of townships is taken from their total, in 元 converted by the working paper', () => {
    const source = '2023临时救助资金发放汇总表（截至2023年10月）';
    expect(subsidies(OCTOBER).rows[0]?.slice(0, 7)).toEqual([
      '临时救助',
      `=〔${source}!B6〕 → 15`,
      `=〔${source}!C6〕 → 29`,
      ...['', ''],
      `=〔${source}!D6万元〕 → 4.5`,
      '截至2023年10月',
    ]);
  });

  it('without a total adds its townships up', () => {
    const source = '2023特困供养资金发放汇总表（截至2023年6月）';
    expect(subsidies(JUNE).rows[0]?.[5]).toBe(`=SUM(〔${source}!D4万元〕,〔${source}!D5万元〕) → 9`);
  });

  it('whose table states no unit of money has no amount, says so, and is not added up', () => {
    const unknown = sheet(
      '2023年城乡低保资金发放汇总表',
      null,
      TOWNSHIPS,
      ['白鹿镇', 10, 20, 30000],
      ['温泉镇', 5, 9, 15000],
    );
    const { rows } = subsidies(YEAR, unknown);
    expect(rows[2]?.slice(1, 6).map((cell) => cell.split(' → ')[1] ?? cell)).toEqual([
      '15',
      '29',
      '',
      '',
      '没有写金额单位',
    ]);
    expect(rows[3]?.[5]).toBe('=SUM(F5:F7) → 84.1');
  });
});

describe('a standard', () => {
  const standard = (unit: string, header: string): string | undefined =>
    subsidies(
      sheet(
        '2023年度补贴资金发放汇总表',
        unit,
        ['补贴项目', '人数', header, '金额'],
        ['低保', 9, 600, 5],
        ['高龄', 8, 50, 4],
      ),
    ).rows[0]?.[3];

  it('is in 元 where its column says what it is in', () => {
    expect(standard('万元', '标准（元）')).toMatch(/C4〕\*10000 → 600$/);
    expect(standard('元', '标准（元）')).toMatch(/C4〕 → 600$/);
  });

  it('stands as it is written where it does not: it is seldom in 万元', () => {
    expect(standard('万元', '标准')).toMatch(/C4〕 → 600$/);
    expect(standard('元', '标准')).toMatch(/C4〕 → 600$/);
  });
});

describe('figures of several cut-off dates', () => {
  const { rows, chart } = subsidies(OCTOBER, YEAR, JUNE);

  it('are listed and added up date by date, and never together', () => {
    expect(rows.slice(0, 7).map((row) => [row[0], row[5]?.replace(/〔.*〕/, '…'), row[6]])).toEqual([
      ['临时救助', '=… → 4.5', '截至2023年10月'],
      ['小计', '=SUM(F5:F5) → 4.5', '截至2023年10月'],
      ['城乡低保', '=… → 80.5', '2023年'],
      ['高龄津贴', '=… → 3.6', '2023年'],
      ['小计', '=SUM(F7:F8) → 84.1', '2023年'],
      ['特困供养', '=SUM(…) → 9', '截至2023年6月'],
      ['小计', '=SUM(F10:F10) → 9', '截至2023年6月'],
    ]);
    expect(rows[7]?.[0]).toMatch(/^注：.*截至日期不同的数不相加/);
  });

  it('are drawn for the period with most money, without its subtotal', () => {
    expect(chart?.title).toBe('补贴发放金额（2023年）');
    expect(chart && areaAddress(chart.categories.area)).toBe('A7:A8');
    expect(chart?.categories.values).toEqual(['城乡低保', '高龄津贴']);
    const series = chart?.series.map(({ name, numbers }) => [
      name.row,
      name.column,
      name.text,
      areaAddress(numbers.area),
    ]);
    expect(series).toEqual([[3, 5, '金额（万元）', 'F7:F8']]);
    expect(chart?.series[0]?.numbers.values.map(String)).toEqual(['80.5', '3.6']);
  });

  it('name the cut-off in the title of the chart', () => {
    expect(subsidies(JUNE).chart?.title).toBe('补贴发放金额（截至2023年6月）');
  });

  it('without a date ask for it, and are added to nothing else', () => {
    const open = sheet(
      '2023年城乡低保资金发放汇总表（截至印发时）',
      '万元',
      TOWNSHIPS,
      ['白鹿镇', 10, 20, 3],
      ['温泉镇', 5, 9, 1],
    );
    const { rows: own, chart: drawn } = subsidies(open, YEAR);
    expect(own.slice(0, 2).map((row) => [row[0], row[6]])).toEqual([
      ['城乡低保', '【待填：截至日期】'],
      ['小计', '【待填：截至日期】'],
    ]);
    expect(own[4]?.[5]).toBe('=SUM(F7:F8) → 84.1');
    expect(drawn?.title).toBe('补贴发放金额（2023年）');
    expect(subsidies(open).chart?.title).toBe('补贴发放金额（【待填：截至日期】）');
  });
});

it('a workbook without programmes says 无 and draws nothing', () => {
  const { rows, chart } = subsidies();
  expect([rows[0], chart]).toEqual([['无'], undefined]);
});

describe('what the ledger paid', () => {
  const shown = (row: readonly string[] | undefined): string[] =>
    (row ?? []).slice(5, 9).map((cell) => cell.split(' → ')[1] ?? cell);

  it('stands beside the summary, with the difference and the verdict', () => {
    const [same, none] = booked({ 城乡低保: '80.5' });
    expect(shown(same)).toEqual(['80.5', '80.5', '0', '"相符"']);
    expect(shown(none)).toEqual(['3.6', '', '', '']);
  });

  it('may differ by what the summary was rounded; more is a difference', () => {
    expect(shown(booked({ 城乡低保: '80.52' })[0])).toEqual(['80.5', '80.52', '-0.02', '"尾差"']);
    expect(shown(booked({ 城乡低保: '78.5' })[0])).toEqual(['80.5', '78.5', '2', '"不符"']);
    expect(booked({ 城乡低保: '78.5' })[0]?.[7]).toBe('=ROUND(F5-G5,6) → 2');
  });

  it('takes no columns where no entry names a programme', () => {
    expect(booked({})[0]).toHaveLength(9);
    expect(booked({ 城乡低保: '80.5' })[0]).toHaveLength(12);
  });
});
