import { bareTitle, looksLikeTitle, matchTitle } from '../../../src/tables/title';

describe('a title without what changes from table to table', () => {
  test.each([
    ['2023年度收入支出决算总表', '收入支出决算总表'],
    ['二〇二三年度支出决算表', '支出决算表'],
    ['公开03表  支出决算表', '支出决算表'],
    ['附件2：部门整体支出绩效目标表', '部门整体支出绩效目标表'],
    ['附表1-2 支出预算表', '支出预算表'],
    ['三、一般公共预算支出表', '一般公共预算支出表'],
    ['支出决算表（试行）', '支出决算表'],
    ['2023年1-10月高龄津贴发放表', '高龄津贴发放表'],
    ['2023年10月份临时救助发放表', '临时救助发放表'],
    ['10月临时救助发放表', '临时救助发放表'],
    ['二〇二三年第四季度高龄津贴发放表', '高龄津贴发放表'],
    ['2023年上半年孤儿基本生活费发放表', '孤儿基本生活费发放表'],
    ['收 入 支 出 决 算 总 表', '收入支出决算总表'],
  ])('%s', (text, bare) => {
    expect(bareTitle(text)).toBe(bare);
  });
});

describe('the kind a title names', () => {
  test.each([
    ['收入支出决算总表', 'final/income-expenditure-summary'],
    ['财政拨款收入支出决算总表', 'final/appropriation-summary'],
    ['庐山市民政局2023年度支出决算表', 'final/expenditure'],
    ['公开03表 支出决算表', 'final/expenditure'],
    ['一般公共预算财政拨款支出决算表', 'final/general-budget-expenditure'],
    ['部门整体支出绩效目标申报表', 'budget/department-goals'],
    ['项目支出绩效自评表', 'project/indicators'],
    ['望川县2022年度部门预算项目支出绩效自评表', 'project/indicators'],
    ['部门整体支出绩效自评表（2023年度）', 'department/indicators'],
    ['固定资产情况表', 'unit/fixed-assets'],
    ['横塘镇2023年第四季度高龄津贴发放花名册', 'subsidy/roster'],
  ])('%s is %s', (text, kind) => {
    expect(matchTitle(text)[0]?.kind.id).toBe(kind);
  });

  test('a full title of a pack is as sure as can be', () => {
    expect(matchTitle('2023年度支出决算表')[0]?.strength).toBe(100);
    expect(matchTitle('望川县民政局本级支出决算表')[0]?.strength).toBe(100);
  });

  test('a longer title hides the shorter one it contains', () => {
    expect(matchTitle('财政拨款收入支出决算总表').map((match) => match.kind.id)).not.toContain(
      'final/income-expenditure-summary',
    );
  });

  test('what stands beside the title is given back: the programme', () => {
    expect(matchTitle('2023年10月农村低保发放花名册')[0]?.rest).toBe('农村低保');
  });

  test.each([
    ['说明：支出决算表的数据取自决算系统。'],
    ['支出'],
    ['一般公共预算财政拨款'],
    ['国有资本经营预算支出'],
    [`${'很长的说明'.repeat(15)}表`],
  ])('%s names none', (text) => {
    expect(matchTitle(text)).toEqual([]);
  });
});

describe('where a new table may begin', () => {
  test.each([['支出决算表'], ['某某情况登记表'], ['特困人员供养花名册'], ['银行存款日记账']])('%s', (text) => {
    expect(looksLikeTitle(text)).toBe(true);
  });

  test.each([
    ['公开03表'],
    ['财决01表'],
    ['附表2'],
    ['附件一'],
    ['单位：万元'],
    ['编制单位：望川县民政局'],
    ['注：见下表'],
    ['合计'],
  ])('%s is no title', (text) => {
    expect(looksLikeTitle(text)).toBe(false);
  });
});
