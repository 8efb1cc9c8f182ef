import type { SourceNotice } from '../../model/grid';

/** Why a file could not be read, as data: a code for programs and one sentence that tells her what to do next. */
export interface ReadProblem {
  readonly code: ProblemCode;
  readonly message: string;
}

/** Something in a file that was read all the same, but that she should know about. */
export interface ReadWarning extends SourceNotice {
  readonly code: WarningCode;
}

export type WarningCode =
  'formula-without-value' | 'formulas-never-calculated' | 'sheet-part-missing' | 'text-missing' | 'characters-lost';

const SENTENCES = {
  empty: '文件是空的（0 字节），多半是没有下载完或没有保存成功，请重新导出或重新接收后再打开。',
  encrypted: '文件设了打开密码，无法读取，请先用 Excel 或 WPS 打开，取消密码并另存后再试。',
  picture: '这是一张图片，只是改成了表格的扩展名，里面没有单元格，请找到原始的表格文件。',
  pdf: '这是 PDF 文件，里面没有单元格，请向出表单位索取 Excel 或 WPS 表格原件。',
  document: '这是 Word 或演示文稿，不是表格，请把里面的表格复制到 Excel 或 WPS 表格中另存为 .xlsx 后再试。',
  archive: '这是一个压缩包，不是表格，请先解压，再打开里面的表格文件。',
  opendocument: '这是 OpenDocument 表格（.ods），暂不能直接读取，请用 Excel 或 WPS 打开后另存为 .xlsx。',
  webarchive: '这是“单个文件网页”（.mht），暂不能直接读取，请用 Excel 或 WPS 打开后另存为 .xlsx。',
  markup: '文件是网页或 XML 文本，但里面没有表格，请用 Excel 或 WPS 打开确认内容后另存为 .xlsx。',
  unknown: '认不出这是什么文件：它不是 Excel、WPS 表格，也不是文本表格，请用 Excel 或 WPS 打开后另存为 .xlsx。',
  truncated: '文件不完整，多半是下载或复制中断了，请重新获取完整的文件后再打开。',
  damaged: '文件内容已损坏，无法可靠读取，请用 Excel 或 WPS 打开修复后另存为 .xlsx 再试。',
  declaration:
    '文件里带有外部实体声明（DOCTYPE），正常的表格不会有，为安全起见没有读取，请用 Excel 或 WPS 打开后另存为 .xlsx。',
  'too-large':
    '文件解压后的内容过大，超出可以安全读取的范围，没有读取，请删去无关的工作表和空白行，或按年份拆分后再试。',
  'too-many-cells': '表格的单元格过多，超出可以安全读取的范围，没有读取，请清除多余的行列，或按年份拆分后再试。',
  'no-sheets': '文件里没有任何工作表，请用 Excel 或 WPS 打开确认内容后另存为 .xlsx。',
} as const;

export type ProblemCode = keyof typeof SENTENCES;

/** The problem of a code with its sentence. */
export function readProblem(code: ProblemCode): ReadProblem {
  return { code, message: SENTENCES[code] };
}

/**
 * Carries a problem of the file out of the depths of a reader. It never leaves this folder: `openWorkbookFile` turns
 * it into data.
 */
export class ReadTrouble extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

/** Remarks listed one by one per sheet and kind; the rest is only counted. */
const LISTED_PER_SHEET = 100;

/** Collects remarks, so that a workbook with a hundred thousand of them does not make a hundred thousand sentences. */
export class WarningList {
  private listed: ReadWarning[] = [];
  private counts = new Map<string, { code: WarningCode; sheet: string; count: number }>();

  add(code: WarningCode, sheet: string, cell: string, message: string): void {
    const key = `${code}|${sheet}`;
    const entry = this.counts.get(key) ?? { code, sheet, count: 0 };
    entry.count += 1;
    this.counts.set(key, entry);
    if (entry.count <= LISTED_PER_SHEET) this.listed.push({ code, sheet, cell, message });
  }

  /** All remarks; where a sheet has more than are listed, one more says how many. */
  all(): readonly ReadWarning[] {
    const more = [...this.counts.values()]
      .filter((entry) => entry.count > LISTED_PER_SHEET)
      .map(({ code, sheet, count }) => ({
        code,
        sheet,
        cell: '',
        message: `工作表“${sheet}”还有 ${count - LISTED_PER_SHEET} 处同样的情况，没有逐一列出。`,
      }));
    return [...this.listed, ...more];
  }

  /** Undoes the remarks about one sheet: it is read again in another way. */
  forget(sheet: string): void {
    this.listed = this.listed.filter((warning) => warning.sheet !== sheet);
    this.counts = new Map([...this.counts].filter(([, entry]) => entry.sheet !== sheet));
  }
}
