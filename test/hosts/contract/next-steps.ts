/** What she can do next, as the messages say it after something failed: each sentence ends with one of these. */
export const NEXT_STEPS = [
  '请保存文件、重新打开后再试；若还是这样，请把下面的代码告诉维护人员。',
  '请看看有没有弹出的对话框或正在进行的操作，处理完后再试。',
] as const;
