import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';
import { read } from '@e965/xlsx';
import { evaluate } from '../src/evaluate';
import { Budget } from '../src/hosts/xlsx/limits';
import type { OpenedWorkbook } from '../src/hosts/xlsx/open';
import { openWorkbookFile } from '../src/hosts/xlsx/open';
import { ZipArchive } from '../src/hosts/xlsx/zip';

/** What a contestant, run as a process of its own, prints as JSON. */
export interface Cost {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  /** What was done, to see that all did the same: bytes, rows or checks. */
  readonly result: string;
}

const SHEET = 'xl/worksheets/sheet2.xml';

type Contestant = (bytes: Uint8Array) => Promise<string>;

/** Bytes of the sheet inflated and thrown away, piece by piece, by the library we inflate with. */
async function plainInflate(bytes: Uint8Array): Promise<string> {
  let length = 0;
  new ZipArchive(bytes, new Budget()).stream(SHEET, (piece) => (length += piece.length));
  return `${length} bytes`;
}

/** The same by Node's own, which no browser has; it gives the sheet in one piece. */
async function nodeInflate(bytes: Uint8Array): Promise<string> {
  const entry = new ZipArchive(bytes, new Budget()).packedEntries().find(({ name }) => name === SHEET);
  return `${inflateRawSync(entry?.packed ?? bytes).length} bytes`;
}

async function opened(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const workbook = await openWorkbookFile(bytes, '序时账.xlsx');
  if ('problem' in workbook) throw new Error(workbook.problem.message);
  return workbook;
}

async function weRead(bytes: Uint8Array): Promise<string> {
  const { source } = await opened(bytes);
  const sheets = await source.describe();
  return `${sheets.reduce((rows, sheet) => rows + sheet.rowCount, 0)} rows`;
}

/** Read, recognised, aggregated and tied out. */
async function weCheck(bytes: Uint8Array): Promise<string> {
  const pipe = evaluate((await opened(bytes)).source, { last: 'checks' });
  for (;;) {
    const step = await pipe.next();
    if (!step.done) continue;
    const checks = step.value.checks ?? [];
    return `${checks.length} checks, ${checks.filter(({ status }) => status === 'fails').length} failing`;
  }
}

async function library(bytes: Uint8Array): Promise<string> {
  const { Sheets } = read(bytes, { dense: true });
  const rows = Object.values(Sheets).reduce(
    (sum, sheet) => sum + ((sheet['!data'] as unknown[] | undefined)?.length ?? 0),
    0,
  );
  return `${rows} rows`;
}

interface ExcelWorkbook {
  readonly xlsx: { load(bytes: Uint8Array): Promise<unknown> };
  readonly worksheets: readonly { readonly rowCount: number }[];
}

/** Not a dependency: it runs where it happens to be installed. */
async function exceljs(bytes: Uint8Array): Promise<string> {
  const { Workbook } = createRequire(__filename)('exceljs') as { Workbook: new () => ExcelWorkbook };
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return `${workbook.worksheets.reduce((rows, sheet) => rows + sheet.rowCount, 0)} rows`;
}

const CONTESTANTS: Readonly<Record<string, Contestant>> = {
  plainInflate,
  nodeInflate,
  weRead,
  weCheck,
  library,
  exceljs,
};

async function main(): Promise<void> {
  const [, , name = '', file = ''] = process.argv;
  const contestant = CONTESTANTS[name];
  if (!contestant) throw new Error(`no contestant ${name}`);
  const bytes = readFileSync(file);
  globalThis.gc?.();
  const start = performance.now();
  const result = await contestant(bytes);
  const milliseconds = Math.round(performance.now() - start);
  const cost: Cost = { milliseconds, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024), result };
  process.stdout.write(JSON.stringify(cost));
}

void main();
