import { summary } from '../src/cli/summary';
import type { WrittenFiles } from '../src/cli/output-file';
import type { Evaluation } from '../src/evaluate';

/** One run as the picture shows it: what was typed, and what came of it. */
export interface PicturedRun {
  readonly command: string;
  readonly evaluation: Evaluation;
  /** What was written; null for a run that writes nothing. */
  readonly files: WrittenFiles | null;
  /** Lines shown; the rest is left out. */
  readonly lines: number;
}

const WIDTH = 1080;
const LINE = 24;
const FONT = 15;
const MARGIN = 24;
const COLUMNS = Math.floor((WIDTH - 2 * MARGIN) / FONT) * 2;

const COLOURS: readonly (readonly [RegExp, string])[] = [
  [/^\$/, '#79c0ff'],
  [/^核对/, '#7ee787'],
  [/^得分/, '#d2a8ff'],
  [/^已写好/, '#7ee787'],
  [/^必须改正/, '#ff7b72'],
  [/^需要说明/, '#f2cc60'],
];

/** The terminal on runs of the command, as an SVG picture. It holds nothing but the output itself. */
export function terminalPicture(runs: readonly PicturedRun[]): string {
  const lines = runs.flatMap(({ command, evaluation, files, lines: most }, at) => [
    ...(at > 0 ? [''] : []),
    `$ ${command}`,
    ...summary(evaluation, files).trimEnd().split('\n').slice(0, most).flatMap(wrapped),
  ]);
  const height = 2 * MARGIN + lines.length * LINE;
  const texts = lines.map((line, at) => {
    const colour = COLOURS.find(([pattern]) => pattern.test(line))?.[1] ?? '#e6e6f0';
    return `<text x="${MARGIN}" y="${MARGIN + (at + 0.75) * LINE}" fill="${colour}" xml:space="preserve">${escaped(line)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="核对结果">`,
    `<rect width="${WIDTH}" height="${height}" rx="10" fill="#1e1e28"/>`,
    `<g font-family="'Noto Sans Mono CJK SC','Microsoft YaHei','PingFang SC',monospace" font-size="${FONT}">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Cuts a line where the window ends: a Chinese character takes two columns. */
function wrapped(line: string): string[] {
  const cut: string[] = [];
  let current = '';
  let used = 0;
  for (const char of line) {
    const width = /[\u0000-\u00ff]/.test(char) ? 1 : 2;
    if (used + width > COLUMNS) {
      cut.push(current);
      [current, used] = ['    ', 4];
    }
    current += char;
    used += width;
  }
  return [...cut, current];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
