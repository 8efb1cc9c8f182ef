import { openWorkbookFile } from '../../../../src/hosts/xlsx/open';
import { packageOf } from '../packages';

async function formulasOf(bytes: Uint8Array, name = '测试.xlsx', sheet = '表'): Promise<Record<string, string>> {
  const result = await openWorkbookFile(bytes, name);
  if ('problem' in result) throw new Error(result.problem.message);
  return Object.fromEntries(await result.source.formulas(sheet));
}

describe('formulas of a sheet', () => {
  it('are read without “=”, as they stand in the file', async () => {
    const cells = `<row r="2"><c r="B2"><f>SUM(A1:A2)&amp;"元"</f><v>3</v></c><c r="C2"><v>5</v></c></row>`;
    expect(await formulasOf(packageOf({ sheet: `<sheetData>${cells}</sheetData>` }))).toEqual({
      B2: 'SUM(A1:A2)&"元"',
    });
  });

  it('that are shared are those of the first cell, not shifted', async () => {
    const cells =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>';
    expect(await formulasOf(packageOf({ sheet: `<sheetData>${cells}</sheetData>` }))).toEqual({
      A1: 'B1*2',
      A2: 'B1*2',
    });
  });

  it('are found at cells that do not say where they stand', async () => {
    const cells = '<row><c><v>1</v></c><c><f>A1</f><v>1</v></c></row><row><c><f>B1</f></c></row>';
    expect(await formulasOf(packageOf({ sheet: `<sheetData>${cells}</sheetData>` }))).toEqual({ B1: 'A1', A2: 'B1' });
  });

  it('of validations and conditional formats are not taken for those of cells', async () => {
    const more = '<conditionalFormatting><cfRule><formula>A1&gt;1</formula></cfRule></conditionalFormatting><f>A1</f>';
    expect(await formulasOf(packageOf({ sheet: `<sheetData/>${more}` }))).toEqual({});
  });

  it('are none where the file keeps none', async () => {
    expect(await formulasOf(new TextEncoder().encode('项目,金额\n合计,=1+1\n'), '表.csv', '表')).toEqual({});
  });

  it('may only be asked for of sheets that exist', async () => {
    await expect(formulasOf(packageOf({ sheet: '<sheetData/>' }), '测试.xlsx', '别的')).rejects.toThrow(
      'No such sheet',
    );
  });
});
