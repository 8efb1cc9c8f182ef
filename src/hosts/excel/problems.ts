import type { HostProblem, HostProblemCode } from '../port';
import { HostTrouble } from '../port';

/** What happened and what to do next; where it happened is put in front. */
const SENTENCES: Readonly<Record<HostProblemCode, string>> = {
  editing: '有一个单元格正在编辑，Excel 现在不接受别的操作。请按回车或 Esc 结束编辑，再点一次。',
  protected: '工作表设了保护，不能写入。请在“审阅”里撤销工作表保护后再试。',
  'structure-protected': '工作簿设了“保护工作簿结构”，不能增加或删除工作表。请在“审阅”里撤销工作簿保护后再试。',
  changed: '表里的内容刚刚有了改动，可能有人同时在改。请等改动完成后再试一次。',
  gone: '要用的工作表已经不在了，可能刚被删除或改名。请重新识别一次再试。',
  'other-workbook': '另一个工作簿到了前面。请切换回原来的工作簿，再点一次。',
  'too-large': '一次要读写的内容超出了 Excel 的上限。请删去无关的工作表和空白行，或把表按年份拆开后再试。',
  unsupported:
    '这个版本的 Excel 太旧，缺少需要的功能。请用 Office 2021 及以上版本或 WPS 打开；也可以把文件交给同事用新版本处理。',
  timeout: 'Excel 很久没有回应。请看看有没有弹出的对话框或正在进行的操作，处理完后再试。',
  cancelled: '已按您的要求停止。需要时再点一次“一键生成自评表”。',
  failed: 'Excel 没有完成这一步。请保存文件、重新打开后再试；若还是这样，请把下面的代码告诉维护人员。',
};

/** Every problem leaves the workbook as it was; only one that could not be put back says otherwise. */
const UNCHANGED = '工作簿没有改动。';

/** Codes of Office.js (Microsoft: application-specific API error handling; those officejs.md §C marks [J] are likeliest). */
const CODES: Readonly<Record<string, HostProblemCode>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  InactiveWorkbook: 'other-workbook',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  FormulaLengthExceedsLimit: 'too-large',
  RequestAborted: 'changed',
  ConflictingChange: 'changed',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
};

/** Errors with which the runtime answers a mistake of ours, not trouble of hers. */
const MISTAKES = new Set([
  'PropertyNotLoaded',
  'ValueNotLoaded',
  'InvalidObjectPath',
  'InvalidRequestContext',
  'RunMustReturnPromise',
]);

interface OfficeError {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && typeof (error as { readonly code?: unknown }).code === 'string';
}

/** @param where the sheet it is about; empty when it is about the workbook */
export function hostProblem(code: HostProblemCode, where = '', detail: string | null = null): HostProblem {
  const place = where === '' ? '' : `工作表“${where}”：`;
  return { code, message: `${place}${SENTENCES[code]}${UNCHANGED}`, detail, unrestored: false };
}

/** The problem when some sheets could not be put back: she must look at them before anything else. */
export function unrestored(problem: HostProblem, sheets: readonly string[]): HostProblem {
  const names = sheets.map((name) => `“${name}”`).join('、');
  const said = problem.message.slice(0, problem.message.length - UNCHANGED.length);
  const message = `${said}而且没能全部恢复原样，请先检查工作表${names}：可用“撤销”退回，或不保存就关闭文件、重新打开。`;
  return { ...problem, message, unrestored: true };
}

export function trouble(code: HostProblemCode, where = '', detail: string | null = null): HostTrouble {
  return new HostTrouble(hostProblem(code, where, detail));
}

/**
 * The trouble that an error of Office.js stands for. Its own words may hold cell contents, so only its code and the
 * member it arose in are kept. Anything that is a mistake of ours is given back as it is.
 */
export function troubleOf(error: unknown, where = ''): unknown {
  if (!isOfficeError(error) || MISTAKES.has(error.code)) return error;
  const location = error.debugInfo?.errorLocation ?? '';
  const detail = location === '' ? error.code : `${error.code} (${location})`;
  return trouble(CODES[error.code] ?? 'failed', where, detail);
}
