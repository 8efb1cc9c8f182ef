import tseslint from 'typescript-eslint';

const banned = (group, message) => ({ group, message });

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', 'coverage'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            banned(['/xlsx', '/xlsx/*'], 'Use @e965/xlsx: the package named xlsx stopped at a vulnerable version.'),
            banned(['exceljs', 'hyperformula'], 'See docs/decisions.md.'),
            banned(
              [
                '/http',
                '/https',
                '/http2',
                '/net',
                '/tls',
                '/dgram',
                '/dns',
                'node:http*',
                'node:net',
                'node:tls',
                'node:d*',
              ],
              'Nothing leaves the machine.',
            ),
          ],
        },
      ],
    },
  },
  { files: ['**/*.cjs', 'webpack.config.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['bench/**', 'samples/**'], rules: { 'no-console': 'off' } },
  // The workbench is a page and its server on one machine, for development; neither is part of the product.
  { files: ['test/workbench/**'], rules: { 'no-restricted-globals': 'off', 'no-restricted-imports': 'off' } },
);
