import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { documentPdfPages, libreOffice } from './libreoffice';
import { describeWithOracle } from './oracle-missing';
import { unreachable } from './package-checks';
import { OpenedPackage } from './package-open';
import type { XmlElement } from './package-xml';

/** A written .docx taken apart: what stands in its parts, read by the tests' own XML reader. */
export class OpenedDocument {
  static readonly MAIN = 'word/document.xml';
  private readonly opened: OpenedPackage;

  constructor(bytes: Uint8Array) {
    this.opened = new OpenedPackage(bytes);
  }

  elements(name: string, part = OpenedDocument.MAIN): XmlElement[] {
    return this.opened.named(part, name);
  }

  /** Elements of a name anywhere inside another. */
  inside(outer: XmlElement, name: string, part = OpenedDocument.MAIN): XmlElement[] {
    return this.opened.named(part, name).filter((element) => isInside(element, outer));
  }

  /** The attributes of the first element of a name inside another, as an object; null when there is none. */
  first(outer: XmlElement, name: string, part = OpenedDocument.MAIN): Record<string, string> | null {
    const element = this.inside(outer, name, part)[0];
    return element ? Object.fromEntries(element.attributes) : null;
  }

  /** True when a switch such as w:b or w:cantSplit stands inside an element and is not turned off. */
  isOn(outer: XmlElement, name: string, part = OpenedDocument.MAIN): boolean {
    const element = this.inside(outer, name, part)[0];
    return element !== undefined && !['false', 'off', '0'].includes(element.attributes.get('val') ?? 'true');
  }

  /** The definition of a paragraph style. @throws when there is none */
  style(id: string): XmlElement {
    const found = this.elements('style', STYLES).find(({ attributes }) => attributes.get('styleId') === id);
    if (!found) throw new Error(`No style “${id}”.`);
    return found;
  }

  /** Properties of a style: the attributes of one element in it. */
  styled(id: string, name: string): Record<string, string> | null {
    return this.first(this.style(id), name, STYLES);
  }

  /** Every paragraph of a part as a reader of the file gets it: line breaks “\n”, tabs “\t”, hyphens “-”. */
  paragraphs(part = OpenedDocument.MAIN): { readonly style: string; readonly text: string }[] {
    const pieces = new Map<XmlElement, string>();
    for (const element of this.opened.elements(part)) {
      const paragraph = paragraphAround(element);
      if (element.name === 'p') pieces.set(element, '');
      else if (paragraph && element.parent?.name === 'r')
        pieces.set(paragraph, (pieces.get(paragraph) ?? '') + piece(element));
    }
    return [...pieces].map(([paragraph, text]) => ({
      style: this.first(paragraph, 'pStyle', part)?.['val'] ?? '',
      text,
    }));
  }

  /** The parts the main part reaches by relations of a type, in their order. */
  related(type: string): string[] {
    return this.opened
      .relations(OpenedDocument.MAIN)
      .filter((relation) => relation.type === type)
      .map(({ target }) => target);
  }

  /** The part behind a relation of the main part. */
  target(id: string | undefined): string {
    return this.opened.target(OpenedDocument.MAIN, id) ?? '';
  }
}

const STYLES = 'word/styles.xml';

function piece({ name, text }: XmlElement): string {
  if (name === 't' || name === 'instrText') return text;
  return name === 'br' ? '\n' : name === 'tab' ? '\t' : name === 'noBreakHyphen' ? '-' : '';
}

function paragraphAround({ parent }: XmlElement): XmlElement | null {
  return parent === null || parent.name === 'p' ? parent : paragraphAround(parent);
}

function isInside(element: XmlElement, outer: XmlElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** What is wrong with a document's package, one sentence each; the check of workbooks looks for charts on sheets. */
export function documentFaults(bytes: Uint8Array): string[] {
  return unreachable(bytes).filter((fault) => !/^The chart .* is on no sheet\.$/.test(fault));
}

/** The text of each page as the document would be printed, without the white space between characters. */
export async function printedPages(bytes: Uint8Array): Promise<string[]> {
  return (await printedLines(bytes)).map((lines) => lines.map((line) => line.replace(/\s/g, '')).join(''));
}

/** The lines of each page as the document would be printed, from top to bottom. */
export async function printedLines(bytes: Uint8Array): Promise<string[][]> {
  const pdf = await documentPdfPages(bytes);
  const folder = mkdtempSync(join(tmpdir(), `ziping-pdf-${process.pid}-`));
  try {
    const file = join(folder, '文档.pdf');
    writeFileSync(file, pdf);
    const { stdout } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
    // A form feed ends every page.
    return stdout
      .split('\f')
      .slice(0, -1)
      .map((page) => page.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A suite that prints documents: needs LibreOffice with its Writer, and pdftotext to read what was printed. */
export function describeWithPrinting(suite: string, body: () => void): void {
  const found = hasWriter() && spawnSync('pdftotext', ['-v']).error === undefined;
  const remedy = 'Install them (Debian: apt-get install libreoffice-writer poppler-utils).';
  describeWithOracle('LibreOffice Writer with pdftotext', found, remedy, suite, body);
}

/** LibreOffice comes in pieces; the one for spreadsheets alone opens no document. */
function hasWriter(): boolean {
  const program = libreOffice();
  if (program === null) return false;
  if (process.platform !== 'linux') return true;
  return existsSync(join(dirname(realpathSync(program)), 'libswlo.so'));
}
