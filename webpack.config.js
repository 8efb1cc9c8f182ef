const { createHash } = require('node:crypto');
const { existsSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const swc = require('@swc/core');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');

const OFFICE = join(__dirname, 'node_modules/@microsoft/office-js/dist');
/** What the loader asks for in Excel on Windows, Mac and the web, by the names and in the folders it expects. */
const OFFICE_FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];
const OFFICE_CDN = 'https://appsforoffice.microsoft.com';
/** Address in manifest.xml; `npm start` serves there. */
const LOCAL_ORIGIN = 'https://localhost:3000';
/** What WebView2 97, Safari 15.4 and newer run. Older programs are shown what to do instead (load.js). */
const LANGUAGE = 'es2022';
/** A certificate lasts 30 days. */
const CERTIFICATE_DAYS = 30;

const text = (path) => readFileSync(join(__dirname, path), 'utf8');

/** As a Content Security Policy names a script or style that stands in the page. */
const hashOf = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/**
 * Nothing but the add-in's own server, no script but its files and the one that loads them. Fluent fills style elements
 * that it inserts empty: hence the hash of nothing.
 */
function policyOf({ scripts = [], styles = [], scriptOrigins = [], styleAttributes = false }) {
  return [
    "default-src 'none'",
    `script-src 'self' ${[...scripts.map(hashOf), ...scriptOrigins].join(' ')}`.trim(),
    `style-src 'self' ${['', ...styles].map(hashOf).join(' ')}`,
    // Fluent puts its focus stops out of sight by style attributes; with nothing remote allowed they can load nothing.
    ...(styleAttributes ? ["style-src-attr 'unsafe-inline'"] : []),
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Minifies with swc, which takes a tenth of terser's time; leaves alone what was copied as it is. */
class SwcMinifier {
  /** @param ecma year of the newest syntax it may write */
  constructor(ecma) {
    this.ecma = ecma;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap('SwcMinifier', (compilation) => {
      const at = { name: 'SwcMinifier', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE };
      compilation.hooks.processAssets.tapPromise(at, (assets) =>
        Promise.all(
          Object.keys(assets)
            .filter((name) => name.endsWith('.js') && !compilation.getAsset(name).info.minimized)
            .map(async (name) => {
              const { code } = await swc.minify(assets[name].source().toString(), {
                compress: { passes: 2, ecma: this.ecma },
                mangle: true,
                format: { comments: 'some', asciiOnly: false, ecma: this.ecma },
              });
              compilation.updateAsset(name, new sources.RawSource(code), { minimized: true });
            }),
        ),
      );
    });
  }
}

/** A page of the add-in, with the scripts of its entry in the order in which they run. */
function page({ template, filename, chunk, before = [], policy, inserted = {} }) {
  return new HtmlWebpackPlugin({
    template: join(__dirname, template),
    filename,
    chunks: chunk ? [chunk] : [],
    inject: false,
    minify: false,
    templateParameters: (_compilation, { js }) => ({ scripts: [...before, ...js], policy, ...inserted }),
  });
}

function pages(office) {
  const loader = text('src/taskpane/load.js');
  const style = text('src/taskpane/plain.css');
  const isLocal = office !== 'cdn';
  const before = [isLocal ? 'lib/office.js' : `${OFFICE_CDN}/lib/1/hosted/office.js`];
  const scriptOrigins = isLocal ? [] : [OFFICE_CDN];
  return [
    page({
      template: 'src/taskpane/taskpane.html',
      filename: 'taskpane.html',
      chunk: 'taskpane',
      before,
      policy: policyOf({ scripts: [loader], styles: [style], scriptOrigins, styleAttributes: true }),
      inserted: { loader: `<script>${loader}</script>`, style: `<style>${style}</style>` },
    }),
    page({
      template: 'src/commands/commands.html',
      filename: 'commands.html',
      chunk: 'commands',
      before,
      policy: policyOf({ scriptOrigins }),
    }),
    page({
      template: 'src/commands/undo-notice.html',
      filename: 'undo-notice.html',
      policy: policyOf({ styles: [style] }),
      inserted: { style: `<style>${style}</style>` },
    }),
  ];
}

/** Files that go into the build as they are: Microsoft's licence lets them be handed on unmodified. */
function copies(office, origin) {
  const unchanged = { minimized: true };
  const runtime = OFFICE_FILES.map((file) => ({ from: join(OFFICE, file), to: `lib/${file}`, info: unchanged }));
  const manifest = {
    from: join(__dirname, 'manifest.xml'),
    transform: (content) => content.toString().replaceAll(LOCAL_ORIGIN, origin),
  };
  return new CopyPlugin({
    patterns: [
      ...(office === 'cdn' ? [] : runtime),
      { from: join(__dirname, 'assets/*.png'), to: 'assets/[name][ext]' },
      { from: join(__dirname, 'samples/*.xlsx'), to: 'sample/[name][ext]' },
      manifest,
    ],
  });
}

/**
 * Windows and macOS ask once whether to trust the certificate. Elsewhere it is made without asking, for a browser that
 * is told to take it; asking would call sudo.
 */
async function certificate() {
  const certificates = require('office-addin-dev-certs');
  if (process.platform === 'win32' || process.platform === 'darwin') return certificates.getHttpsServerOptions();
  const folder = join(__dirname, 'out/certificates');
  const [ca, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((file) => join(folder, file));
  const oldest = Date.now() - (CERTIFICATE_DAYS - 1) * 86_400_000;
  if (![ca, cert, key].every((file) => existsSync(file) && statSync(file).mtimeMs > oldest))
    await certificates.generateCertificates(ca, cert, key, CERTIFICATE_DAYS, ['localhost', '127.0.0.1']);
  return { ca: readFileSync(ca), cert: readFileSync(cert), key: readFileSync(key) };
}

async function server() {
  const { port } = new URL(LOCAL_ORIGIN);
  const options = await certificate();
  return {
    host: 'localhost',
    port: Number(port),
    server: { type: 'https', options },
    hot: false,
    client: false,
    setupMiddlewares: (middlewares) => {
      require('tsx/cjs');
      const { workbenchMiddleware } = require('./test/workbench/middleware.ts');
      return [{ name: 'workbench', middleware: workbenchMiddleware() }, ...middlewares];
    },
  };
}

/** A workbook beside the pane, for development without Excel (test/workbench): served by `npm start`, never built. */
const WORKBENCH = {
  entry: { workbench: './test/workbench/page/main.tsx' },
  page: page({
    template: 'test/workbench/page/index.html',
    filename: 'workbench/index.html',
    chunk: 'workbench',
    policy: '',
  }),
};

/**
 * The Excel add-in, or with `--env host=wps` the package for WPS. `--env origin=https://server/path` puts that address into the manifest, `--env office=cdn` takes
 * office.js from Microsoft instead of the copy in the build (needs the internet).
 */
module.exports = async (env, { mode }) => {
  if (env.host === 'wps') return require('./src/wps/webpack.cjs').wpsPackage(mode, new SwcMinifier(2015));
  const isProduction = mode === 'production';
  const origin = (env.origin ?? LOCAL_ORIGIN).replace(/\/$/, '');
  return {
    mode,
    context: __dirname,
    entry: {
      taskpane: './src/taskpane/main.tsx',
      commands: './src/commands/main.ts',
      ...(env.WEBPACK_SERVE && WORKBENCH.entry),
    },
    output: {
      path: join(__dirname, 'dist/excel'),
      filename: 'js/[name].[contenthash:8].js',
      clean: true,
    },
    target: ['web', 'es2022'],
    devtool: isProduction ? false : 'source-map',
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          // Files are compiled one by one, so a name that no file gives would be found only when it is used.
          parser: { exportsPresence: 'error' },
          options: {
            jsc: {
              target: LANGUAGE,
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    optimization: { minimizer: [new SwcMinifier(2022)] },
    plugins: [...pages(env.office), ...(env.WEBPACK_SERVE ? [WORKBENCH.page] : []), copies(env.office, origin)],
    // The budget is asserted on the packed size of what the pane loads first: test/e2e/package.test.ts.
    performance: false,
    ...(env.WEBPACK_SERVE ? { devServer: await server() } : {}),
  };
};
