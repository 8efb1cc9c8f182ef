import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeWithOracle } from './oracle-missing';

/** LibreOffice needs 2–5 seconds on a free machine; this is for one that is not. */
const TIMEOUT_MS = 240_000;

/**
 * Formulas are always calculated on loading. Without this LibreOffice trusts the value a file keeps beside a formula,
 * whatever the file says about recalculation.
 */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
    <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
`;

/** Named, because LibreOffice takes bytes it does not know for a text table and opens them all the same. */
const READ_AS: Readonly<Record<string, string>> = {
  '.xlsx': 'Calc MS Excel 2007 XML',
  '.xlsm': 'Calc MS Excel 2007 VBA XML',
  '.docx': 'MS Word 2007 XML',
};

/** How the temporary folders of this process begin. */
export const FOLDER = `ziping-libreoffice-${process.pid}-`;

interface Conversion {
  /** The extension of the result, without dot. */
  readonly extension: 'xlsx' | 'pdf';
  /** LibreOffice's name of the filter that writes it. */
  readonly filter: string;
}

const TO_XLSX: Conversion = { extension: 'xlsx', filter: 'Calc MS Excel 2007 XML' };
const TO_PDF: Conversion = { extension: 'pdf', filter: 'calc_pdf_Export' };
const DOCUMENT_TO_PDF: Conversion = { extension: 'pdf', filter: 'writer_pdf_Export' };

/** The program, from PATH; null when it is not installed. */
export function libreOffice(): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of ['soffice', 'libreoffice']) {
      const path = join(folder, name);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A suite that needs LibreOffice: see {@link describeWithOracle} for machines without it. */
export function describeWithLibreOffice(suite: string, body: () => void): void {
  const remedy = 'Install it (Debian: apt-get install libreoffice-calc) or run .ci/run.';
  describeWithOracle('LibreOffice', libreOffice() !== null, remedy, suite, body);
}

/**
 * The workbook as LibreOffice saves it after calculating every formula anew; kept values are not believed.
 * @param fileName .xlsx or .xlsm; the result is .xlsx
 * @throws when LibreOffice cannot open it
 */
export function recalculated(bytes: Uint8Array, fileName = '工作簿.xlsx'): Promise<Uint8Array> {
  return converted(bytes, fileName, TO_XLSX);
}

/**
 * Opens a workbook and saves it again.
 * @throws when LibreOffice cannot
 */
export async function openInLibreOffice(bytes: Uint8Array, fileName = '工作簿.xlsx'): Promise<void> {
  await converted(bytes, fileName, TO_XLSX);
}

/**
 * The pages of a workbook as it would be printed, as a PDF file.
 * @throws when LibreOffice cannot open it
 */
export function pdfPages(bytes: Uint8Array, fileName = '工作簿.xlsx'): Promise<Uint8Array> {
  return converted(bytes, fileName, TO_PDF);
}

/**
 * The pages of a .docx document as it would be printed, as a PDF file. Needs LibreOffice's Writer.
 * @throws when LibreOffice cannot open it
 */
export function documentPdfPages(bytes: Uint8Array): Promise<Uint8Array> {
  return converted(bytes, '文档.docx', DOCUMENT_TO_PDF);
}

/** Every call has a profile of its own: two runs of LibreOffice on one profile get in each other's way. */
async function converted(bytes: Uint8Array, fileName: string, conversion: Conversion): Promise<Uint8Array> {
  const program = libreOffice();
  if (program === null) throw new Error('LibreOffice is not installed.');
  const extension = extname(fileName).toLowerCase();
  const readAs = READ_AS[extension];
  if (readAs === undefined)
    throw new Error(`LibreOffice is asked for .xlsx, .xlsm and .docx only, not for “${fileName}”.`);
  // LibreOffice makes a new workbook of an empty file instead of refusing it.
  if (bytes.length === 0) throw new Error(`LibreOffice could not open “${fileName}”: the file is empty`);
  const folder = await mkdtemp(join(tmpdir(), FOLDER));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
    const input = join(folder, basename(fileName));
    await writeFile(input, bytes);
    const output = join(folder, 'out');
    const said = await run(program, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      `--infilter=${readAs}`,
      '--convert-to',
      `${conversion.extension}:${conversion.filter}`,
      '--outdir',
      output,
      input,
    ]);
    const result = join(output, `${basename(fileName, extname(fileName))}.${conversion.extension}`);
    return await readFile(result).catch(() => {
      throw new Error(`LibreOffice could not open “${fileName}”: ${said || 'it said nothing'}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What the program said on both channels; its exit code says nothing about whether a file was opened. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own, because the program that works is a grandchild and has to be ended with its parents.
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`LibreOffice did not finish within ${TIMEOUT_MS / 1000} seconds: ${said}`));
    }, TIMEOUT_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    }
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', () => {
      clearTimeout(timer);
      resolve(said.trim());
    });
  });
}
