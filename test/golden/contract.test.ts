import type { LastStage } from '../../src/evaluate';
import { toJson } from '../../src/cli/json';
import { parsePlace } from '../../src/model/address';
import type { SheetDescription } from '../../src/model/grid';
import { addSheet, judgeFile, sampleBytes, setCell } from '../support/sample';

/** What a value may be: a test that gives null when it fits, else what is wrong with it. */
type Shape = (value: unknown) => string | null;

const is =
  (name: string, fits: (value: unknown) => boolean): Shape =>
  (value) =>
    fits(value) ? null : `${JSON.stringify(value)} is no ${name}`;
const text = is('text', (value) => typeof value === 'string' && value !== '');
const integer = is('integer', (value) => Number.isInteger(value) && (value as number) >= 0);
const flag = is('boolean', (value) => typeof value === 'boolean');
const decimal = is(
  'decimal string',
  (value) => typeof value === 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value),
);
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? null : shape(value);
const oneOf = (...words: readonly (string | null)[]): Shape =>
  is(words.join('|'), (value) => words.includes(value as string));
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) ? (value.map(shape).find((problem) => problem !== null) ?? null) : 'no list';
/** Exactly these keys, each of its shape. */
const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) => {
    const [own, wanted] = [Object.keys(value as object).sort(), Object.keys(shapes).sort()];
    if (own.join() !== wanted.join()) return `keys ${own.join()} instead of ${wanted.join()}`;
    for (const [key, shape] of Object.entries(shapes)) {
      const problem = shape((value as Record<string, unknown>)[key]);
      if (problem !== null) return `${key}: ${problem}`;
    }
    return null;
  };

const cellIn =
  (sheets: readonly SheetDescription[]): Shape =>
  (value) => {
    const place = typeof value === 'string' ? parsePlace(value) : null;
    const sheet = sheets.find((one) => one.name === place?.sheet);
    if (!place || !sheet) return `${JSON.stringify(value)} names no sheet`;
    return place.row < sheet.rowCount && place.column < sheet.columnCount ? null : `${String(value)} lies outside`;
  };

const UNIT = oneOf('元', '万元', '亿元', null);
const CLASS = oneOf('must', 'explain', 'hint');
const CAUSES = [
  'unit',
  'rounding',
  'missing-row',
  'doubled-row',
  'swapped-digits',
  'misclassified',
  'period',
  'text-number',
  'sign',
];
const HANDLING = record({ state: oneOf('open', 'explained', 'not-applicable', 'reopened'), reason: orNull(text) });

function tablesPart(kinds: Shape): Readonly<Record<string, Shape>> {
  return {
    version: is('version', (value) => value === 1),
    unit: record({ name: orNull(text), region: listOf(text), year: orNull(integer) }),
    tables: listOf(
      record({
        kind: kinds,
        sheet: text,
        range: is('range', (value) => /^[A-Z]+\d+:[A-Z]+\d+$/.test(String(value))),
        title: orNull(text),
        unitName: orNull(text),
        subject: orNull(text),
        year: orNull(integer),
        asOf: orNull(is('cut-off', (value) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(String(value)))),
        amountUnit: UNIT,
        writtenUnit: decimal,
        rows: integer,
        hidden: flag,
        confidence: oneOf('certain', 'likely', 'uncertain'),
      }),
    ),
    unrecognised: listOf(record({ sheet: text, reason: text })),
    timings: record({ read: integer, recognise: integer, check: integer, score: integer, write: integer }),
  };
}

const KIND = is('kind', (value) => /^[a-z]+\/[a-z-]+$/.test(String(value)));

function findingsOf(cell: Shape): Shape {
  return listOf(
    record({
      rule: is('rule', (value) => /^[a-z]+(?:\.[a-z-]+)+$/.test(String(value))),
      key: text,
      stage: oneOf('tables', 'checks', 'scores', 'report'),
      class: CLASS,
      title: text,
      cells: listOf(cell),
      message: text,
      basis: text,
      handling: HANDLING,
    }),
  );
}

function checksPart(cell: Shape): Readonly<Record<string, Shape>> {
  const side = orNull(record({ text, value: orNull(decimal), unit: UNIT, cells: listOf(cell) }));
  return {
    facts: listOf(
      record({
        name: text,
        definition: is('definition', (value) => /^《.+》\[.+,.+\](?:@\d{4})?$/.test(String(value))),
        value: decimal,
        unit: UNIT,
        cells: listOf(cell),
      }),
    ),
    checks: listOf(
      record({
        id: is('id', (value) => /^[a-z-]+(?:\.[a-z0-9-]+)+$/.test(String(value))),
        key: text,
        title: text,
        basis: text,
        class: CLASS,
        status: oneOf('holds', 'rounding', 'fails', 'missing', 'not-applicable'),
        left: side,
        right: side,
        difference: orNull(decimal),
        tolerance: orNull(decimal),
        cause: oneOf(...CAUSES, null),
        message: text,
        explainedBy: listOf(record({ cells: listOf(cell), text, value: decimal })),
        handling: HANDLING,
      }),
    ),
  };
}

/** Words that may be missing. */
const words = is('text', (value) => typeof value === 'string');
const STATUS = oneOf('computed', 'answered', 'pending', 'not-applicable');

function scorecardOf(cell: Shape): Shape {
  return record({
    rubric: text,
    pointsBasis: oneOf('confirmed', 'unconfirmed'),
    full: decimal,
    scorable: decimal,
    pendingPoints: decimal,
    total: decimal,
    grade: orNull(text),
    indicators: listOf(
      record({
        id: text,
        path: listOf(text),
        points: decimal,
        value: orNull(decimal),
        target: words,
        score: orNull(decimal),
        status: STATUS,
        formula: words,
        inputs: listOf(record({ name: text, value: orNull(decimal), unit: UNIT, cells: listOf(cell) })),
        deduction: words,
        basis: text,
      }),
    ),
  });
}

function projectsOf(cell: Shape): Shape {
  const funds = {
    initialBudget: orNull(decimal),
    annualBudget: orNull(decimal),
    actual: orNull(decimal),
    unit: UNIT,
    cells: listOf(cell),
  };
  const indicator = {
    path: listOf(text),
    target: words,
    actual: words,
    points: orNull(decimal),
    score: orNull(decimal),
    stated: orNull(decimal),
    status: STATUS,
    note: words,
    cells: listOf(cell),
  };
  return listOf(
    record({
      name: text,
      executionRate: orNull(decimal),
      total: decimal,
      pendingPoints: decimal,
      grade: orNull(text),
      funds: record(funds),
      indicators: listOf(record(indicator)),
    }),
  );
}

const REPORT = record({
  sections: listOf(
    record({
      heading: text,
      paragraphs: listOf(record({ id: text, text, facts: listOf(text), pending: listOf(text) })),
    }),
  ),
});

/** The sample with an amount changed, a unit removed, an unknown sheet and a sheet name that looks like a cell. */
function troubled(): Uint8Array {
  return sampleBytes((book) => {
    setCell(book, '支出决算表', 'G7', 17639.24);
    setCell(book, '收入决算表', 'K3', null);
    addSheet(book, '值班表!A1', [
      ['姓名', '日期'],
      ['甲', '周一'],
      ['乙', '周二'],
    ]);
  });
}

async function jsonOf(bytes: Uint8Array, last: LastStage): Promise<{ json: unknown; cell: Shape }> {
  const { evaluation, sheets } = await judgeFile(bytes, { last });
  const json: unknown = JSON.parse(JSON.stringify(toJson(evaluation, ['江西省'])));
  return { json, cell: cellIn(sheets) };
}

describe('the JSON of a run', () => {
  test('of the sample has exactly the keys and types of the contract', async () => {
    const { json, cell } = await jsonOf(sampleBytes(), 'checks');
    expect(record({ ...tablesPart(KIND), ...checksPart(cell), findings: findingsOf(cell) })(json)).toBeNull();
  });

  test('of a workbook with faults has them too, and says what fails', async () => {
    const { json, cell } = await jsonOf(troubled(), 'checks');
    expect(record({ ...tablesPart(KIND), ...checksPart(cell), findings: findingsOf(cell) })(json)).toBeNull();
    const { checks, unrecognised } = json as { checks: { status: string }[]; unrecognised: { sheet: string }[] };
    expect(checks.some((check) => check.status === 'fails')).toBe(true);
    expect(unrecognised.map((one) => one.sheet)).toEqual(['值班表!A1']);
  });

  test('of a whole run names the sheets that were written', async () => {
    const { json, cell } = await jsonOf(sampleBytes(), 'report');
    const written = is(
      'written',
      (value) => Array.isArray(value) && value.every((name) => /^自评_/.test(String(name))),
    );
    const scores = { scorecard: scorecardOf(cell), projects: projectsOf(cell), report: REPORT };
    const whole = { ...tablesPart(KIND), ...checksPart(cell), findings: findingsOf(cell), ...scores, written };
    expect(record(whole)(json)).toBeNull();
  });

  test('leaves out the keys of stages that were not run', async () => {
    const { json, cell } = await jsonOf(sampleBytes(), 'tables');
    expect(record({ ...tablesPart(KIND), findings: findingsOf(cell) })(json)).toBeNull();
  });

  test('gives every check and finding a key of its own', async () => {
    const { json } = await jsonOf(troubled(), 'checks');
    const { checks, findings } = json as { checks: { key: string }[]; findings: { key: string }[] };
    const keys = [...checks, ...findings].map((one) => one.key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});
