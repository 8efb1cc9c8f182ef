import type { KeptRow, Typed } from './kept';
import { indicatorRowId } from './project-answers';
import type { FormSubject } from './project-form';
import { COLUMN, columnId } from './project-form';
import type { FormProject, FormText } from './project-source';

/** A project and what the workbook says on its form. */
export interface FormWords extends Pick<FormProject, 'texts'> {
  readonly project: Pick<FormProject['project'], 'id'>;
}

export const FORM_TEXTS: readonly FormText[] = ['主管部门', '实施单位', '年度总体目标', '实际完成情况'];

/** Where the words of a form stand on the sheet: in which of its rows, from which column on. */
export const TEXT_PLACES: Readonly<Record<FormText, { readonly row: '单位' | '目标'; readonly column: number }>> = {
  主管部门: { row: '单位', column: 1 },
  实施单位: { row: '单位', column: 5 },
  年度总体目标: { row: '目标', column: 1 },
  实际完成情况: { row: '目标', column: 5 },
};

/** Id of the row of a form that holds a text: what was said of another year is not carried over. */
export function textRowId({ year }: Pick<FormSubject, 'year'>, text: FormText, project: string): string {
  return `${year ?? ''}|${TEXT_PLACES[text].row}|${project}`;
}

/** What the workbook says of a text of the form; its bureau is in charge of the project unless it says otherwise. */
export function knownText({ texts }: Pick<FormWords, 'texts'>, text: FormText, about: FormSubject): string | null {
  return texts.get(text) ?? (TEXT_PLACES[text].row === '单位' ? about.unitName : null);
}

/** What she typed for a text on 自评_项目自评表. */
export function typedText(
  { project }: Pick<FormWords, 'project'>,
  text: FormText,
  about: FormSubject,
  kept: ReadonlyMap<string, KeptRow>,
): Typed | undefined {
  return kept.get(textRowId(about, text, project.id))?.typed.get(columnId(TEXT_PLACES[text].column));
}

/** Her 偏差原因 on 自评_项目自评表, by the ids of indicators. */
export function typedDeviations(kept: ReadonlyMap<string, KeptRow>, year: number | null): ReadonlyMap<string, string> {
  const prefix = indicatorRowId(year, '');
  const column = columnId(COLUMN.reason);
  return new Map(
    [...kept.values()].flatMap(({ id, typed }) => {
      const reason = id.startsWith(prefix) ? typed.get(column) : undefined;
      return reason === undefined ? [] : [[id.slice(prefix.length), reason.toString()] as const];
    }),
  );
}

/** A text as it stands on the form of a project: from the workbook, else as she typed it; null while it is 待填. */
export function formText(
  source: FormWords,
  text: FormText,
  about: FormSubject,
  kept: ReadonlyMap<string, KeptRow>,
): string | null {
  return knownText(source, text, about) ?? typedText(source, text, about, kept)?.toString() ?? null;
}
