import type { HostProblem, HostProblemCode } from '../port';
import { HostTrouble } from '../port';

/** What happened and what to do next; where it happened is put in front. */
const SENTENCES: Readonly<Record<HostProblemCode, string>> = {
  editing: '有一个单元格正在编辑，WPS 现在不接受别的操作。请按回车或 Esc 结束编辑，再点一次。',
  protected: '工作表设了保护，不能写入。请在“审阅”里撤销工作表保护后再试。',
  'structure-protected': '工作簿设了“保护工作簿”，不能增加或删除工作表。请在“审阅”里撤销工作簿保护后再试。',
  changed: '表里的内容刚刚有了改动。请等改动完成后再试一次。',
  gone: '要用的工作表已经不在了，可能刚被删除或改名。请重新识别一次再试。',
  'other-workbook': '另一个工作簿到了前面。请切换回原来的工作簿，再点一次。',
  'too-large': '一次要读写的内容超出了 WPS 的上限。请删去无关的工作表和空白行，或把表按年份拆开后再试。',
  unsupported: '没有打开的工作簿，或这个版本的 WPS 太旧。请先打开决算表；若仍不行，请升级 WPS 后再试。',
  timeout: 'WPS 很久没有回应。请看看有没有弹出的对话框，处理完后再试。',
  cancelled: '已按您的要求停止。需要时再点一次“一键生成自评表”。',
  failed:
    'WPS 没有完成这一步。若有单元格正在编辑，请先按回车；否则请保存文件、重新打开后再试，还是这样就把下面的代码告诉维护人员。',
};

/** Every problem leaves the workbook as it was; only one that could not be put back says otherwise. */
const UNCHANGED = '工作簿没有改动。';

/** What COM programs answer while a cell is being typed in: VBA_E_IGNORE, RPC_E_CALL_REJECTED. */
const EDITING = /800ac472|80010001|-2146777998|-2147418111/i;
/** Longest words of the program that are kept. */
const DETAIL_LENGTH = 120;

/** @param where the sheet it is about; empty when it is about the workbook */
export function hostProblem(code: HostProblemCode, where = '', detail: string | null = null): HostProblem {
  const place = where === '' ? '' : `工作表“${where}”：`;
  return { code, message: `${place}${SENTENCES[code]}${UNCHANGED}`, detail, unrestored: false };
}

/** The problem when some sheets could not be put back: she must look at them before anything else. */
export function unrestored(problem: HostProblem, sheets: readonly string[]): HostProblem {
  const names = sheets.map((name) => `“${name}”`).join('、');
  const said = problem.message.slice(0, problem.message.length - UNCHANGED.length);
  const message = `${said}而且没能全部恢复原样，请先检查工作表${names}：可不保存就关闭文件，再重新打开。`;
  return { ...problem, message, unrestored: true };
}

export function trouble(code: HostProblemCode, where = '', detail: string | null = null): HostTrouble {
  return new HostTrouble(hostProblem(code, where, detail));
}

/** The trouble that an error of the program stands for; its words are short and hold no cell contents. */
export function troubleOf(error: unknown, where = ''): HostTrouble {
  if (error instanceof HostTrouble) return error;
  const words = error instanceof Error ? error.message : String(error);
  return trouble(EDITING.test(words) ? 'editing' : 'failed', where, words.slice(0, DETAIL_LENGTH));
}
