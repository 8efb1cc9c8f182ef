import type { ExcelHost } from './excel-host';
import { missingRequirement } from './gate';
import { asHostError, HostError, NotModelled } from './host-error';
import type { LoggedAction } from './log';
import { loaded } from './load';
import { findMember, requireMember } from './require-member';
import type { HostObject } from './object-type';
import { isHostObject } from './object-type';
import type { WireAction, WireArguments, WireBatch, WirePath, WireReply, WireResult } from './wire';
import { ACTION, isHousekeeping, PATH } from './wire';

/** What became of a batch: answered, or broken off by a fault after some actions. */
export interface Execution {
  readonly actions: readonly LoggedAction[];
  /** Null when nothing is ever answered. */
  readonly reply: WireReply | null;
}

/**
 * Does the actions of a batch in order. One that fails ends the batch and undoes nothing of what came before
 * (officejs.md §A.5: non-transactional). Object paths are followed when first used and remembered for the batch.
 */
export class Executor {
  private readonly objects = new Map<number, HostObject | null>();
  private readonly references = new Map<number, string>();
  private readonly actions: LoggedAction[] = [];
  private readonly traces: number[] = [];

  /** @param workbook the object that path type 1 stands for */
  constructor(
    private readonly host: ExcelHost,
    private readonly workbook: HostObject,
    private readonly batch: WireBatch,
  ) {}

  run(): Execution {
    const results: WireResult[] = [];
    const quiet = isHousekeeping(this.batch);
    for (const [index, action] of this.batch.Actions.entries()) {
      if (action.ActionType === ACTION.trace) {
        this.traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      try {
        const logged = this.described(action);
        this.actions.push(logged);
        const strike = quiet ? null : this.host.faults.atAction(logged);
        if (strike?.how === 'hang') return { actions: this.actions, reply: null };
        if (strike?.how === 'fail') throw new HostError(strike.code ?? 'GeneralException', 'An injected fault.');
        results.push({ ActionId: action.Id, Value: this.done(action) ?? null });
      } catch (trouble) {
        return { actions: this.actions, reply: this.failed(results, index, trouble) };
      }
    }
    return { actions: this.actions, reply: { Results: results, TraceIds: this.traces } };
  }

  private failed(results: readonly WireResult[], index: number, trouble: unknown): WireReply {
    const error = asHostError(trouble);
    if (error instanceof NotModelled) this.host.unmodelled.push(error.message);
    const Location = error.location || (this.actions.at(-1)?.kind.replace(/[=()]+$/, '') ?? '');
    return {
      Results: results,
      TraceIds: this.traces,
      Error: {
        Code: error.code,
        Message: error.message,
        HttpStatusCode: error.httpStatus,
        Location,
        ActionIndex: index,
      },
    };
  }

  /** What an action is, found before it is done. */
  private described(action: WireAction): LoggedAction {
    if (action.ActionType === ACTION.instantiate) return this.describedPath(action.ObjectPathId);
    const type = this.object(action.ObjectPathId)?.type;
    if (!type) return { kind: 'null', writes: false };
    if (action.ActionType === ACTION.query) return { kind: `${type.name}.load`, writes: false };
    const member = findMember(type, action.Name);
    if (action.ActionType === ACTION.set) return { kind: `${type.name}.${member?.name ?? action.Name}=`, writes: true };
    const writes = member?.kind === 'method' && member.method.writes;
    return { kind: `${type.name}.${member?.name ?? action.Name}()`, writes };
  }

  private describedPath(id: number): LoggedAction {
    const path = this.path(id);
    if (path.ObjectPathType !== PATH.method || this.objects.has(id)) {
      return { kind: `${this.object(id)?.type.name ?? 'null'}.get`, writes: false };
    }
    const parent = this.parent(path);
    const member = parent && findMember(parent.type, path.Name);
    const writes = member?.kind === 'method' && member.method.writes;
    return { kind: `${parent?.type.name ?? 'null'}.${member?.name ?? path.Name}()`, writes };
  }

  private done(action: WireAction): unknown {
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && this.identified(action.ObjectPathId, object);
      case ACTION.query:
        return object && loaded(this.host.profile, object, action.QueryInfo ?? {});
      case ACTION.call:
        // The client asks to remember a range before it can know that there is none.
        if (object === null && action.Name === '_KeepReference') return null;
        return this.called(action, this.existing(object));
      case ACTION.set:
        return this.set(action, this.existing(object));
      default:
        throw new NotModelled(`action type ${action.ActionType}`);
    }
  }

  private identified(id: number, object: HostObject): unknown {
    const reference = this.references.get(id);
    return reference === undefined ? object.type.identity(object.self) : { _ReferenceId: reference };
  }

  private called(action: WireAction, object: HostObject): unknown {
    if (action.Name === '_KeepReference' && object.type.keepable) {
      if (!this.references.has(action.ObjectPathId)) {
        this.references.set(action.ObjectPathId, this.host.keep(object));
      }
      return null;
    }
    const result = this.call(object, action.Name, action.ArgumentInfo);
    return isHostObject(result) ? null : result;
  }

  private call(object: HostObject, name: string, given: WireArguments | undefined): unknown {
    const member = requireMember(object.type, name, 'method');
    this.allow(object, member.name);
    return member.method.call(object.self, this.argumentsOf(given));
  }

  private set(action: WireAction, object: HostObject): null {
    const member = requireMember(object.type, action.Name, 'property');
    this.allow(object, member.name);
    if (!member.property.set) throw new NotModelled(`setting ${object.type.name}.${member.name}`);
    member.property.set(object.self, this.argumentsOf(action.ArgumentInfo)[0] ?? null);
    return null;
  }

  private object(id: number): HostObject | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const found = this.followed(this.path(id));
    this.objects.set(id, found);
    return found;
  }

  private followed(path: WirePath): HostObject | null {
    if (path.ObjectPathType === PATH.global) return this.workbook;
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.reference) return this.existing(this.host.remembered(path.Name));
    if (path.ObjectPathType === PATH.newObject) throw new NotModelled(`a new ${path.Name}`);
    const parent = this.parent(path);
    // A null object's members are null objects: this alone gives the chain of …OrNullObject (officejs.md §A.5).
    if (parent === null) return null;
    if (path.ObjectPathType === PATH.indexer) {
      if (!parent.type.item) throw new NotModelled(`${parent.type.name}.getItem`);
      return parent.type.item(parent.self, this.argumentsOf(path.ArgumentInfo)[0]);
    }
    if (path.ObjectPathType === PATH.property) {
      const member = requireMember(parent.type, path.Name, 'link');
      this.allow(parent, member.name);
      return member.link(parent.self);
    }
    const made = this.call(parent, path.Name, path.ArgumentInfo);
    if (made !== null && !isHostObject(made))
      throw new NotModelled(`the object ${parent.type.name}.${path.Name} gives`);
    return made;
  }

  private parent(path: WirePath): HostObject | null {
    return this.object(path.ParentObjectPathId as number);
  }

  private path(id: number): WirePath {
    const path = this.batch.ObjectPaths[id];
    if (!path) throw new HostError('InvalidArgument', `There is no object path ${id} in the batch.`);
    return path;
  }

  /** The arguments with the objects of the host in place of the proxies' path ids. */
  private argumentsOf(given: WireArguments | undefined): readonly unknown[] {
    const replaced = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(value) && Array.isArray(reference)) {
        return value.map((one, index) => replaced(one, reference[index]));
      }
      return typeof reference === 'number' && reference > 0 ? this.object(reference) : value;
    };
    const values = given?.Arguments ?? [];
    const references = given?.ReferencedObjectPathIds;
    return references ? values.map((value, index) => replaced(value, references[index])) : values;
  }

  private existing(object: HostObject | null): HostObject {
    if (object) return object;
    throw new HostError('ItemNotFound', "The requested resource doesn't exist.");
  }

  private allow(object: HostObject, member: string): void {
    const missing = missingRequirement(this.host.profile, object.type.name, member);
    if (missing === null) return;
    throw new HostError(
      'ApiNotFound',
      `The API '${object.type.name}.${member}' is part of the ${missing.set} ${missing.version} requirement set.`,
    );
  }
}
