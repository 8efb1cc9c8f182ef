import { readFileSync } from 'node:fs';
import { openWorkbookFile } from '../../../src/hosts/xlsx/open';
import type { Measured } from './measured';

/** Run as a process of its own: opens the file named on the command line and prints what that gave and cost. */
async function main(): Promise<void> {
  const bytes = readFileSync(process.argv[2] as string);
  const start = performance.now();
  const result = await openWorkbookFile(bytes, 'file.xlsx');
  const seconds = (performance.now() - start) / 1000;
  const sheet = 'problem' in result ? undefined : (await result.source.describe())[0];
  const measured: Measured = {
    problem: 'problem' in result ? result.problem.code : null,
    message: 'problem' in result ? result.problem.message : null,
    rowCount: sheet?.rowCount ?? 0,
    columnCount: sheet?.columnCount ?? 0,
    seconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(JSON.stringify(measured));
}

void main();
