const { readFileSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parse, tokTypes } = require('acorn');
const { zipSync } = require('fflate');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
require('tsx/cjs');
const { ADD_IN, wpsManifest, wpsRibbon } = require('../ribbon/wps-package.ts');

const ROOT = resolve(__dirname, '../..');
const { version } = require('../../package.json');
/** They look for the folder of the package beside themselves. */
const INSTALLERS = join(__dirname, 'install');
/** Browsers inside WPS are old, those on Linux oldest: no syntax newer than this (wps.md §1.7). */
const LANGUAGE = 'es2015';
/** The newest Chrome that knows ES2015 and nothing later: what it lacks is rewritten, regular expressions included. */
const WRITTEN_FOR = { chrome: '51' };
/** Entries of a zip carry a time; this one is always the same, so that the same sources give the same bytes. */
const LONG_AGO = new Date(1980, 0, 1);

/** Nothing but files of the package, and no request of any kind. Fluent makes its style sheets while it runs. */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'unsafe-inline'; img-src 'self' file: data:; base-uri 'none'; form-action 'none'";

function page(template, chunk, inserted = {}) {
  return new HtmlWebpackPlugin({
    template: join(__dirname, template),
    filename: template,
    chunks: [chunk],
    inject: false,
    minify: false,
    templateParameters: (_compilation, { js }) => ({ scripts: js, policy: POLICY, ...inserted }),
  });
}

/**
 * A regular expression that looks behind is newer syntax, which the compiler leaves as it is; Chromium 62 can do it. Made
 * while the script runs it is no syntax any more.
 */
class LookingBehind {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap('LookingBehind', (compilation) => {
      const at = { name: 'LookingBehind', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1 };
      compilation.hooks.processAssets.tap(at, (assets) => {
        for (const name of Object.keys(assets).filter((one) => one.endsWith('.js')))
          compilation.updateAsset(name, new sources.RawSource(withoutLookingBehind(assets[name].source().toString())));
      });
    });
  }
}

function withoutLookingBehind(code) {
  const found = [];
  const onToken = (token) => {
    if (token.type === tokTypes.regexp && /\(\?<[=!]/.test(token.value.pattern)) found.push(token);
  };
  parse(code, { ecmaVersion: 'latest', onToken });
  return found.reduceRight((changed, { start, end, value: { pattern, flags } }) => {
    const made = `new RegExp(${JSON.stringify(pattern)},${JSON.stringify(flags)})`;
    return `${changed.slice(0, start)}${made}${changed.slice(end)}`;
  }, code);
}

/** Emits the files of the package that are made of the ribbon's description, and beside the folder the installers and all of it as a zip. */
class PackageFiles {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('PackageFiles', (compilation) => {
      const made = { 'ribbon.xml': wpsRibbon(), 'manifest.xml': wpsManifest(version) };
      compilation.hooks.processAssets.tap(
        { name: 'PackageFiles', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          for (const [name, content] of Object.entries(made))
            compilation.emitAsset(name, new sources.RawSource(content));
        },
      );
      compilation.hooks.processAssets.tap(
        { name: 'PackageFiles', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        (assets) => {
          const folder = `${ADD_IN}_${version}`;
          const files = Object.keys(assets).sort();
          const entries = files.map((name) => [`${folder}/${name}`, new Uint8Array(assets[name].buffer())]);
          const installers = readdirSync(INSTALLERS).map((name) => [name, readFileSync(join(INSTALLERS, name))]);
          for (const [name, content] of installers) compilation.emitAsset(`../${name}`, new sources.RawSource(content));
          const zip = zipSync(Object.fromEntries([...entries, ...installers]), { level: 9, mtime: LONG_AGO });
          compilation.emitAsset(`../${folder}.zip`, new sources.RawSource(Buffer.from(zip)));
        },
      );
    });
  }
}

/**
 * The WPS add-in: classic scripts, one for each page, that run from `file:` in old browsers. Nothing is loaded later, for
 * such pages may load nothing by script.
 * @param minimizer how scripts are made small
 */
exports.wpsPackage = (mode, minimizer) => ({
  mode,
  context: ROOT,
  entry: { taskpane: './src/taskpane/wps.tsx', ribbon: './src/wps/main.ts' },
  output: {
    path: join(ROOT, 'dist/wps', `${ADD_IN}_${version}`),
    filename: 'js/[name].js',
    clean: true,
  },
  target: ['web', LANGUAGE],
  devtool: false,
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    parser: { javascript: { dynamicImportMode: 'eager' } },
    rules: [
      { test: /\.tsx?$/, parser: { exportsPresence: 'error' } },
      {
        test: /\.(?:tsx?|m?js)$/,
        // Written for the oldest browsers as it is, and it must not be changed by what it stands in for.
        exclude: /node_modules[\\/]core-js[\\/]/,
        loader: 'swc-loader',
        resolve: { fullySpecified: false },
        options: {
          swcrc: false,
          sourceMaps: false,
          isModule: 'unknown',
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
          env: { targets: WRITTEN_FOR },
        },
      },
    ],
  },
  optimization: { minimizer: [minimizer], splitChunks: false },
  plugins: [
    page('index.html', 'ribbon'),
    page('taskpane.html', 'taskpane', {
      style: `<style>${readFileSync(join(ROOT, 'src/taskpane/plain.css'), 'utf8')}</style>`,
    }),
    new CopyPlugin({ patterns: [{ from: join(ROOT, 'assets/*-64.png'), to: 'assets/[name][ext]' }] }),
    new LookingBehind(),
    new PackageFiles(),
  ],
  performance: false,
});
