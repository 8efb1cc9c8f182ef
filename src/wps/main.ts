import { ribbonCallbacks } from './ribbon-callbacks';

/** Entry of the hidden page: WPS finds the callbacks of the ribbon on `window` by their names, before it draws the tab. */
Object.assign(window, ribbonCallbacks(window));
