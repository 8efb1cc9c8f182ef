import { ReadTrouble } from '../problem';

/** Why nothing was written, as data: a code for programs and one sentence that tells her what to do next. */
export interface WriteProblem {
  readonly code: WriteProblemCode;
  readonly message: string;
}

const SENTENCES = {
  signed:
    '工作簿带有数字签名，写入任何内容都会使签名失效，没有写入，请先用 Excel 或 WPS 另存一份不带签名的副本，再对副本生成。',
  'structure-protected':
    '工作簿设了“保护工作簿结构”，不能增加工作表，没有写入，请在 Excel 或 WPS 的“审阅”里撤销工作簿保护后再试。',
  encrypted: '文件设了打开密码，无法写入，请先用 Excel 或 WPS 打开，取消密码并另存为 .xlsx 后再试。',
  'not-what-it-says':
    '文件的实际格式与扩展名不符，没有写入，请用 Excel 或 WPS 打开后另存为 .xlsx（带宏的存为 .xlsm）再试。',
  'too-large':
    '文件解压后的内容过大，超出可以安全写入的范围，没有写入，请删去无关的工作表和空白行，或按年份拆分后再试。',
  'too-many-formats':
    '工作簿里的单元格格式已接近 Excel 的上限，放不下新工作表的格式，没有写入，请先用 Excel 或 WPS 清理多余的单元格样式后再试。',
  damaged: '文件内容已损坏，无法可靠写入，请用 Excel 或 WPS 打开修复后另存为 .xlsx 再试。',
} as const;

export type WriteProblemCode = keyof typeof SENTENCES;

/** The problem of a code with its sentence. */
export function writeProblem(code: WriteProblemCode): WriteProblem {
  return { code, message: SENTENCES[code] };
}

/** Carries a problem out of the depths of the writer; it never leaves this folder. */
export class WriteTrouble extends Error {
  constructor(readonly code: WriteProblemCode) {
    super(code);
  }
}

/** The problem of a file that the trouble stands for. Anything that is no trouble of the file is thrown again. */
export function problemOfTrouble(trouble: unknown): WriteProblem {
  if (trouble instanceof WriteTrouble) return writeProblem(trouble.code);
  if (!(trouble instanceof ReadTrouble)) throw trouble;
  if (trouble.code === 'encrypted' || trouble.code === 'too-large') return writeProblem(trouble.code);
  return writeProblem('damaged');
}
