/** The rich-API batch protocol, as the pinned runtime speaks it (officejs.md §A.4, §A.5). */

export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  /** Of the shape of `Arguments`: ids of object paths where an argument was a proxy, 0 elsewhere. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

/** How the host finds an object. */
export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export const ACTION = { instantiate: 1, query: 2, call: 3, set: 4, trace: 5 } as const;

export interface WireQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
}

export interface WireBatch {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireReply {
  readonly Results: readonly WireResult[];
  /** Ids of the trace actions that were passed: the client waits for them before it registers a handler of events. */
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly HttpStatusCode: number;
    readonly Location: string;
    readonly ActionIndex: number;
  };
}

/** True for the batch by which the client, after a run, gives up what it asked the host to remember. */
export function isHousekeeping(batch: WireBatch): boolean {
  const calls = batch.Actions.filter(({ ActionType }) => ActionType !== ACTION.instantiate);
  return calls.length > 0 && calls.every((action) => action.Name === '_RemoveReference');
}
