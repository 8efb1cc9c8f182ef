import type { Block, OfficialDocument, Paragraph, Signature } from '../document/document';
import { nominalWidthInEms } from '../document/text-width';
import { pendingText } from '../model/pending';
import type { NarrativeReport, Section } from '../narrative/report';
import { partsText } from '../narrative/report';
import type { ComparedLine } from './comparison';
import { comparisonBlocks } from './official-report-comparison';
import type { DepartmentAttachment } from './official-report-department';
import { departmentBlocks } from './official-report-department';
import type { ProjectAttachment } from './official-report-projects';
import { projectBlocks } from './official-report-projects';

/** Everything the report is set from. */
export interface OfficialReportSource extends DepartmentAttachment, ProjectAttachment {
  readonly narrative: NarrativeReport;
  /** 正式文本 by paragraph: her rewriting, or the draft. A paragraph that is not in it reads as it was drafted. */
  readonly finalTexts: ReadonlyMap<string, string>;
  /** As compareYears gives it. */
  readonly comparison: readonly ComparedLine[];
  /** 2024年4月20日; a place to write it by hand when empty. */
  readonly date: string;
}

/** A form behind the report, with the name the list of them gives it. */
interface Attachment {
  readonly name: string;
  /** @param mark 附件1 */
  readonly blocks: (mark: string) => Block[];
}

const DEPARTMENT_FORM = '部门整体支出绩效自评表';
const PROJECT_FORM = '项目支出绩效自评表';
const BLANK_DATE = '　　　　年　　月　　日';
/** Characters in a line of the title: 22 points in 156 mm. */
const TITLE_LINE = 20;

/**
 * 自评报告 as an official document in the order of GB/T 9704-2012 (7.3): the text, the list of its attachments, the lines
 * to be sealed and dated, then the attachments, each on a new page: the official forms and the comparison with its chart.
 * Numbers stand as in the sheets; what the workbook does not hold is 待填 or 【待填：…】.
 */
export function officialReport(source: OfficialReportSource): OfficialDocument {
  const { narrative, year } = source;
  const attachments = attachmentsOf(source);
  return {
    title: titleLines(narrative.title),
    blocks: [
      ...narrative.sections.flatMap((section) => sectionBlocks(section, source.finalTexts)),
      ...attachmentList(attachments),
      signature(source),
      ...attachments.flatMap(({ blocks }, index) => blocks(`附件${index + 1}`)),
    ],
    properties: { title: narrative.title, subject: year === null ? '' : `${year}年度` },
  };
}

/** A title too long for a line goes on after 年度, where its sense allows it (GB/T 9704-2012, 7.3.1). */
function titleLines(title: string): string {
  return nominalWidthInEms(title) > TITLE_LINE ? title.replace(/年度(?=.)/, '年度\n') : title;
}

function signature({ unitName, date }: OfficialReportSource): Signature {
  return {
    type: 'signature',
    lines: [[`${unitName ?? pendingText('单位名称')}（盖章）`], [date === '' ? BLANK_DATE : date]],
  };
}

function sectionBlocks({ heading, level, paragraphs }: Section, finalTexts: ReadonlyMap<string, string>): Block[] {
  return [
    { type: 'heading', level, text: heading },
    ...paragraphs.flatMap(({ id, parts }) => linesOf(finalTexts.get(id) ?? partsText(parts))),
  ];
}

/** Lines she broke by hand are paragraphs of their own. */
function linesOf(text: string): Paragraph[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())]));
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', text, indent: 2 };
}

function attachmentsOf(source: OfficialReportSource): Attachment[] {
  const { projects, comparison, unitName, year } = source;
  const several = projects.length > 1;
  const compared = `${year === null ? '' : `${year}年度`}部门收支预算、决算对比表`;
  const department: Attachment = {
    name: DEPARTMENT_FORM,
    blocks: (mark) => [{ type: 'attachment', mark }, ...departmentBlocks(source, DEPARTMENT_FORM)],
  };
  const forms: Attachment = {
    name: PROJECT_FORM,
    blocks: (mark) => projectBlocks(source, PROJECT_FORM, (index) => (several ? `${mark}-${index + 1}` : mark)),
  };
  const comparisonTable: Attachment = {
    name: compared,
    blocks: (mark) => [{ type: 'attachment', mark }, ...comparisonBlocks(comparison, unitName, compared)],
  };
  return [department, ...(projects.length > 0 ? [forms] : []), ...(comparison.length > 0 ? [comparisonTable] : [])];
}

/** One line below the text, the numbers under one another (GB/T 9704-2012, 7.3.4). */
function attachmentList(attachments: readonly Attachment[]): Paragraph[] {
  const lines = attachments.map(({ name }, index) => `${index === 0 ? '附件：' : '　　　'}${index + 1}.${name}`);
  return [{ type: 'paragraph', text: '', indent: 0 }, ...lines.map(paragraph)];
}
