import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const DEPCRUISE = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

interface Sample {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** One forbidden import per rule. */
const FORBIDDEN: readonly Sample[] = [
  { rule: 'layer-model', from: 'src/model/a.ts', to: 'src/tables/leaf.ts' },
  { rule: 'layer-sheet', from: 'src/sheet/a.ts', to: 'src/tables/leaf.ts' },
  { rule: 'layer-tables', from: 'src/tables/a.ts', to: 'src/facts/leaf.ts' },
  { rule: 'layer-facts', from: 'src/facts/a.ts', to: 'src/formula/leaf.ts' },
  { rule: 'layer-formula', from: 'src/formula/a.ts', to: 'src/checks/leaf.ts' },
  { rule: 'layer-checks', from: 'src/checks/a.ts', to: 'src/rubric/leaf.ts' },
  { rule: 'layer-rubric', from: 'src/rubric/a.ts', to: 'src/checks/leaf.ts' },
  { rule: 'layer-narrative', from: 'src/narrative/a.ts', to: 'src/tables/leaf.ts' },
  { rule: 'layer-document', from: 'src/document/a.ts', to: 'src/tables/leaf.ts' },
  { rule: 'layer-report', from: 'src/report/a.ts', to: 'src/hosts/xlsx/leaf.ts' },
  { rule: 'layer-hosts', from: 'src/hosts/xlsx/a.ts', to: 'src/tables/leaf.ts' },
  { rule: 'layer-ribbon', from: 'src/ribbon/a.ts', to: 'src/model/leaf.ts' },
  { rule: 'layer-taskpane', from: 'src/taskpane/screens/a.tsx', to: 'src/checks/leaf.ts' },
  { rule: 'layer-taskpane', from: 'src/taskpane/service/a.ts', to: 'src/hosts/xlsx/leaf.ts' },
  { rule: 'pane-host', from: 'src/taskpane/service/b.ts', to: 'src/hosts/excel/leaf.ts' },
  { rule: 'pane-engine', from: 'src/taskpane/screens/b.tsx', to: 'src/evaluate.ts' },
  { rule: 'pane-document', from: 'src/taskpane/engine/a.ts', to: 'src/document/leaf.ts' },
  { rule: 'layer-commands', from: 'src/commands/a.ts', to: 'src/evaluate.ts' },
  { rule: 'layer-wps', from: 'src/wps/main.ts', to: 'src/evaluate.ts' },
  { rule: 'layer-evaluate', from: 'src/evaluate.ts', to: 'src/hosts/xlsx/leaf.ts' },
  { rule: 'hosts-apart', from: 'src/hosts/wps/a.ts', to: 'src/hosts/excel/leaf.ts' },
  { rule: 'cli-hosts', from: 'src/cli/a.ts', to: 'src/hosts/wps/leaf.ts' },
  { rule: 'src-alone', from: 'src/model/b.ts', to: 'test/support/leaf.ts' },
];

const ALLOWED: readonly Omit<Sample, 'rule'>[] = [
  { from: 'src/tables/c.ts', to: 'src/model/leaf.ts' },
  { from: 'src/checks/c.ts', to: 'src/formula/leaf.ts' },
  { from: 'src/report/c.ts', to: 'src/narrative/leaf.ts' },
  { from: 'src/hosts/xlsx/c.ts', to: 'src/hosts/xlsx/leaf.ts' },
  { from: 'src/cli/c.ts', to: 'src/hosts/xlsx/leaf.ts' },
  { from: 'src/taskpane/main.tsx', to: 'src/hosts/excel/leaf.ts' },
  { from: 'src/taskpane/engine/c.ts', to: 'src/evaluate.ts' },
  { from: 'src/taskpane/screens/c.tsx', to: 'src/report/leaf.ts' },
  { from: 'src/commands/c.ts', to: 'src/ribbon/leaf.ts' },
];

/** Imports that a rule would refuse if they were made at once and for their value. */
const BY_TYPE_OR_LATER: readonly (readonly [from: string, to: string, text: string])[] = [
  [
    'src/taskpane/screens/type.tsx',
    'src/evaluate.ts',
    "import type { leaf } from '../../evaluate';\nexport type Own = typeof leaf;\n",
  ],
  [
    'src/taskpane/engine/later.ts',
    'src/document/leaf.ts',
    "export const own = (): Promise<unknown> => import('../../document/leaf');\n",
  ],
];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What dependency-cruiser refuses in a folder of those imports, with the repository's own rules. */
function violationsOf(imports: readonly Omit<Sample, 'rule'>[]): Violation[] {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(ROOT, file), join(folder, file));
    for (const [from, , text] of BY_TYPE_OR_LATER) write(from, text);
    for (const { to } of imports) write(to, 'export const leaf = 1;\n');
    for (const { from, to } of imports) {
      const path = `${'../'.repeat(from.split('/').length - 1) || './'}${to.replace(/\.ts$/, '')}`;
      write(from, `import { leaf } from '${path}';\nexport const own = leaf;\n`);
    }
    write('src/model/one.ts', "import { two } from './two';\nexport const one = two;\n");
    write('src/model/two.ts', "import { one } from './one';\nexport const two = one;\n");
    const args = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, [DEPCRUISE, ...args], { cwd: folder, encoding: 'utf8' });
    return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the layers', () => {
  let violations: readonly Violation[] = [];
  beforeAll(() => {
    violations = violationsOf([...FORBIDDEN, ...ALLOWED]);
  }, 30_000);

  it.each(FORBIDDEN)('refuse $from → $to by $rule', ({ rule, from, to }) => {
    const found = violations.filter((one) => one.from === from && one.to === to).map((one) => one.rule.name);
    expect(found).toContain(rule);
  });

  it.each(ALLOWED)('allow $from → $to', ({ from, to }) => {
    expect(violations.filter((one) => one.from === from && one.to === to)).toEqual([]);
  });

  it.each(BY_TYPE_OR_LATER)('allow %s → %s by type, or when it is wanted', (from) => {
    expect(violations.filter((one) => one.from === from)).toEqual([]);
  });

  it('refuse a circle', () => {
    const circles = violations.filter((one) => one.rule.name === 'no-circular').map((one) => one.from);
    expect(circles.sort()).toEqual(['src/model/one.ts']);
  });

  it('have a sample for every rule', () => {
    const tested = new Set([...FORBIDDEN.map(({ rule }) => rule), 'no-circular']);
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(join(ROOT, '.dependency-cruiser.cjs'));
    expect(forbidden.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });
});

// eslint loads its config as a module, which jest's own module loader does not: hence a process of its own.
const LINT = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const rules = [];
  for (const text of process.argv.slice(1)) {
    const [result] = await eslint.lintText(text, { filePath: 'src/model/fixture.ts' });
    rules.push(result.messages.map((one) => one.ruleId));
  }
  process.stdout.write(JSON.stringify(rules));
`;

/** The rules that eslint reports for each source text under src/, with the repository's own config. */
function rulesBroken(texts: readonly string[]): string[][] {
  const args = ['--input-type=module', '--eval', LINT, '--', ...texts];
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(stdout) as string[][];
}

const LINTED: readonly (readonly [text: string, rules: readonly string[]])[] = [
  ["import { read } from 'xlsx';\nexport const own = read;\n", ['no-restricted-imports']],
  ["import { read } from 'xlsx/dist/cpexcel.full.mjs';\nexport const own = read;\n", ['no-restricted-imports']],
  ["import { Workbook } from 'exceljs';\nexport const own = Workbook;\n", ['no-restricted-imports']],
  ["import { HyperFormula } from 'hyperformula';\nexport const own = HyperFormula;\n", ['no-restricted-imports']],
  ["import { get } from 'node:https';\nexport const own = get;\n", ['no-restricted-imports']],
  ["import { connect } from 'net';\nexport const own = connect;\n", ['no-restricted-imports']],
  ["export const own = (): unknown => fetch('https://example.com');\n", ['no-restricted-globals']],
  ["import { read } from '@e965/xlsx';\nexport const own = read;\n", []],
  ['export const own = (one: any): number => one;\n', ['@typescript-eslint/no-explicit-any']],
];

describe('the bans of eslint', () => {
  let broken: readonly (readonly string[])[] = [];
  beforeAll(() => {
    broken = rulesBroken(LINTED.map(([text]) => text));
  }, 30_000);

  it.each(LINTED.map(([text, rules], at) => [text, rules, at] as const))('%j breaks %j', (_, rules, at) => {
    expect(broken[at]).toEqual(rules);
  });
});
