import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { changedParts, unreachable } from './package-checks';
import { zipEntries } from './package-parts';
import { richWorkbook } from './rich-workbook';

const SOUND = richWorkbook('xlsx');

/** What is done to one part: text replaced, the part removed, or a part added. */
type Damage =
  readonly [part: string, from: string, to: string] | { readonly remove: string } | { readonly add: string };

function damaged(...damages: readonly Damage[]): Uint8Array {
  const files = unzipSync(SOUND);
  for (const damage of damages) {
    if ('remove' in damage) delete files[damage.remove];
    else if ('add' in damage) files[damage.add] = strToU8('<a/>');
    else files[damage[0]] = strToU8(replaced(strFromU8(files[damage[0]] as Uint8Array), damage[1], damage[2]));
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`“${from}” is not there to be damaged.`);
  return text.replace(from, () => to);
}

const WORKBOOK = 'xl/workbook.xml';
const WORKBOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';
const SHEET = 'xl/worksheets/sheet1.xml';
const SHEET_RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const DRAWING = 'xl/drawings/drawing1.xml';

const DAMAGES: readonly (readonly [string, readonly Damage[], readonly string[]])[] = [
  ['a part nobody points to', [{ add: 'xl/media/left.xml' }], ['xl/media/left.xml cannot be reached by relations.']],
  [
    'relations of a part that is gone',
    [{ add: 'xl/charts/_rels/chart9.xml.rels' }],
    ['xl/charts/_rels/chart9.xml.rels belongs to a part that is absent.'],
  ],
  [
    'a target that is absent',
    [{ remove: 'xl/media/image1.png' }],
    ['xl/drawings/drawing1.xml points by rId3 to xl/media/image1.png, which is absent.'],
  ],
  [
    'a content type of an absent part',
    [['[Content_Types].xml', '</Types>', '<Override PartName="/xl/gone.xml" ContentType="a/b"/></Types>']],
    ['xl/gone.xml has a content type but is absent.'],
  ],
  [
    'a part without content type',
    [['[Content_Types].xml', 'Extension="png"', 'Extension="gif"']],
    ['xl/media/image1.png has no content type.'],
  ],
  [
    'an extension with two content types',
    [
      [
        '[Content_Types].xml',
        '<Default Extension="png"',
        '<Default Extension="PNG" ContentType="a/b"/><Default Extension="png"',
      ],
    ],
    ['The extension png has two content types.'],
  ],
  [
    'a chart whose frame lost it',
    [[DRAWING, '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/>', '']],
    [
      'xl/drawings/drawing1.xml never uses its relation rId2 to the chart xl/charts/chart2.xml.',
      'The chart xl/charts/chart2.xml is on no sheet.',
    ],
  ],
  [
    'a sheet that lost its drawing',
    [['xl/worksheets/sheet2.xml', '<drawing r:id="rId1"/>', '']],
    [
      'xl/worksheets/sheet2.xml never uses its relation rId1 to the drawing xl/drawings/drawing1.xml.',
      'The chart xl/charts/chart1.xml is on no sheet.',
      'The chart xl/charts/chart2.xml is on no sheet.',
    ],
  ],
  [
    'a pivot cache of another number',
    [[WORKBOOK, 'cacheId="7"', 'cacheId="0"']],
    ['xl/pivotTables/pivotTable1.xml wants the cache 7, which the workbook does not have.'],
  ],
  [
    'a pivot cache that is another part',
    [['xl/pivotTables/_rels/pivotTable1.xml.rels', 'pivotCacheDefinition1.xml', 'pivotCacheRecords1.xml']],
    ['xl/pivotTables/pivotTable1.xml wants the cache 7 but points to xl/pivotCache/pivotCacheRecords1.xml.'],
  ],
  [
    'a tab that is selected with another one',
    [
      [
        'xl/worksheets/sheet4.xml',
        '<cols>',
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols>',
      ],
    ],
    ['The tab 项目台账 is selected, but tab 0 is active.'],
  ],
  [
    'a name of a sheet that is not there',
    [[WORKBOOK, 'name="_xlnm.Print_Area" localSheetId="0"', 'name="_xlnm.Print_Area" localSheetId="7"']],
    ['The name _xlnm.Print_Area belongs to sheet 7 of 7.'],
  ],
  [
    'a name defined twice',
    [[WORKBOOK, '</definedNames>', '<definedName name="年初预算">1</definedName></definedNames>']],
    ['The name 年初预算 is defined twice.'],
  ],
  ['two sheets of one sheetId', [[WORKBOOK, 'sheetId="12"', 'sheetId="3"']], ['Two sheets have the sheetId 3.']],
  ['two sheets of one name', [[WORKBOOK, 'name="底稿"', 'name="参数"']], ['Two sheets are named 参数.']],
  [
    'two sheets of one relation',
    [[WORKBOOK, 'r:id="rId7"', 'r:id="rId6"']],
    [
      'xl/workbook.xml never uses its relation rId7 to the worksheet xl/worksheets/sheet7.xml.',
      'Two sheets have the relation rId6.',
    ],
  ],
  [
    'a sheet whose relation is missing',
    [[WORKBOOK, 'r:id="rId7"', 'r:id="rId70"']],
    [
      'xl/workbook.xml never uses its relation rId7 to the worksheet xl/worksheets/sheet7.xml.',
      'xl/workbook.xml uses the relation rId70, which it does not have.',
      'The sheet 底稿 has no part.',
    ],
  ],
  [
    'two relations of one id',
    [[SHEET_RELATIONS, 'Id="rId1"', 'Id="rId3"']],
    [
      'xl/worksheets/sheet1.xml has two relations rId3.',
      'xl/worksheets/sheet1.xml uses the relation rId1, which it does not have.',
    ],
  ],
  [
    'an order of calculation that names a plain cell',
    [['xl/calcChain.xml', '<c r="C4" i="1"/>', '<c r="D4" i="1"/>']],
    ['The order of calculation names D4 of sheet 1, which has no formula.'],
  ],
  [
    'a cell with a look that is not there',
    [[SHEET, 's="7"', 's="8"']],
    ['xl/worksheets/sheet1.xml uses the look 8 of 8.'],
  ],
  [
    'a count of looks that is wrong',
    [['xl/styles.xml', '<fonts count="3">', '<fonts count="4">']],
    ['fonts of xl/styles.xml counts 4, not 3.'],
  ],
  ['a name no sheet may have', [[WORKBOOK, 'name="底稿"', 'name="底稿/一上"']], ['No sheet may be named 底稿/一上.']],
  [
    'blocks of a sheet in the wrong order',
    [
      [SHEET, '<mergeCells count="1"><mergeCell ref="A1:G1"/></mergeCells>', ''],
      [SHEET, '<sheetData>', '<mergeCells/><sheetData>'],
    ],
    ['xl/worksheets/sheet1.xml has sheetData after mergeCells in worksheet.'],
  ],
  [
    'parts of a chart in the wrong order',
    [
      [
        'xl/charts/chart1.xml',
        '<c:barDir val="col"/><c:grouping val="clustered"/>',
        '<c:grouping val="clustered"/><c:barDir val="col"/>',
      ],
    ],
    ['xl/charts/chart1.xml has barDir after grouping in barChart.'],
  ],
  [
    'rows in the wrong order',
    [[SHEET, '<row r="2">', '<row r="1">']],
    ['xl/worksheets/sheet1.xml has row 1 after row 1.'],
  ],
  [
    'cells in the wrong order',
    [[SHEET, '<c r="E5"', '<c r="B5"']],
    ['xl/worksheets/sheet1.xml has the cell B5 out of place.'],
  ],
  [
    'merged areas that overlap',
    [[SHEET, '<mergeCells count="1">', '<mergeCells count="2"><mergeCell ref="G1:G2"/>']],
    ['xl/worksheets/sheet1.xml merges G1:G2 and A1:G1, which overlap.'],
  ],
  [
    'a part that is not well-formed',
    [['customXml/item1.xml', '</year>', '']],
    ['customXml/item1.xml is not well-formed: </budget> closes nothing before character 110.'],
  ],
  [
    'a workbook nobody can find',
    [['_rels/.rels', '/officeDocument"', '/somethingElse"']],
    ['The package has no workbook.'],
  ],
];

describe('a package that hangs together', () => {
  test.each(['xlsx', 'xlsm'] as const)('has no faults (.%s)', (kind) => {
    expect(unreachable(richWorkbook(kind))).toEqual([]);
  });

  test('may write one thing in several ways', () => {
    const relative: Damage = [WORKBOOK_RELATIONS, 'Target="styles.xml"', 'Target="/xl/./worksheets/../styles.xml"'];
    expect(unreachable(damaged(relative))).toEqual([]);
  });
});

describe('a damaged package', () => {
  test.each(DAMAGES)('%s', (_, damages, faults) => {
    expect(unreachable(damaged(...damages))).toEqual(faults);
  });
});

describe('a damaged zip file', () => {
  const entryOf = (name: string): { readonly headerAt: number } => {
    const entry = zipEntries(SOUND).find((one) => one.name === name);
    if (!entry) throw new Error(`no entry ${name}`);
    return entry;
  };

  test('a header that differs from the directory', () => {
    const bytes = SOUND.slice();
    new DataView(bytes.buffer).setUint32(entryOf(SHEET).headerAt + 22, 1, true);
    expect(unreachable(bytes)).toEqual([`${SHEET} has a header that differs from the directory.`]);
  });

  test('a wrong checksum', () => {
    const bytes = SOUND.slice();
    const directory = Buffer.from(bytes.buffer).lastIndexOf(SHEET) - 46;
    const view = new DataView(bytes.buffer);
    view.setUint32(directory + 16, 1, true);
    view.setUint32(entryOf(SHEET).headerAt + 14, 1, true);
    expect(unreachable(bytes)).toEqual([`${SHEET} has another size or checksum than the directory states.`]);
  });

  test('a name that comes twice', () => {
    const bytes = SOUND.slice();
    const view = Buffer.from(bytes.buffer);
    for (let at = view.indexOf('sheet6.xml'); at >= 0; at = view.indexOf('sheet6.xml', at + 1))
      view.write('sheet7.xml', at);
    expect(unreachable(bytes)).toContain('xl/worksheets/sheet7.xml is in the zip file twice.');
  });
});

describe('two packages', () => {
  test('differ in what was changed, added and removed', () => {
    const after = damaged([SHEET, '4126800', '4126801'], { add: 'xl/new.xml' }, { remove: 'xl/calcChain.xml' });
    expect(changedParts(SOUND, after)).toEqual({
      changed: [SHEET],
      added: ['xl/new.xml'],
      removed: ['xl/calcChain.xml'],
    });
  });

  test('do not differ by compression or order', () => {
    const files = Object.entries(unzipSync(SOUND)).reverse();
    expect(changedParts(SOUND, zipSync(Object.fromEntries(files), { level: 0 }))).toEqual({
      changed: [],
      added: [],
      removed: [],
    });
  });
});
