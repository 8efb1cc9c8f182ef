import { elementsOf } from '../../support/package-xml';
import type { XmlElement } from '../../support/package-xml';

/** What a manifest speaks of and has to be there. */
export interface Surroundings {
  /** Files of the build, "assets/ziping-16.png"; pages without their parameters. */
  readonly files: ReadonlySet<string>;
  /** Width and height in pixels of a PNG file of the build; null when it is none. */
  readonly pixelsOf: (file: string) => readonly [width: number, height: number] | null;
  /** Functions that the commands page gives to Office. */
  readonly functions: ReadonlySet<string>;
  /** Address the add-in is served from. */
  readonly origin: string;
}

/** Children an element has to have, in this order, but for {@link OPTIONAL}. Source: add-in-only manifest reference. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};
const OPTIONAL = new Set([
  'OfficeApp/AlternateId',
  'OfficeApp/AppDomains',
  'DesktopFormFactor/GetStarted',
  'VersionOverrides/Description',
  'VersionOverrides/Requirements',
]);
/** Icons that Excel asks for on every screen. */
const OBLIGATORY_SIZES = ['16', '32', '80'];
const LONGEST: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250, Urls: 2048, Images: 2048 };
const LONGEST_ID = 32;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Everything wrong with an add-in-only manifest as far as it can be told offline, each in words that begin with the
 * name of the rule. Microsoft's own validator is a service on the internet.
 */
export function manifestFaults(manifest: string, surroundings: Surroundings): string[] {
  let elements: readonly XmlElement[];
  try {
    elements = elementsOf(new TextEncoder().encode(manifest));
  } catch (error) {
    return [`well-formed: ${(error as Error).message}`];
  }
  return [
    ...order(elements),
    ...identity(elements),
    ...resources(elements),
    ...languages(elements),
    ...addresses(elements, surroundings),
    ...icons(elements, surroundings),
    ...functions(elements, surroundings),
    ...requirements(elements),
  ];
}

const named = (elements: readonly XmlElement[], ...names: readonly string[]): XmlElement[] =>
  elements.filter(({ name }) => names.includes(name));
const childrenOf = (elements: readonly XmlElement[], parent: XmlElement): XmlElement[] =>
  elements.filter((element) => element.parent === parent);
const valueOf = (element: XmlElement): string => element.attributes.get('DefaultValue') ?? '';
const isResource = ({ name, parent }: XmlElement): boolean =>
  ['Image', 'Url', 'String'].includes(name) && parent?.parent?.name === 'Resources';

function order(elements: readonly XmlElement[]): string[] {
  return elements.flatMap((element) => {
    const allowed = ORDER[element.name];
    if (!allowed) return [];
    const names = childrenOf(elements, element).map(({ name }) => name);
    const places = names.map((name) => allowed.indexOf(name));
    const missing = allowed.filter((name) => !names.includes(name) && !OPTIONAL.has(`${element.name}/${name}`));
    return [
      ...(places.includes(-1) ? [`order: <${element.name}> has a child it may not have`] : []),
      ...(places.some((place, at) => place < (places[at - 1] ?? 0)) ? [`order: children of <${element.name}>`] : []),
      ...missing.map((name) => `order: <${element.name}> has no <${name}>`),
    ];
  });
}

function identity(elements: readonly XmlElement[]): string[] {
  const [id] = named(elements, 'Id');
  const [version] = named(elements, 'Version');
  return [
    ...(GUID.test(id?.text ?? '') ? [] : ['id: <Id> is no GUID']),
    ...(/^\d{1,5}(\.\d{1,5}){3}$/.test(version?.text ?? '') ? [] : ['version: <Version> has not four parts']),
  ];
}

function resources(elements: readonly XmlElement[]): string[] {
  const given = elements.filter(isResource);
  const ids = given.map((element) => element.attributes.get('id') ?? '');
  const used = elements.flatMap((element) => element.attributes.get('resid') ?? []);
  return [
    ...used.filter((id) => !ids.includes(id)).map((id) => `resource: nothing has the id ${id}`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `unused: nothing uses ${id}`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: ${id}`),
    ...ids.filter((id) => id.length > LONGEST_ID).map((id) => `length: the id ${id}`),
    ...given.flatMap((element) => lengths(elements, element)),
  ];
}

function lengths(elements: readonly XmlElement[], resource: XmlElement): string[] {
  const longest = LONGEST[resource.parent?.name ?? ''] ?? 0;
  const values = [valueOf(resource), ...childrenOf(elements, resource).map((one) => one.attributes.get('Value') ?? '')];
  const id = resource.attributes.get('id') ?? '';
  return values.flatMap((value) => (value === '' || value.length > longest ? [`length: ${id} is “${value}”`] : []));
}

function languages(elements: readonly XmlElement[]): string[] {
  const worded = elements.filter(
    (element) =>
      (isResource(element) && element.name === 'String') ||
      (['DisplayName', 'Description'].includes(element.name) && element.parent?.name === 'OfficeApp'),
  );
  const [locale] = named(elements, 'DefaultLocale');
  return [
    ...(locale?.text === 'zh-CN' ? [] : ['language: the default is not zh-CN']),
    ...worded.flatMap((element) => {
      const locales = childrenOf(elements, element).map((one) => one.attributes.get('Locale'));
      const what = element.attributes.get('id') ?? element.name;
      return locales.join() === 'en-US' ? [] : [`language: ${what} has no English`];
    }),
  ];
}

function addresses(elements: readonly XmlElement[], { files, origin }: Surroundings): string[] {
  const direct = named(elements, 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation');
  const all = [...direct.filter((one) => one.attributes.has('DefaultValue')), ...elements.filter(isResource)];
  return all
    .filter(({ name }) => name !== 'String')
    .map(valueOf)
    .flatMap((address) => {
      if (!address.startsWith('https://')) return [`https: ${address}`];
      if (!address.startsWith(`${origin}/`)) return [`origin: ${address}`];
      const file = address.slice(origin.length + 1).replace(/\?.*$/, '');
      return files.has(file) ? [] : [`file: the build has no ${file}`];
    });
}

function icons(elements: readonly XmlElement[], { pixelsOf, origin }: Surroundings): string[] {
  const byId = new Map(elements.filter(isResource).map((one) => [one.attributes.get('id'), valueOf(one)]));
  const asked = named(elements, 'Image').flatMap(({ attributes }) => {
    const size = attributes.get('size');
    return size === undefined ? [] : [[byId.get(attributes.get('resid')) ?? '', Number(size)] as const];
  });
  const [small] = named(elements, 'IconUrl');
  const [large] = named(elements, 'HighResolutionIconUrl');
  const wanted = [...asked, [small ? valueOf(small) : '', 32] as const, [large ? valueOf(large) : '', 64] as const];
  const missing = named(elements, 'Icon').flatMap((icon) => {
    const sizes = childrenOf(elements, icon).map((one) => one.attributes.get('size'));
    return OBLIGATORY_SIZES.filter((size) => !sizes.includes(size)).map((size) => `icon: no ${size} px`);
  });
  return [
    ...missing,
    ...wanted.flatMap(([address, size]) => {
      const pixels = pixelsOf(address.slice(origin.length + 1));
      return pixels?.[0] === size && pixels[1] === size ? [] : [`icon: ${address} is not ${size} px`];
    }),
  ];
}

function functions(elements: readonly XmlElement[], surroundings: Surroundings): string[] {
  const called = named(elements, 'FunctionName').map(({ text }) => text);
  return called
    .filter((name) => !surroundings.functions.has(name))
    .map((name) => `function: nothing answers to ${name}`);
}

function requirements(elements: readonly XmlElement[]): string[] {
  const sets = named(elements, 'Set').map(
    ({ attributes }) => `${attributes.get('Name')} ${attributes.get('MinVersion')}`,
  );
  const [permissions] = named(elements, 'Permissions');
  return [
    ...(sets.join() === 'ExcelApi 1.9' ? [] : [`requirement: ${sets.join()} instead of ExcelApi 1.9`]),
    ...(permissions?.text === 'ReadWriteDocument' ? [] : ['requirement: the add-in could not write']),
  ];
}
