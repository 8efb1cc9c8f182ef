import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import { recognise } from '../../../src/tables/recognise';

/** Sheets that bureaus keep beside their tables, and that are none of them. */
const UNRELATED: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
  值班表: [
    ['10月值班表'],
    ['日期', '带班领导', '值班人员', '电话'],
    ['1日', '甲', '乙', '0792'],
    ['2日', '丙', '丁', '0792'],
  ],
  工资表: [
    ['2023年10月工资发放表'],
    ['序号', '姓名', '岗位工资', '津贴补贴', '绩效工资', '应发合计', '养老保险', '住房公积金', '实发工资'],
    [1, '甲', 3000, 1500, 2500, 7000, 560, 840, 5600],
    ['合计', null, 3000, 1500, 2500, 7000, 560, 840, 5600],
  ],
  合同台账: [
    ['合同管理台账'],
    ['序号', '合同名称', '对方单位', '合同金额（元）', '已付款', '经办人'],
    [1, '敬老院维修', '某公司', 120000, 80000, '甲'],
  ],
  银行流水: [
    ['账户明细'],
    ['交易日期', '摘要', '借方发生额', '贷方发生额', '余额', '对方户名'],
    ['2023-01-03', '转账', 100, null, 900, '某'],
  ],
  资产卡片: [
    ['固定资产卡片明细'],
    ['资产编号', '资产名称', '购置日期', '原值', '累计折旧', '净值', '使用部门'],
    ['A001', '电脑', '2020-01-01', 5000, 3000, 2000, '办公室'],
  ],
  食堂收支: [['食堂收支情况表'], ['月份', '收入', '支出', '结余'], ['1月', 100, 80, 20], ['合计', 100, 80, 20]],
  目录: [
    ['2023年度部门决算公开目录'],
    ['一、收入支出决算总表'],
    ['二、收入决算表'],
    ['三、支出决算表'],
    ['四、财政拨款收入支出决算总表'],
  ],
  支出决算明细表: [
    ['支出决算明细表'],
    ['编制单位：示例局', null, null, '金额单位：元'],
    ['科目编码', '科目名称', '合计', '工资福利支出', '基本工资', '津贴补贴', '商品和服务支出', '办公费'],
    ['208', '社会保障和就业支出', 100, 60, 40, 20, 40, 30],
  ],
};

describe('sheets that are no table of ours', () => {
  test.each(Object.entries(UNRELATED))('%s is unrecognised with a reason', (sheet, rows) => {
    const { tables, unrecognised } = recognise([Grid.ofRows(sheet, rows)]);
    expect(tables.map((table) => table.kind)).toEqual([]);
    expect(unrecognised).toEqual([{ sheet, reason: expect.stringMatching(/\S/) as string }]);
  });

  test('an empty sheet is said to be empty', () => {
    expect(recognise([Grid.ofRows('空白', [])]).unrecognised).toEqual([{ sheet: '空白', reason: '空工作表' }]);
  });

  test('a sheet of our own is neither a table nor unrecognised', () => {
    expect(recognise([Grid.ofRows('自评_取数', [['支出决算表']])])).toMatchObject({ tables: [], unrecognised: [] });
  });
});
