import type { Figure } from '../facts/figure';
import { paragraphFormula } from '../narrative/part-formula';
import type { NarrativeReport, Paragraph, Section } from '../narrative/report';
import { figuresIn, partsText, pendingIn } from '../narrative/report';
import type { Formula } from '../sheet/formula';
import { call, cell, operation, text } from '../sheet/formula';
import { MAX_FORMULA_LENGTH, printFormula } from '../sheet/print-formula';
import type { Cell, SheetModel } from '../sheet/sheet';
import { formulaCell, linkCell, textCell } from './cells';
import type { KeptRow } from './kept';
import { firstBodyRow, listSheet } from './list-sheet';
import type { ListColumn, ListRow } from './list-sheet';
import { SHEETS } from './sheet-names';
import { STYLES } from './styles';
import type { WorkingPaper } from './working-paper';

/** Id, and header, of the column she rewrites a paragraph in. */
export const REWRITING = '我的改写';

const COLUMNS: readonly ListColumn[] = [
  { header: '章节', width: 24 },
  { header: '自动稿', width: 60 },
  { header: REWRITING, width: 46, input: REWRITING },
  { header: '正式文本', width: 60 },
  { header: '用到的数据', width: 24 },
  { header: '去看', width: 22 },
  { header: '待填', width: 18 },
];
const DRAFT = 1;
const REWRITTEN = 2;
const GONE = '以前的改写';

/** Figures the text is made of. */
export function figuresOfNarrative(report: NarrativeReport): Figure[] {
  return report.sections.flatMap((section) => section.paragraphs.flatMap(({ parts }) => figuresIn(parts)));
}

/** Key of a paragraph's row: what she wrote for one year is not another year's text. */
export function paragraphKey(year: number | null, report: NarrativeReport, { id }: Paragraph): string {
  return `${year ?? ''}|${report.outline}|${id}`;
}

/** 正式文本 of every paragraph, by id: her rewriting where there is one. */
export function finalTexts(
  report: NarrativeReport,
  year: number | null,
  kept: ReadonlyMap<string, KeptRow>,
): Map<string, string> {
  return new Map(
    report.sections.flatMap((section) =>
      section.paragraphs.map((paragraph) => {
        const own = kept
          .get(paragraphKey(year, report, paragraph))
          ?.typed.get(REWRITING)
          ?.toString();
        return [paragraph.id, own ?? partsText(paragraph.parts)] as const;
      }),
    ),
  );
}

/** 自评_报告正文: one row for each group of sentences, live, with her rewriting (shared/design/product.md). */
export function narrativeSheet(
  report: NarrativeReport,
  paper: WorkingPaper,
  about: { readonly unitName: string | null; readonly year: number | null },
  kept: ReadonlyMap<string, KeptRow>,
): SheetModel {
  const rows: ListRow[] = [];
  const keys = new Set<string>();
  for (const section of report.sections) {
    rows.push(headingRow(section));
    for (const paragraph of section.paragraphs) {
      const key = paragraphKey(about.year, report, paragraph);
      keys.add(key);
      rows.push(paragraphRow(paragraph, section, key, rows.length, paper, kept.get(key)));
    }
  }
  const gone = [...kept.values()].filter((row) => !keys.has(row.id) && row.typed.size > 0);
  rows.push(...gone.map(goneRow));
  return listSheet({
    name: SHEETS.narrative,
    title: report.title,
    unitName: about.unitName,
    unitLine: '',
    columns: COLUMNS,
    rows,
    remarks: [
      '注：“自动稿”里的数是活的。要改写就写在“我的改写”里，Word 报告取“正式文本”。【待填：…】是工作簿里没有的内容。',
      ...(report.unused.length > 0 ? [`没有用到的数：${report.unused.join('、')}`] : []),
    ],
    orientation: 'landscape',
    filter: false,
    frozenColumns: 1,
  });
}

function headingRow({ heading, level }: Section): ListRow {
  const indent = '　'.repeat(level - 1);
  return {
    cells: [textCell(`${indent}${heading}`, STYLES.strong), ...new Array<Cell>(COLUMNS.length - 1).fill(textCell(''))],
  };
}

function paragraphRow(
  paragraph: Paragraph,
  section: Section,
  key: string,
  index: number,
  paper: WorkingPaper,
  kept: KeptRow | undefined,
): ListRow {
  const row = firstBodyRow(COLUMNS) + index;
  const at = (column: number): Formula => cell({ sheet: SHEETS.narrative, row, column });
  const draft = partsText(paragraph.parts);
  const own = kept?.typed.get(REWRITING) ?? null;
  const final = call('IF', operation('=', at(REWRITTEN), text('')), at(DRAFT), at(REWRITTEN));
  const place = figuresIn(paragraph.parts).find((figure) => figure.place !== null)?.place;
  return {
    cells: [
      textCell(section.heading),
      draftCell(paragraph, draft, paper),
      { type: 'input', value: own, style: STYLES.input },
      formulaCell(final, own ?? draft, STYLES.text),
      textCell(paragraph.needs.join('、')),
      place ? linkCell(place) : textCell('', STYLES.link),
      textCell(pendingIn(paragraph.parts).join('、')),
    ],
    mark: { id: key, inputs: [REWRITING], figures: '' },
  };
}

function draftCell(paragraph: Paragraph, draft: string, paper: WorkingPaper): Cell {
  const formula = paragraphFormula(paragraph, (figure) => paper.number(figure));
  // Without a figure there is nothing live; a formula longer than a spreadsheet takes is written as it reads now.
  const live = formula !== null && printFormula(formula).length < MAX_FORMULA_LENGTH;
  return live ? formulaCell(formula, draft, STYLES.text) : textCell(draft);
}

function goneRow(row: KeptRow): ListRow {
  const about = row.about.startsWith(GONE) ? row.about : `${GONE}：${row.about}`;
  return {
    cells: [
      textCell(GONE, STYLES.center),
      textCell(about),
      { type: 'input', value: row.typed.get(REWRITING) ?? null, style: STYLES.input },
      ...new Array<Cell>(4).fill(textCell('')),
    ],
    mark: { id: row.id, inputs: [REWRITING], figures: '' },
  };
}
