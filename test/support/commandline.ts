import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const ROOT = join(__dirname, '../..');

const MAIN = join(ROOT, 'src/cli/main.ts');
const TSX = pathToFileURL(require.resolve('tsx')).href;

/**
 * Runs `ziping …` as a process of its own, as `npm run evaluate` does.
 * @param folder where it runs: results without a name go to its folder out
 * @param deaf true to close the reading end of its output at once, as `… | head` does
 */
export function ziping(args: readonly string[], folder: string, deaf = false): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args], { cwd: folder });
    const output: Buffer[] = [];
    let stderr = '';
    if (deaf) child.stdout.destroy();
    else child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(output), stderr }));
  });
}

/** The output as text; throws when it is not UTF-8. */
export function textOf(run: Run): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(run.stdout);
}
