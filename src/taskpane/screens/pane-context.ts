import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PaneService } from '../service/service';
import type { PaneState } from '../service/state';

/** The one service of this pane. */
export const PaneContext = createContext<PaneService | null>(null);

export interface Pane {
  readonly service: PaneService;
  readonly state: PaneState;
}

/** The service and what it holds now; the screen is drawn again whenever that changes. */
export function usePane(): Pane {
  const service = useContext(PaneContext);
  if (!service) throw new Error('no pane around this screen');
  return { service, state: useSyncExternalStore(service.subscribe, service.getState) };
}
