/**
 * The layers of docs/architecture.md: each room may import only the rooms named here.
 * test/unit/layers.test.ts feeds this file forbidden imports and expects them to be refused.
 */
const ROOMS = {
  model: [],
  sheet: ['model'],
  tables: ['model'],
  facts: ['model', 'tables'],
  formula: ['model', 'sheet', 'tables', 'facts'],
  checks: ['model', 'tables', 'facts', 'formula'],
  rubric: ['model', 'sheet', 'tables', 'facts', 'formula'],
  narrative: ['model', 'sheet', 'facts', 'formula'],
  document: ['model', 'sheet'],
  report: ['model', 'sheet', 'tables', 'facts', 'formula', 'checks', 'rubric', 'narrative', 'document'],
  hosts: ['model', 'sheet'],
};

const layers = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `layer-${room}`,
  severity: 'error',
  comment: `src/${room} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'layer-evaluate',
      severity: 'error',
      comment: 'The pipe joins the stages and knows no host, screen or command line.',
      from: { path: '^src/evaluate\\.ts$' },
      to: { path: '^src/(hosts|taskpane|commands|cli)/' },
    },
    {
      name: 'hosts-apart',
      severity: 'error',
      comment: 'One host never imports another.',
      from: { path: '^src/hosts/([^/]+)/' },
      to: { path: '^src/hosts/([^/]+)/', pathNot: '^src/hosts/$1/' },
    },
    {
      name: 'cli-hosts',
      severity: 'error',
      comment: 'The command line works on files only.',
      from: { path: '^src/cli/' },
      to: { path: '^src/(hosts/(excel|wps)|taskpane|commands)/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'src-alone', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench|samples)/' } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.json', '.js'] },
  },
};
