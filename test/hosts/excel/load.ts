import { missingRequirement } from './gate';
import { HostError } from './host-error';
import type { HostObject } from './object-type';
import type { Profile } from './profiles';
import { unknownMember } from './require-member';
import type { WireQuery } from './wire';

type Tree = Map<string, Tree>;
type Loaded = Record<string, unknown>;

/**
 * What a query answers: the selected members by their names with a capital first letter, objects nested for paths like
 * `format/fill/color`; a collection gives `_Items`, each with what identifies it. No selection means every plain property
 * (officejs.md §A.5).
 */
export function loaded(profile: Profile, object: HostObject, query: WireQuery): Loaded {
  const selected = treeOf([...(query.Select ?? []), ...(query.Expand ?? [])]);
  return loadedTree(profile, object, selected, query);
}

function loadedTree(profile: Profile, object: HostObject, selected: Tree, query: WireQuery = {}): Loaded {
  const { items } = object.type;
  if (items === null) return loadedMembers(profile, object, selected);
  const own = new Map([...selected].filter(([name]) => object.type.members.has(name)));
  const ofItems = new Map([...selected].filter(([name]) => !own.has(name)));
  const from = query.Skip ?? 0;
  const shown = items(object.self).slice(from, query.Top ? from + query.Top : undefined);
  const values: Loaded = own.size > 0 ? loadedMembers(profile, object, own) : {};
  if (own.size > 0 && ofItems.size === 0) return values;
  const loadedItems = shown.map((item) => ({
    ...item.type.identity(item.self),
    ...loadedTree(profile, item, ofItems),
  }));
  return { ...values, _Items: loadedItems };
}

function loadedMembers(profile: Profile, object: HostObject, selected: Tree): Loaded {
  const values: Loaded = {};
  if (selected.size === 0) {
    for (const [name, property] of Object.entries(object.type.properties)) {
      if (missingRequirement(profile, object.type.name, name) === null) {
        values[capital(name)] = property.get(object.self);
      }
    }
    return values;
  }
  for (const [key, inner] of selected) {
    if (key === '$none' || key === 'isnullobject') continue;
    if (key === '$all') {
      Object.assign(values, loadedMembers(profile, object, new Map()));
      continue;
    }
    const member = object.type.members.get(key);
    if (!member || member.kind === 'method') throw unknownMember(object.type.name, key);
    const missing = missingRequirement(profile, object.type.name, member.name);
    if (missing !== null) {
      const text = `${object.type.name}.${member.name} is part of ${missing.set} ${missing.version}.`;
      throw new HostError('ApiNotFound', text, `${object.type.name}.${member.name}`);
    }
    if (member.kind === 'property') {
      values[capital(member.name)] = member.property.get(object.self);
      continue;
    }
    const linked = member.link(object.self);
    values[capital(member.name)] = linked && loadedTree(profile, linked, inner);
  }
  return values;
}

/** "format/fill/color" and "format/font" as one tree, in small letters; the “items” of collections left out. */
function treeOf(paths: readonly string[]): Tree {
  const root: Tree = new Map();
  for (const path of paths) {
    let tree = root;
    for (const step of path.toLowerCase().split('/')) {
      if (step === '' || step === 'items') continue;
      let next = tree.get(step);
      if (!next) tree.set(step, (next = new Map()));
      tree = next;
    }
  }
  return root;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
