import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { evaluate } from '../evaluate';
import type { EvaluateOptions, Evaluation, Progress } from '../evaluate';
import { openWorkbookFile } from '../hosts/xlsx/open';
import type { SourceNotice } from '../model/grid';
import type { Request } from './arguments';
import { readArguments } from './arguments';
import { toJson } from './json';
import type { OutputFile, WrittenFiles } from './output-file';
import { outputFile, writeOutput } from './output-file';
import { openItems, printable, summary } from './summary';

const SAMPLE = join(__dirname, '../../samples/庐山市民政局2023年度.xlsx');

/** Exit codes of the contract. */
const EXIT = { done: 0, strict: 1, input: 2, bug: 3 } as const;

async function main(argv: readonly string[]): Promise<number> {
  const outcome = readArguments(argv);
  if ('problem' in outcome) return refuse(outcome.problem);
  const { request } = outcome;
  const path = request.workbook ?? SAMPLE;
  if (request.json !== null && [path, request.out].some((one) => one !== null && isPath(request.json, one))) {
    return refuse('--json 写的是工作簿的文件名，会把它盖掉：请换一个文件名。');
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return refuse(`打不开文件“${path}”：请检查路径和文件名，并确认文件没有被移走。`);
  }
  const opened = await openWorkbookFile(bytes, basename(path));
  if ('problem' in opened) return refuse(`${basename(path)}：${opened.problem.message}`);
  const names = new Set((await opened.source.describe()).map((sheet) => sheet.name));
  const unknown = Object.keys(request.amountUnits).find((name) => !names.has(name));
  if (unknown !== undefined)
    return refuse(`--amount-unit 写的工作表“${unknown}”不在《${basename(path)}》里：请核对工作表名。`);
  const settled =
    request.last === 'report' ? await outputFile({ path, bytes, format: opened.format }, request.out) : null;
  if (settled && 'problem' in settled) return refuse(settled.problem);
  const output = settled?.output ?? null;
  const evaluation = await run(evaluate(opened.source, optionsOf(request, opened.warnings, path, output)), request);
  let files: WrittenFiles | null = null;
  if (output && evaluation.report) {
    const began = performance.now();
    const written = await writeOutput(output, evaluation.report.plan, opened.source);
    if ('problem' in written) return refuse(written.problem);
    evaluation.timings.write += Math.round(performance.now() - began);
    files = written;
  }
  const json = `${JSON.stringify(toJson(evaluation, request.region), null, 2)}\n`;
  if (request.json === '-') await write(json);
  else if (request.json !== null) {
    try {
      await writeFile(request.json, json);
    } catch {
      return refuse(`写不了文件“${request.json}”：请检查文件夹是否存在、是否有权限。`);
    }
  }
  if (request.json !== '-') await write(summary(evaluation, files));
  return request.strict && openItems(evaluation).some((item) => item.class === 'must') ? EXIT.strict : EXIT.done;
}

function isPath(one: string | null, other: string): boolean {
  return one !== null && resolve(one) === resolve(other);
}

function refuse(sentence: string): number {
  process.stderr.write(`${printable(sentence)}\n`);
  return EXIT.input;
}

function optionsOf(
  request: Request,
  notices: readonly SourceNotice[],
  path: string,
  output: OutputFile | null,
): EvaluateOptions {
  return {
    notices,
    last: request.last,
    date: today(),
    ...(output?.previous && { previous: output.previous }),
    ...(output?.copies && { copiedFrom: basename(path) }),
    amountUnits: request.amountUnits,
    ...(request.year !== null && { year: request.year }),
    ...(request.unitName !== null && { unitName: request.unitName }),
  };
}

/** 2024年4月20日, by the clock of her PC. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
}

async function run(pipe: AsyncGenerator<Progress, Evaluation>, request: Request): Promise<Evaluation> {
  const terminal = process.stderr.isTTY && !request.quiet && request.json !== '-';
  for (;;) {
    const step = await pipe.next();
    if (terminal) process.stderr.write(step.done ? '\r\u001b[K' : `\r\u001b[K${progressLine(step.value)}`);
    if (step.done) return step.value;
  }
}

function progressLine({ stage, done, total, text }: Progress): string {
  return `正在${stage} ${done}/${total} ${text.replace(/[\u0000-\u001f]/g, ' ')}`;
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

// Whoever reads our output may stop early (… | head): that is no fault of the workbook and none of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `程序出错，这是我们的问题，不是表的问题：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = EXIT.bug;
  },
);
