import data from '@mdn/browser-compat-data';
import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';

/** A global, or a member of one and of its prototype. */
export interface NewerMember {
  readonly global: string;
  /** Empty for the global itself. */
  readonly member: string;
}

/** What scripts find in Chrome today and do not find in a version of it, by MDN's tables. */
export function newerMembers(version: number): NewerMember[] {
  return [...membersOf(data.javascript['builtins'] as Identifier, version), ...membersOf(data.api, version)];
}

/** Properties of CSS that a version of Chrome does not know. */
export function newerProperties(version: number): string[] {
  return entriesOf(data.css.properties as Identifier)
    .filter(([, property]) => isNewer(property.__compat, version))
    .map(([name]) => name);
}

function membersOf(globals: Identifier, version: number): NewerMember[] {
  return entriesOf(globals).flatMap(([global, content]) => {
    if (isNewer(content.__compat, version)) return [{ global, member: '' }];
    return entriesOf(content)
      .filter(([name, { __compat }]) => name !== global && isNewer(__compat, version))
      .map(([name]) => ({ global, member: memberOf(name) }));
  });
}

/** Static members are marked as such, events are properties whose names begin with “on”. */
function memberOf(name: string): string {
  const event = /^(.*)_event$/.exec(name)?.[1];
  return event === undefined ? name.replace(/_static$/, '') : `on${event}`;
}

function entriesOf(identifier: Identifier): [string, Identifier][] {
  return Object.entries(identifier).filter((entry): entry is [string, Identifier] => /^[A-Za-z]\w*$/.test(entry[0]));
}

function isNewer(compat: CompatStatement | undefined, version: number): boolean {
  const support = compat?.support.chrome;
  if (support === undefined) return false;
  const plain = [support].flat().filter((one): one is SimpleSupportStatement => !one.flags && !one.prefix);
  const first = Math.min(...plain.map(({ version_added: added }) => Number.parseInt(String(added), 10) || Infinity));
  return first > version && first < Infinity;
}
