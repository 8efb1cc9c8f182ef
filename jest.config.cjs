/** How a source file is compiled for the tests; in .ts a “<T>” is a type, in .tsx an element. */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testTimeout: 600_000,
  // Every core: the suite is bound by what one evaluation costs, and CI has two.
  maxWorkers: '100%',
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
};
