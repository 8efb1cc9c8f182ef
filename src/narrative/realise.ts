import { wording } from '../formula/explain';
import type { Node } from '../formula/syntax';
import { printed, rounded, unitWords } from './forms';
import type { Holdings } from './holdings';
import type { Variant } from './outline';
import type { Result, SentencePart, Words } from './report';
import type { Slot } from './template';
import { readExpression, readTemplate } from './template';

/** Words of a pack. */
export function outlineWords(text: string): Words {
  return { type: 'words', text, origin: 'outline', name: null, place: null };
}

/** The first variant whose conditions hold; null when none does. */
export function choose(variants: readonly Variant[], holdings: Holdings): Variant | null {
  return (
    variants.find(
      ({ when = [], unless = [], containing = {} }) =>
        when.every((condition) => holdsTrue(condition, holdings)) &&
        !unless.some((condition) => holdsTrue(condition, holdings)) &&
        Object.entries(containing).every(([name, words]) => contains(holdings, name, words)),
    ) ?? null
  );
}

function holdsTrue(condition: string, holdings: Holdings): boolean {
  if (holdings.holds(condition)) return true;
  const node = readExpression(condition);
  return node.type === 'comparison' && holdings.isTrue(node);
}

/** True when a text of that name is there and holds one of the words. */
export function contains(holdings: Holdings, name: string, words: readonly string[]): boolean {
  const text = holdings.quotation(name)?.text;
  return text !== undefined && words.some((word) => text.includes(word));
}

/** A template filled in; what is not at hand is pending. */
export function realise(template: string, holdings: Holdings): SentencePart[] {
  return merged(fill(readTemplate(template), holdings));
}

function fill(slots: readonly Slot[], holdings: Holdings): SentencePart[] {
  return slots.flatMap((slot) => fillSlot(slot, holdings));
}

function fillSlot(slot: Slot, holdings: Holdings): SentencePart[] {
  switch (slot.type) {
    case 'words':
      return [outlineWords(slot.text)];
    case 'pending':
      return [{ type: 'pending', name: holdings.fullName(slot.name) }];
    case 'given': {
      const text = holdings.given(slot.name);
      return [text === null ? { type: 'pending', name: slot.name } : outlineWords(text)];
    }
    case 'quotation': {
      const words = holdings.quotation(slot.name);
      if (words) return [words];
      return slot.optional ? [] : [{ type: 'pending', name: holdings.fullName(slot.name) }];
    }
    case 'figure':
      return fillFigure(slot, holdings);
    case 'sign':
      return fillSign(slot, holdings);
  }
}

function fillFigure({ name, node, form }: Slot & { type: 'figure' }, holdings: Holdings): SentencePart[] {
  const unit = unitWords(form) === '' ? [] : [outlineWords(unitWords(form))];
  const fullName = holdings.fullName(name);
  const result = holdings.result(name);
  if (result) {
    const text = typeof result.value === 'string' ? result.value : printed(result.value, form);
    return [{ type: 'result', name: fullName, text, form, result }, ...unit];
  }
  const measured = holdings.measure(node, form);
  if (!measured) return [{ type: 'pending', name: fullName }, ...unit];
  return [{ type: 'figure', name: fullName, text: printed(measured.value, form), ...measured }, ...unit];
}

function fillSign(slot: Slot & { type: 'sign' }, holdings: Holdings): SentencePart[] {
  const { form } = slot;
  const name = holdings.fullName(wording(slot.node));
  const of = resultNamed(slot.node, holdings) ?? holdings.measure(slot.node, form);
  if (!of || typeof of.value === 'string') return [{ type: 'pending', name }];
  const sign = rounded(of.value, form).sign();
  const [more, less, equal] = [slot.more, slot.less, slot.equal].map((slots) => merged(fill(slots, holdings))) as [
    SentencePart[],
    SentencePart[],
    SentencePart[],
  ];
  return [{ type: 'sign', name, of, form, sign, more, less, equal }];
}

function resultNamed(node: Node, holdings: Holdings): Result | null {
  return node.type === 'name' ? holdings.result(node.name) : null;
}

/** Neighbouring words of the outline as one. */
export function merged(parts: readonly SentencePart[]): SentencePart[] {
  const result: SentencePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.type === 'words' && part.text === '') continue;
    if (part.type === 'words' && last?.type === 'words' && part.origin === 'outline' && last.origin === 'outline') {
      result[result.length - 1] = outlineWords(last.text + part.text);
    } else result.push(part);
  }
  return result;
}
