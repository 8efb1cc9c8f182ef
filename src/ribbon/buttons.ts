/** A word or sentence in the two languages the ribbon is shown in. */
export interface Wording {
  readonly chinese: string;
  readonly english: string;
}

/** What the pane does first when a button opened it: its page is loaded with `?open=` and one of these words. */
export type Opening = 'generate' | 'check' | 'report' | 'settings';

/** What a button does: it opens the pane at a step, or runs a function of the commands page. */
export type ButtonAction =
  { readonly type: 'open'; readonly opening: Opening } | { readonly type: 'run'; readonly functionName: FunctionName };

/** Functions of the commands page; a host calls them by these names. */
export type FunctionName = 'undoWriting';

export interface RibbonButton {
  /** Capitalised English words; part of the ids of controls and resources. */
  readonly id: string;
  readonly label: Wording;
  readonly tip: Wording;
  /** Name of the icon's files: assets/<icon>-<pixels>.png, drawn from assets/icons/<icon>.svg. */
  readonly icon: string;
  readonly action: ButtonAction;
}

/** The one description of the ribbon, for every host: one tab with one group, its buttons from left to right. */
export interface Ribbon {
  readonly tab: Wording;
  readonly group: Wording;
  /** Icon of the add-in and of the group when the window is too narrow for its buttons. */
  readonly icon: string;
  readonly buttons: readonly RibbonButton[];
}

export const RIBBON: Ribbon = {
  tab: { chinese: '绩效自评', english: 'Self-evaluation' },
  group: { chinese: '自评助手', english: 'Ziping' },
  icon: 'ziping',
  buttons: [
    {
      id: 'Generate',
      label: { chinese: '一键生成自评表', english: 'Generate all sheets' },
      tip: {
        chinese: '识别、核对、计分，把结果写成“自评_”开头的工作表。原来的工作表不改。',
        english: 'Recognises, checks and scores, and writes sheets of its own. Your sheets stay as they are.',
      },
      icon: 'generate',
      action: { type: 'open', opening: 'generate' },
    },
    {
      id: 'Check',
      label: { chinese: '勾稽核对', english: 'Check relations' },
      tip: {
        chinese: '只核对，不写任何东西：表内合计、表与表、预算与决算、本年与上年。',
        english: 'Checks totals and relations within and between the tables. Writes nothing.',
      },
      icon: 'check',
      action: { type: 'open', opening: 'check' },
    },
    {
      id: 'Report',
      label: { chinese: '报告正文', english: 'Report' },
      tip: {
        chinese: '看将要写的自评表和报告正文，导出 Word。',
        english: 'Shows what will be written and exports the report to Word.',
      },
      icon: 'report',
      action: { type: 'open', opening: 'report' },
    },
    {
      id: 'Undo',
      label: { chinese: '撤销写入', english: 'Undo writing' },
      tip: {
        chinese: '把工作簿还原到最近一次写入以前。窗格要开着。',
        english: 'Puts the workbook back as it was before the last writing. The pane has to be open.',
      },
      icon: 'undo',
      action: { type: 'run', functionName: 'undoWriting' },
    },
    {
      id: 'Settings',
      label: { chinese: '设置', english: 'Settings' },
      tip: {
        chinese: '单位、年度、评分办法。',
        english: 'Unit, year and rubric.',
      },
      icon: 'settings',
      action: { type: 'open', opening: 'settings' },
    },
  ],
};
