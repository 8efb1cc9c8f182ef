/**
 * Lets everything else have a turn: the screen is drawn, keys are read, messages arrive. A promise alone would not do:
 * it is settled before any of these.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
