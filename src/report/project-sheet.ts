import type { Figure } from '../facts/figure';
import { Decimal } from '../model/decimal';
import { PROJECT_FUNDS } from '../model/project';
import { figuresOfMoney } from '../rubric/projects/money';
import { cell } from '../sheet/formula';
import type { SheetModel } from '../sheet/sheet';
import { conversionOf } from './conversion';
import { FormBuilder, caption, words } from './form-sheet';
import type { Field } from './form-sheet';
import type { RowMark } from './marks';
import type { KeptRow } from './kept';
import type { FormContext, FormSubject } from './project-form';
import { COLUMN, NO_UNIT, at, columnId, inputCell } from './project-form';
import { formerBlock } from './project-former';
import { fundBlock } from './project-funds';
import { indicatorBlock } from './project-indicators';
import { ProjectTotal } from './project-score';
import type { FormProject, FormText, ProjectSource } from './project-source';
import { formProjects } from './project-source';
import { TEXT_PLACES, knownText, textRowId, typedText } from './project-texts';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import { UNCONFIRMED, yearLine } from './words';
import type { WorkingPaper } from './working-paper';

const WIDTHS = [14, 16, 18, 24, 18, 18, 9, 11, 32] as const;
/** Right of the form: the share of points she gives, and two hidden working columns. */
const BESIDE = [
  { width: 16, hidden: false },
  { width: 12, hidden: true },
  { width: 12, hidden: true },
] as const;
const TEXT_COLUMNS = Object.values(TEXT_PLACES).map(({ column }) => column);
const INPUTS = new Map(
  [...TEXT_COLUMNS, ...PROJECT_FUNDS.map((fund) => COLUMN[fund]), COLUMN.reason, COLUMN.share].map((column) => [
    columnId(column),
    column,
  ]),
);
const TITLE = '项目支出绩效自评表';
const SIGNATURES =
  '填表人：　　　　　　　　审核人：　　　　　　　　负责人：　　　　　　　　单位（盖章）　　　　　　　填报日期：　　　　年　　月　　日';
const RULE =
  '注：执行率＝全年执行数÷全年预算数，“其中”各行不单独计分。得分四舍五入到两位小数，总分按未舍入的得分相加再舍入。浅黄色格由人填写。';
const STATED_RATE = '没有找到项目的预算数和执行数，执行率取自表中填写的数（生成时取数）。';
const NO_PROJECTS = '没有找到项目绩效指标表或项目支出绩效自评表，没有可以自评的项目。';

/**
 * 自评_项目自评表: one official form per project, each on a page of its own, live from the working paper and from what she
 * types (shared/domain/domain.md §1.3).
 * @param kept what she typed on the sheet before
 */
export function projectSheet(
  source: ProjectSource,
  paper: WorkingPaper,
  about: FormSubject,
  kept: ReadonlyMap<string, KeptRow>,
): SheetModel {
  const form = new FormBuilder(WIDTHS, BESIDE);
  const context: FormContext = { form, paper, about, kept };
  const projects = formProjects(source);
  if (projects.length === 0) {
    heading(context);
    form.row([words(NO_PROJECTS, WIDTHS.length, STYLES.center)]);
  }
  projects.forEach((project, index) => {
    if (index > 0) form.pageBreak();
    projectForm(context, project);
  });
  const bottom = form.next - 1;
  formerBlock(context, projects);
  const sheet = form.sheet(SHEETS.projects, 'landscape', INPUTS);
  // The official forms are what is printed; what is kept below them is not.
  return { ...sheet, print: { ...sheet.print, area: { ...sheet.print.area, bottom } } };
}

function heading({ form, about }: FormContext): void {
  form.title(TITLE);
  form.subtitle(yearLine(about.year));
}

function projectForm(context: FormContext, source: FormProject): void {
  const { form } = context;
  heading(context);
  form.row([caption('项目名称'), words(source.project.name, WIDTHS.length - 1)]);
  departmentRow(context, source);
  const funds = fundBlock(context, source);
  goalBlock(context, source);
  const indicators = indicatorBlock(context, source.indicators);
  const total = new ProjectTotal(funds.row, form.next - 1, [funds, ...indicators]);
  const shown = at(form.next, COLUMN.score);
  form.row([caption('总分', 6), { cell: total.points() }, { cell: total.total() }, { cell: total.remark(shown) }]);
  form.row([caption('评价等级', 6), { cell: total.grade(shown), across: 3 }]);
  form.remark(
    [RULE, context.about.pointsBasis === 'unconfirmed' ? `${UNCONFIRMED}。` : '', ...remarksOf(source)].join(''),
  );
  form.signatures(SIGNATURES);
}

function departmentRow(context: FormContext, source: FormProject): void {
  context.form.row(
    [
      caption('主管部门'),
      textField(context, source, '主管部门', 3),
      caption('实施单位'),
      textField(context, source, '实施单位', 4),
    ],
    textRow(context, source, ['主管部门', '实施单位']),
  );
}

/** 年度总体目标: what was aimed at and what became of it (domain.md §1.3, R8). */
function goalBlock(context: FormContext, source: FormProject): void {
  const { form } = context;
  const top = form.row([caption('年度总体目标'), caption('预期目标', 4), caption('实际完成情况', 4)]);
  form.row(
    [caption(''), textField(context, source, '年度总体目标', 4), textField(context, source, '实际完成情况', 4)],
    textRow(context, source, ['年度总体目标', '实际完成情况']),
  );
  form.mergeDown(0, top);
}

/** A row of texts, with those of its cells that are hers: the workbook does not hold what belongs in them. */
function textRow({ about }: FormContext, source: FormProject, texts: readonly [FormText, FormText]): RowMark {
  const asked = texts.filter((text) => knownText(source, text, about) === null);
  return {
    id: textRowId(about, texts[0], source.project.id),
    inputs: asked.map((text) => columnId(TEXT_PLACES[text].column)),
    figures: '',
  };
}

function textField({ about, kept }: FormContext, source: FormProject, text: FormText, across: number): Field {
  const known = knownText(source, text, about);
  if (known !== null) return words(known, across);
  const asked = text === '年度总体目标' ? '预期目标' : text;
  return { cell: inputCell(typedText(source, text, about, kept), null, asked, STYLES.input), across };
}

/** What the reader must know about figures that are not as live as the others. */
function remarksOf({ execution, indicators }: FormProject): string[] {
  const bare = figuresOfMoney(execution.money).some(({ unit, value }) => unit === null && !value?.equals(Decimal.ZERO));
  const fixed = indicators.filter(({ actual }) => actual !== null && isFixed(actual.figure));
  const names = fixed.map(({ evaluation }) => `“${evaluation.path.at(-1) ?? ''}”`).join('、');
  return [
    ...(bare ? [NO_UNIT] : []),
    ...(execution.statedRate === null ? [] : [STATED_RATE]),
    ...(names === '' ? [] : [`${names}的实际完成值写法不能用公式取数，得分按生成时取数计算，改动来源后请重新生成。`]),
  ];
}

/** True where the working paper can only hold the number itself. */
function isFixed({ row, column, place }: Figure): boolean {
  const source = row?.cells.get(column);
  if (!source || !place || source.state === 'number') return false;
  return conversionOf(source.written, source, cell(place)).formula?.type === 'number';
}
