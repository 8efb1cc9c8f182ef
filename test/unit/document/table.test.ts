import type { Table } from '../../../src/document/document';
import { writeDocx } from '../../../src/document/docx';
import { tableGrid } from '../../../src/document/table-grid';
import { OpenedDocument } from '../../support/docx-parts';
import type { XmlElement } from '../../support/package-xml';
import { cell, REPORT } from './sample-document';

function table(part: Partial<Table>): Table {
  const columns = [{ width: 1 }, { width: 2 }, { width: 4 }];
  return { type: 'table', caption: null, unitLine: null, columns, header: [], body: [], wide: false, ...part };
}

/** The grid as text: each place shows its cell's text, in brackets where the cell began in a row above. */
function drawn(part: Partial<Table>): string[] {
  return tableGrid(table(part)).rows.map((row) =>
    row.map(({ column, cell: { text }, begins }) => `${column}${begins ? text : `(${text})`}`).join(' '),
  );
}

describe('the grid of a table', () => {
  it('puts cells beside those that reach down from above', () => {
    const body = [
      [cell('产出', 'center', 1, 3), cell('数量', 'center', 1, 2), cell('甲')],
      [cell('乙')],
      [cell('合计', 'center', 2)],
    ];
    expect(drawn({ body })).toEqual(['0产出 1数量 2甲', '0(产出) 1(数量) 2乙', '0(产出) 1合计']);
  });

  it('repeats a cell over several columns and rows as one', () => {
    const body = [[cell('大', 'center', 2, 2), cell('甲')], [cell('乙')]];
    expect(drawn({ body })).toEqual(['0大 2甲', '0(大) 2乙']);
  });

  it.each<[string, Partial<Table>, string]>([
    ['leave a column free', { body: [[cell('甲'), cell('乙')]] }, 'row 1 leaves column 3 free'],
    ['are more than columns', { body: [[cell('甲', 'center', 3), cell('乙')]] }, 'row 1 has more cells than columns'],
    ['reach over the edge', { body: [[cell('甲'), cell('乙', 'center', 3)]] }, 'row 1 overlaps another or the edge'],
    [
      'lie on one from above',
      {
        body: [
          [cell('甲'), cell('乙', 'center', 1, 2), cell('丙')],
          [cell('丁', 'center', 2), cell('戊')],
        ],
      },
      'row 2 overlaps another or the edge',
    ],
    ['reach out below', { body: [[cell('甲', 'center', 3, 2)]] }, 'reaches out below row 1'],
    [
      'reach from the header into the body',
      { header: [[cell('甲', 'center', 3, 2)]], body: [[cell('乙', 'center', 3)]] },
      'reaches out below row 1',
    ],
    ['cover nothing', { body: [[cell('甲', 'center', 0)]] }, 'covers nothing'],
  ])('refuses cells that %s', (_, part, fault) => {
    expect(() => drawn(part)).toThrow(fault);
  });
});

describe('a table in the file', () => {
  const header = [[cell('指标', 'center', 3, 1, true)]];
  const body = [
    [cell('产出', 'center', 1, 2), cell('办结率', 'left'), cell('98.50', 'right')],
    [cell('及时率'), cell('1')],
  ];

  async function opened(part: Partial<Table>): Promise<OpenedDocument> {
    return new OpenedDocument(await writeDocx({ ...REPORT, blocks: [table({ header, body, ...part })] }));
  }

  it('shares out the width of the text to the last twentieth of a point', async () => {
    const widths = (await opened({})).elements('gridCol').map(({ attributes }) => Number(attributes.get('w')));
    expect(widths).toEqual([1263, 2527, 5054]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
  });

  it('has lines around every cell', async () => {
    const document = await opened({});
    const sides = document
      .elements('tblBorders')
      .flatMap((borders) =>
        ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => document.first(borders, side)),
      );
    expect(sides.map((side) => side?.['val'])).toEqual(Array.from({ length: 6 }, () => 'single'));
  });

  it('has every row whole on a page and the header on each', async () => {
    const document = await opened({});
    const rows = document.elements('tr');
    expect(rows.map((row) => document.isOn(row, 'tblHeader'))).toEqual([true, false, false]);
    expect(rows.map((row) => document.isOn(row, 'cantSplit'))).toEqual([true, true, true]);
  });

  it('has its merged cells, alignment and bold type', async () => {
    const document = await opened({});
    const cells = document.elements('tc').map((one) => ({
      across: document.first(one, 'gridSpan')?.['val'],
      down: document.first(one, 'vMerge')?.['val'],
      align: document.first(one, 'jc')?.['val'],
      bold: document.isOn(one, 'b'),
    }));
    expect(cells).toEqual([
      { across: '3', down: undefined, align: 'center', bold: true },
      { across: undefined, down: 'restart', align: 'center', bold: false },
      { across: undefined, down: undefined, align: 'left', bold: false },
      { across: undefined, down: undefined, align: 'right', bold: false },
      { across: undefined, down: 'continue', align: undefined, bold: false },
      { across: undefined, down: undefined, align: 'center', bold: false },
      { across: undefined, down: undefined, align: 'center', bold: false },
    ]);
  });

  it('is set smaller when it has many columns', async () => {
    const rowOf = (count: number) => [Array.from({ length: count }, () => cell('1'))];
    const stylesWith = async (count: number): Promise<string[]> => {
      const columns = Array.from({ length: count }, () => ({ width: 1 }));
      const document = await opened({ columns, header: [], body: rowOf(count) });
      const styles = document.elements('tc').map((one) => document.first(one, 'pStyle')?.['val'] ?? '');
      return [...new Set(styles)];
    };
    expect([await stylesWith(6), await stylesWith(7)]).toEqual([['OfficialTableText'], ['OfficialTableDense']]);
  });

  it('is set smaller still when its figures would not stay on one line', async () => {
    const styleOf = async (...amounts: string[]): Promise<string | undefined> => {
      const columns = amounts.map(() => ({ width: 1 }));
      const document = await opened({ columns, header: [], body: [amounts.map((amount) => cell(amount))] });
      return document.first(document.elements('tc')[0] as XmlElement, 'pStyle')?.['val'];
    };
    const amounts = (count: number): string[] => Array.from({ length: count }, () => '117,917.84');
    expect(await styleOf(...amounts(5))).toBe('OfficialTableText');
    expect(await styleOf(...amounts(6))).toBe('OfficialTableDense');
    expect(await styleOf(...amounts(7))).toBe('OfficialTableSmall');
  });

  it('never begins a page with its last rows alone', async () => {
    const rows = ['甲', '乙', '丙', '总分', '等级', '填表人'].map((text) => [cell(text, 'left', 3)]);
    const document = await opened({ header: [], body: rows });
    expect(document.elements('tr').map((row) => document.isOn(row, 'keepNext'))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('can begin a page though nothing stands above it', async () => {
    const document = new OpenedDocument(
      await writeDocx({ ...REPORT, blocks: [{ type: 'pageBreak' }, table({ header, body })] }),
    );
    expect(document.elements('pageBreakBefore')).toHaveLength(1);
  });
});
