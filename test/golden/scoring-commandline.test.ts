import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RUBRICS } from '../../src/rubric/packs';
import type { Run } from '../support/commandline';
import { textOf, ziping as zipingIn } from '../support/commandline';
import { SAMPLE_FILE } from '../support/sample';

type Fields = Readonly<Record<string, unknown>>;

interface Result extends Fields {
  readonly scorecard: Fields & { readonly indicators: readonly Fields[] };
  readonly projects: readonly (Fields & { readonly funds: Fields; readonly indicators: readonly Fields[] })[];
  readonly report: Fields & {
    readonly sections: readonly (Fields & { readonly paragraphs: readonly Fields[] })[];
  };
  readonly findings: readonly { readonly rule: string; readonly class: string; readonly message: string }[];
}

const CHINESE_SENTENCE = /^[^\n]*[\u4e00-\u9fff][^\n]*。\n$/;
const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const PLACE = /^.+![A-Z]+[1-9]\d*$/;

/** What is there for a key: a test of its value. */
type Shapes = Readonly<Record<string, (value: unknown) => boolean>>;

const text = (value: unknown): boolean => typeof value === 'string' && value !== '';
const words = (value: unknown): boolean => typeof value === 'string';
const decimal = (value: unknown): boolean => typeof value === 'string' && DECIMAL.test(value);
const orNull =
  (shape: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || shape(value);
const oneOf =
  (...choices: readonly unknown[]) =>
  (value: unknown): boolean =>
    choices.includes(value);
const listOf =
  (shape: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(shape);
const place = (value: unknown): boolean => typeof value === 'string' && PLACE.test(value);
const UNIT = oneOf('元', '万元', '亿元', null);
const STATUS = oneOf('computed', 'answered', 'pending', 'not-applicable');

/** Expects exactly these keys, each of its shape. */
function expectShape(value: Fields, shapes: Shapes): void {
  expect(Object.keys(value).sort()).toEqual(Object.keys(shapes).sort());
  for (const [key, fits] of Object.entries(shapes))
    expect([key, value[key], fits(value[key])]).toEqual([key, value[key], true]);
}

const anything = (): boolean => true;

jest.setTimeout(90_000);

describe('scoring on the command line', () => {
  let folder: string;
  let whole: Result;
  const inFolder = (name: string): string => join(folder, name);
  const ziping = (...args: readonly string[]): Promise<Run> => zipingIn(['evaluate', ...args], folder);
  const answers = (name: string, content: string): string => {
    writeFileSync(inFolder(name), content);
    return inFolder(name);
  };

  const scoresOf = async (...args: string[]): Promise<Result> => {
    const run = await ziping(SAMPLE_FILE, '--only', 'scores', '--json', '-', ...args);
    expect([run.code, run.stderr]).toEqual([0, '']);
    return JSON.parse(textOf(run)) as Result;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ziping-scoring-'));
    const run = await ziping('--json', '-');
    expect([run.code, run.stderr]).toEqual([0, '']);
    whole = JSON.parse(textOf(run)) as Result;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('--rubric with an unknown id lists those there are, and writes nothing', async () => {
    const run = await ziping('--rubric', 'mof-2014', '--json', inFolder('unknown.json'));
    expect([run.code, textOf(run)]).toEqual([2, '']);
    expect(run.stderr).toMatch(CHINESE_SENTENCE);
    for (const { id, title } of RUBRICS) expect(run.stderr).toContain(`${id}（${title}）`);
    expect(existsSync(inFolder('unknown.json'))).toBe(false);
  });

  test.each(RUBRICS.slice(1).map(({ id, indicators }): [string, number] => [id, indicators.length]))(
    '--rubric %s scores by it',
    async (id, count) => {
      const { scorecard } = await scoresOf('--rubric', id);
      expect([scorecard['rubric'], scorecard['full'], scorecard.indicators.length]).toEqual([id, '100', count]);
    },
  );

  test.each([
    ['broken JSON', '{"goal-clear": '],
    ['a list', '[1, 2]'],
    ['bare numbers', '{"goal-clear": 3}'],
  ])('--answers with %s is refused in one sentence', async (_, content) => {
    const run = await ziping(SAMPLE_FILE, '--answers', answers('坏.json', content));
    expect([run.code, textOf(run)]).toEqual([2, '']);
    expect(run.stderr).toMatch(CHINESE_SENTENCE);
    expect(run.stderr).toContain('坏.json');
  });

  test('--answers that is not there is refused in one sentence', async () => {
    const run = await ziping(SAMPLE_FILE, '--answers', inFolder('没有.json'));
    expect([run.code, textOf(run)]).toEqual([2, '']);
    expect(run.stderr).toMatch(CHINESE_SENTENCE);
  });

  test('--answers for an unknown indicator is a finding; the others are scored', async () => {
    const file = answers('答复.json', '{"goal-clear": {"count": 2}, "no-such": {"count": 1}}');
    const { scorecard, findings } = await scoresOf('--answers', file);
    expect(scorecard.indicators.find((one) => one['id'] === 'goal-clear')).toMatchObject({
      score: '1.5',
      status: 'answered',
    });
    const unknown = findings.filter(({ rule }) => rule === 'score.answer.unknown');
    expect(unknown.map((one) => [one.class, one.message.includes('“no-such”')])).toEqual([['explain', true]]);
  });

  test('--only scores prints the score and writes nothing', async () => {
    const run = await ziping(SAMPLE_FILE, '--only', 'scores', '--json', inFolder('scores.json'));
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(textOf(run).split('\n')).toContain(
      `得分：已评 53.74/54.00，待填 46.00 分（试算·分值待与财政局附件核对）　按《${RUBRICS[0].title}》`,
    );
    expect(textOf(run)).not.toContain('已写好');
    const result = JSON.parse(readFileSync(inFolder('scores.json'), 'utf8')) as Result;
    expect(Object.keys(result)).toEqual(expect.arrayContaining(['scorecard', 'projects', 'checks', 'findings']));
    expect(Object.keys(result)).not.toContain('report');
    expect(Object.keys(result)).not.toContain('written');
  });

  test('the summary of a complete score has the grade', async () => {
    const file = SAMPLE_FILE.replace(/\.xlsx$/, '答复.json');
    const run = await ziping(SAMPLE_FILE, '--only', 'scores', '--answers', file);
    expect(textOf(run).split('\n')).toContain(
      `得分：98.43 分，等级 优（试算·分值待与财政局附件核对）　按《${RUBRICS[0].title}》`,
    );
  });

  test('a whole run has exactly the keys of the contract', () => {
    expect(Object.keys(whole).sort()).toEqual(
      [
        ...['version', 'unit', 'tables', 'unrecognised', 'facts', 'checks', 'findings'],
        ...['scorecard', 'projects', 'report', 'written', 'timings'],
      ].sort(),
    );
  });

  test('scorecard is as the contract says', () => {
    expectShape(whole.scorecard, {
      rubric: text,
      pointsBasis: oneOf('confirmed', 'unconfirmed'),
      full: decimal,
      scorable: decimal,
      pendingPoints: decimal,
      total: decimal,
      grade: orNull(text),
      indicators: (value) => Array.isArray(value) && value.length >= 20,
    });
    for (const indicator of whole.scorecard.indicators) {
      expectShape(indicator, {
        id: text,
        path: (value) => listOf(text)(value) && (value as unknown[]).length === 3,
        points: decimal,
        value: orNull(decimal),
        target: words,
        score: orNull(decimal),
        status: STATUS,
        formula: words,
        inputs: Array.isArray,
        deduction: words,
        basis: text,
      });
      for (const input of indicator['inputs'] as readonly Fields[])
        expectShape(input, { name: text, value: orNull(decimal), unit: UNIT, cells: listOf(place) });
    }
  });

  test('projects are as the contract says', () => {
    expect(whole.projects.map(({ name }) => name)).toEqual([
      '城乡居民最低生活保障',
      '特困人员救助供养',
      '残疾人两项补贴',
      '养老服务体系建设',
    ]);
    for (const project of whole.projects) {
      expectShape(project, {
        name: text,
        executionRate: orNull(decimal),
        total: orNull(decimal),
        pendingPoints: decimal,
        grade: orNull(text),
        funds: anything,
        indicators: (value) => Array.isArray(value) && value.length > 0,
      });
      expectShape(project.funds, {
        initialBudget: orNull(decimal),
        annualBudget: orNull(decimal),
        actual: orNull(decimal),
        unit: UNIT,
        cells: listOf(place),
      });
      for (const indicator of project.indicators)
        expectShape(indicator, {
          path: listOf(text),
          target: words,
          actual: orNull(words),
          points: orNull(decimal),
          score: orNull(decimal),
          stated: orNull(decimal),
          status: STATUS,
          note: words,
          cells: listOf(place),
        });
    }
  });

  test('report is as the contract says', () => {
    expectShape(whole.report, { sections: (value) => Array.isArray(value) && value.length > 0 });
    for (const section of whole.report.sections) {
      expectShape(section, { heading: text, paragraphs: Array.isArray });
      for (const paragraph of section.paragraphs)
        expectShape(paragraph, { id: text, text, facts: listOf(text), pending: listOf(text) });
    }
  });

  test('a rubric file that was edited in the result is used from there', async () => {
    const out = inFolder('庐山_自评.xlsx');
    expect((await ziping(SAMPLE_FILE, '--rubric', 'step-deduction', '--out', out)).code).toBe(0);
    const { scorecard } = await scoresOf('--rubric-file', out);
    expect(scorecard['rubric']).toBe('step-deduction');
  });
});
