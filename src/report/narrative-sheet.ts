import type { Figure } from '../facts/figure';
import type { LiveSource } from '../narrative/part-formula';
import { paragraphFormula } from '../narrative/part-formula';
import type { NarrativeReport, Paragraph, Section } from '../narrative/report';
import { figuresIn, partsText, pendingIn, resultsIn } from '../narrative/report';
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
import type { RawValue, WorkingPaper } from './working-paper';

/** Id, and header, of the column she rewrites a paragraph in. */
export const REWRITING = '我的改写';

const COLUMNS: readonly ListColumn[] = [
  { header: '章节', width: 18 },
  { header: '自动稿', width: 54 },
  { header: REWRITING, width: 34, input: REWRITING },
  { header: '正式文本', width: 54 },
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

/** What the sheet is about, and the cells of hers it quotes. */
export interface NarrativeSheetSource {
  readonly unitName: string | null;
  readonly year: number | null;
  readonly raw: RawValue;
}

/** 自评_报告正文: one row for each group of sentences, live, with her rewriting (shared/design/product.md). */
export function narrativeSheet(
  report: NarrativeReport,
  paper: WorkingPaper,
  about: NarrativeSheetSource,
  kept: ReadonlyMap<string, KeptRow>,
): SheetModel {
  const live: LiveSource = {
    figure: (figure) => paper.number(figure),
    holds: ({ place, text: words }) => place !== null && about.raw(place) === words,
  };
  const rows: ListRow[] = [];
  const keys = new Set<string>();
  for (const section of report.sections) {
    rows.push(headingRow(section));
    for (const paragraph of section.paragraphs) {
      const key = paragraphKey(about.year, report, paragraph);
      keys.add(key);
      rows.push(paragraphRow(paragraph, section, key, rows.length, live, kept.get(key)));
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
    // 用到的数据, 去看 and 待填 are for the screen.
    workingColumns: 3,
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
  source: LiveSource,
  kept: KeptRow | undefined,
): ListRow {
  const row = firstBodyRow(COLUMNS) + index;
  const at = (column: number): Formula => cell({ sheet: SHEETS.narrative, row, column });
  const draft = partsText(paragraph.parts);
  const own = kept?.typed.get(REWRITING) ?? null;
  const final = call('IF', operation('=', at(REWRITTEN), text('')), at(DRAFT), at(REWRITTEN));
  const [place] = [...figuresIn(paragraph.parts), ...resultsIn(paragraph.parts)].flatMap((one) => one.place ?? []);
  return {
    cells: [
      textCell(section.heading),
      draftCell(paragraph, draft, source),
      { type: 'input', value: own, style: STYLES.input },
      formulaCell(final, own ?? draft, STYLES.text),
      textCell(paragraph.needs.join('、')),
      place ? linkCell(place) : textCell('', STYLES.link),
      textCell(pendingIn(paragraph.parts).join('、')),
    ],
    mark: { id: key, inputs: [REWRITING], figures: '' },
  };
}

function draftCell(paragraph: Paragraph, draft: string, source: LiveSource): Cell {
  const formula = paragraphFormula(paragraph, source);
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
