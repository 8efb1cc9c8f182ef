import { parseArgs } from 'node:util';
import type { AmountUnit } from '../model/unit';
import type { LastStage } from '../evaluate';

/** What the command line asks for. */
export interface Request {
  /** Null for the sample workbook. */
  readonly workbook: string | null;
  readonly out: string | null;
  readonly docx: string | null;
  readonly rubric: string | null;
  readonly rubricFile: string | null;
  readonly answers: string | null;
  readonly json: string | null;
  readonly last: LastStage;
  readonly year: number | null;
  readonly unitName: string | null;
  readonly region: readonly string[];
  readonly amountUnits: Readonly<Record<string, AmountUnit>>;
  readonly quiet: boolean;
  readonly strict: boolean;
}

/** Options of the contract whose stages this version does not have yet. */
const LATER = ['report'] as const;

const OPTIONS = {
  json: { type: 'string' },
  only: { type: 'string' },
  year: { type: 'string' },
  name: { type: 'string' },
  region: { type: 'string' },
  'amount-unit': { type: 'string', multiple: true },
  quiet: { type: 'boolean' },
  strict: { type: 'boolean' },
  out: { type: 'string' },
  docx: { type: 'string' },
  rubric: { type: 'string' },
  'rubric-file': { type: 'string' },
  answers: { type: 'string' },
  report: { type: 'string' },
} as const;

const AVAILABLE = Object.keys(OPTIONS)
  .filter((name) => !(LATER as readonly string[]).includes(name))
  .map((name) => `--${name}`)
  .join(' ');

/** Reads `evaluate [WORKBOOK] [options]` (shared/design/contract.md); what is wrong with it is one Chinese sentence. */
export function readArguments(argv: readonly string[]): { request: Request } | { problem: string } {
  const [command, ...rest] = argv;
  if (command !== 'evaluate')
    return { problem: `没有“${command ?? ''}”这个命令，用法：ziping evaluate [工作簿] [选项]。` };
  let parsed;
  try {
    parsed = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return { problem: optionProblem(error as NodeJS.ErrnoException) };
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1)
    return { problem: `一次只评一个工作簿，写了 ${positionals.length} 个：${positionals.join('、')}。` };
  const later = LATER.find((name) => values[name] !== undefined);
  if (later) return { problem: `这一版还没有 --${later}：报告文字的核对以后再做，请去掉这个选项。` };
  const last = values.only ?? 'report';
  if (values.only === 'report' || (last !== 'tables' && last !== 'checks' && last !== 'scores' && last !== 'report'))
    return { problem: `--only 可写 tables、checks 或 scores，写的是“${last}”；不写就做到底。` };
  const written = (['out', 'docx'] as const).find((name) => values[name] !== undefined);
  if (values.only !== undefined && written)
    return { problem: `--only ${last} 不写文件，不能同时写 --${written}：请去掉其中一个。` };
  if (values.rubric !== undefined && values['rubric-file'] !== undefined)
    return { problem: '--rubric 和 --rubric-file 只能写一个。' };
  if (values.docx !== undefined && !/\.docx$/i.test(values.docx))
    return { problem: `--docx 要写 .docx 文件，写的是“${values.docx}”。` };
  const year = values.year === undefined ? null : Number(values.year);
  if (year !== null && !(Number.isInteger(year) && year >= 1990 && year <= 2100))
    return { problem: `--year 要写四位年份，写的是“${values.year}”。` };
  const units = readUnits(values['amount-unit'] ?? []);
  if ('problem' in units) return units;
  return {
    request: {
      workbook: positionals[0] ?? null,
      out: values.out ?? null,
      docx: values.docx ?? null,
      rubric: values.rubric ?? null,
      rubricFile: values['rubric-file'] ?? null,
      answers: values.answers ?? null,
      json: values.json ?? null,
      last,
      year,
      unitName: values.name ?? null,
      region: (values.region ?? '').split('/').filter((part) => part !== ''),
      amountUnits: units.amountUnits,
      quiet: values.quiet ?? false,
      strict: values.strict ?? false,
    },
  };
}

/** What the parser of options complains about, in one Chinese sentence with the option's name. */
function optionProblem(error: NodeJS.ErrnoException): string {
  const option = /--?[\w-]+/.exec(error.message)?.[0] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${option} 这个选项，可用的选项：${AVAILABLE}。`;
  return /does not take an argument/.test(error.message) ? `${option} 后面不用写内容。` : `${option} 后面要写内容。`;
}

function readUnits(texts: readonly string[]): { amountUnits: Record<string, AmountUnit> } | { problem: string } {
  const amountUnits: Record<string, AmountUnit> = Object.create(null) as Record<string, AmountUnit>;
  for (const text of texts) {
    const at = text.lastIndexOf('=');
    const unit = text.slice(at + 1);
    if (at <= 0 || (unit !== '元' && unit !== '万元' && unit !== '亿元')) {
      return { problem: `--amount-unit 要写成 "工作表名=万元"（元、万元或亿元），写的是“${text}”。` };
    }
    amountUnits[text.slice(0, at)] = unit;
  }
  return { amountUnits };
}
