import wording from './packs/wording.json';

/** The words all kinds of table share, from their pack, and the patterns made of them. */
export const WORDING = wording;

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** One of the words, as part of a pattern. The longest come first, so that 部门名称 is not read as 部门. */
export function oneOf(words: readonly string[]): string {
  return `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})`;
}

/** As {@link oneOf}, with white space allowed between the characters: 合　计. */
function spacedOneOf(words: readonly string[]): string {
  return `(?:${words.map((word) => Array.from(word, escaped).join('\\s*')).join('|')})`;
}

/** A label that names a total: 合计, 本年支出合计. */
export const TOTAL_LABEL = new RegExp(`${oneOf(wording.totals)}$`);

/** A label that names a subtotal of a page or group, which is part of nothing. */
export const SUBTOTAL_LABEL = new RegExp(`^${oneOf(wording.subtotals)}$`);

/** 合计, 总计 or 小计 alone in a cell. */
export const TOTAL_CELL = new RegExp(`^\\s*${spacedOneOf([...wording.totals, '小计'])}\\s*$`);

/** The name of a row or column that only numbers: 栏次, 行次. */
export const NUMBERING_CELL = new RegExp(`^${spacedOneOf(wording.numberingHeaders)}$`);

/** 类, 款 or 项 alone in a cell. */
export const CODE_LEVEL_CELL = new RegExp(`^${oneOf(wording.codeHeaders)}$`);

/** A header of a code or label column: a total below it names a row. */
export const LABEL_HEADER = new RegExp(
  `${oneOf(wording.labelHeaders)}|${CODE_LEVEL_CELL.source}|${NUMBERING_CELL.source}`,
);

/** A row of a unit's name, which groups the rows below it. */
export const GROUP_ROW = new RegExp(`${oneOf([...wording.organisations, ...wording.groupRows])}$`);

/** A unit's name, with or without 本级 or 汇总. */
export const ORGANISATION = new RegExp(
  `^(.{2,30}?${oneOf(wording.organisations)})(?:\\(?${oneOf(wording.unitQualifiers)}\\)?)?$`,
);

/** How the names of units end that stand alone above a table. */
export const ORGANISATION_END = new RegExp(`${oneOf(wording.captionOrganisations)}$`);
