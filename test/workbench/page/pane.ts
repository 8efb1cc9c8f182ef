import type { ShellControls, ShellSettings } from '../../hosts/excel/shells/page-shell';
import { CONTROLS, EXECUTE } from '../../hosts/excel/shells/page-shell';
import { installWebShell } from '../../hosts/excel/shells/web';
import type { HostEvent } from '../../hosts/excel/events';
import { server } from './server';

/** Puts the real task pane beside the sheets: in a frame, through the real office.js, in the shape of Excel on the web. */
export function openPane(settings: ShellSettings, into: HTMLElement): (event: HostEvent) => void {
  const page = window as unknown as Record<string, unknown>;
  page[EXECUTE] = server.execute;
  installWebShell(settings, '/taskpane.html', EXECUTE, CONTROLS, into);
  const shell = page[CONTROLS] as ShellControls;
  return ({ type, targetId, message }) => shell.tell(type, targetId, message);
}
