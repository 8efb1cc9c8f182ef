import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sheetsToWrite } from '../../src/report/compose';
import type { CellPlace } from '../../src/model/address';
import { formatPlace } from '../../src/model/address';
import type { Edit } from '../support/edit-cells';
import { partOf, withCells } from '../support/edit-cells';
import type { Evaluated } from '../support/evaluated';
import { evaluatedFrom, opened, ownCells, ownFormulas } from '../support/evaluated';
import type { InputCell } from '../support/input-cells';
import { inputCells } from '../support/input-cells';
import { describeWithLibreOffice, recalculated } from '../support/libreoffice';
import { Random } from '../support/random';
import { SAMPLE_FILE } from '../support/sample';

const SAMPLE = readFileSync(SAMPLE_FILE);
const OWN = sheetsToWrite({ checks: [], sheetNames: [] });

/** Twelve amounts that no longer tie, in three tables. */
const FAULTS = new Map<string, Edit>(
  ['D', 'E', 'G'].flatMap((column) =>
    [8, 9, 10, 11].map((row): [string, Edit] => [`支出决算表!${column}${row}`, 1000 + row * 37.5]),
  ),
);
const FAULTY = withCells(SAMPLE, FAULTS);

const keyOf = ({ sheet, id, column }: InputCell): string => `${sheet}|${id}|${column}`;

async function typedInto(bytes: Uint8Array): Promise<Map<string, unknown>> {
  return new Map((await inputCells(bytes)).map((cell) => [keyOf(cell), cell.value]));
}

/** A digest of the XML of each sheet of ours. */
function ownParts(bytes: Uint8Array): Record<string, string> {
  const parts = unzipSync(bytes);
  const digest = (part: string): string =>
    createHash('sha256')
      .update(parts[part] as Uint8Array)
      .digest('hex');
  return Object.fromEntries(OWN.map((sheet) => [sheet, digest(partOf(parts, sheet))]));
}

let once: Evaluated;

beforeAll(async () => {
  once = await evaluatedFrom(FAULTY);
});

async function sheetNames(bytes: Uint8Array): Promise<string[]> {
  return (await (await opened(bytes)).describe()).map((sheet) => sheet.name);
}

describe('running again without a change', () => {
  it('writes the same bytes for our sheets, from the same workbook and from the evaluated one', async () => {
    const again = await evaluatedFrom(FAULTY, { previousBytes: once.bytes });
    const onItself = await evaluatedFrom(once.bytes);
    expect(ownParts(again.bytes)).toEqual(ownParts(once.bytes));
    expect(ownParts(onItself.bytes)).toEqual(ownParts(once.bytes));
    expect(Buffer.from(onItself.bytes).equals(Buffer.from(once.bytes))).toBe(true);
  });

  it('gives the same figures, since our own sheets are no sources', async () => {
    const onItself = await evaluatedFrom(once.bytes);
    expect(onItself.evaluation.tables).toEqual(once.evaluation.tables);
    expect(onItself.evaluation.unrecognised).toEqual([]);
    expect(onItself.evaluation.checks).toEqual(once.evaluation.checks);
  });
});

describe('what she typed', () => {
  /** Twenty cells of hers filled at random: words, amounts and choices. */
  async function filled(bytes: Uint8Array, seed: number): Promise<{ bytes: Uint8Array; typed: Map<string, Edit> }> {
    const random = new Random(seed);
    const cells = random.shuffled(await inputCells(bytes)).slice(0, 20);
    expect(cells.length).toBe(20);
    const edits = new Map<string, Edit>();
    const typed = new Map<string, Edit>();
    for (const cell of cells) {
      const value: Edit =
        cell.column === '处理'
          ? (random.pick(['已说明', '不适用']) as string)
          : cell.column === '说明'
            ? `＝原因 ${random.whole(1, 99)}：上年结余"调整"，见第 3 号凭证`
            : random.whole(1, 99_999) / 100;
      edits.set(cell.place, value);
      typed.set(keyOf(cell), value);
    }
    return { bytes: withCells(bytes, edits), typed };
  }

  it.each([1, 2, 3])('in twenty cells is kept, whichever workbook is run again (seed %d)', async (seed) => {
    const { bytes, typed } = await filled(once.bytes, seed);
    const onItself = await evaluatedFrom(bytes);
    const onPristine = await evaluatedFrom(FAULTY, { previousBytes: bytes });
    for (const again of [onItself, onPristine]) {
      const found = await typedInto(again.bytes);
      expect(new Map([...typed.keys()].map((key) => [key, found.get(key)]))).toEqual(typed);
      expect(await sheetNames(again.bytes)).toEqual(await sheetNames(once.bytes));
      expect(again.evaluation.findings.filter((one) => one.stage === 'report')).toEqual([]);
    }
    // Cell by cell: the numbers of cell formats follow the order in which a package first met them.
    expect(await ownCells(onItself.bytes)).toEqual(await ownCells(onPristine.bytes));
    expect(await ownFormulas(onItself.bytes)).toEqual(await ownFormulas(onPristine.bytes));
  });

  it('is kept when a row is inserted above the figures it explains', async () => {
    const cells = (await inputCells(once.bytes)).filter((cell) => cell.sheet === '自评_问题清单');
    const [choice, reason] = cells.slice(0, 2) as [InputCell, InputCell];
    const edits = new Map<string, Edit>([
      [choice.place, '已说明'],
      [reason.place, '年中科目调整'],
    ]);
    const answered = withCells(once.bytes, edits);
    const moved = withRowInserted(FAULTY, '支出决算表', 3);
    const again = await evaluatedFrom(moved, { previousBytes: answered });
    const found = await typedInto(again.bytes);
    expect([found.get(keyOf(choice)), found.get(keyOf(reason))]).toEqual(['已说明', '年中科目调整']);
    const handled = again.evaluation.checks?.filter((check) => check.handling.state === 'explained');
    expect(handled?.map((check) => [check.key, check.handling.reason])).toEqual([[choice.id, '年中科目调整']]);
  });

  it('reopens when the figures it explains change, keeps the reason, and is answered anew', async () => {
    const fails = once.evaluation.checks?.filter((check) => check.status === 'fails') ?? [];
    const cells = (await inputCells(once.bytes)).filter((cell) => fails.some((check) => check.key === cell.id));
    const answers = new Map<string, Edit>(
      cells.map((cell) => [cell.place, cell.column === '处理' ? '已说明' : '见审计意见']),
    );
    const [place] = fails[0]?.left?.places ?? [];
    const changed = withCells(withCells(once.bytes, answers), new Map([[formatPlace(place as CellPlace), 4321]]));
    const again = await evaluatedFrom(changed);
    const stateOf = (key: string): string | undefined =>
      again.evaluation.checks?.find((check) => check.key === key)?.handling.state;
    const before = new Map(fails.map((check) => [check.key, check]));
    for (const check of again.evaluation.checks ?? []) {
      const old = before.get(check.key);
      if (!old || check.status !== 'fails') continue;
      const same =
        old.left?.value?.equals(check.left?.value as never) && old.right?.value?.equals(check.right?.value as never);
      expect([check.key, stateOf(check.key)]).toEqual([check.key, same ? 'explained' : 'reopened']);
    }
    const reopened = (await inputCells(again.bytes)).filter((cell) => cell.value === '需重新确认');
    expect(reopened.length).toBeGreaterThan(0);
    const third = await evaluatedFrom(again.bytes);
    expect(ownParts(third.bytes)).toEqual(ownParts(again.bytes));
    const confirmed = await evaluatedFrom(
      withCells(again.bytes, new Map(reopened.map((cell) => [cell.place, '已说明']))),
    );
    expect(confirmed.evaluation.checks?.filter((check) => check.handling.state === 'reopened')).toEqual([]);
  });

  it('without a reason is no answer', async () => {
    const choice = (await inputCells(once.bytes)).find((cell) => cell.column === '处理') as InputCell;
    const again = await evaluatedFrom(withCells(once.bytes, new Map([[choice.place, '不适用']])));
    expect(again.evaluation.checks?.every((check) => check.handling.state === 'open')).toBe(true);
    expect((await typedInto(again.bytes)).get(keyOf(choice))).toBe('不适用');
    const row = /\d+$/.exec(choice.place)?.[0];
    expect((await ownCells(again.bytes)).get(`自评_问题清单!M${row}`)).toBe('还缺说明');
  });

  it('about a finding that is gone stays at the end of the list, and returns with it', async () => {
    const listed = (await inputCells(once.bytes)).filter((cell) => cell.sheet === '自评_问题清单');
    const cells = listed.slice(0, 2) as [InputCell, InputCell];
    const answered = withCells(
      once.bytes,
      new Map(cells.map((cell, at) => [cell.place, at === 0 ? '已说明' : '原因甲'])),
    );
    const mended = await evaluatedFrom(SAMPLE, { previousBytes: answered });
    expect(mended.evaluation.checks?.filter((check) => check.status === 'fails')).toEqual([]);
    const kept = await typedInto(mended.bytes);
    expect(cells.map((cell) => kept.get(keyOf(cell)))).toEqual(['已说明', '原因甲']);
    expect([...(await ownCells(mended.bytes)).values()]).toContain('已不再出现');
    const back = await evaluatedFrom(FAULTY, { previousBytes: mended.bytes });
    const returned = back.evaluation.checks?.find((check) => check.key === cells[0].id);
    expect(returned?.handling).toEqual({ state: 'explained', reason: '原因甲' });
  });

  it('for another year is kept below the table and does not stand in this year’s cells', async () => {
    const written = await evaluatedFrom(SAMPLE);
    const cell = (await inputCells(written.bytes)).find((one) => one.sheet === '自评_收支对比') as InputCell;
    const typed = withCells(written.bytes, new Map([[cell.place, 123.45]]));
    const other = await evaluatedFrom(SAMPLE, { previousBytes: typed, year: 2024 });
    const found = (await inputCells(other.bytes)).filter(
      (one) => one.sheet === '自评_收支对比' && one.value === 123.45,
    );
    expect(found.map((one) => one.id)).toEqual([cell.id]);
    const back = await evaluatedFrom(SAMPLE, { previousBytes: other.bytes });
    expect((await typedInto(back.bytes)).get(keyOf(cell))).toBe(123.45);
    expect(ownParts(back.bytes)).toEqual(ownParts((await evaluatedFrom(typed)).bytes));
  });
});

describe('a cell of ours that was changed', () => {
  it.each([
    ['a formula typed over', '自评_勾稽核对!F5', 1],
    ['a word changed', '自评_收支对比!A6', '收入'],
    ['a cell filled that was blank', '自评_目录!C5', '备注'],
    ['a cell cleared', '自评_取数!B6', null],
  ])('%s: the old sheet stays as …_旧, and she is told', async (_, place, value) => {
    const edited = withCells(once.bytes, new Map<string, Edit>([[place, value]]));
    const sheet = place.split('!')[0] as string;
    for (const again of [await evaluatedFrom(edited), await evaluatedFrom(FAULTY, { previousBytes: edited })]) {
      expect(await sheetNames(again.bytes)).toEqual([...(await sheetNames(once.bytes)), `${sheet}_旧`]);
      expect(again.evaluation.findings.filter((one) => one.stage === 'report').map((one) => one.message)).toEqual([
        expect.stringContaining(`原样留为“${sheet}_旧”`),
      ]);
      expect(ownParts(again.bytes)).toEqual(ownParts(once.bytes));
      const old = await ownCells(again.bytes);
      expect(old.get(place.replace('!', '_旧!')) ?? null).toBe(value);
    }
  });

  it('is told once: the next run leaves both sheets alone', async () => {
    const edited = withCells(once.bytes, new Map<string, Edit>([['自评_目录!A6', '改过']]));
    const again = await evaluatedFrom(FAULTY, { previousBytes: edited });
    const third = await evaluatedFrom(FAULTY, { previousBytes: again.bytes });
    expect(await sheetNames(third.bytes)).toEqual(await sheetNames(again.bytes));
    expect(third.evaluation.findings.filter((one) => one.stage === 'report')).toEqual([]);
  });
});

describeWithLibreOffice('a workbook saved by another program in between', () => {
  it('keeps what she typed, and is not taken for changed', async () => {
    const cells = await inputCells(once.bytes);
    const answerTo = ({ column }: InputCell): Edit =>
      column === '处理' ? '已说明' : column === '说明' ? '原因' : 12.5;
    const saved = await recalculated(withCells(once.bytes, new Map(cells.map((cell) => [cell.place, answerTo(cell)]))));
    const again = await evaluatedFrom(FAULTY, { previousBytes: saved });
    expect(again.evaluation.findings.filter((one) => one.stage === 'report')).toEqual([]);
    const found = await typedInto(again.bytes);
    expect(new Map(cells.map((cell) => [keyOf(cell), found.get(keyOf(cell))]))).toEqual(
      new Map(cells.map((cell) => [keyOf(cell), answerTo(cell)])),
    );
  });
});

/** The workbook after a blank row was inserted above row `row` of a sheet, as a spreadsheet does it. */
function withRowInserted(bytes: Uint8Array, sheet: string, row: number): Uint8Array {
  const parts = unzipSync(bytes);
  const part = partOf(parts, sheet);
  const shift = (number: string): number => Number(number) + (Number(number) >= row ? 1 : 0);
  const xml = strFromU8(parts[part] as Uint8Array)
    .replace(/<row r="(\d+)"/g, (_, number: string) => `<row r="${shift(number)}"`)
    .replace(/<c r="([A-Z]+)(\d+)"/g, (_, column: string, number: string) => `<c r="${column}${shift(number)}"`)
    .replace(
      /ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g,
      (_, left: string, top: string, right: string, bottom: string) =>
        `ref="${left}${shift(top)}:${right}${shift(bottom)}"`,
    );
  parts[part] = strToU8(xml);
  return zipSync(parts);
}
