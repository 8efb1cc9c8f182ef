import type { Outcome } from './port';
import { HostTrouble } from './port';

/** Trouble of the host as data; anything else is a bug of ours and thrown on. */
export async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HostTrouble) return { problem: error.problem };
    throw error;
  }
}
