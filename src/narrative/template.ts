import { parse } from '../formula/parse';
import type { Node } from '../formula/syntax';
import type { Form } from './forms';
import { FORMS } from './forms';

/** A template taken apart (docs/narrative.md: the slots). */
export type Slot =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'figure'; readonly name: string; readonly node: Node; readonly form: Form }
  | {
      readonly type: 'sign';
      readonly node: Node;
      readonly form: Form;
      readonly more: readonly Slot[];
      readonly less: readonly Slot[];
      readonly equal: readonly Slot[];
    }
  /** A text of hers; an optional one that is not there leaves nothing behind. */
  | { readonly type: 'quotation'; readonly name: string; readonly optional: boolean }
  | { readonly type: 'pending'; readonly name: string }
  /** 单位, 年度, 截至 … */
  | { readonly type: 'given'; readonly name: string };

const ALTERNATIVES = 3;

/**
 * Takes a template apart. Packs are ours, and their slips are found by a test.
 * @throws when the template is not written as docs/narrative.md says
 */
export function readTemplate(template: string): Slot[] {
  const slots: Slot[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{', at);
    const end = open < 0 ? template.length : open;
    if (end > at) slots.push({ type: 'words', text: template.slice(at, end) });
    if (open < 0) break;
    const close = closing(template, open);
    slots.push(readSlot(template.slice(open + 1, close)));
    at = close + 1;
  }
  return slots;
}

function closing(template: string, open: number): number {
  let depth = 0;
  for (let at = open; at < template.length; at += 1) {
    if (template[at] === '{') depth += 1;
    if (template[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`“{” without “}”: ${template}`);
}

function readSlot(content: string): Slot {
  const [head = '', ...rest] = split(content, ':');
  const [argument] = rest;
  if (argument === undefined) return { type: 'given', name: head };
  switch (head) {
    case '升降':
      return readSign(rest, content);
    case '文字':
      return { type: 'quotation', name: argument, optional: false };
    case '若有':
      return { type: 'quotation', name: argument, optional: true };
    case '待填':
      return { type: 'pending', name: argument };
    default:
      return readFigure(head, argument);
  }
}

function readFigure(head: string, form: string): Slot {
  const equals = head.indexOf('=');
  const name = equals < 0 ? head : head.slice(0, equals);
  const expression = equals < 0 ? head : head.slice(equals + 1);
  return { type: 'figure', name: name.trim(), node: readExpression(expression), form: readForm(form) };
}

function readSign([alternatives = '', expression = '', form = '']: readonly string[], content: string): Slot {
  const parts = split(alternatives, '|');
  if (parts.length !== ALTERNATIVES) throw new Error(`升降 wants 增|减|平: ${content}`);
  const [more, less, equal] = parts.map(readTemplate) as [Slot[], Slot[], Slot[]];
  return { type: 'sign', node: readExpression(expression), form: readForm(form), more, less, equal };
}

function readForm(form: string): Form {
  const found = FORMS.find((one) => one === form.trim());
  if (!found) throw new Error(`no such form: ${form}`);
  return found;
}

/**
 * An expression of a pack.
 * @throws when it cannot be read
 */
export function readExpression(text: string): Node {
  const outcome = parse(text.trim());
  if ('problem' in outcome) throw new Error(`${text}: ${outcome.problem.message}`);
  return outcome.expression.body;
}

/** Splits at a character that stands in no inner slot. */
function split(content: string, at: ':' | '|'): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of content) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === at && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
