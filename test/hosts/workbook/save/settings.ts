import { escapeAttribute } from '../../../../src/hosts/xlsx/write/escape';
import { XML_HEAD } from '../../../../src/hosts/xlsx/write/namespaces';
import type { Package } from '../../../../src/hosts/xlsx/write/package';
import { RelationsEditor } from '../../../../src/hosts/xlsx/write/relations';
import type { Book } from '../book';
import { extensionParts, TASK_PANES, WEB_EXTENSION } from '../load/settings';

const RELATIONS = 'http://schemas.microsoft.com/office/2011/relationships';
const PANES = 'xl/webextensions/taskpanes.xml';
const EXTENSION = 'xl/webextensions/webextension1.xml';

/** Writes the settings into the add-in's part, as loadSettings reads them ([MS-OWEXML]). */
export function saveSettings(book: Book, parts: Package, written: Map<string, string>): void {
  const known = extensionParts(parts)[0];
  if (book.settingKeys.length === 0 && known === undefined) return;
  const properties = book.settingKeys.map((key) => {
    const value = escapeAttribute(JSON.stringify(book.setting(key)));
    return `<we:property name="${escapeAttribute(key)}" value="${value}"/>`;
  });
  const space = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
  const inside = `<we:reference id="ziping" version="1.0" store="developer" storeType="Registry"/><we:properties>${properties.join('')}</we:properties>`;
  const part = known ?? EXTENSION;
  parts.put(
    part,
    `${XML_HEAD}<we:webextension xmlns:we="${space}" id="{00000000-0000-0000-0000-000000000001}">${inside}</we:webextension>`,
  );
  written.set(part, 'application/vnd.ms-office.webextension+xml');
  if (known !== undefined) return;
  const links = new RelationsEditor(parts, PANES);
  const id = links.add(`${RELATIONS}/${WEB_EXTENSION}`, EXTENSION);
  links.finish();
  const pane = `<wetp:taskpane dockstate="right" visibility="0" width="350" row="0"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></wetp:taskpane>`;
  const panes = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
  parts.put(PANES, `${XML_HEAD}<wetp:taskpanes xmlns:wetp="${panes}">${pane}</wetp:taskpanes>`);
  written.set(PANES, 'application/vnd.ms-office.webextensiontaskpanes+xml');
  const package_ = new RelationsEditor(parts, '');
  package_.add(`${RELATIONS}/${TASK_PANES}`, PANES);
  package_.finish();
}
