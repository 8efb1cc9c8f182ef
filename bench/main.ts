import { read } from '@e965/xlsx';
import type { Evaluation } from '../src/evaluate';
import { evaluate } from '../src/evaluate';
import { openWorkbookFile } from '../src/hosts/xlsx/open';
import { xlsxOf } from '../test/support/book';
import { realFinalsBook } from '../test/support/finals';
import { reportLedgers } from './ledgers';
import { reportProjects } from './projects';
import { median, timed } from './stages';
import { largeWorkbook } from './workbooks';

const ROUNDS = 3;

interface Measured {
  readonly library: number;
  readonly open: number;
  readonly whole: number;
  readonly evaluation: Evaluation;
}

async function judge(bytes: Uint8Array): Promise<{ open: number; evaluation: Evaluation }> {
  const opened = await timed(() => openWorkbookFile(bytes, '示例.xlsx'));
  if ('problem' in opened.value) throw new Error(opened.value.problem.message);
  const pipe = evaluate(opened.value.source, { last: 'checks' });
  for (;;) {
    const step = await pipe.next();
    if (step.done) return { open: opened.ms, evaluation: step.value };
  }
}

/** The library that only opens the file, and our whole run, side by side in turns. */
async function measure(bytes: Uint8Array): Promise<Measured> {
  const library: number[] = [];
  const open: number[] = [];
  const whole: number[] = [];
  let evaluation: Evaluation | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    library.push((await timed(() => read(bytes, { dense: true }))).ms);
    const run = await timed(() => judge(bytes));
    whole.push(run.ms);
    open.push(run.value.open);
    evaluation = run.value.evaluation;
  }
  return { library: median(library), open: median(open), whole: median(whole), evaluation: evaluation as Evaluation };
}

function report(name: string, { library, open, whole, evaluation }: Measured): void {
  const checks = evaluation.checks ?? [];
  const fails = checks.filter((check) => check.status === 'fails').length;
  console.log(
    `${name}\n  tables ${evaluation.tables.length}, checks ${checks.length}, failing ${fails}\n` +
      `  library opens ${library.toFixed(0)} ms · we open ${open.toFixed(0)} ms · whole run ${whole.toFixed(0)} ms` +
      ` · recognise ${evaluation.timings.recognise} ms · check ${evaluation.timings.check} ms\n` +
      `  whole run ÷ library opening = ${(whole / library).toFixed(2)}`,
  );
}

async function main(): Promise<void> {
  if (process.argv[2] === 'ledgers') return reportLedgers();
  report('nine real final-account tables', await measure(xlsxOf(realFinalsBook())));
  const costs: { rows: number; whole: number }[] = [];
  for (const rows of [1250, 2500, 5000]) {
    const measured = await measure(largeWorkbook(20, rows));
    report(`20 sheets × ${rows} rows`, measured);
    costs.push({ rows, whole: measured.whole });
  }
  const [small, , large] = costs as [(typeof costs)[number], unknown, (typeof costs)[number]];
  const factor = large.whole / large.rows / (small.whole / small.rows);
  console.log(
    `cost per row at ${large.rows} rows ÷ cost per row at ${small.rows} rows = ${factor.toFixed(2)} (1 = linear)`,
  );
  await reportProjects();
}

void main();
