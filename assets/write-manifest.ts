import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { excelManifest } from '../src/ribbon/excel-manifest';

/** Where `npm start` serves the add-in; the build puts the address of a real server in its place. */
const ORIGIN = 'https://localhost:3000';

/** Writes manifest.xml anew after a change of the ribbon or of the version: npx tsx assets/write-manifest.ts */
const root = join(__dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
writeFileSync(join(root, 'manifest.xml'), excelManifest(version, ORIGIN));
