import type { Engine } from './engine';
import { WorkerEngine } from './worker-engine';

/** A host that lets the worker start answers at once; one that does not may say nothing at all. */
const PATIENCE = 5_000;

/** The engine on a thread of its own where the host allows one, else on the pane's. */
export async function startEngine(): Promise<Engine> {
  const worker = startWorker();
  if (worker) {
    const engine = new WorkerEngine(worker, () => worker.terminate());
    const failed = new Promise<'failed'>((resolve) => {
      worker.addEventListener('error', () => resolve('failed'), { once: true });
      setTimeout(() => resolve('failed'), PATIENCE);
    });
    const started = await Promise.race([engine.ready, failed]);
    if (started !== 'failed') return engine;
    engine.close();
  }
  const { inThreadEngine } = await import('./in-thread');
  return inThreadEngine();
}

/** Null where the program lets no worker start, by its age or by the rules it sets for pages. */
function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  try {
    return new Worker(new URL('./worker.ts', import.meta.url));
  } catch {
    return null;
  }
}
