import { gatherFacts } from '../../../src/facts/gather';
import { formSets } from '../../../src/facts/sets';
import { sourceCell } from '../../../src/formula/excel';
import type { CellPlace } from '../../../src/model/address';
import { Grid } from '../../../src/model/grid';
import type { CellValue } from '../../../src/model/grid';
import type { NarrativeSource } from '../../../src/narrative/narrate';
import { narrate } from '../../../src/narrative/narrate';
import type { Outline, ParagraphTemplate } from '../../../src/narrative/outline';
import { WORDINGS } from '../../../src/narrative/outline';
import type { LiveSource } from '../../../src/narrative/part-formula';
import type { NarrativeReport, Paragraph } from '../../../src/narrative/report';
import { partsText } from '../../../src/narrative/report';
import { workbookScope } from '../../../src/report/workbook-scope';
import { recognise } from '../../../src/tables/recognise';

export type Row = readonly CellValue[];

const UNIT = '云岭县民政局';

/** A sheet of a made-up bureau: title, unit line, header and body. */
export function page(title: string, amountUnit: string | null, header: Row, body: readonly Row[]): Grid {
  const unitLine: Row = [`编制单位：${UNIT}`, null, amountUnit === null ? null : `单位：${amountUnit}`];
  return Grid.ofRows(title, [[title], unitLine, header, ...body]);
}

/** 收支预算总表 of a year with nothing but its totals. */
export function budget(year: number, total: CellValue, amountUnit = '万元', note: string | null = null): Grid {
  const title = `${year}年收支预算总表`;
  return Grid.ofRows(title, [
    [title],
    [`编制单位：${UNIT}`, null, null, `单位：${amountUnit}`],
    ['收入', null, '支出', null],
    ['项目', '预算数', '项目', '预算数'],
    ['一、财政拨款收入', total, '一、社会保障和就业支出', total],
    ['本年收入合计', total, '本年支出合计', total],
    ['收入总计', total, '支出总计', total],
    [note],
  ]);
}

/** What the stages before give for some sheets, year 2023 unless another is said. */
export function sourceOf(grids: readonly Grid[], more: Partial<NarrativeSource> = {}): NarrativeSource {
  const { tables } = recognise(grids);
  const sets = formSets(tables);
  const year = more.year ?? 2023;
  const set = sets.find((one) => one.year === year) ?? null;
  const facts = set ? gatherFacts(set, sets) : [];
  return {
    unitName: UNIT,
    year,
    scope: workbookScope(set, sets, facts),
    set,
    facts,
    lostPoints: [],
    findings: [],
    projects: [],
    results: [],
    ...more,
  };
}

/** An outline with one heading and the paragraphs named below it. */
export function outlineOf(...paragraphs: readonly string[]): Outline {
  return {
    id: 'small',
    title: '小提纲',
    region: [],
    basis: '测试',
    confirmed: true,
    reportTitle: '{单位}{年度}年度自评报告',
    sections: [{ id: '1', heading: '一、小标题', level: 1, needs: [], paragraphs }],
  };
}

/** What live sentences read where the sheets themselves are all there is. */
export function liveSource(grids: readonly Grid[]): LiveSource {
  const valueAt = ({ sheet, row, column }: CellPlace): CellValue =>
    grids.find((grid) => grid.sheet === sheet)?.value(row, column) ?? null;
  return { figure: sourceCell, holds: ({ place, text }) => place !== null && valueAt(place) === text };
}

/** The report that a paragraph of our packs gives for some sheets. */
export function reportOn(id: string, grids: readonly Grid[], more: Partial<NarrativeSource> = {}): NarrativeReport {
  return narrate(outlineOf(id), sourceOf(grids, more));
}

/** Its text, paragraph by paragraph. */
export function said(id: string, grids: readonly Grid[], more: Partial<NarrativeSource> = {}): string[] {
  return paragraphsOf(reportOn(id, grids, more)).map(({ parts }) => partsText(parts));
}

/** The paragraphs that a template of the test's own gives for some sheets. */
export function written(
  template: Omit<ParagraphTemplate, 'id'>,
  grids: readonly Grid[],
  more: Partial<NarrativeSource> = {},
): readonly Paragraph[] {
  const wordings = { ...WORDINGS, paragraphs: [{ id: 'own', ...template }] };
  return paragraphsOf(narrate(outlineOf('own'), sourceOf(grids, more), wordings));
}

export function paragraphsOf(report: NarrativeReport): Paragraph[] {
  return report.sections.flatMap((section) => section.paragraphs);
}
