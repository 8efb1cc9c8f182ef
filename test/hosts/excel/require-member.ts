import { requirementTable } from './gate';
import { HostError, NotModelled } from './host-error';
import type { Member, ObjectType } from './object-type';

type OfKind<Self, Kind extends Member<Self>['kind']> = Extract<Member<Self>, { readonly kind: Kind }>;

/** Members the client sets by another name than it loads them by (the runtime's `Worksheet_ShowGridlines_Set`). */
const SET_AS: Readonly<Record<string, string>> = { 'worksheet.gridlines': 'showgridlines' };

/** A member of a class by its name in any letter case; undefined when it is not modelled. */
export function findMember<Self>(type: ObjectType<Self>, name: string): Member<Self> | undefined {
  const key = name.toLowerCase();
  return type.members.get(SET_AS[`${type.name.toLowerCase()}.${key}`] ?? key);
}

/**
 * A member of a class, of the kind asked for.
 * @throws NotModelled when Excel has it and this host has not; HostError InvalidArgument when Excel has none of that
 * name, such as `load('misspelt')` ([J] for the code).
 */
export function requireMember<Self, Kind extends Member<Self>['kind']>(
  type: ObjectType<Self>,
  name: string,
  kind: Kind,
): OfKind<Self, Kind> {
  const member = findMember(type, name);
  if (member?.kind === kind) return member as OfKind<Self, Kind>;
  throw unknownMember(type.name, name);
}

/** Why a member is not there. */
export function unknownMember(type: string, given: string): HostError {
  const name = given.charAt(0).toLowerCase() + given.slice(1);
  const known = name.startsWith('_') || requirementTable().has(`${type}.${name}`.toLowerCase());
  if (known) return new NotModelled(`${type}.${name}`);
  return new HostError('InvalidArgument', `${type} has no member ${name}.`, `${type}.${name}`);
}
