import { unzipSync, zipSync } from 'fflate';
import { blankWorkbook } from '../../../../src/hosts/xlsx/write/blank';
import { verifyWritten } from '../../../../src/hosts/xlsx/write/verify';
import { richWorkbook } from '../../../support/rich-workbook';
import { fullSheet } from './full-sheet';
import { planOf, written } from './plans';
import { smallWorkbook } from './small-workbook';

const PLAN = planOf(fullSheet('自评_目录'));
const HER = smallWorkbook();

/** A written workbook with one of its parts changed afterwards; null takes the part out. */
function damaged(part: string, change: (xml: string) => string | null): Uint8Array {
  const parts = unzipSync(written(HER, PLAN));
  const changed = change(new TextDecoder().decode(parts[part]));
  if (changed === null) delete parts[part];
  else parts[part] = new TextEncoder().encode(changed);
  return zipSync(parts);
}

const OURS = 'xl/worksheets/sheet1.xml';

describe('a written workbook', () => {
  it.each([
    ['a blank one', blankWorkbook()],
    ['a small one', HER],
    ['one with everything in it', richWorkbook('xlsm')],
    ['its own output', written(HER, PLAN)],
  ])('is found good: %s', async (_, her) => {
    expect(await verifyWritten(her, written(her, PLAN), PLAN)).toEqual([]);
  });

  it('is found good when another program packed the same parts anew', async () => {
    expect(
      await verifyWritten(
        HER,
        damaged(OURS, (xml) => xml),
        PLAN,
      ),
    ).toEqual([]);
  });

  test.each<[string, string, (xml: string) => string | null, string]>([
    ['another value', OURS, (xml) => xml.replace('<v>17539.24</v>', '<v>17539.25</v>'), 'B4 写出的内容与应写的不同'],
    ['another cached value', OURS, (xml) => xml.replace('</f><v>17917.84', '</f><v>1'), 'B5 写出的内容与应写的不同'],
    ['another text', OURS, (xml) => xml.replace('>项目支出<', '>项目支出 <'), 'A4 写出的内容与应写的不同'],
    ['another formula', OURS, (xml) => xml.replace('B3:B4', 'B3:B3'), 'B5 写出的公式与应写的不同'],
    [
      'a formula where there is none',
      OURS,
      (xml) => xml.replace('<v>17539.24', '<f>1+1</f><v>17539.24'),
      'B4 写出的公式',
    ],
    [
      'a cell that was not planned',
      OURS,
      (xml) => xml.replace('</sheetData>', '<row r="99"><c r="A99"><v>1</v></c></row></sheetData>'),
      'A99 写出的内容',
    ],
    [
      'a sheet that is missing',
      'xl/workbook.xml',
      (xml) => xml.replace(/<sheet name="自评_目录"[^>]*>/, ''),
      '没有写进去',
    ],
    [
      'a sheet that is hidden',
      'xl/workbook.xml',
      (xml) => xml.replace('name="自评_目录"', 'state="hidden" name="自评_目录"'),
      '没有显示出来',
    ],
    [
      'a tab of hers with another name',
      'xl/workbook.xml',
      (xml) => xml.replace('name="收入支出表"', 'name="收支表"'),
      '“收入支出表”的位置或名称变了',
    ],
    ['a part of hers that changed', 'xl/worksheets/one.xml', (xml) => `${xml} `, 'one.xml 被改动了'],
    ['a part of hers that is gone', 'xl/worksheets/one.xml', () => null, 'one.xml 不见了'],
    ['a part of ours that is gone', 'xl/charts/chart1.xml', () => null, '指向的 xl/charts/chart1.xml 不存在'],
    [
      'a part of ours that nothing leads to',
      'xl/drawings/_rels/drawing1.xml.rels',
      (xml) => xml.replace(/<Relationship [^>]*>/, ''),
      '新写的部件 xl/charts/chart1.xml 没有被用到',
    ],
    [
      'a part of ours without a content type',
      '[Content_Types].xml',
      (xml) => xml.replace(/<Override PartName="\/xl\/drawings\/vmlDrawing1.vml"[^>]*>/, ''),
      'vmlDrawing1.vml 没有说明类型',
    ],
    ['relationships that are cut off', 'xl/charts/_rels/chart1.xml.rels', () => '<Relationships', '不完整'],
    ['a workbook that cannot be opened', 'xl/workbook.xml', () => '<workbook', '打不开'],
  ])('is told from one with %s', async (_, part, change, sentence) => {
    const faults = await verifyWritten(HER, damaged(part, change), PLAN);
    expect(faults.join('\n')).toContain(sentence);
  });

  it('is told from one that lost the sheet to be kept', async () => {
    const her = written(HER, PLAN);
    const keeping = { sheets: [{ model: fullSheet('自评_目录'), keepAs: '自评_目录_旧' }] };
    expect(await verifyWritten(her, written(her, PLAN), keeping)).toContain(
      '原来的工作表“自评_目录”没有保留为“自评_目录_旧”。',
    );
  });
});
