import { unreachable, changedParts } from '../../../support/package-checks';
import { richWorkbook } from '../../../support/rich-workbook';
import { verifyWritten } from '../../../../src/hosts/xlsx/write/verify';
import { blankWorkbook } from '../../../../src/hosts/xlsx/write/blank';
import type { Plan } from '../../../../src/sheet/plan';
import { opened } from '../opened';
import { fullSheet } from './full-sheet';
import { partTexts, planOf, row, sheet, text, written } from './plans';
import { override, relation, relations, smallWorkbook } from './small-workbook';

const OURS = sheet('自评_目录', [row(text('新的内容'))]);
const PLAN = planOf(OURS);
const KEEPING: Plan = { sheets: [{ model: OURS, keepAs: '自评_目录_旧' }] };
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OLD_SHEET = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData><row r="1"><c r="A1" t="str"><v>旧的内容</v></c></row></sheetData><drawing r:id="rId1"/></worksheet>`;
const OLD_PARTS = {
  'xl/worksheets/two.xml': OLD_SHEET,
  'xl/worksheets/_rels/two.xml.rels': relations(
    relation('rId1', 'drawing', '../drawings/old.xml') +
      relation('rId2', 'printerSettings', '../printerSettings/old.bin') +
      relation('rId3', 'image', '../media/shared.png'),
  ),
  'xl/drawings/old.xml': `<wsDr><graphicFrame><graphic><graphicData><chart xmlns:r="${OFFICE}" r:id="rId1"/></graphicData></graphic></graphicFrame></wsDr>`,
  'xl/drawings/_rels/old.xml.rels': relations(relation('rId1', 'chart', '../charts/old.xml')),
  'xl/charts/old.xml': '<chartSpace/>',
  'xl/printerSettings/old.bin': 'printer',
  'xl/media/shared.png': 'png',
  'xl/worksheets/_rels/one.xml.rels': relations(relation('rId1', 'image', '../media/shared.png')),
};
const SHEETS =
  '<sheets><sheet name="自评_目录" sheetId="5" state="hidden" r:id="rId8"/><sheet name="收入支出表" sheetId="1" r:id="rId1"/></sheets>';

/** A workbook whose first sheet has the name of ours, with a drawing, a chart and printer settings of its own. */
function withOld(more: Parameters<typeof smallWorkbook>[0] = {}): Uint8Array {
  return smallWorkbook({
    sheets: SHEETS,
    ...more,
    workbookRelations: relation('rId8', 'worksheet', 'worksheets/two.xml') + (more.workbookRelations ?? ''),
    types:
      '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/bin"/>' +
      override('xl/worksheets/two.xml', 'worksheet') +
      '<Override PartName="/xl/drawings/old.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>' +
      '<Override PartName="/xl/charts/old.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>' +
      (more.types ?? ''),
    more: { ...OLD_PARTS, ...more.more },
  });
}

async function contents(bytes: Uint8Array): Promise<[string, unknown, string][]> {
  const { sheets } = await opened(bytes);
  return sheets.map(({ description, rows }) => [description.name, rows[0]?.[0], description.visibility]);
}

describe('a sheet that has the name of ours', () => {
  it('is written over where it stands, and shown', async () => {
    const bytes = written(withOld(), PLAN);
    expect(await contents(bytes)).toEqual([
      ['自评_目录', '新的内容', 'visible'],
      ['收入支出表', 1, 'visible'],
    ]);
    expect(partTexts(bytes)['xl/workbook.xml']).toContain('<sheet name="自评_目录" sheetId="5" r:id="rId8"/>');
    expect(partTexts(bytes)['xl/worksheets/two.xml']).toContain('新的内容');
    expect(await verifyWritten(withOld(), bytes, PLAN)).toEqual([]);
  });

  it('keeps the name by which macros know it', () => {
    const named = OLD_SHEET.replace('<sheetData>', '<sheetPr codeName="Sheet5"/><sheetData>');
    const bytes = written(withOld({ more: { 'xl/worksheets/two.xml': named } }), PLAN);
    expect(partTexts(bytes)['xl/worksheets/two.xml']).toContain('<sheetPr codeName="Sheet5"><pageSetUpPr');
    expect(partTexts(written(withOld(), PLAN))['xl/worksheets/two.xml']).toContain('<sheetPr><pageSetUpPr');
  });

  it('takes with it what only it used, but nothing another sheet uses', () => {
    const bytes = written(withOld(), PLAN);
    expect(changedParts(withOld(), bytes).removed).toEqual([
      'xl/charts/old.xml',
      'xl/drawings/_rels/old.xml.rels',
      'xl/drawings/old.xml',
      'xl/printerSettings/old.bin',
      'xl/worksheets/_rels/two.xml.rels',
    ]);
    expect(partTexts(bytes)['[Content_Types].xml']).not.toContain('old.xml');
    expect(unreachable(bytes)).toEqual([]);
  });

  it('is found in capital and small letters alike and keeps its name', () => {
    const her = smallWorkbook({ sheets: '<sheets><sheet name="zp_a" sheetId="1" r:id="rId1"/></sheets>' });
    const xml = partTexts(written(her, planOf({ ...OURS, name: 'ZP_A' })))['xl/workbook.xml'];
    expect(xml).toContain('<sheets><sheet name="zp_a" sheetId="1" r:id="rId1"/></sheets>');
  });

  it('gets a part of its own when another sheet shows the same one', async () => {
    const her = withOld({ sheets: SHEETS.replace('r:id="rId1"', 'r:id="rId8"') });
    const bytes = written(her, PLAN);
    expect(await contents(bytes)).toEqual([
      ['自评_目录', '新的内容', 'visible'],
      ['收入支出表', '旧的内容', 'visible'],
    ]);
    expect(changedParts(her, bytes).removed).toEqual([]);
  });

  it('is replaced by a worksheet when it was a chart', async () => {
    const bytes = written(
      withOld({
        more: {
          'xl/_rels/workbook.xml.rels': relations(
            relation('rId1', 'worksheet', 'worksheets/one.xml') +
              relation('rId2', 'styles', 'styles.xml') +
              relation('rId8', 'chartsheet', 'worksheets/two.xml'),
          ),
        },
      }),
      PLAN,
    );
    expect((await contents(bytes))[0]).toEqual(['自评_目录', '新的内容', 'visible']);
    expect(partTexts(bytes)['xl/worksheets/two.xml']).toBeUndefined();
    expect(unreachable(bytes)).toEqual([]);
  });
});

describe('a new sheet', () => {
  it('does not inherit relationships that a deleted part left behind', () => {
    const left = relations(relation('rId1', 'image', '../media/old.png'));
    const parts = partTexts(written(smallWorkbook({ more: { 'xl/worksheets/_rels/sheet1.xml.rels': left } }), PLAN));
    expect(parts['xl/worksheets/sheet1.xml']).toBeUndefined();
    expect(parts['xl/worksheets/sheet2.xml']).toContain('新的内容');
  });
});

describe('a sheet that is to be kept under another name', () => {
  it('hangs behind the others with its part, drawing and chart untouched', async () => {
    const her = withOld();
    const bytes = written(her, KEEPING);
    expect(await contents(bytes)).toEqual([
      ['自评_目录', '新的内容', 'visible'],
      ['收入支出表', 1, 'visible'],
      ['自评_目录_旧', '旧的内容', 'hidden'],
    ]);
    const { changed, removed } = changedParts(her, bytes);
    expect(removed).toEqual([]);
    expect(changed).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']);
    expect(unreachable(bytes)).toEqual([]);
    expect(await verifyWritten(her, bytes, KEEPING)).toEqual([]);
  });

  it('keeps what it prints and repeats, under its new name; other names stay as they are', () => {
    const names =
      '<definedNames><definedName name="年度">2023</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="0">自评_目录!$A$2:$F$9,\'自评_目录\'!$A$12:$F$20</definedName>' +
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">自评_目录!$4:$4</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="1">收入支出表!$A$1:$B$2</definedName></definedNames>';
    const xml = partTexts(written(withOld({ afterSheets: names }), KEEPING))['xl/workbook.xml'] ?? '';
    const found = [...xml.matchAll(/<definedName name="([^"]+)"(?: localSheetId="(\d)")?>([^<]*)</g)];
    expect(found.map(([, name, position, refersTo]) => [name, position, refersTo])).toEqual([
      ['年度', undefined, '2023'],
      ['_xlnm.Print_Area', '1', '收入支出表!$A$1:$B$2'],
      ['_xlnm.Print_Area', '2', "'自评_目录_旧'!$A$2:$F$9,'自评_目录_旧'!$A$12:$F$20"],
      ['_xlnm.Print_Titles', '2', "'自评_目录_旧'!$4:$4"],
      ['_xlnm.Print_Area', '0', "'自评_目录'!$A$1"],
    ]);
  });

  it('stays in front when it was, so that it is not edited together with ours', () => {
    const views = '<bookViews><workbookView activeTab="0"/><workbookView activeTab="1"/></bookViews>';
    const xml = partTexts(written(withOld({ beforeSheets: views }), KEEPING))['xl/workbook.xml'];
    expect(xml).toContain('<bookViews><workbookView activeTab="2"/><workbookView activeTab="1"/></bookViews>');
  });

  it('leaves the tab in front alone otherwise', () => {
    const views = '<bookViews><workbookView activeTab="0"/></bookViews>';
    expect(partTexts(written(withOld({ beforeSheets: views }), PLAN))['xl/workbook.xml']).toContain(views);
  });

  it('needs no keeping when there is none', async () => {
    expect((await contents(written(blankWorkbook(), KEEPING))).map(([name]) => name)).toEqual(['自评_目录']);
  });
});

describe('names that belong to a sheet', () => {
  const names =
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">自评_目录!$A$1:$Z$9</definedName>' +
    '<definedName name="_xlnm.Print_Area" localSheetId="1">收入支出表!$A$1:$C$9</definedName>' +
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">自评_目录!$A$1</definedName>' +
    '<definedName name="本表合计" localSheetId="0">自评_目录!$B$2</definedName></definedNames>';

  it('are replaced where they are ours to give; all others stay', () => {
    expect(partTexts(written(withOld({ afterSheets: names }), PLAN))['xl/workbook.xml']).toContain(
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">收入支出表!$A$1:$C$9</definedName>' +
        '<definedName name="本表合计" localSheetId="0">自评_目录!$B$2</definedName>' +
        `<definedName name="_xlnm.Print_Area" localSheetId="0">'自评_目录'!$A$1</definedName></definedNames>`,
    );
  });

  it('say what is printed, repeated and filtered', () => {
    const xml = partTexts(written(smallWorkbook(), planOf(fullSheet("自评_It's & 目录"))))['xl/workbook.xml'];
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="1">'自评_It''s &amp; 目录'!$A$1:$C$25</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="1">'自评_It''s &amp; 目录'!$1:$2</definedName>` +
        `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'自评_It''s &amp; 目录'!$A$2:$C$5</definedName>`,
    );
  });
});

describe('the chain of calculation', () => {
  const chain = (inside: string): Parameters<typeof smallWorkbook>[0] => ({
    workbookRelations: relation('rId9', 'calcChain', 'calcChain.xml'),
    types: override('xl/calcChain.xml', 'calcChain'),
    more: { 'xl/calcChain.xml': `<calcChain xmlns="${MAIN}">${inside}</calcChain>` },
  });

  it.each([PLAN, KEEPING])('goes with its relationship when it names a sheet that is written over', (plan) => {
    const bytes = written(withOld(chain('<c r="A1" i="1"/><c r="B2" i="5"/>')), plan);
    const {
      'xl/calcChain.xml': gone,
      '[Content_Types].xml': types,
      'xl/_rels/workbook.xml.rels': rels,
    } = partTexts(bytes);
    expect([gone, types?.includes('calcChain'), rels?.includes('calcChain')]).toEqual([undefined, false, false]);
    expect(unreachable(bytes)).toEqual([]);
  });

  it('stays when it does not', () => {
    const her = withOld(chain('<c r="A1" i="1"/><c r="A2"/>'));
    expect(changedParts(her, written(her, PLAN)).removed).not.toContain('xl/calcChain.xml');
  });
});

describe('writing the same plan a second time', () => {
  const plan = planOf(fullSheet('自评_目录'), fullSheet('自评_核对'), { ...OURS, name: '自评_空' });

  it.each([
    ['into a blank workbook', blankWorkbook()],
    ['into one with charts, pivots and macros', richWorkbook('xlsm')],
  ])('gives the same bytes: %s', (_, her) => {
    const once = written(her, plan);
    expect(Buffer.compare(written(once, plan), once)).toBe(0);
  });

  it('gives the same bytes on every day', () => {
    expect(Buffer.compare(written(blankWorkbook(), plan), written(blankWorkbook(), plan))).toBe(0);
  });

  it('leaves no part of the first when the second needs fewer', () => {
    const once = written(smallWorkbook(), planOf(fullSheet('自评_目录')));
    const twice = written(once, PLAN);
    const { 'xl/styles.xml': styles, ...parts } = partTexts(twice);
    expect(Object.keys(parts).sort()).toEqual(
      Object.keys(partTexts(written(smallWorkbook(), PLAN)))
        .filter((name) => name !== 'xl/styles.xml')
        .sort(),
    );
    expect(styles).toBe(partTexts(once)['xl/styles.xml']);
    expect(unreachable(twice)).toEqual([]);
  });
});
