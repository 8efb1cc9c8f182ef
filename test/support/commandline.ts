import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const ROOT = join(__dirname, '../..');

export const SAMPLE_FILE = join(ROOT, 'samples/庐山市民政局2023年度决算.xlsx');

/**
 * Runs `ziping …` as a process of its own, as `npm run evaluate` does.
 * @param deaf true to close the reading end of its output at once, as `… | head` does
 */
export function ziping(args: readonly string[], deaf = false): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { cwd: ROOT });
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
