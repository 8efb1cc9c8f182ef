import type { Opening } from './buttons';
import { RIBBON } from './buttons';

/** The page of the pane as a button opens it, relative to the place the add-in is served from. */
export function panePage(opening: Opening | null): string {
  return opening === null ? 'taskpane.html' : `taskpane.html?open=${opening}`;
}

/**
 * What the button that opened the pane asked for; null when the pane was opened otherwise. Hosts add parameters of
 * their own to the address.
 * @param search `location.search` of the pane's page
 */
export function openingOf(search: string): Opening | null {
  const word = new URLSearchParams(search).get('open');
  const openings = RIBBON.buttons.flatMap(({ action }) => (action.type === 'open' ? [action.opening] : []));
  return openings.find((opening) => opening === word) ?? null;
}
