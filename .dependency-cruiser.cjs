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
  ribbon: [],
};

/** What the task pane may know besides its own files: the pipe, the port, and what the stages hand on. */
const PANE = [
  'model/',
  'sheet/',
  'tables/packs',
  'rubric/',
  'report/',
  'document/',
  'ribbon/',
  'evaluate\\.ts$',
  'hosts/port\\.ts$',
];

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
    {
      name: 'layer-taskpane',
      severity: 'error',
      comment: 'The pane talks to a host through its port.',
      from: { path: '^src/taskpane/' },
      to: { path: '^src/', pathNot: [`^src/taskpane/`, `^src/(${PANE.join('|')})`, '^src/hosts/(excel|wps)/'] },
    },
    {
      name: 'pane-host',
      severity: 'error',
      comment: 'The pane is put together in one place only.',
      from: { path: '^src/taskpane/', pathNot: '^src/taskpane/(main|wps)\\.tsx$' },
      to: { path: '^src/hosts/(excel|wps)/' },
    },
    {
      name: 'pane-engine',
      severity: 'error',
      comment: 'Only the engine runs the pipe: screens and service know its types, so that the pane shows at once.',
      from: { path: '^src/taskpane/', pathNot: '^src/taskpane/engine/' },
      to: { path: '^src/evaluate\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pane-document',
      severity: 'error',
      comment: 'The Word writer is large and loaded when she asks for a document.',
      from: { path: '^src/taskpane/' },
      to: { path: '^src/document/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'layer-commands',
      severity: 'error',
      comment: 'Buttons of the ribbon know their description and the service of the pane.',
      from: { path: '^src/commands/' },
      to: { path: '^src/', pathNot: '^src/(commands|ribbon|taskpane/service)/' },
    },
    {
      name: 'layer-wps',
      severity: 'error',
      comment: 'The WPS package knows the description of the ribbon; its pane is an entry of the task pane.',
      from: { path: '^src/wps/' },
      to: { path: '^src/', pathNot: '^src/(wps|ribbon)/' },
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
