import * as core from '@univerjs/core';
import * as formula from '@univerjs/engine-formula';

const MODULES: Readonly<Record<string, unknown>> = { '@univerjs/core': core, '@univerjs/engine-formula': formula };

/** One of Univer's packages, bundled: what workbook/engine-module.ts reads from files in Node. */
export function univerModule(name: string): unknown {
  const found = MODULES[name];
  if (!found) throw new Error(`${name} is not in the bundle`);
  return found;
}
