import { EtMisuse } from '../problems';

/** What a call threw: 'misuse' for what no test may do, else 'refused'; the value when it went through. */
export function outcome<T>(work: () => T): T | 'misuse' | 'refused' {
  try {
    return work();
  } catch (trouble) {
    return trouble instanceof EtMisuse ? 'misuse' : 'refused';
  }
}
