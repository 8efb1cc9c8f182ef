import type { KeptRow } from '../../../src/report/kept';
import type { FormText } from '../../../src/report/project-source';
import { FORM_TEXTS, formText, textRowId } from '../../../src/report/project-texts';

const PROJECT = { id: '城乡低保' };
const ABOUT = { unitName: '甲县民政局', year: 2023 };

/** What she typed into 实际完成情况 of the project's form for a year. */
function typed(year: number): ReadonlyMap<string, KeptRow> {
  const id = textRowId({ year }, '实际完成情况', PROJECT.id);
  const words = new Map([['第6栏', '全年发放到位。']]);
  return new Map([[id, { id, figures: '', typed: words, standing: words, places: new Map(), about: '' }]]);
}

function texts(known: readonly (readonly [FormText, string])[], kept: ReadonlyMap<string, KeptRow>): (string | null)[] {
  return FORM_TEXTS.map((text) => formText({ project: PROJECT, texts: new Map(known) }, text, ABOUT, kept));
}

describe('the words of a project’s form', () => {
  it('are those of the workbook, the bureau itself where it names no other, else what she typed', () => {
    expect(texts([['年度总体目标', '应保尽保']], typed(2023))).toEqual([
      '甲县民政局',
      '甲县民政局',
      '应保尽保',
      '全年发放到位。',
    ]);
  });

  it('are not known where neither says them, and not carried over from another year', () => {
    expect(texts([['实施单位', '甲县救助站']], typed(2022))).toEqual(['甲县民政局', '甲县救助站', null, null]);
  });

  it('are those of the workbook even where she typed others before', () => {
    expect(texts([['实际完成情况', '完成']], typed(2023))[3]).toBe('完成');
  });
});
