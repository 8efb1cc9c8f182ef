/** What a kind of object of the program answers; names are the program's. Results that are {@link EtObject} cross the bridge as objects. */
export interface EtType<Self> {
  /** The interface of the vendor's declarations its members are checked against. */
  readonly declaredAs: string;
  readonly gets: Readonly<Record<string, (self: Self) => unknown>>;
  readonly sets: Readonly<Record<string, (self: Self, value: unknown) => void>>;
  readonly calls: Readonly<Record<string, (self: Self, args: readonly unknown[]) => unknown>>;
}

export interface EtObject {
  readonly type: EtType<never>;
  readonly self: unknown;
}

export function etType<Self>(declaredAs: string, members: Partial<Omit<EtType<Self>, 'declaredAs'>>): EtType<Self> {
  const type = { declaredAs, gets: members.gets ?? {}, sets: members.sets ?? {}, calls: members.calls ?? {} };
  modelled.push({
    declaredAs,
    properties: [...Object.keys(type.gets)],
    settable: Object.keys(type.sets),
    methods: Object.keys(type.calls),
  });
  return type;
}

const modelled: {
  readonly declaredAs: string;
  readonly properties: readonly string[];
  readonly settable: readonly string[];
  readonly methods: readonly string[];
}[] = [];

/** Everything that is modelled, to be held against the declarations. */
export function modelledTypes(): typeof modelled {
  return modelled;
}

/** An object of the program; made anew for every answer, as WPS does (wps.md §8.9). */
export class EtReference<Self> implements EtObject {
  readonly type: EtType<never>;

  constructor(
    type: EtType<Self>,
    readonly self: Self,
  ) {
    // The bridge hands `self` back to the type it came with, never to another.
    this.type = type as unknown as EtType<never>;
  }
}

export function etObject<Self>(type: EtType<Self>, self: Self): EtObject {
  return new EtReference(type, self);
}
