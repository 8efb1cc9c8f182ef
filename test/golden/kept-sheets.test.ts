import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { withCells } from '../support/edit-cells';
import { evaluatedFrom, opened } from '../support/evaluated';
import { SAMPLE_FILE } from '../support/sample';

const SAMPLE = readFileSync(SAMPLE_FILE);
const SHEET = '自评_收支对比';
const OLD = '自评_收支对比_旧';

/** What each tab prints and repeats, as workbook.xml says it: “name: reference”, by the name of the tab. */
function printNames(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] as Uint8Array);
  const tabs = [...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name ?? '');
  const names = new Map<string, string[]>();
  for (const [, name, position, refersTo] of workbook.matchAll(
    /<definedName name="_xlnm\.(Print_\w+)" localSheetId="(\d+)"[^>]*>([^<]*)</g,
  )) {
    const tab = tabs[Number(position)] ?? '';
    names.set(tab, [...(names.get(tab) ?? []), `${name}: ${refersTo}`]);
  }
  return names;
}

/** The result after she wrote a remark beside the comparison, in a cell that is not hers. */
async function changed(): Promise<{ readonly before: Uint8Array; readonly after: Uint8Array }> {
  const before = (await evaluatedFrom(SAMPLE)).bytes;
  return { before, after: withCells(before, new Map([[`${SHEET}!A6`, '收入']])) };
}

describe('an old sheet that is kept', () => {
  it('in its own workbook still prints what it printed, and the new one what is new', async () => {
    const { before, after } = await changed();
    const again = printNames((await evaluatedFrom(after)).bytes);
    const was = printNames(before);
    expect(again.get(SHEET)).toEqual(was.get(SHEET));
    expect(again.get(OLD)).toEqual(was.get(SHEET)?.map((one) => one.replace(`'${SHEET}'`, `'${OLD}'`)));
    for (const [tab, names] of again) for (const name of names) expect(name).toContain(`: '${tab}'!`);
  });

  it('copied over from the last result prints its own cells, without our marks', async () => {
    const { after } = await changed();
    const { bytes } = await evaluatedFrom(SAMPLE, { previousBytes: after });
    const printed = new RegExp(`^Print_Area: '${OLD}'!\\$A\\$2:\\$L\\$\\d+$`);
    expect(printNames(bytes).get(OLD)).toEqual([expect.stringMatching(printed)]);
    const copy = (await (await opened(bytes)).describe()).find(({ name }) => name === OLD);
    expect(copy?.hiddenRows).toEqual([0]);
    expect(copy?.hiddenColumns).toEqual([12, 13]);
  });
});
