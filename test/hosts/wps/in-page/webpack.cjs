const { join, resolve } = require('node:path');

const HERE = resolve(__dirname, '../../../..');

/** The model of WPS as one script, for pages of tests. It runs in a realm of its own, which is as new as the browser. */
module.exports = {
  mode: 'production',
  context: HERE,
  entry: { model: './test/hosts/wps/in-page/model.ts' },
  output: { path: join(HERE, 'out/wps-model'), filename: '[name].js', clean: true },
  target: ['web', 'es2022'],
  devtool: false,
  resolve: {
    extensions: ['.ts', '.js'],
    alias: { [join(HERE, 'test/hosts/workbook/engine-module')]: join(__dirname, 'engine-module.ts') },
  },
  module: {
    parser: { javascript: { dynamicImportMode: 'eager' } },
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
      },
    ],
  },
  optimization: { minimize: false },
  performance: false,
};
