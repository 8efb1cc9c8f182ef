import { packageParts } from './package-parts';
import type { XmlElement } from './package-xml';
import { elementsOf } from './package-xml';

/** A relationship of a part. */
export interface Relation {
  readonly id: string;
  /** Without namespace: worksheet, drawing, chart. */
  readonly type: string;
  /** A part's name, or what stands in the file when the target is outside it. */
  readonly target: string;
  readonly external: boolean;
}

export const CONTENT_TYPES = '[Content_Types].xml';

/** A package taken apart, for checks that follow its relations. */
export class OpenedPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  private readonly read = new Map<string, readonly XmlElement[]>();

  constructor(bytes: Uint8Array) {
    this.parts = packageParts(bytes);
  }

  /** The elements of a part; none when it is absent or not well-formed, which other checks report. */
  elements(part: string): readonly XmlElement[] {
    const known = this.read.get(part);
    if (known) return known;
    const elements = this.readElements(part);
    this.read.set(part, elements);
    return elements;
  }

  private readElements(part: string): readonly XmlElement[] {
    const bytes = this.parts.get(part);
    try {
      return bytes ? elementsOf(bytes) : [];
    } catch {
      return [];
    }
  }

  /** The elements of one name in a part. */
  named(part: string, name: string): XmlElement[] {
    return this.elements(part).filter((element) => element.name === name);
  }

  /** What a part points to; "" for the package itself. */
  relations(part: string): Relation[] {
    return this.named(relationsPart(part), 'Relationship').map(({ attributes }) => {
      const external = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      const type = attributes.get('Type') ?? '';
      return {
        id: attributes.get('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : targetPart(part, target),
        external,
      };
    });
  }

  /** The part of a relation by its id, or undefined. */
  target(part: string, id: string | undefined): string | undefined {
    return this.relations(part).find((relation) => relation.id === id)?.target;
  }

  /** The workbook part, found as readers find it. */
  get workbook(): string {
    return this.relations('').find(({ type }) => type === 'officeDocument')?.target ?? '';
  }

  /** The parts of the workbook's sheets in the order of their tabs, with what the workbook says about each. */
  sheets(): { readonly part: string | undefined; readonly entry: XmlElement }[] {
    const { workbook } = this;
    return this.named(workbook, 'sheet').map((entry) => ({ part: this.target(workbook, entry.relations[0]), entry }));
  }

  /** The part of the sheet of a name. @throws when there is none. */
  sheet(name: string): string {
    const part = this.sheets().find(({ entry }) => entry.attributes.get('name') === name)?.part;
    if (part === undefined) throw new Error(`No sheet “${name}”.`);
    return part;
  }

  /** Everything that can be reached from the package by relations, in the order in which it is met. */
  reached(): Set<string> {
    const reached = new Set<string>();
    const next = [''];
    for (let part = next.pop(); part !== undefined; part = next.pop()) {
      for (const { target, external } of this.relations(part)) {
        if (external || reached.has(target) || !this.parts.has(target)) continue;
        reached.add(target);
        next.push(target);
      }
    }
    return reached;
  }
}

/** The part that holds the relations of a part; "_rels/.rels" for the package ("") itself. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The part whose relations a part holds; null for parts that hold none. */
export function relationsOwner(part: string): string | null {
  const match = /^(.*?)_rels\/([^/]*)\.rels$/.exec(part);
  return match ? `${match[1]}${match[2]}` : null;
}

function targetPart(from: string, target: string): string {
  const base = new URL(`file:///${from.split('/').map(encodeURIComponent).join('/')}`);
  return decodeURIComponent(new URL(target, base).pathname.slice(1));
}

/** What stands in a list more than once, each once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
