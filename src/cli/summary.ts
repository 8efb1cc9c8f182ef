import type { Evaluation } from '../evaluate';
import type { WrittenFiles } from './output-file';
import { formatPlace } from '../model/address';
import type { Scorecard } from '../model/scorecard';
import type { FindingClass } from '../model/finding';
import { partlyScored, partlyScoredWords } from '../report/score-words';
import { CLASS_NAMES, UNCONFIRMED } from '../report/words';

/** Enough to begin with; the rest is in the JSON. */
const MOST_SHOWN = 12;
const MOST_CELLS = 3;

/** Something still to be dealt with. */
export interface OpenItem {
  readonly class: FindingClass;
  readonly message: string;
  /** Where it is, as “Sheet!A1”; of a relation first the left side, then the right. */
  readonly cells: readonly string[];
}

/** Everything still to be dealt with: failing relations and findings, must first. */
export function openItems(evaluation: Evaluation): OpenItem[] {
  const failing = (evaluation.checks ?? [])
    .filter((check) => check.status === 'fails' || check.status === 'missing')
    .map((check) => ({
      ...check,
      cells: [check.left, check.right].flatMap((side) => side?.places.map(formatPlace) ?? []),
    }));
  const order: readonly FindingClass[] = ['must', 'explain', 'hint'];
  return [...failing, ...evaluation.findings]
    .filter(({ handling }) => handling.state === 'open' || handling.state === 'reopened')
    .map(({ class: one, message, cells }) => ({ class: one, message, cells }))
    .sort((one, other) => order.indexOf(one.class) - order.indexOf(other.class));
}

function whereOf(cells: readonly string[]): string {
  if (cells.length === 0) return '';
  const more = cells.length > MOST_CELLS ? ` 等 ${cells.length} 格` : '';
  return `〔${cells.slice(0, MOST_CELLS).join('、')}${more}〕`;
}

/** The short table at the end of a run on a terminal. */
export function summary(evaluation: Evaluation, files: WrittenFiles | null): string {
  const lines = [
    `单位：${evaluation.unitName ?? '未写明'}　年度：${evaluation.year ?? '未写明'}`,
    `识别：${evaluation.tables.length} 张表，${evaluation.unrecognised.length} 处未识别`,
    ...evaluation.unrecognised.map((one) => `  · 工作表“${printable(one.sheet)}”：${one.reason}`),
  ];
  if (evaluation.checks) {
    const count = (status: string): number =>
      (evaluation.checks ?? []).filter((check) => check.status === status).length;
    lines.push(
      `核对：相符 ${count('holds')}，尾差 ${count('rounding')}，不符 ${count('fails')}，缺表 ${count('missing')}`,
    );
  }
  if (evaluation.scorecard) lines.push(scoreLine(evaluation.scorecard));
  const items = openItems(evaluation);
  for (const key of ['must', 'explain', 'hint'] as const) {
    const own = items.filter((item) => item.class === key);
    if (own.length === 0) continue;
    lines.push(`${CLASS_NAMES[key]} ${own.length} 项`);
    lines.push(...own.slice(0, MOST_SHOWN).map((item) => `  · ${printable(item.message + whereOf(item.cells))}`));
    if (own.length > MOST_SHOWN) lines.push(`  · 其余 ${own.length - MOST_SHOWN} 项见 --json 的结果`);
  }
  if (files) {
    lines.push(`已写好：${files.workbook}`);
    if (files.report !== null) lines.push(`已写好：${files.report}`);
    if (files.backup !== null) lines.push(`上次的结果里有改过的原表，留为：${files.backup}`);
  }
  return `${lines.join('\n')}\n`;
}

/** 得分：已评 42.10/48，待填 52 分; with the grade once nothing is pending. */
function scoreLine(card: Scorecard): string {
  const { total, pendingPoints, grade, pointsBasis, rubricTitle } = card;
  const trial = pointsBasis === 'unconfirmed' ? `（${UNCONFIRMED}）` : '';
  const points =
    pendingPoints.sign() > 0
      ? partlyScoredWords(partlyScored(card))
      : `${total.toFixed(2)} 分，等级 ${grade ?? '未定'}`;
  return `得分：${points}${trial}　按《${rubricTitle}》`;
}

/** Text of the workbook on one line: a line break in a sheet name must not forge a line of ours. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ');
}
