import type { Block, OfficialDocument, Paragraph } from '../document/document';
import type { NarrativeReport, Section } from '../narrative/report';
import { partsText } from '../narrative/report';
import type { ComparedLine } from './comparison';
import { comparisonBlocks } from './official-report-comparison';
import type { DepartmentAttachment } from './official-report-department';
import { departmentBlocks } from './official-report-department';
import type { ProjectAttachment } from './official-report-projects';
import { projectBlocks } from './official-report-projects';
import { pending } from './pending';

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
  /** @param number 附1 */
  readonly blocks: (number: string) => Block[];
}

const BLANK_DATE = '　　　　年　　月　　日';

/**
 * 自评报告 as an official document: the text, the list of its attachments, the official forms and the comparison with
 * its chart, and the lines to be sealed and dated. Numbers stand as in the sheets; what the workbook does not hold is
 * 待填 or 【待填：…】.
 */
export function officialReport(source: OfficialReportSource): OfficialDocument {
  const { narrative, unitName, year, date } = source;
  const attachments = attachmentsOf(source);
  return {
    title: narrative.title,
    blocks: [
      ...narrative.sections.flatMap((section) => sectionBlocks(section, source.finalTexts)),
      ...attachmentList(attachments),
      ...attachments.flatMap(({ blocks }, index) => blocks(`附${index + 1}`)),
      { type: 'signature', lines: [[`${unitName ?? pending('单位名称')}（盖章）`], [date === '' ? BLANK_DATE : date]] },
    ],
    properties: { title: narrative.title, subject: year === null ? '' : `${year}年度` },
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
  const department: Attachment = {
    name: '部门整体支出绩效自评表',
    blocks: (number) => departmentBlocks(source, `${number}　部门整体支出绩效自评表`),
  };
  const forms: Attachment = {
    name: '项目支出绩效自评表',
    blocks: (number) =>
      projectBlocks(source, (index) => `${number}${several ? `-${index + 1}` : ''}　项目支出绩效自评表`),
  };
  const title = `${year === null ? '' : `${year}年度`}部门收支预算、决算对比表`;
  const compared: Attachment = {
    name: title,
    blocks: (number) => comparisonBlocks(comparison, unitName, `${number}　${title}`),
  };
  return [department, ...(projects.length > 0 ? [forms] : []), ...(comparison.length > 0 ? [compared] : [])];
}

/** One line below the text, the numbers under one another (GB/T 9704-2012, 7.3.4). */
function attachmentList(attachments: readonly Attachment[]): Paragraph[] {
  const lines = attachments.map(({ name }, index) => `${index === 0 ? '附件：' : '　　　'}${index + 1}.${name}`);
  return [{ type: 'paragraph', text: '', indent: 0 }, ...lines.map(paragraph)];
}
