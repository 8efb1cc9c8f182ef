import type { RibbonButton, Wording } from './buttons';
import { RIBBON } from './buttons';
import { panePage } from './opening';

/** Pixels of the icons; Excel takes the one that fits the scale of the screen. 16, 32 and 80 are obligatory. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** Identity of the add-in: Excel keeps what it knows of an add-in under it, so it never changes. */
const ID = '6f0c3d1e-8b52-4c0a-9d47-2a5be1f7c930';

const NAME: Wording = { chinese: '自评助手', english: 'Ziping' };
const DESCRIPTION: Wording = {
  chinese: '部门整体支出绩效自评：认表、核对勾稽关系、计分、写自评表和报告。不联网，原来的工作表不改。',
  english: 'Performance self-evaluation of a bureau: recognises, checks, scores and drafts the report. Works offline.',
};

interface Resource {
  readonly id: string;
  readonly wording: Wording;
}

/**
 * The manifest that Excel installs the add-in by (add-in-only XML, VersionOverrides 1.0). Baseline is ExcelApi 1.9: of
 * the licensed versions that means Office LTSC 2021 and newer.
 * @param version of package.json, three numbers
 * @param origin https address the add-in is served from, without a slash at its end
 */
export function excelManifest(version: string, origin: string): string {
  const { tab, group, icon, buttons } = RIBBON;
  const icons = [...new Set([icon, ...buttons.map((button) => button.icon)])];
  const shown: readonly Resource[] = [
    { id: 'Tab.Label', wording: tab },
    { id: 'Group.Label', wording: group },
    ...buttons.map(({ id, label }) => ({ id: `${id}.Label`, wording: label })),
  ];
  const tips = buttons.map(({ id, tip }) => ({ id: `${id}.Tip`, wording: tip }));
  const pages = buttons.flatMap(({ id, action }) =>
    action.type === 'open' ? [link(`${id}.Page`, `${origin}/${panePage(action.opening)}`)] : [],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by assets/write-manifest.ts from src/ribbon and package.json. -->
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${ID}</Id>
  <Version>${version}.0</Version>
  <ProviderName>${NAME.chinese}</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="${text(NAME.chinese)}">
    <Override Locale="en-US" Value="${text(NAME.english)}"/>
  </DisplayName>
  <Description DefaultValue="${text(DESCRIPTION.chinese)}">
    <Override Locale="en-US" Value="${text(DESCRIPTION.english)}"/>
  </Description>
  <IconUrl DefaultValue="${origin}/${iconFile(icon, 32)}"/>
  <HighResolutionIconUrl DefaultValue="${origin}/${iconFile(icon, 64)}"/>
  <SupportUrl DefaultValue="${origin}/${panePage(null)}"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.9">
      <Set Name="ExcelApi" MinVersion="1.9"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${origin}/${panePage(null)}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <DesktopFormFactor>
          <FunctionFile resid="Commands.Page"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="Ziping.Tab">
              <Group id="Ziping.Group">
                <Label resid="Group.Label"/>
${iconElement(icon, 16)}
${buttons.map(control).join('\n')}
              </Group>
              <Label resid="Tab.Label"/>
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${icons.flatMap((name) => ICON_SIZES.map((size) => image(name, size, origin))).join('\n')}
      </bt:Images>
      <bt:Urls>
${[link('Commands.Page', `${origin}/commands.html`), ...pages].join('\n')}
      </bt:Urls>
      <bt:ShortStrings>
${shown.map(localised).join('\n')}
      </bt:ShortStrings>
      <bt:LongStrings>
${tips.map(localised).join('\n')}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

function iconFile(name: string, size: number): string {
  return `assets/${name}-${size}.png`;
}

/** One pane for all buttons (one TaskpaneId): a second button brings its page into the pane that is open. */
function control({ id, icon, action }: RibbonButton): string {
  const done =
    action.type === 'open'
      ? `                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>Ziping.Pane</TaskpaneId>
                    <SourceLocation resid="${id}.Page"/>
                  </Action>`
      : `                  <Action xsi:type="ExecuteFunction">
                    <FunctionName>${action.functionName}</FunctionName>
                  </Action>`;
  return `                <Control xsi:type="Button" id="Ziping.${id}">
                  <Label resid="${id}.Label"/>
                  <Supertip>
                    <Title resid="${id}.Label"/>
                    <Description resid="${id}.Tip"/>
                  </Supertip>
${iconElement(icon, 18)}
${done}
                </Control>`;
}

function iconElement(name: string, indent: number): string {
  const margin = ' '.repeat(indent);
  const images = ICON_SIZES.map((size) => `${margin}  <bt:Image size="${size}" resid="Icon.${name}.${size}"/>`);
  return [`${margin}<Icon>`, ...images, `${margin}</Icon>`].join('\n');
}

function image(name: string, size: number, origin: string): string {
  return `        <bt:Image id="Icon.${name}.${size}" DefaultValue="${text(`${origin}/${iconFile(name, size)}`)}"/>`;
}

function link(id: string, address: string): string {
  return `        <bt:Url id="${id}" DefaultValue="${text(address)}"/>`;
}

function localised({ id, wording }: Resource): string {
  return `        <bt:String id="${id}" DefaultValue="${text(wording.chinese)}">
          <bt:Override Locale="en-US" Value="${text(wording.english)}"/>
        </bt:String>`;
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
