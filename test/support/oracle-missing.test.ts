import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** Runs the suites of LibreOffice on a PATH that has node and nothing else. */
function withoutLibreOffice(environment: Readonly<Record<string, string>>): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-path-'));
  symlinkSync(process.execPath, join(folder, 'node'));
  try {
    const args = [JEST, 'test/support/libreoffice.test.ts'];
    const env = { PATH: folder, ...environment };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
    return { code: status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('on a machine without LibreOffice', () => {
  test('the suites that need it are skipped, and one line says so', () => {
    const { code, said } = withoutLibreOffice({});
    expect(said).toContain('!!! SKIPPED “LibreOffice as an oracle”: LibreOffice is missing on this machine.');
    expect(said).toMatch(/Tests: +7 skipped, 1 passed/);
    expect(code).toBe(0);
  });

  test.each([{ CI: 'true' }, { ZIPING_CI: '1' }])('they fail under %p', (environment) => {
    const { code, said } = withoutLibreOffice(environment);
    expect(said).toContain('LibreOffice is missing, and this run must not skip anything.');
    expect(said).not.toContain('SKIPPED');
    expect(code).toBe(1);
  });
});
