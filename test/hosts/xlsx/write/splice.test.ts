import { unreachable } from '../../../support/package-checks';
import { XmlTree, appendInside, insertChild, splice } from '../../../../src/hosts/xlsx/write/xml-tree';
import { opened } from '../opened';
import { partTexts, planOf, row, sheet, text, written } from './plans';
import { PLAIN_STYLES, relation, relations, smallWorkbook } from './small-workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PLAN = planOf(sheet('自评_目录', [row(text('目录'))]));
const PRINT_AREA = `<definedName name="_xlnm.Print_Area" localSheetId="1">'自评_目录'!$A$1</definedName>`;

/** workbook.xml after our sheet was written into it. */
function workbookAfter(how: Parameters<typeof smallWorkbook>[0]): string {
  const bytes = written(smallWorkbook(how), PLAN);
  expect(unreachable(bytes)).toEqual([]);
  return partTexts(bytes)['xl/workbook.xml'] ?? '';
}

describe('workbook.xml', () => {
  it('gets the new sheet behind the others and its names behind the sheets', () => {
    expect(workbookAfter({})).toBe(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
        '<sheets><sheet name="收入支出表" sheetId="1" r:id="rId1"/><sheet name="自评_目录" sheetId="2" r:id="rId3"/></sheets>' +
        `<definedNames>${PRINT_AREA}</definedNames></workbook>`,
    );
  });

  it('keeps names of hers byte for byte and puts ours behind them', () => {
    const hers = `<definedNames ><definedName name='单位' comment='a > b'>收入支出表!$A$1</definedName><!-- 名称 --></definedNames>`;
    expect(workbookAfter({ afterSheets: hers })).toContain(
      `<definedNames ><definedName name='单位' comment='a > b'>收入支出表!$A$1</definedName><!-- 名称 -->${PRINT_AREA}</definedNames>`,
    );
  });

  it('has names behind external references and before calcPr, wherever the schema wants them', () => {
    const external = '<functionGroups/><externalReferences/><calcPr calcId="191029"/><extLst/>';
    expect(workbookAfter({ afterSheets: external })).toContain(
      `</sheets><functionGroups/><externalReferences/><definedNames>${PRINT_AREA}</definedNames><calcPr calcId="191029"/><extLst/>`,
    );
  });

  it('opens a list that is closed in itself', () => {
    expect(workbookAfter({ afterSheets: '<definedNames />' })).toContain(`<definedNames >${PRINT_AREA}</definedNames>`);
  });

  it('gets a window when it has none, since our sheets name one', () => {
    expect(workbookAfter({ beforeSheets: '<workbookPr/>' })).toContain(
      '<workbookPr/><bookViews><workbookView/></bookViews><sheets>',
    );
  });

  it('is not misled by comments, CDATA sections or signs inside quoted values', () => {
    const before = `<!-- <sheets><sheet name="假"/></sheets> --><bookViews><workbookView note='/> "sheets" >'/></bookViews>`;
    const xml = workbookAfter({ beforeSheets: before });
    expect(xml).toContain(before);
    expect(xml).toContain('r:id="rId1"/><sheet name="自评_目录"');
  });

  it('is not misled by an element of the same name in another namespace', () => {
    const foreign = '<e:definedNames xmlns:e="urn:example"/>';
    const xml = partTexts(written(smallWorkbook({ afterSheets: foreign }), PLAN))['xl/workbook.xml'];
    expect(xml).toContain(`</sheets><definedNames>${PRINT_AREA}</definedNames>${foreign}</workbook>`);
  });

  it('is written with the prefixes it uses, declared or not', () => {
    const xml = workbookAfter({
      workbookXml: `<x:workbook xmlns:x="${MAIN}"><x:sheets><x:sheet xmlns:rel="${OFFICE}" name="收入支出表" sheetId="7" rel:id="rId1"/></x:sheets></x:workbook>`,
    });
    expect(xml).toContain(`<x:sheet xmlns:r="${OFFICE}" name="自评_目录" sheetId="8" r:id="rId3"/></x:sheets>`);
    expect(xml).toContain('<x:bookViews><x:workbookView/></x:bookViews><x:sheets>');
    expect(xml).toContain('</x:sheets><x:definedNames><x:definedName name="_xlnm.Print_Area"');
  });

  it('uses another prefix for relationships when the workbook does', () => {
    const xml = workbookAfter({
      workbookXml: `<workbook xmlns="${MAIN}" xmlns:rel="${OFFICE}"><sheets><sheet name="表" sheetId="1" rel:id="rId1"/></sheets></workbook>`,
    });
    expect(xml).toContain('<sheet name="自评_目录" sheetId="2" rel:id="rId3"/></sheets>');
  });

  it.each(['utf-16le', 'utf-16be'] as const)('may be %s and becomes UTF-8 that says so', async (encoding) => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="收入支出表" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const little = Buffer.from(`\ufeff${xml}`, 'utf16le');
    const bytes = written(smallWorkbook({ workbookXml: encoding === 'utf-16le' ? little : little.swap16() }), PLAN);
    expect(partTexts(bytes)['xl/workbook.xml']).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><workbook/);
    expect((await opened(bytes)).sheets.map((one) => one.description.name)).toEqual(['收入支出表', '自评_目录']);
  });

  it('takes the next free sheet id, and a low one when the highest are used up', () => {
    const sheets = (id: number): string => `<sheets><sheet name="收入支出表" sheetId="${id}" r:id="rId1"/></sheets>`;
    expect(workbookAfter({ sheets: sheets(40) })).toContain('name="自评_目录" sheetId="41"');
    expect(workbookAfter({ sheets: sheets(65_534) })).toContain('name="自评_目录" sheetId="1"');
  });
});

describe('a workbook in the strict namespace', () => {
  const strict = (text_: string): string =>
    text_
      .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
  const her = smallWorkbook({
    workbookXml: strict(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}" conformance="strict"><sheets><sheet name="收入支出表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    styles: strict(`<styleSheet xmlns="${MAIN}">${PLAIN_STYLES}</styleSheet>`),
    more: {
      '_rels/.rels': strict(relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
      'xl/_rels/workbook.xml.rels': strict(
        relations(relation('rId1', 'worksheet', 'worksheets/one.xml') + relation('rId2', 'styles', 'styles.xml')),
      ),
    },
  });

  it('stays strict in everything that is added', async () => {
    const bytes = written(her, PLAN);
    const parts = partTexts(bytes);
    for (const name of ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']) {
      expect(parts[name]).not.toMatch(/schemas\.openxmlformats\.org\/(?:spreadsheetml|officeDocument)/);
    }
    expect((await opened(bytes)).sheets[1]?.rows).toEqual([['目录']]);
  });
});

describe('lists of content types and relationships', () => {
  it('are extended with the prefix they use', () => {
    const prefixed = `<ns0:Relationships xmlns:ns0="http://schemas.openxmlformats.org/package/2006/relationships"><ns0:Relationship Id='rId1' Target='/xl/worksheets/one.xml' Type='${OFFICE}/worksheet'/></ns0:Relationships>`;
    const bytes = written(smallWorkbook({ styles: null, more: { 'xl/_rels/workbook.xml.rels': prefixed } }), PLAN);
    expect(unreachable(bytes)).toEqual([]);
    const rels = partTexts(bytes)['xl/_rels/workbook.xml.rels'];
    expect(rels).toContain(
      `<ns0:Relationship Id="rId3" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></ns0:Relationships>`,
    );
    expect(rels).toContain(`<ns0:Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles1.xml"/>`);
  });

  it('name parts that are not where they usually are', async () => {
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="收入支出表" sheetId="1" r:id="a"/></sheets></workbook>`;
    const bytes = written(
      smallWorkbook({
        types:
          '<Override PartName="/book.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
        more: {
          '_rels/.rels': relations(relation('rId1', 'officeDocument', '/book.xml')),
          'book.xml': workbook,
          '_rels/book.xml.rels': relations(relation('a', 'worksheet', 'xl/worksheets/one.xml')),
        },
      }),
      PLAN,
    );
    expect(partTexts(bytes)['worksheets/sheet1.xml']).toContain('目录');
    expect((await opened(bytes)).sheets.map((one) => one.description.name)).toEqual(['收入支出表', '自评_目录']);
  });
});

describe('splicing', () => {
  const tree = new XmlTree('<a><b/><c>文</c></a>');
  const [b, c] = tree.root.children as [XmlTree['root'], XmlTree['root']];

  it('puts several changes into a text at once', () => {
    const edits = [
      appendInside(tree, c, '！'),
      appendInside(tree, b, '<d/>'),
      insertChild(tree, tree.root, ['c', 'e'], 'e', '<e/>'),
    ];
    expect(splice(tree.text, edits)).toBe('<a><b><d/></b><c>文！</c><e/></a>');
  });

  it('puts a child first when nothing of what comes before it is there', () => {
    expect(splice(tree.text, [insertChild(tree, tree.root, ['x', 'y'], 'y', '<y/>')])).toBe('<a><y/><b/><c>文</c></a>');
  });

  it('refuses changes that overlap', () => {
    const edit = { start: 3, end: 7, text: '' };
    expect(() => splice(tree.text, [edit, { ...edit, start: 5 }])).toThrow('overlap');
  });

  it.each(['<a>', '<a></b>', '<a/><b/>', '', '<a b="></a>', '<!DOCTYPE a><a/>', '<a><!-- </a>'])(
    '%j is no part',
    (xml) => {
      expect(() => new XmlTree(xml)).toThrow();
    },
  );
});
