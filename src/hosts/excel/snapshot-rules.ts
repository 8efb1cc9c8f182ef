import type { Area } from '../../model/address';
import type { Session } from './connection';
import type { TypingRule } from './content';
import { trouble } from './problems';
import type { Structure } from './snapshot-structure';
import { rangeOf } from './write-values';

/** Areas asked about in one request; an answer to one weighs well below 2 kB. */
const MOST_AREAS = 400;

/** What Excel says of an area whose cells have different rules, or some of them none (Excel.DataValidationType). */
const MIXED = new Set(['Inconsistent', 'MixedCriteria']);

interface Asked {
  readonly id: string;
  readonly area: Area;
}

/**
 * The rules for typing on sheets. Excel tells the rule of an area only when all its cells have the same; so areas that
 * do not are halved until they do, all sheets together: requests grow with the logarithm of the rows.
 */
export async function rulesOf(session: Session, sheets: readonly Structure[]): Promise<Map<string, TypingRule[]>> {
  const rules = new Map<string, TypingRule[]>(sheets.map(({ id }) => [id, []]));
  let open: Asked[] = sheets
    .filter(({ used }) => used.rows > 0)
    .map(({ id, used }) => ({ id, area: { top: 0, left: 0, bottom: used.rows - 1, right: used.columns - 1 } }));
  while (open.length > 0) {
    const now = open.slice(0, MOST_AREAS);
    const next = open.slice(MOST_AREAS);
    const answers = now.map(({ id, area }) => {
      const validation = rangeOf(session.sheet(id), area).dataValidation;
      validation.load('type,rule,ignoreBlanks,errorAlert,prompt');
      return validation;
    });
    await session.sync();
    answers.forEach((validation, index) => {
      const asked = now[index] as Asked;
      if (MIXED.has(validation.type) || validation.type === null) next.push(...halves(asked));
      else if (isRule(validation)) rules.get(asked.id)?.push(ruleOf(asked.area, validation));
    });
    open = next;
  }
  for (const [id, found] of rules) rules.set(id, joined(found));
  return rules;
}

function halves({ id, area }: Asked): Asked[] {
  const { top, left, bottom, right } = area;
  if (right > left) {
    const middle = Math.floor((left + right) / 2);
    return [
      { id, area: { ...area, right: middle } },
      { id, area: { ...area, left: middle + 1 } },
    ];
  }
  // One cell whose rule Excel calls mixed would be asked for without end.
  if (bottom === top) throw trouble('failed', '', 'DataValidation');
  const middle = Math.floor((top + bottom) / 2);
  return [
    { id, area: { ...area, bottom: middle } },
    { id, area: { ...area, top: middle + 1 } },
  ];
}

function isRule({ type, prompt }: Excel.DataValidation): boolean {
  return type !== 'None' || (prompt.showPrompt && prompt.message !== '');
}

function ruleOf(area: Area, { rule, ignoreBlanks, errorAlert, prompt }: Excel.DataValidation): TypingRule {
  const given = Object.entries(rule ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return { area, rule: Object.fromEntries(given), ignoreBlanks, error: errorAlert, prompt };
}

/** Areas that were taken apart on the way, put together again where their rules are equal. */
function joined(rules: readonly TypingRule[]): TypingRule[] {
  const byRule = new Map<string, TypingRule[]>();
  for (const one of rules) {
    const key = JSON.stringify([one.rule, one.ignoreBlanks, one.error, one.prompt]);
    const known = byRule.get(key) ?? [];
    byRule.set(key, known);
    let area = one.area;
    for (let at = known.findIndex((other) => union(other.area, area)); at >= 0;) {
      area = union((known[at] as TypingRule).area, area) as Area;
      known.splice(at, 1);
      at = known.findIndex((other) => union(other.area, area));
    }
    known.push({ ...one, area });
  }
  return [...byRule.values()].flat();
}

/** The rectangle two areas make together; null when they make none. */
function union(one: Area, other: Area): Area | null {
  const sameColumns = one.left === other.left && one.right === other.right;
  const sameRows = one.top === other.top && one.bottom === other.bottom;
  const above = one.bottom + 1 === other.top || other.bottom + 1 === one.top;
  const beside = one.right + 1 === other.left || other.right + 1 === one.left;
  if (!(sameColumns && above) && !(sameRows && beside)) return null;
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}
