import { page, paragraphsOf, reportOn, said } from './small-office';

const HEADER = ['序号', '补贴项目', '户数', '人数', '金额', '备注'];

describe('programme sentences', () => {
  it.each([
    [[100, 250, 80.5, null], '2023年，城乡低保惠及100户、250人，发放资金80.50万元。'],
    [[null, 250, 80.5, null], '2023年，城乡低保惠及250人，发放资金80.50万元。'],
    [[100, null, 80.5, null], '2023年，城乡低保惠及100户，发放资金80.50万元。'],
    [[null, null, 80.5, null], '2023年，城乡低保发放资金80.50万元。'],
    [[100, 250, null, null], '2023年，城乡低保惠及100户、250人，发放资金【待填：城乡低保金额】万元。'],
  ])('say what the row states: %j', (cells, text) => {
    const sheet = page('2023年补贴资金发放汇总表', '万元', HEADER, [[1, '城乡低保', ...cells]]);
    expect(said('programmes', [sheet])).toEqual([text]);
  });

  it('give the cut-off of a table up to a month, each paragraph by itself', () => {
    const sheet = page('2023年补贴资金发放汇总表（截至2023年10月）', '万元', HEADER, [
      [1, '城乡低保', 100, 250, 80.5, null],
      [2, '高龄津贴', null, 30, 3.6, null],
    ]);
    expect(said('programmes', [sheet])).toEqual([
      '截至2023年10月，城乡低保惠及100户、250人，发放资金80.50万元。',
      '截至2023年10月，高龄津贴惠及30人，发放资金3.60万元。',
    ]);
  });

  it('ask for the cut-off where a remark says there is one and not which', () => {
    const sheet = page('2023年救助资金发放汇总表', '万元', HEADER, [[1, '医疗救助', null, 212, 46.95, '截至印发时']]);
    expect(said('programmes', [sheet])).toEqual(['【待填：医疗救助截至日期】，医疗救助惠及212人，发放资金46.95万元。']);
  });

  it('count 临时救助 in 人次', () => {
    const sheet = page('2023年救助资金发放汇总表', '元', HEADER, [[1, '临时救助', null, 212, 469500, null]]);
    expect(said('programmes', [sheet])).toEqual(['2023年，临时救助惠及212人次，发放资金46.95万元。']);
  });

  it('add up townships of a programme the table is about, without its subtotals', () => {
    const sheet = page(
      '2023年城乡低保资金发放汇总表',
      '万元',
      ['乡镇', '户数', '人数', '金额'],
      [
        ['白鹿镇', 10, 20, 3],
        ['温泉镇', 5, 9, 1.5],
        ['北片乡镇合计', 15, 29, 4.5],
      ],
    );
    expect(said('programmes', [sheet])[0]).toContain('惠及15户、29人，发放资金4.50万元。');
  });

  it('take the total where the table has one', () => {
    const sheet = page(
      '2023年城乡低保资金发放汇总表',
      '万元',
      ['乡镇', '户数', '人数', '金额'],
      [
        ['白鹿镇', 10, 20, 3],
        ['温泉镇', 5, 9, 1.5],
        ['合计', 15, 29, 4.5],
      ],
    );
    expect(said('programmes', [sheet])[0]).toContain('惠及15户、29人，发放资金4.50万元。');
  });

  it('add months in money only: a household paid twice is one household', () => {
    const sheet = page(
      '2023年补贴资金发放汇总表',
      '万元',
      ['序号', '补贴项目', '月份', '户数', '人数', '金额'],
      [
        [1, '城乡低保', '1月', 10, 20, 3],
        [2, '城乡低保', '2月', 10, 20, 3.1],
      ],
    );
    expect(said('programmes', [sheet])).toEqual(['2023年，城乡低保发放资金6.10万元。']);
  });

  it('ask for all of it without a table', () => {
    expect(said('programmes', [])).toEqual(['各项补贴、救助的发放情况：【待填：补贴发放情况】。']);
  });

  it('never read a roster', () => {
    const roster = page(
      '2023年10月城乡低保花名册',
      '元',
      ['序号', '户主姓名', '身份证号', '保障人数', '金额'],
      [
        [1, '王小明', '360427198001011234', 3, 900],
        [2, '李小红', '360427198202021234', 2, 600],
      ],
    );
    const report = reportOn('programmes', [roster]);
    expect(JSON.stringify(paragraphsOf(report))).not.toMatch(/王小明|李小红|3604/);
    expect(report.pending).toEqual(['补贴发放情况']);
  });
});

describe('sentences of the operation statistics', () => {
  const header = ['分类', '指标', '计量单位', '本期', '上年同期', '截至'];

  it.each([
    [['社会组织', '社会组织总数', '家', 175, 160, '2023年度'], '社会组织总数175家，比上年同期增加15家，增长9.38%'],
    [['社会组织', '社会组织总数', '家', 160, 175, '2023年度'], '社会组织总数160家，比上年同期减少15家，下降8.57%'],
    [['社会组织', '社会组织总数', '家', 175, 175, '2023年度'], '社会组织总数175家，比上年同期持平'],
    [['社会组织', '社会组织总数', '家', 175, null, '2023年度'], '社会组织总数175家'],
    [['社会组织', '社会组织总数', '家', 175, 0, '2023年度'], '社会组织总数175家'],
    [['养老服务', '护理型床位占比', '%', 58, 55.5, '2023年度'], '护理型床位占比58%，比上年同期提高2.5个百分点'],
    [['养老服务', '护理型床位占比', '%', 55.5, 58, '2023年度'], '护理型床位占比55.5%，比上年同期下降2.5个百分点'],
  ])('%j', (row, text) => {
    expect(said('operations', [page('2023年业务统计表', null, header, [row])])).toEqual([
      `${row[0]}方面：2023年，${text}。`,
    ]);
  });

  it('are said once where two sheets hold the same row', () => {
    const rows = [['社会救助', '低保退出', '户', 33, null, '2023年度']];
    const sheets = ['2023年业务统计表', '2023年民政业务统计表'].map((title) => page(title, null, header, rows));
    expect(said('operations', sheets)).toEqual(['社会救助方面：2023年，低保退出33户。']);
  });

  it('keep figures of different cut-offs apart and name each', () => {
    const sheet = page('2023年业务统计表', null, header, [
      ['社会救助', '新增低保对象', '人', 3, null, '2023年度'],
      ['社会救助', '流浪乞讨人员救助', '人', 7, null, '截至2023年10月'],
      ['社会救助', '低保退出', '户', 33, null, '2023年度'],
    ]);
    expect(said('operations', [sheet])).toEqual([
      '社会救助方面：2023年，新增低保对象3人；低保退出33户；截至2023年10月，流浪乞讨人员救助7人。',
    ]);
  });

  it('name the cut-off again where a paragraph goes on in the next', () => {
    const rows = Array.from({ length: 40 }, (_, at) => [
      '社会救助',
      `第${at + 1}类救助的困难群众`,
      '人',
      at + 1,
      null,
      '截至2023年10月',
    ]);
    const paragraphs = reportOn('operations', [page('2023年业务统计表', null, header, rows)]);
    const texts = said('operations', [page('2023年业务统计表', null, header, rows)]);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toMatch(/^社会救助方面：截至2023年10月，/);
    expect(paragraphsOf(paragraphs).map(({ id }) => id)).toEqual(
      texts.map((_, at) => `1/operations/社会救助${at === 0 ? '' : `/${at + 1}`}`),
    );
  });
});

describe('problems', () => {
  it('lists the gravest findings and points to the rest', () => {
    const findings = ['甲', '乙', '丙', '丁', '戊', '己'];
    expect(said('found', [], { findings })).toEqual([
      '（草稿，请核对修改）核对报表数据，发现：一是甲；二是乙；三是丙；四是丁；五是戊；其余见《自评_问题清单》。',
    ]);
  });

  it('never quotes numbers of persons or accounts', () => {
    expect(said('found', [], { findings: ['360427198001011234 重复发放'] }).join()).not.toContain('3604');
  });
});
