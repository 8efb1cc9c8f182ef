import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Cost } from './ledger-contestant';
import { ledgerWorkbook } from './ledger-workbook';

/** Entries of the two ledgers: payments in pairs, and five closing entries. */
const SIZES = [200_001, 1_000_001];
const ROUNDS = 3;
const HEAP_MEGABYTES = 8192;

const CONTESTANTS: Readonly<Record<string, string>> = {
  plainInflate: '只解压这张表（fflate，本程序用的）',
  nodeInflate: '只解压这张表（Node 自带）',
  weRead: '本程序读取',
  weCheck: '本程序读取、汇总、核对',
  library: '@e965/xlsx 读取',
  exceljs: 'exceljs 读取',
};

/** Ledgers of 200,000 and a million entries: every contestant in a process of its own, in turns, the best of three. */
export async function reportLedgers(): Promise<void> {
  const names = Object.keys(CONTESTANTS).filter((name) => name !== 'exceljs' || hasExceljs());
  for (const entries of SIZES) {
    const file = await ledgerWorkbook(entries);
    const costs = new Map<string, Cost>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of names) {
        const cost = run(name, file);
        const best = costs.get(name);
        if (!best || cost.milliseconds < best.milliseconds) costs.set(name, cost);
      }
    }
    print(entries, costs);
  }
}

function hasExceljs(): boolean {
  try {
    createRequire(__filename).resolve('exceljs');
    return true;
  } catch {
    console.error('!!! exceljs is not installed: the figures below are WITHOUT exceljs !!!');
    return false;
  }
}

function run(name: string, file: string): Cost {
  const script = join(__dirname, 'ledger-contestant.ts');
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MEGABYTES}`, '--import', 'tsx'];
  return JSON.parse(execFileSync(process.execPath, [...flags, script, name, file], { encoding: 'utf8' })) as Cost;
}

function print(entries: number, costs: ReadonlyMap<string, Cost>): void {
  const inflate = costs.get('plainInflate')?.milliseconds ?? 1;
  console.log(`\n${entries} entries × 12 columns, best of ${ROUNDS}`);
  console.log('| 做法 | 毫秒 | 是解压的几倍 | 内存峰值（MB） | 结果 |\n|---|--:|--:|--:|---|');
  for (const [name, { milliseconds, peakMegabytes, result }] of costs) {
    const cells = [CONTESTANTS[name], milliseconds, (milliseconds / inflate).toFixed(1), peakMegabytes, result];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
