import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, isGap } from '../../../src/formula/evaluate';
import { toExcel } from '../../../src/formula/excel';
import { explain, gapText } from '../../../src/formula/explain';
import { parse } from '../../../src/formula/parse';
import { FUNCTIONS } from '../../../src/formula/syntax';
import type { FunctionName } from '../../../src/formula/syntax';
import { printFormula } from '../../../src/sheet/print-formula';
import { kindNamed } from '../../../src/facts/rows';
import { bodyOf, scopeOf, smallTables } from './small-tables';

const DOCUMENT = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'expressions.md'), 'utf8');

function messageOf(text: string): string {
  const outcome = parse(text);
  return 'problem' in outcome ? outcome.problem.message : '';
}

/** The lines of the fenced blocks of one language. */
function fenced(language: string): string[] {
  return [...DOCUMENT.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].flatMap((block) =>
    (block[1] as string).split('\n').filter((line) => line !== ''),
  );
}

/** The body rows of the table below a heading, cell by cell, without code marks. */
function rowsBelow(heading: string): string[][] {
  const section = DOCUMENT.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const cells = line.split('|').slice(1, -1);
    return cells.map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
  });
}

const EXAMPLES = [...fenced('式子'), ...fenced('三读')];

describe('docs/expressions.md', () => {
  it('has examples, functions and messages to be read', () => {
    expect(EXAMPLES.length).toBeGreaterThan(15);
    expect(rowsBelow('写错了').length).toBeGreaterThan(15);
  });

  it.each(EXAMPLES)('%s is an expression', (text) => {
    expect(messageOf(text)).toBe('');
    for (const [, table] of text.matchAll(/《(.*?)》/g)) expect(kindNamed(table as string)).not.toBeNull();
  });

  it('lists every function with a right example', () => {
    const rows = rowsBelow('函数');
    expect(rows.map(([name]) => name)).toEqual(Object.keys(FUNCTIONS));
    for (const [name, example] of rows) {
      expect(messageOf(example as string)).toBe('');
      expect(bodyOf(example as string)).toMatchObject({ type: 'call', name: name as FunctionName });
    }
  });

  it('shows the three readings as they come out', () => {
    const [text] = fenced('三读') as [string];
    const [value, formula, explanation] = rowsBelow('一个式子').map(([, reading]) => reading);
    const scope = scopeOf(smallTables());
    const outcome = evaluate(bodyOf(text), scope);
    expect(isGap(outcome) ? gapText(outcome) : outcome.value.toString()).toBe(value);
    const excel = toExcel(bodyOf(text), scope, '万元');
    expect('gap' in excel ? gapText(excel) : `=${printFormula(excel.formula)}`).toBe(formula);
    expect(explain(bodyOf(text), scope, '万元')).toBe(explanation);
  });

  it.each(rowsBelow('写错了'))('%s is refused with the message shown', (text, message) => {
    expect(messageOf(text as string)).toBe(message);
  });
});
