import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const load = createRequire(__filename);
const loaded = new Map<string, unknown>();

/**
 * One of Univer's packages, from its UMD file: the CommonJS files load lodash-es, which is no CommonJS module and which
 * Jest refuses, while the UMD files carry what they need of it. They are run with a `require` that gives each of them
 * the UMD files of the others, so that all share one core.
 */
export function univerModule(name: string): unknown {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const main = load.resolve(name);
  const file = join(dirname(main), '..', 'umd', 'index.js');
  const module = { exports: {} };
  const run = new Function('exports', 'module', 'require', `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`);
  run(module.exports, module, (id: string) => (id.startsWith('@univerjs/') ? univerModule(id) : load(id)));
  loaded.set(name, module.exports);
  return module.exports;
}
