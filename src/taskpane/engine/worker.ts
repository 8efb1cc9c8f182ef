import { serveEngine } from './serve';
import type { MessageEnd } from './wire';

/** Entry of the engine's thread. */
serveEngine(globalThis as unknown as MessageEnd);
