import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writePlan } from '../../../../src/hosts/xlsx/write/write';
import type { CellValue } from '../../../../src/model/grid';
import type { Plan } from '../../../../src/sheet/plan';
import { describeWithLibreOffice, recalculated } from '../../../support/libreoffice';
import { changedParts, unreachable } from '../../../support/package-checks';
import { OpenedPackage, relationsPart } from '../../../support/package-open';
import { zipEntries } from '../../../support/package-parts';
import { drawnCharts } from '../../../support/package-workbook-checks';
import type { XmlElement } from '../../../support/package-xml';
import type { RichKind } from '../../../support/rich-workbook';
import { richWorkbook } from '../../../support/rich-workbook';
import { RICH_SHEETS, SHEETS } from '../../../support/rich-workbook-figures';
import { threeSheets, threeSheetsKeeping } from '../../../support/rich-workbook-plan';
import { opened } from '../opened';

const OURS = ['自评_目录', '自评_支出构成', '自评_取数'];
const HERS = RICH_SHEETS.map((sheet) => SHEETS[sheet].name);
const KEPT: Readonly<Record<string, string>> = { 自评_目录: '自评_目录_旧', 自评_支出构成: '自评_支出构成_旧' };

/** The only parts of hers that a run may change. */
const MAY_CHANGE = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml'];

function written(before: Uint8Array, plan: Plan): Uint8Array {
  const result = writePlan(before, plan);
  if ('problem' in result) throw new Error(result.problem.message);
  return result.bytes;
}

/** The parts that sheets of these names need and no other sheet does: the sheets, what hangs on them, relations. */
function partsOfSheets(opened: OpenedPackage, names: readonly string[]): string[] {
  const parts = new Set<string>();
  const next = names.map((name) => opened.sheet(name));
  for (let part = next.pop(); part !== undefined; part = next.pop()) {
    parts.add(part);
    if (opened.parts.has(relationsPart(part))) parts.add(relationsPart(part));
    for (const { target, external } of opened.relations(part)) if (!external && !parts.has(target)) next.push(target);
  }
  return [...parts].sort();
}

function partOf(opened: OpenedPackage, name: string): Buffer {
  return Buffer.from(opened.parts.get(name) ?? []);
}

function sheetNames(opened: OpenedPackage): (string | undefined)[] {
  return opened.sheets().map(({ entry }) => entry.attributes.get('name'));
}

/** An element written out, for comparison: name, attributes, relations, text. */
function spelled({ name, attributes, relations, text }: XmlElement): string {
  return JSON.stringify([name, [...attributes], relations, text]);
}

/** The elements inside one element of a part, written out in order. */
function inside(opened: OpenedPackage, part: string, container: string): string[] {
  return opened
    .elements(part)
    .filter((element) => {
      for (let outer = element.parent; outer; outer = outer.parent) if (outer.name === container) return true;
      return false;
    })
    .map(spelled);
}

/** The workbook as Excel saves it with one of its sheets in view. */
function openedAt(bytes: Uint8Array, name: string): Uint8Array {
  const files = unzipSync(bytes);
  const opened = new OpenedPackage(bytes);
  const change = (part: string, from: RegExp, to: string): void => {
    const text = strFromU8(files[part] as Uint8Array);
    expect(text).toMatch(from);
    files[part] = strToU8(text.replace(from, to));
  };
  change(opened.workbook, /activeTab="\d+"/, `activeTab="${sheetNames(opened).indexOf(name)}"`);
  change(opened.sheet(HERS[0] as string), / tabSelected="1"/, '');
  change(opened.sheet(name), /<sheetView /, '<sheetView tabSelected="1" ');
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

describe.each<RichKind>(['xlsx', 'xlsm'])('writing three sheets into her .%s', (kind) => {
  const before = richWorkbook(kind);
  const once = written(before, threeSheets());
  const twice = written(once, threeSheets());
  const keeping = written(once, threeSheetsKeeping(KEPT, '自评目录（改）'));
  const hers = new OpenedPackage(before);
  const now = new OpenedPackage(once);

  test.each([
    ['once', once],
    ['twice', twice],
    ['keeping two sheets', keeping],
  ])('changes four parts of hers and no other (%s)', (_, after) => {
    const { changed, removed } = changedParts(before, after);
    expect({ changed, removed }).toEqual({ changed: MAY_CHANGE, removed: [] });
    expect(unreachable(after)).toEqual([]);
  });

  test('adds what our sheets need and nothing else', () => {
    expect(changedParts(before, once).added).toEqual(partsOfSheets(now, OURS));
  });

  test('copies untouched parts as they are stored, in their order', () => {
    const stored = zipEntries(once);
    const untouched = zipEntries(before).filter(({ name }) => !MAY_CHANGE.includes(name));
    const copied = untouched.map(({ name }) => stored.find((entry) => entry.name === name));
    const differing = untouched.filter(
      ({ stored: bytes, crc, method }, index) =>
        copied[index]?.crc !== crc ||
        copied[index]?.method !== method ||
        Buffer.compare(bytes, copied[index]?.stored ?? new Uint8Array()) !== 0,
    );
    expect(differing.map(({ name }) => name)).toEqual([]);
    expect(stored.map(({ name }) => name).slice(0, zipEntries(before).length)).toEqual(
      zipEntries(before).map(({ name }) => name),
    );
  });

  test('leaves her sheets, names, links and pivot caches in the workbook as they were, ours behind them', () => {
    expect(sheetNames(now)).toEqual([...HERS, ...OURS]);
    const { workbook } = hers;
    for (const list of ['bookViews', 'externalReferences', 'pivotCaches']) {
      expect(inside(hers, workbook, list)).not.toEqual([]);
      expect(inside(now, workbook, list)).toEqual(inside(hers, workbook, list));
    }
    expect(inside(now, workbook, 'sheets').slice(0, HERS.length)).toEqual(inside(hers, workbook, 'sheets'));
    expect(inside(now, workbook, 'definedNames')).toEqual(
      expect.arrayContaining(inside(hers, workbook, 'definedNames')),
    );
    expect(now.relations(workbook)).toEqual(expect.arrayContaining(hers.relations(workbook)));
    const order = now.elements(workbook).filter(({ parent }) => parent?.parent === null && parent.name === 'workbook');
    expect(order.map(({ name }) => name)).toEqual([
      'fileVersion',
      'workbookPr',
      'bookViews',
      'sheets',
      'externalReferences',
      'definedNames',
      'calcPr',
      'pivotCaches',
    ]);
  });

  test('only adds to her looks', () => {
    const part = 'xl/styles.xml';
    const containers = hers.elements(part).filter(({ parent }) => parent?.parent === null);
    expect(containers.map(({ name }) => name)).toContain('cellXfs');
    for (const { name } of containers) {
      const old = inside(hers, part, name);
      expect(inside(now, part, name).slice(0, old.length)).toEqual(old);
    }
    expect(inside(now, part, 'cellXfs').length).toBeGreaterThan(inside(hers, part, 'cellXfs').length);
  });

  test('keeps her charts and draws ours', () => {
    expect(drawnCharts(now).slice(0, 2)).toEqual(drawnCharts(hers));
    expect(drawnCharts(now)).toHaveLength(3);
  });

  test('says of a workbook with macros that it has macros', () => {
    const types = (opened: OpenedPackage): (string | undefined)[] =>
      opened
        .named('[Content_Types].xml', 'Override')
        .filter(({ attributes }) => attributes.get('PartName') === '/xl/workbook.xml')
        .map(({ attributes }) => attributes.get('ContentType'));
    expect(types(now)).toEqual(types(hers));
    expect(types(now)[0]).toContain(kind === 'xlsm' ? 'macroEnabled' : 'sheet.main');
  });

  test('a second time gives the same file', () => {
    expect(changedParts(once, twice)).toEqual({ changed: [], added: [], removed: [] });
    expect(changedParts(once, written(before, threeSheets()))).toEqual({ changed: [], added: [], removed: [] });
  });

  test.each(Object.entries(KEPT))(
    'keeps 《%s》 as 《%s》 with all that hangs on it, byte for byte',
    (name, keptName) => {
      const after = new OpenedPackage(keeping);
      expect(sheetNames(after)).toEqual([...HERS, ...OURS, ...Object.values(KEPT)]);
      expect(partsOfSheets(after, [keptName])).toEqual(partsOfSheets(now, [name]));
      for (const part of partsOfSheets(now, [name])) {
        expect([part, Buffer.compare(partOf(after, part), partOf(now, part))]).toEqual([part, 0]);
      }
      const both = new Set(partsOfSheets(after, [keptName]));
      expect(partsOfSheets(after, [name]).filter((part) => both.has(part))).toEqual([]);
      const sheetId = (opened: OpenedPackage): string | undefined =>
        opened
          .sheets()
          .find(({ entry }) => entry.attributes.get('name') === name)
          ?.entry.attributes.get('sheetId');
      expect(sheetId(after)).toBe(sheetId(now));
    },
  );

  test('writes the new directory where the old one stood', () => {
    const after = new OpenedPackage(keeping);
    expect(partOf(after, after.sheet('自评_目录')).toString()).toContain('自评目录（改）');
    expect(partOf(after, after.sheet('自评_目录_旧')).toString()).not.toContain('自评目录（改）');
  });

  test.each([
    ['written over', {}],
    ['kept', KEPT],
  ])('never leaves two tabs selected at once when the open sheet is %s', (_, names) => {
    const saved = openedAt(once, '自评_目录');
    expect(unreachable(saved)).toEqual([]);
    expect(unreachable(written(saved, threeSheetsKeeping(names, '自评目录（改）')))).toEqual([]);
  });

  test('keeps nothing of it twice: running again on that file changes nothing of hers and adds no look', () => {
    const again = written(keeping, threeSheets('自评目录（改）'));
    const { changed, added, removed } = changedParts(keeping, again);
    expect({ changed, added, removed }).toEqual({ changed: [], added: [], removed: [] });
  });
});

describeWithLibreOffice('a workbook we have written into, in LibreOffice', () => {
  const runs = (kind: RichKind): Uint8Array[] => {
    const once = written(richWorkbook(kind), threeSheets());
    return [once, written(once, threeSheets()), written(once, threeSheetsKeeping(KEPT, '自评目录（改）'))];
  };

  test.each<RichKind>(['xlsx', 'xlsm'])('opens after every run with all sheets and charts (.%s)', async (kind) => {
    const saved = await Promise.all(runs(kind).map((bytes) => recalculated(bytes, `年初预算.${kind}`)));
    const found = saved.map((bytes) => {
      const book = new OpenedPackage(bytes);
      return { sheets: sheetNames(book), charts: drawnCharts(book).length };
    });
    const sheets = [...HERS, ...OURS];
    expect(found).toEqual([
      { sheets, charts: 3 },
      { sheets, charts: 3 },
      { sheets: [...sheets, ...Object.values(KEPT)], charts: 4 },
    ]);
  });

  test('calculates her formulas and ours to the values that stand beside them', async () => {
    const [once] = runs('xlsx') as [Uint8Array];
    const kept = await valuesOf(once);
    const calculated = await valuesOf(await recalculated(once));
    for (const sheet of ['2023年支出预算', '汇总（不要改）', '自评_目录', '自评_支出构成', '自评_取数']) {
      expect([sheet, calculated.get(sheet)]).toEqual([sheet, kept.get(sheet)]);
    }
    expect(kept.get('自评_取数')).toHaveLength(51);
    expect(kept.get('自评_取数')?.[6]).toEqual(['6. 老年福利', 728.4]);
  });
});

/** Values by sheet; numbers to nine decimals, since a spreadsheet calculates with binary fractions. */
async function valuesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly CellValue[])[]>> {
  const { sheets } = await opened(bytes);
  const rounded = (value: CellValue): CellValue => (typeof value === 'number' ? Number(value.toFixed(9)) : value);
  return new Map(sheets.map(({ description, rows }) => [description.name, rows.map((row) => row.map(rounded))]));
}
