/** An object of the host as its wire sees it: what kind it is, and what of the workbook it stands for. */
export interface HostObject<Self = unknown> {
  readonly type: ObjectType<Self>;
  readonly self: Self;
}

/** A property that is loaded and, where `set` is given, set. Values are what travels in JSON. */
export interface Property<Self> {
  readonly get: (self: Self) => unknown;
  readonly set?: (self: Self, value: unknown) => void;
}

/** Arguments of a call as they stand on the wire: null for those left out, objects of the host for proxies. */
export type Arguments = readonly unknown[];

/** A method; what it returns is a plain value, or an object of the host (null for a null object). */
export interface Method<Self> {
  readonly call: (self: Self, given: Arguments) => unknown;
  /** True when it changes the workbook. Selecting and activating change none: they count as reading. */
  readonly writes: boolean;
}

/**
 * A class of Excel's object model, as far as it is modelled. Names are those of the documentation, small first letter.
 * What is not in the tables answers NotImplemented: deny by default.
 */
export interface ObjectType<Self> {
  /** As in `Excel.Range`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, Property<Self>>>;
  /** Properties that are objects themselves; null answers a null object. */
  readonly links: Readonly<Record<string, (self: Self) => HostObject | null>>;
  readonly methods: Readonly<Record<string, Method<Self>>>;
  /** What the host tells when the object is first used, by which the client finds it again: `{ Id }` or nothing. */
  readonly identity: (self: Self) => Readonly<Record<string, unknown>>;
  /** The members of a collection, in order; null when it is none. */
  readonly items: ((self: Self) => readonly HostObject[]) | null;
  /** Finds a member by what `collection.getItem(key)` was given, or by its Id. */
  readonly item: ((self: Self, key: unknown) => HostObject) | null;
  /** True when the client may ask the host to remember the object from one request to the next (`_KeepReference`). */
  readonly keepable: boolean;
  /** All of the above by their names in small letters. */
  readonly members: ReadonlyMap<string, Member<Self>>;
}

/** One member by any spelling of its name. */
export type Member<Self> =
  | { readonly kind: 'property'; readonly name: string; readonly property: Property<Self> }
  | { readonly kind: 'link'; readonly name: string; readonly link: (self: Self) => HostObject | null }
  | { readonly kind: 'method'; readonly name: string; readonly method: Method<Self> };

interface Described<Self> {
  readonly properties?: ObjectType<Self>['properties'];
  readonly links?: ObjectType<Self>['links'];
  readonly methods?: ObjectType<Self>['methods'];
  readonly identity?: ObjectType<Self>['identity'];
  readonly items?: (self: Self) => readonly HostObject[];
  readonly item?: (self: Self, key: unknown) => HostObject;
  readonly keepable?: true;
}

const described: ObjectType<never>[] = [];

/** Every class that is modelled, as far as its file was loaded: to be compared with what the runtime publishes. */
export function modelledTypes(): readonly Pick<ObjectType<never>, 'name' | 'properties' | 'links' | 'methods'>[] {
  return described;
}

/** Describes a class. Members are found in any letter case: `Select` keeps what the caller typed (officejs.md §A.5). */
export function objectType<Self>(name: string, given: Described<Self>): ObjectType<Self> {
  const { properties = {}, links = {}, methods = {} } = given;
  const members = new Map<string, Member<Self>>();
  for (const [key, property] of Object.entries(properties)) {
    members.set(key.toLowerCase(), { kind: 'property', name: key, property });
  }
  for (const [key, link] of Object.entries(links)) members.set(key.toLowerCase(), { kind: 'link', name: key, link });
  for (const [key, method] of Object.entries(methods)) {
    members.set(key.toLowerCase(), { kind: 'method', name: key, method });
  }
  const type: ObjectType<Self> = {
    name,
    properties,
    links,
    methods,
    identity: given.identity ?? (() => ({})),
    items: given.items ?? null,
    item: given.item ?? null,
    keepable: given.keepable ?? false,
    members,
  };
  described.push(type as ObjectType<never>);
  return type;
}

export function hostObject<Self>(type: ObjectType<Self>, self: Self): HostObject {
  // A HostObject is only ever used through its own type, so what its self is need not be known outside.
  return { type, self } as HostObject;
}

/** A method that only reads. */
export function reads<Self>(call: Method<Self>['call']): Method<Self> {
  return { call, writes: false };
}

/** A method that changes the workbook. */
export function writes<Self>(call: Method<Self>['call']): Method<Self> {
  return { call, writes: true };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && 'self' in value;
}
