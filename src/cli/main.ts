import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { evaluate } from '../evaluate';
import type { EvaluateOptions, Evaluation, Progress } from '../evaluate';
import type { OpenedWorkbook } from '../hosts/xlsx/open';
import { openWorkbookFile } from '../hosts/xlsx/open';
import type { SourceNotice } from '../model/grid';
import type { Answers } from '../rubric/answers';
import type { Request } from './arguments';
import { readArguments } from './arguments';
import { toJson } from './json';
import type { OutputFile, WrittenFiles } from './output-file';
import { outputFile, writeOutput } from './output-file';
import { ProgressLine } from './progress';
import type { ChosenRubric } from './scoring-files';
import { chosenRubric, givenAnswers } from './scoring-files';
import { openItems, printable, summary } from './summary';
import { writeReport } from './word-file';

const SAMPLES = join(__dirname, '../../samples');
const SAMPLE = join(SAMPLES, '庐山市民政局2023年度.xlsx');
/** What a person answers in the sample, so that its score is complete. */
const SAMPLE_ANSWERS = join(SAMPLES, '庐山市民政局2023年度答复.json');

/** Exit codes of the contract. */
const EXIT = { done: 0, strict: 1, input: 2, bug: 3 } as const;

type Refused = { readonly problem: string };

/** Everything a run needs, read and looked through before any work is done. */
interface Prepared {
  readonly path: string;
  readonly workbook: OpenedWorkbook;
  readonly output: OutputFile | null;
  readonly rubric: ChosenRubric | null;
  readonly answers: Answers | null;
}

async function main(argv: readonly string[]): Promise<number> {
  const outcome = readArguments(argv);
  if ('problem' in outcome) return refuse(outcome.problem);
  const { request } = outcome;
  const prepared = await prepare(request);
  if ('problem' in prepared) return refuse(prepared.problem);
  const evaluation = await run(evaluate(prepared.workbook.source, optionsOf(request, prepared)), request);
  const files = await writeFiles(evaluation, prepared, request);
  if ('problem' in files) return refuse(files.problem);
  if (request.json === '-') await write(jsonText(evaluation, request));
  else await write(summary(evaluation, files.written));
  return request.strict && openItems(evaluation).some((item) => item.class === 'must') ? EXIT.strict : EXIT.done;
}

async function prepare(request: Request): Promise<Prepared | Refused> {
  const path = request.workbook ?? SAMPLE;
  const clash = overwritten(path, request);
  if (clash) return clash;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    return { problem: `打不开文件“${path}”：请检查路径和文件名，并确认文件没有被移走。` };
  }
  const workbook = await openWorkbookFile(bytes, basename(path));
  if ('problem' in workbook) return { problem: `${basename(path)}：${workbook.problem.message}` };
  const names = new Set((await workbook.source.describe()).map((sheet) => sheet.name));
  const unknown = Object.keys(request.amountUnits).find((name) => !names.has(name));
  if (unknown !== undefined)
    return { problem: `--amount-unit 写的工作表“${unknown}”不在《${basename(path)}》里：请核对工作表名。` };
  const rubric = await chosenRubric(request.rubric, request.rubricFile);
  if ('problem' in rubric) return rubric;
  const answersFile = request.answers ?? (request.workbook === null ? SAMPLE_ANSWERS : null);
  const answers = answersFile === null ? { answers: null } : await givenAnswers(answersFile);
  if ('problem' in answers) return answers;
  const settled =
    request.last === 'report' ? await outputFile({ path, bytes, format: workbook.format }, request.out) : null;
  if (settled && 'problem' in settled) return settled;
  return { path, workbook, output: settled?.output ?? null, rubric: rubric.chosen, answers: answers.answers };
}

/** No result may be written over the workbook, nor over another result. */
function overwritten(path: string, { json, out, docx }: Request): Refused | null {
  const taken = [path, out, docx];
  const clashes = (name: string | null, others: readonly (string | null)[]): boolean =>
    name !== null && name !== '-' && others.some((other) => other !== null && resolve(other) === resolve(name));
  if (clashes(json, taken)) return { problem: '--json 写的是另一个文件的名字，会把它盖掉：请换一个文件名。' };
  if (clashes(docx, [path, out])) return { problem: '--docx 写的是工作簿的文件名，会把它盖掉：请换一个文件名。' };
  return null;
}

async function writeFiles(
  evaluation: Evaluation,
  { output, workbook }: Prepared,
  request: Request,
): Promise<{ readonly written: WrittenFiles | null } | Refused> {
  let written: WrittenFiles | null = null;
  if (output && evaluation.report) {
    const began = performance.now();
    const outcome = await writeOutput(output, evaluation.report.plan, workbook.source);
    if ('problem' in outcome) return outcome;
    evaluation.timings.write += Math.round(performance.now() - began);
    written = outcome;
    if (request.docx !== null && evaluation.document) {
      const word = await writeReport(evaluation.document, request.docx);
      if (word) return word;
      written = { ...outcome, report: request.docx };
    }
  }
  if (request.json !== null && request.json !== '-') {
    try {
      await writeFile(request.json, jsonText(evaluation, request));
    } catch {
      return { problem: `写不了文件“${request.json}”：请检查文件夹是否存在、是否有权限。` };
    }
  }
  return { written };
}

function jsonText(evaluation: Evaluation, request: Request): string {
  return `${JSON.stringify(toJson(evaluation, request.region), null, 2)}\n`;
}

function refuse(sentence: string): number {
  process.stderr.write(`${printable(sentence)}\n`);
  return EXIT.input;
}

function optionsOf(request: Request, { path, workbook, output, rubric, answers }: Prepared): EvaluateOptions {
  const unclear = (rubric?.remarks ?? []).map((message): SourceNotice => ({
    code: 'rubric-unclear',
    sheet: '',
    cell: '',
    message,
  }));
  return {
    notices: [...workbook.warnings, ...unclear],
    last: request.last,
    date: today(),
    region: request.region,
    ...(rubric && { rubric: rubric.rubric }),
    ...(answers && { answers }),
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
  const line = terminal ? new ProgressLine((text) => process.stderr.write(text)) : null;
  for (;;) {
    const step = await pipe.next();
    if (step.done) {
      line?.clear();
      return step.value;
    }
    line?.show(step.value);
  }
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
