/** An element of an XML part, in the order in which it opens. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** The element around it; null for the outermost. */
  readonly parent: XmlElement | null;
  /** Values by name without prefix; of two that differ in the prefix only, the one with a prefix loses. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Ids of relations it names (r:id, r:embed, o:relid …). */
  readonly relations: readonly string[];
  /** The text directly inside. */
  text: string;
}

interface OpenElement {
  readonly element: XmlElement;
  /** With prefix. */
  readonly name: string;
}

const TOKEN =
  /<(?:!--[\s\S]*?--|!\[CDATA\[[\s\S]*?\]\]|\?[\s\S]*?\?|(\/?)([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const RELATION_NAMESPACE = /^http:\/\/(?:schemas\.openxmlformats|purl\.oclc)\.org\/.*\/relationships$/;

/**
 * The elements of an XML part, outermost first. A checker of its own, apart from the reader and the writer that are
 * tested with it.
 * @throws when the part is not well-formed
 */
export function elementsOf(part: Uint8Array): XmlElement[] {
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(part);
  const elements: XmlElement[] = [];
  const prefixes = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
  let open: OpenElement | null = null;
  const outer: (OpenElement | null)[] = [];
  let at = 0;
  for (const match of xml.matchAll(TOKEN)) {
    if (match.index !== at) break;
    at += match[0].length;
    const [token, slash, name, attributes = '', empty] = match;
    if (name === undefined) {
      if (!token.startsWith('<') && open) open.element.text += unescaped(token);
      else if (!token.startsWith('<') && token.trim() !== '' && token !== '\ufeff') throw broken(at, 'stray text');
    } else if (slash === '/') {
      if (open?.name !== name) throw broken(at, `</${name}> closes nothing`);
      open = outer.pop() ?? null;
    } else {
      if (!open && elements.length > 0) throw broken(at, 'a second outermost element');
      const element = elementOf(name, attributes, open?.element ?? null, prefixes, at);
      elements.push(element);
      if (empty !== '/') {
        outer.push(open);
        open = { element, name };
      }
    }
  }
  if (at !== xml.length || open || elements.length === 0) throw broken(at, 'the part ends too early');
  return elements;
}

function broken(at: number, what: string): Error {
  return new Error(`${what} before character ${at}`);
}

function elementOf(
  name: string,
  written: string,
  parent: XmlElement | null,
  prefixes: Map<string, string>,
  at: number,
): XmlElement {
  const pairs = [...written.matchAll(ATTRIBUTE)].map(
    ([, key = '', double, single]) => [key, unescaped(double ?? single ?? '')] as const,
  );
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw broken(at, `an attribute twice in <${name}>`);
  for (const [key, value] of pairs) if (key.startsWith('xmlns:')) prefixes.set(key.slice('xmlns:'.length), value);
  const attributes = new Map<string, string>();
  const relations: string[] = [];
  for (const [key, value] of pairs) {
    const { prefix, local } = split(key);
    if (prefix === 'xmlns') continue;
    const namespace = prefix === null ? '' : prefixes.get(prefix);
    if (namespace === undefined) throw broken(at, `the prefix of ${key} means nothing`);
    if (RELATION_NAMESPACE.test(namespace) || local === 'relid') relations.push(value);
    else if (prefix === null || !attributes.has(local)) attributes.set(local, value);
  }
  const { prefix, local } = split(name);
  if (prefix !== null && !prefixes.has(prefix)) throw broken(at, `the prefix of <${name}> means nothing`);
  return { name: local, parent, attributes, relations, text: '' };
}

function split(name: string): { prefix: string | null; local: string } {
  const colon = name.indexOf(':');
  return { prefix: colon < 0 ? null : name.slice(0, colon), local: name.slice(colon + 1) };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
