import type { Plan } from '../../../sheet/plan';
import { partKey } from '../zip';
import { CONTENT_TYPES_PART, contentTypeOf } from './content-types';
import type { WorkbookPackage } from './open-package';
import { openPackage } from './open-package';
import { Package } from './package';
import { problemOfTrouble } from './problem';
import { reachableParts, relationsOf, relationsPart } from './relations';
import { WorkbookPart } from './workbook-part';

/**
 * What is wrong with the package of a written workbook: parts changed without need, tabs of hers that moved, and parts
 * of ours that hang in the air. One sentence each.
 */
export function partFaults(before: Uint8Array, after: Uint8Array, plan: Plan): string[] {
  const old = openPackage(before);
  try {
    const now = new Package(after);
    return [...changedParts(old, now, plan), ...changedTabs(old, now), ...looseParts(old.parts, now)];
  } catch (trouble) {
    return [`写出的工作簿不完整：${problemOfTrouble(trouble).message}`];
  }
}

/** True when a workbook has a sheet of this name, in capital or small letters. */
export function hadSheet(workbook: Uint8Array, name: string): boolean {
  const { parts, workbook: main } = openPackage(workbook);
  return new WorkbookPart(parts.xml(main)).positionOf(name) !== null;
}

function changedParts(old: WorkbookPackage, now: Package, plan: Plan): string[] {
  const free = changeable(old, plan);
  return old.parts.names().flatMap((name) => {
    const is = now.entry(name);
    const was = old.parts.entry(name);
    if (free.has(partKey(name)) || !was) return [];
    if (!is) return [`原有的部件 ${name} 不见了。`];
    const same = is.method === was.method && sameBytes(is.packed, was.packed);
    return same || sameBytes(now.originalBytes(name), old.parts.originalBytes(name))
      ? []
      : [`原有的部件 ${name} 被改动了。`];
  });
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** Keys of the parts a plan may change or drop: the lists of the workbook, and what only written-over sheets use. */
function changeable({ parts, workbook }: WorkbookPackage, plan: Plan): Set<string> {
  const relations = relationsOf(parts, workbook);
  const over = new Set(plan.sheets.flatMap((sheet) => (sheet.keepAs === null ? [sheet.model.name.toLowerCase()] : [])));
  const replaced = new Set(
    new WorkbookPart(parts.xml(workbook)).sheets
      .filter((sheet) => over.has(sheet.name.toLowerCase()))
      .flatMap((sheet) => relations.find((relation) => relation.id === sheet.relation)?.target ?? [])
      .map(partKey),
  );
  const kept = reachableParts(
    parts,
    (from, relation) =>
      replaced.has(partKey(from)) || (relation.target !== null && replaced.has(partKey(relation.target))),
  );
  const gone = [...reachableParts(parts)].filter((part) => !kept.has(part));
  const lists = relations.filter((relation) => relation.kind === 'styles' || relation.kind === 'calcChain');
  const own = [workbook, relationsPart(workbook), CONTENT_TYPES_PART, ...lists.flatMap((list) => list.target ?? [])];
  return new Set([...own, ...gone, ...gone.map(relationsPart)].map(partKey));
}

/** Tabs that were there must still stand where they stood, under the same name and number. */
function changedTabs({ parts, workbook }: WorkbookPackage, now: Package): string[] {
  const sheets = new WorkbookPart(now.xml(workbook)).sheets;
  return new WorkbookPart(parts.xml(workbook)).sheets.flatMap((was, position) => {
    const is = sheets[position];
    return is?.name === was.name && is.sheetId === was.sheetId ? [] : [`工作表“${was.name}”的位置或名称变了。`];
  });
}

/** Relationships of ours that lead nowhere, and parts of ours that nothing leads to or that have no content type. */
function looseParts(old: Package, now: Package): string[] {
  const reached = reachableParts(now);
  const faults: string[] = [];
  for (const part of ['', ...reached]) {
    for (const { target } of relationsOf(now, part)) {
      if (target === null || now.has(target)) continue;
      const known = relationsOf(old, part).some((relation) => relation.target === target && !old.has(target));
      if (!known) faults.push(`部件 ${part === '' ? '（整个文件）' : part} 指向的 ${target} 不存在。`);
    }
  }
  for (const name of now.names()) {
    if (old.has(name) || /\.rels$/i.test(name)) continue;
    if (!reached.has(partKey(name))) faults.push(`新写的部件 ${name} 没有被用到。`);
    else if (contentTypeOf(now, name) === null) faults.push(`新写的部件 ${name} 没有说明类型。`);
  }
  return faults;
}
