import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What opening one file in a process of its own gave and cost. */
export interface Measured {
  /** The code of the problem, or null when the file was read. */
  readonly problem: string | null;
  readonly message: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/**
 * Opens a file in a fresh process, so that a crash, a hang or the memory used is seen. The process is ended after 30
 * seconds, which fails the test.
 */
export async function measured(bytes: Uint8Array): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-'));
  const file = join(folder, 'file.bin');
  try {
    writeFileSync(file, bytes);
    const script = join(__dirname, 'openchild.ts');
    const output = await new Promise<string>((done, failed) => {
      execFile(process.execPath, ['--import', 'tsx', script, file], { timeout: 30_000 }, (error, stdout, stderr) =>
        error ? failed(new Error(`${error.message}\n${stderr}`)) : done(stdout),
      );
    });
    return JSON.parse(output) as Measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
