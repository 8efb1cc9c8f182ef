import { writableKind } from '../../../../src/hosts/xlsx/write/file-kind';
import * as XLSX from '@e965/xlsx';
import { zipOf } from '../packages';
import { planOf, refusal, row, sheet, text, written } from './plans';
import { blankWorkbook } from '../../../../src/hosts/xlsx/write/blank';
import { MACRO_MAIN, smallWorkbook } from './small-workbook';

const PLAN = planOf(sheet('自评_目录', [row(text('目录'))]));
const SIGNATURE =
  '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>';

/** An OLE file with one stream of the name that marks a package behind a password. */
function lockedPackage(): Uint8Array {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000));
  return new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

function oldWorkbook(): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['合计', 1]]), '表');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array);
}

const xlsb = (): Uint8Array => smallWorkbook({ mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' });
const html = new TextEncoder().encode('<html><body><table><tr><td>合计</td></tr></table></body></html>');
const csv = new TextEncoder().encode('项目,金额\n合计,1\n');

describe('workbooks that nothing is written into', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['a signed one', smallWorkbook({ rootRelations: SIGNATURE }), 'signed', '带有数字签名.*另存一份不带签名的副本'],
    [
      'one whose signature lies only in its folder',
      smallWorkbook({
        rootRelations: '<Relationship Id="rId9" Type="x/unknown" Target="_xmlsignatures/origin.sigs"/>',
        more: { '_xmlsignatures/origin.sigs': '' },
      }),
      'signed',
      '带有数字签名',
    ],
    [
      'one with a locked structure',
      smallWorkbook({ beforeSheets: '<workbookProtection lockStructure="1"/>' }),
      'structure-protected',
      '“保护工作簿结构”.*撤销工作簿保护后再试',
    ],
    ['one behind a password', lockedPackage(), 'encrypted', '打开密码.*取消密码并另存为 .xlsx'],
    [
      'one with an encrypted entry',
      zipOf([{ name: '[Content_Types].xml', content: '<Types/>', encrypted: true }]),
      'encrypted',
      '打开密码',
    ],
    ['an old .xls', oldWorkbook(), 'not-what-it-says', '实际格式与扩展名不符.*另存为 .xlsx'],
    ['a web page', html, 'not-what-it-says', '实际格式与扩展名不符'],
    ['a binary workbook', xlsb(), 'not-what-it-says', '实际格式与扩展名不符'],
    [
      'a Word document',
      smallWorkbook({ mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }),
      'not-what-it-says',
      '实际格式与扩展名不符',
    ],
    ['half a file', smallWorkbook().subarray(0, 700), 'damaged', '内容已损坏.*打开修复后另存为 .xlsx'],
    ['one whose list of sheets is cut off', smallWorkbook({ workbookXml: '<workbook><sheets>' }), 'damaged', '已损坏'],
    ['one with a DOCTYPE', smallWorkbook({ workbookXml: '<!DOCTYPE a><workbook/>' }), 'damaged', '已损坏'],
    [
      'one that claims to be larger than can be held',
      zipOf([{ name: '[Content_Types].xml', content: '<Types/>', claim: 700 * 1024 * 1024 }]),
      'too-large',
      '过大.*按年份拆分后再试',
    ],
  ])('%s', (_, bytes, code, sentence) => {
    const problem = refusal(bytes, PLAN);
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(new RegExp(sentence, 'u'));
  });

  it('refuses when the workbook has no room for further cell formats', () => {
    const xf = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const styles = `<styleSheet xmlns="${main}"><cellXfs count="65490">${xf.repeat(65_490)}</cellXfs></styleSheet>`;
    expect(refusal(smallWorkbook({ styles }), PLAN).code).toBe('too-many-formats');
  });

  it('writes where only windows, not the structure, are locked', () => {
    written(smallWorkbook({ beforeSheets: '<workbookProtection lockWindows="1" lockStructure="0"/>' }), PLAN);
  });

  it('throws for a plan with two sheets of one name, since that is a mistake of ours', () => {
    const one = sheet('自评_目录', []);
    expect(() => written(blankWorkbook(), planOf(one, { ...one, name: '自评_目录' }))).toThrow('one name');
  });

  it('throws for a kept sheet whose new name is taken', () => {
    const plan = { sheets: [{ model: sheet('自评_目录', []), keepAs: '收入支出表' }] };
    expect(() => written(smallWorkbook(), plan)).toThrow('already has a sheet');
  });
});

describe('what can be done with a file', () => {
  const plain = smallWorkbook();
  const macro = smallWorkbook({ mainType: MACRO_MAIN });
  test.each<[string, Uint8Array, string, string]>([
    ['a workbook', plain, '决算.xlsx', 'patch'],
    ['a workbook in capital letters', plain, '决算.XLSX', 'patch'],
    ['a workbook with macros', macro, '决算.xlsm', 'patch'],
    ['an .xls that is a workbook in truth', plain, '决算.xls', 'patch'],
    ['an .et that is a workbook in truth', plain, '决算.et', 'patch'],
    ['an .xls with macros that is a workbook in truth', macro, '决算.xls', 'patch'],
    ['a real .xls', oldWorkbook(), '决算.xls', 'copy'],
    ['an .xls that is a web page', html, '决算.xls', 'copy'],
    ['an .xls that is some zip', zipOf([{ name: 'a.txt', content: '无' }]), '决算.xls', 'copy'],
    ['an .xls that is an .xlsb', xlsb(), '决算.xls', 'copy'],
    ['an .xlsb', xlsb(), '决算.xlsb', 'copy'],
    ['a .csv', csv, '决算.csv', 'copy'],
    ['a .txt', csv, '决算.txt', 'copy'],
  ])('%s', (_, bytes, name, kind) => expect(writableKind(bytes, name)).toEqual({ kind }));

  test.each<[string, Uint8Array, string, string]>([
    ['an .xlsx with macros', macro, '决算.xlsx', 'not-what-it-says'],
    ['an .xlsm without macros', plain, '决算.xlsm', 'not-what-it-says'],
    ['an .xlsx that is an .xls', oldWorkbook(), '决算.xlsx', 'not-what-it-says'],
    ['an .xlsx that is a web page', html, '决算.xlsx', 'not-what-it-says'],
    ['an .xlsm that is a csv', csv, '决算.xlsm', 'not-what-it-says'],
    ['an .xlsx that is an .xlsb', xlsb(), '决算.xlsx', 'not-what-it-says'],
    ['an .xlsx that is some zip', zipOf([{ name: 'a.txt', content: '无' }]), '决算.xlsx', 'not-what-it-says'],
    ['an .xlsx behind a password', lockedPackage(), '决算.xlsx', 'encrypted'],
    ['half an .xlsx', plain.subarray(0, 700), '决算.xlsx', 'damaged'],
  ])('%s is a problem', (_, bytes, name, code) => {
    expect(writableKind(bytes, name)).toMatchObject({ problem: { code } });
  });

  it('says what to do with a file that is not what it says', () => {
    const result = writableKind(macro, '决算.xlsx');
    expect('problem' in result && result.problem.message).toMatch('请用 Excel 或 WPS 打开后另存为 .xlsx');
  });
});
