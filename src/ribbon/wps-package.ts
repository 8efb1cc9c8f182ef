import type { RibbonButton } from './buttons';
import { RIBBON } from './buttons';

/** Pixels of the icons in the ribbon: large buttons take 32, and 64 stays sharp on screens of twice the scale. */
const ICON_PIXELS = 64;

/** Name of the add-in in WPS's own lists, and of its folder. */
export const ADD_IN = 'ziping';

/** File of a button's icon, relative to the package. */
export function wpsIcon({ icon }: RibbonButton): string {
  return `assets/${icon}-${ICON_PIXELS}.png`;
}

/** Id of a button's control. */
export function wpsControl({ id }: RibbonButton): string {
  return `Ziping.${id}`;
}

/**
 * ribbon.xml of the WPS package (wps.md §1.2). WPS's own checks look for `<customUI` at the very beginning: no declaration,
 * no byte order mark. WPS knows no language but the one it is installed in: the wording is Chinese.
 */
export function wpsRibbon(): string {
  const { tab, group, buttons } = RIBBON;
  return `<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="OnAddinLoad">
  <ribbon startFromScratch="false">
    <tabs>
      <tab id="Ziping.Tab" label="${text(tab.chinese)}">
        <group id="Ziping.Group" label="${text(group.chinese)}">
${buttons.map(control).join('\n')}
        </group>
      </tab>
    </tabs>
  </ribbon>
</customUI>
`;
}

function control(button: RibbonButton): string {
  const { label, tip } = button;
  return `          <button id="${wpsControl(button)}" label="${text(label.chinese)}" screentip="${text(label.chinese)}" supertip="${text(tip.chinese)}" size="large" getImage="GetImage" onAction="OnAction"/>`;
}

/** WPS's own manifest.xml, which it asks for at every start (wps.md §1.1). */
export function wpsManifest(version: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<JsPlugin>
  <ApiVersion>1.0.0</ApiVersion>
  <Name>${ADD_IN}</Name>
  <Description>自评助手 ${text(version)}：部门整体支出绩效自评</Description>
</JsPlugin>
`;
}

function text(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
