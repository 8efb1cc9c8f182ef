/**
 * The classification accounts the generated bureau uses: real codes and names of the government budget classification
 * (domain facts §3.4 and §3.5); the amounts under them are invented.
 */

/** Where the money of a line comes from. `own` is everything that is no appropriation. */
export type Source = 'general' | 'fund' | 'capital' | 'own';

/** Names of functional accounts: 3 digits 类, 5 款, 7 项. */
export const FUNCTION_NAMES: Readonly<Record<string, string>> = {
  '208': '社会保障和就业支出',
  '20802': '民政管理事务',
  '2080201': '行政运行',
  '2080202': '一般行政管理事务',
  '2080207': '行政区划和地名管理',
  '2080208': '基层政权建设和社区治理',
  '20805': '行政事业单位养老支出',
  '2080501': '行政单位离退休',
  '2080505': '机关事业单位基本养老保险缴费支出',
  '2080506': '机关事业单位职业年金缴费支出',
  '20810': '社会福利',
  '2081001': '儿童福利',
  '2081002': '老年福利',
  '2081004': '殡葬',
  '2081006': '养老服务',
  '20811': '残疾人事业',
  '2081107': '残疾人生活和护理补贴',
  '20819': '最低生活保障',
  '2081901': '城市最低生活保障金支出',
  '2081902': '农村最低生活保障金支出',
  '20820': '临时救助',
  '2082001': '临时救助支出',
  '2082002': '流浪乞讨人员救助支出',
  '20821': '特困人员救助供养',
  '2082102': '农村特困人员救助供养支出',
  '20899': '其他社会保障和就业支出',
  '2089999': '其他社会保障和就业支出',
  '210': '卫生健康支出',
  '21011': '行政事业单位医疗',
  '2101101': '行政单位医疗',
  '2101103': '公务员医疗补助',
  '213': '农林水支出',
  '21307': '农村综合改革',
  '2130705': '对村民委员会和村党支部的补助',
  '221': '住房保障支出',
  '22102': '住房改革支出',
  '2210201': '住房公积金',
  '223': '国有资本经营预算支出',
  '22301': '解决历史遗留问题及改革成本支出',
  '2230105': '国有企业退休人员社会化管理补助支出',
  '229': '其他支出',
  '22960': '彩票公益金安排的支出',
  '2296002': '用于社会福利的彩票公益金支出',
  '2296006': '用于残疾人事业的彩票公益金支出',
};

/** The 26 functional 类 in the order of the summary tables, by code. */
export const FUNCTION_CLASSES: readonly (readonly [code: string, label: string])[] = [
  ['201', '一般公共服务支出'],
  ['202', '外交支出'],
  ['203', '国防支出'],
  ['204', '公共安全支出'],
  ['205', '教育支出'],
  ['206', '科学技术支出'],
  ['207', '文化旅游体育与传媒支出'],
  ['208', '社会保障和就业支出'],
  ['210', '卫生健康支出'],
  ['211', '节能环保支出'],
  ['212', '城乡社区支出'],
  ['213', '农林水支出'],
  ['214', '交通运输支出'],
  ['215', '资源勘探工业信息等支出'],
  ['216', '商业服务业等支出'],
  ['217', '金融支出'],
  ['219', '援助其他地区支出'],
  ['220', '自然资源海洋气象等支出'],
  ['221', '住房保障支出'],
  ['222', '粮油物资储备支出'],
  ['223', '国有资本经营预算支出'],
  ['224', '灾害防治及应急管理支出'],
  ['229', '其他支出'],
  ['231', '债务还本支出'],
  ['232', '债务付息支出'],
  ['234', '抗疫特别国债安排的支出'],
];

/** A project line: its account, its source, the usual size in 万元 and the names of the projects under it. */
export interface ProjectLineSeed {
  readonly code: string;
  readonly source: Source;
  readonly size: number;
  readonly projects: readonly string[];
}

export const PROJECT_LINES: readonly ProjectLineSeed[] = [
  { code: '2080202', source: 'general', size: 60, projects: ['民政业务工作经费', '婚姻登记服务经费'] },
  { code: '2080207', source: 'general', size: 18, projects: ['行政区域界线联检经费'] },
  { code: '2080208', source: 'general', size: 90, projects: ['乡镇社会工作服务站建设'] },
  { code: '2081001', source: 'general', size: 190, projects: ['孤儿基本生活费', '事实无人抚养儿童基本生活补贴'] },
  { code: '2081002', source: 'general', size: 420, projects: ['高龄老人津贴'] },
  { code: '2081004', source: 'general', size: 150, projects: ['惠民殡葬补助'] },
  { code: '2081006', source: 'general', size: 380, projects: ['居家适老化改造', '养老机构运营补贴'] },
  { code: '2081006', source: 'own', size: 45, projects: ['社会福利院代养服务'] },
  { code: '2081107', source: 'general', size: 560, projects: ['残疾人两项补贴'] },
  { code: '2081901', source: 'general', size: 900, projects: ['城市居民最低生活保障'] },
  { code: '2081902', source: 'general', size: 4300, projects: ['农村居民最低生活保障'] },
  { code: '2082001', source: 'general', size: 80, projects: ['临时救助'] },
  { code: '2082002', source: 'general', size: 25, projects: ['流浪乞讨人员救助'] },
  { code: '2082102', source: 'general', size: 860, projects: ['农村特困人员救助供养'] },
  { code: '2089999', source: 'own', size: 30, projects: ['慈善救助'] },
  { code: '2130705', source: 'general', size: 22, projects: ['农村离任两老生活补助'] },
  { code: '2230105', source: 'capital', size: 12, projects: ['国企退休人员社会化管理补助'] },
  { code: '2296002', source: 'fund', size: 240, projects: ['福彩公益金养老服务设施建设', '福彩公益金儿童福利'] },
  { code: '2296006', source: 'fund', size: 35, projects: ['福彩公益金助残'] },
];

export type EconomicGroup = '人员经费' | '公用经费';

/** An economic account of 款 depth and its usual size in 万元; zero prints a row without amount. */
export interface EconomicSeed {
  readonly code: string;
  readonly name: string;
  readonly size: number;
}

export const ECONOMIC_CLASSES: readonly (readonly [code: string, name: string, group: EconomicGroup])[] = [
  ['301', '工资福利支出', '人员经费'],
  ['303', '对个人和家庭的补助', '人员经费'],
  ['302', '商品和服务支出', '公用经费'],
  ['310', '资本性支出', '公用经费'],
];

export const ECONOMIC_ITEMS: readonly EconomicSeed[] = [
  { code: '30101', name: '基本工资', size: 110 },
  { code: '30102', name: '津贴补贴', size: 70 },
  { code: '30103', name: '奖金', size: 45 },
  { code: '30106', name: '伙食补助费', size: 0 },
  { code: '30107', name: '绩效工资', size: 16 },
  { code: '30108', name: '机关事业单位基本养老保险缴费', size: 34 },
  { code: '30109', name: '职业年金缴费', size: 17 },
  { code: '30110', name: '职工基本医疗保险缴费', size: 14 },
  { code: '30111', name: '公务员医疗补助缴费', size: 6 },
  { code: '30112', name: '其他社会保障缴费', size: 2 },
  { code: '30113', name: '住房公积金', size: 26 },
  { code: '30199', name: '其他工资福利支出', size: 9 },
  { code: '30301', name: '离休费', size: 0 },
  { code: '30302', name: '退休费', size: 8 },
  { code: '30305', name: '生活补助', size: 3 },
  { code: '30201', name: '办公费', size: 9 },
  { code: '30202', name: '印刷费', size: 3 },
  { code: '30205', name: '水费', size: 1 },
  { code: '30206', name: '电费', size: 4 },
  { code: '30207', name: '邮电费', size: 2 },
  { code: '30211', name: '差旅费', size: 5 },
  { code: '30212', name: '因公出国（境）费用', size: 0 },
  { code: '30213', name: '维修（护）费', size: 3 },
  { code: '30216', name: '培训费', size: 2 },
  { code: '30217', name: '公务接待费', size: 3 },
  { code: '30226', name: '劳务费', size: 6 },
  { code: '30228', name: '工会经费', size: 5 },
  { code: '30231', name: '公务用车运行维护费', size: 4 },
  { code: '30239', name: '其他交通费用', size: 11 },
  { code: '30299', name: '其他商品和服务支出', size: 7 },
  { code: '31002', name: '办公设备购置', size: 4 },
  { code: '31013', name: '公务用车购置', size: 0 },
];

/** Economic accounts whose amount is the whole basic expenditure of a functional 项; the rest is 行政运行. */
export const BASIC_ACCOUNTS: readonly (readonly [functional: string, economic: string])[] = [
  ['2080501', '30302'],
  ['2080505', '30108'],
  ['2080506', '30109'],
  ['2101101', '30110'],
  ['2101103', '30111'],
  ['2210201', '30113'],
];
