import { BookError } from '../workbook/problem';
import { EtCalls } from './calls';
import type { MemberShape, MemberTable } from './declarations/member-table';
import type { EtObject, EtType } from './et-object';
import { EtReference } from './et-object';
import { EtFaults } from './faults';
import { EtError, EtMisuse } from './problems';

/** What the language and test tools ask of any object; the program has nothing of the kind. */
const ASKED_OF_ANYTHING = new Set([
  'then',
  'toJSON',
  '$$typeof',
  'asymmetricMatch',
  'nodeType',
  'constructor',
  '@@__IMMUTABLE_ITERABLE__@@',
  '@@__IMMUTABLE_RECORD__@@',
]);

/** Any kind of object's answers, once the bridge has matched them with their object. */
type AnyType = EtType<unknown>;

/**
 * Between the add-in's page and the program: every object the page sees is a wrapper that knows the declared members of
 * its kind, and everything asked of it is checked, counted and may be struck by a fault. Deny by default.
 */
export class EtBridge {
  readonly calls = new EtCalls();
  readonly faults = new EtFaults();
  private readonly wrapped = new WeakMap<object, EtObject>();
  private readonly misused: string[] = [];

  /** @param changed called before and after anything that may change the program: it may look before it changes */
  constructor(
    private readonly declared: MemberTable,
    private readonly changed: () => void,
  ) {}

  /** Everything the page did that {@link EtMisuse} tells of, caught or not. */
  get misuses(): readonly string[] {
    return this.misused;
  }

  /** Notes a misuse and gives it, to be thrown. */
  misuse(message: string): EtMisuse {
    this.misused.push(message);
    return new EtMisuse(message);
  }

  /** The object behind a wrapper; anything else as it is. */
  inner(value: unknown): unknown {
    return typeof value === 'object' && value !== null ? (this.wrapped.get(value) ?? value) : value;
  }

  wrap(value: unknown): unknown {
    if (!(value instanceof EtReference)) return value;
    const object = value as EtObject;
    const proxy = new Proxy(Object.create(null) as object, {
      get: (_, name) => (typeof name === 'symbol' || ASKED_OF_ANYTHING.has(name) ? undefined : this.read(object, name)),
      set: (_, name, given) => {
        this.write(object, String(name), given);
        return true;
      },
      has: (_, name) => typeof name === 'string' && this.shape(object, name) !== undefined,
      deleteProperty: (_, name) => {
        throw this.misuse(`${label(object)}.${String(name)} cannot be deleted`);
      },
    });
    this.wrapped.set(proxy, object);
    return proxy;
  }

  private shape(object: EtObject, name: string): MemberShape | undefined {
    return this.declared[object.type.declaredAs]?.[name];
  }

  private read(object: EtObject, name: string): unknown {
    const member = `${label(object)}.${name}`;
    const shape = this.shape(object, name);
    if (!shape) throw this.misuse(`${member} does not exist`);
    if (shape.kind === 'method') return this.method(object, name, shape);
    const { gets } = object.type as unknown as AnyType;
    const get = gets[name];
    if (!get) throw this.misuse(`${member} is not modelled`);
    return this.cross(member, () => get(object.self));
  }

  private write(object: EtObject, name: string, given: unknown): void {
    const member = `${label(object)}.${name}`;
    const shape = this.shape(object, name);
    if (!shape) throw this.misuse(`${member} does not exist`);
    if (shape.kind === 'method') throw this.misuse(`${member} is a method and was set`);
    if (shape.readOnly) throw this.misuse(`${member} is read-only and was set`);
    const { sets } = object.type as unknown as AnyType;
    const set = sets[name];
    if (!set) throw this.misuse(`${member} is not modelled for setting`);
    this.cross(`${member}=`, () => this.changing(() => set(object.self, this.inner(given))));
  }

  /** A function that can be called and asked for its type; used as a value it fails (wps.md §5: a method read as a property). */
  private method(object: EtObject, name: string, shape: MemberShape & { kind: 'method' }): unknown {
    const member = `${label(object)}.${name}()`;
    const { calls } = object.type as unknown as AnyType;
    const call = calls[name];
    const invoke = (...args: unknown[]): unknown => {
      if (!call) throw this.misuse(`${member} is not modelled`);
      if (!shape.arity.some(([least, most]) => args.length >= least && args.length <= most)) {
        throw this.misuse(`${member} called with ${args.length} arguments`);
      }
      const given = args.map((one) => this.inner(one));
      return this.cross(member, () => this.changing(() => call(object.self, given)));
    };
    return new Proxy(invoke, {
      get: (_, key) => {
        if (key === 'call' || key === 'apply') throw this.misuse(`${member} taken from its object`);
        if (typeof key === 'string' && ASKED_OF_ANYTHING.has(key)) return undefined;
        throw this.misuse(`${member} is a method and was read as a property`);
      },
    });
  }

  private changing<T>(work: () => T): T {
    this.changed();
    try {
      return work();
    } finally {
      this.changed();
    }
  }

  private cross(member: string, work: () => unknown): unknown {
    this.calls.add(member);
    const strike = this.faults.at(member);
    if (strike === 'throw') throw new EtError(`${member} failed`);
    if (strike === 'silent') return undefined;
    try {
      return this.wrap(work());
    } catch (trouble) {
      if (trouble instanceof EtMisuse && !this.misused.includes(trouble.message)) this.misused.push(trouble.message);
      if (trouble instanceof BookError) throw new EtError(`${member}: ${trouble.message}`);
      throw trouble;
    }
  }
}

function label({ type }: EtObject): string {
  return type.declaredAs.replace(/^\w+\./, '');
}
