import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from '../test/support/random';
import { ZipFile } from './xlsx-file';

const FOLDER = join(__dirname, '..', 'out', 'bench');
const SEED = 2023;
/** 2023-01-01 as a serial number. */
const NEW_YEAR = 44_927;
/** So many days of every month carry entries; the months begin 31 days apart, so that none runs into the next. */
const DAYS_A_MONTH = 20;
const MONTHS = 12;
const HEADER_ROWS = 3;
/** Closing entries at the end of the year: income, then spending of both kinds. */
const CLOSING = 5;
const DATE_STYLE = 1;
const MONEY_STYLE = 2;

type Cell = string | number | null;
type Fen = number;

const HEADER: readonly string[] = [
  '日期',
  '凭证号数',
  '摘要',
  '科目编码',
  '科目名称',
  '借方',
  '贷方',
  '功能分类',
  '经济分类',
  '支出性质',
  '项目',
  '资金性质',
];

const NAMES: Readonly<Record<string, string>> = {
  '6001': '财政拨款预算收入',
  '710101': '行政支出_基本支出',
  '710102': '行政支出_项目支出',
  '8001': '资金结存',
  '8101': '财政拨款结转',
};
const WORDS = ['办公费', '印刷费', '差旅费', '公务用车运行维护费', '孤儿基本生活费', '临时救助金', '老年人福利补贴'];
const PROJECTS = ['困难群众救助', '养老服务体系建设', '儿童福利', '残疾人两项补贴'];
const FUNCTIONS = ['2080201', '2081001', '2081002', '2081107', '2082001'];
const ECONOMIC = ['30201', '30202', '30211', '30231', '30305'];

/** Totals that the trial balance states. */
interface Totals {
  income: Fen;
  basic: Fen;
  project: Fen;
}

/** The path of a workbook with so many entries and the trial balance they tie to; written when it is not there yet. */
export async function ledgerWorkbook(entries: number): Promise<string> {
  const path = join(FOLDER, `ledger-${entries}.xlsx`);
  if (existsSync(path)) return path;
  await mkdir(FOLDER, { recursive: true });
  await writeLedgerWorkbook(`${path}.part`, entries);
  await rename(`${path}.part`, path);
  return path;
}

/**
 * Writes a workbook with a journal of so many entries × 12 columns and the trial balance they tie to; the same for the
 * same number. @param entries an odd number of at least 25: payments in pairs, and five closing entries
 */
export async function writeLedgerWorkbook(path: string, entries: number): Promise<void> {
  const texts = new SharedTexts();
  const totals: Totals = { income: 0, basic: 0, project: 0 };
  const zip = await ZipFile.create(path);
  for (const [name, text] of Object.entries(FRAME)) await zip.add(name, [text]);
  await zip.add('xl/worksheets/sheet2.xml', sheetXml(journalRows(entries, totals), texts));
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(balanceRows(totals), texts));
  await zip.add('xl/sharedStrings.xml', texts.xml());
  await zip.finish();
}

function* journalRows(entries: number, totals: Totals): Generator<readonly Cell[]> {
  yield ['序时账'];
  yield ['核算单位：示例县民政局', null, '2023年度', null, null, null, null, null, null, null, null, '单位：元'];
  yield HEADER;
  const random = new Random(SEED, `${entries}`);
  const payments = Math.floor((entries - CLOSING) / 2);
  const aMonth = Math.ceil(payments / MONTHS);
  let [month, number] = [0, 0];
  for (let at = 0; at < payments; at++) {
    if (at % aMonth === 0) [month, number] = [month + 1, 0];
    number += 1;
    yield* payment(month, number, random, totals);
  }
  yield* closing(number, totals);
}

function* payment(month: number, number: number, random: Random, totals: Totals): Generator<readonly Cell[]> {
  const day = NEW_YEAR + (month - 1) * 31 + (number % DAYS_A_MONTH);
  const name = `记-${String(number).padStart(4, '0')}`;
  const fen = random.whole(1, 5_000_000);
  const word = WORDS[number % WORDS.length] as string;
  const kind = random.whole(0, 9);
  const row = (account: string, summary: string, debit: Fen, credit: Fen, ...auxiliaries: Cell[]): readonly Cell[] => [
    day,
    name,
    summary,
    account,
    NAMES[account] as string,
    debit === 0 ? null : debit / 100,
    credit === 0 ? null : credit / 100,
    ...auxiliaries,
  ];
  if (kind === 0) {
    totals.income += fen;
    yield row('8001', '收到财政拨款', fen, 0, null, null, null, null, '一般公共预算');
    yield row('6001', '收到财政拨款', 0, fen, null, null, null, null, '一般公共预算');
    return;
  }
  const basic = kind < 5;
  if (basic) totals.basic += fen;
  else totals.project += fen;
  const summary = `支付${month}月第${number}号${word}`;
  const purpose = [FUNCTIONS[number % FUNCTIONS.length], ECONOMIC[number % ECONOMIC.length]] as string[];
  const project = basic ? null : (PROJECTS[number % PROJECTS.length] as string);
  const nature = basic ? '基本支出' : '项目支出';
  yield row(basic ? '710101' : '710102', summary, fen, 0, ...purpose, nature, project, '一般公共预算');
  yield row('8001', summary, 0, fen, ...purpose, nature, project, '一般公共预算');
}

function* closing(last: number, { income, basic, project }: Totals): Generator<readonly Cell[]> {
  const date = NEW_YEAR + 364;
  const line = (number: number, summary: string, account: string, debit: Fen, credit: Fen): readonly Cell[] => [
    date,
    `记-${String(number).padStart(4, '0')}`,
    summary,
    account,
    NAMES[account] as string,
    debit === 0 ? null : debit / 100,
    credit === 0 ? null : credit / 100,
  ];
  yield line(last + 1, '收入结转', '6001', income, 0);
  yield line(last + 1, '收入结转', '8101', 0, income);
  yield line(last + 2, '支出结转', '8101', basic + project, 0);
  yield line(last + 2, '支出结转', '710101', 0, basic);
  yield line(last + 2, '支出结转', '710102', 0, project);
}

function* balanceRows({ income, basic, project }: Totals): Generator<readonly Cell[]> {
  const spent = basic + project;
  const opening = spent;
  const line = (code: string, name: string, ...fen: Fen[]): readonly Cell[] => [
    code,
    name,
    ...fen.map((one) => one / 100),
  ];
  yield ['科目余额表'];
  yield ['核算单位：示例县民政局', null, '2023年度', null, null, null, null, '单位：元'];
  yield ['科目编码', '科目名称', '期初余额', null, '本年累计发生额', null, '期末余额', null];
  yield [null, null, '借方', '贷方', '借方', '贷方', '借方', '贷方'];
  yield line('6001', '财政拨款预算收入', 0, 0, income, income, 0, 0);
  yield line('7101', '行政支出', 0, 0, spent, spent, 0, 0);
  yield line('710101', '基本支出', 0, 0, basic, basic, 0, 0);
  yield line('710102', '项目支出', 0, 0, project, project, 0, 0);
  yield line('8001', '资金结存', opening, 0, income, spent, opening + income - spent, 0);
  yield line('8101', '财政拨款结转', 0, opening, spent, income, 0, opening + income - spent);
}

/** The texts of a workbook in the order they first occur. */
class SharedTexts {
  private readonly numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  *xml(): Generator<string> {
    yield `<sst xmlns="${MAIN}" uniqueCount="${this.numbers.size}">`;
    for (const text of this.numbers.keys()) yield `<si><t>${text}</t></si>`;
    yield '</sst>';
  }
}

function* sheetXml(rows: Iterable<readonly Cell[]>, texts: SharedTexts): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetData>`;
  let number = 0;
  for (const row of rows) {
    number += 1;
    const isEntry = number > HEADER_ROWS && row.length > HEADER_ROWS * 2;
    let text = `<row r="${number}" spans="1:12">`;
    for (const [column, cell] of row.entries()) {
      if (cell === null) continue;
      const place = `${String.fromCharCode(65 + column)}${number}`;
      if (typeof cell === 'string') text += `<c r="${place}" t="s"><v>${texts.number(cell)}</v></c>`;
      else text += `<c r="${place}" s="${isEntry && column === 0 ? DATE_STYLE : MONEY_STYLE}"><v>${cell}</v></c>`;
    }
    yield `${text}</row>`;
  }
  yield '</sheetData></worksheet>';
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FRAME: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="科目余额表" sheetId="1" r:id="rId1"/>` +
    `<sheet name="序时账" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>` +
    `<Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId4" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="3"><xf xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
};
