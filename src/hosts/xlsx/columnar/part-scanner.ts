import type { XmlScanner } from '../xmlscan';
import type { Mark } from './marks';
import { elementEnd, markAt } from './marks';

// Not imported: where modules are compiled one by one, every look at an import in the innermost loop is a call.
const LESS = 0x3c;
const FIRST_ROOM = 1 << 18;
/** The longest cell or text that is waited for; one of a file that is not made to do harm has a hundredth of it. */
const MAX_ROOM = 1 << 22;
/** Bytes behind the last one that was read: the beginning of a mark that is none, so that no loop runs past it. */
const GUARD = 2;

/** Thrown when a part is not built as expected; it is then read from the beginning by the reader that knows all XML. */
export class Unfamiliar extends Error {}

/**
 * Reads a part whose content is mostly one element repeated: the cells of a sheet, the texts of a workbook. Elements of
 * the usual form are taken straight from the bytes by `familiar`; everything else, and all around the container, goes to
 * the scanner that knows all of XML, element by element, so that both ways give the same.
 */
export abstract class PartScanner {
  private bytes = new Uint8Array(FIRST_ROOM + GUARD);
  private length = 0;
  private stage: 'before' | 'inside' | 'behind' = 'before';
  /** Bytes of the namespace prefix, its colon included. */
  private prefix = new Uint8Array(0);
  /** Elements that were opened for the other scanner and not closed: what they hold is looked at one by one. */
  private opened = 0;

  /** @param container local name of the element whose content is repeated */
  constructor(
    private readonly outer: XmlScanner,
    private readonly container: string,
  ) {}

  /**
   * Takes the element or tag that begins at `at`; the place behind it, or -1 when it is not whole or not of the usual
   * form. Bytes behind the last one hold a guard: "<" and a zero.
   * @param name place of the first byte of the element's name, or of the slash of a closing tag
   */
  protected abstract familiar(bytes: Uint8Array, name: number, prefix: number): number;

  /** True for an element that is given to the other scanner whole, false for one whose content is looked at one by one. */
  protected abstract isWhole(name: string): boolean;

  /** Called before and after a mark inside the container is given to the other scanner. */
  protected abstract handOver(give: () => void): void;

  /** Called at the end of the container. @throws Unfamiliar */
  protected abstract closed(): void;

  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length;) {
      if (this.stage === 'behind') return this.outer.push(at === 0 ? piece : piece.subarray(at));
      if (this.length + GUARD >= this.bytes.length) this.grow();
      const count = Math.min(piece.length - at, this.bytes.length - GUARD - this.length);
      this.bytes.set(piece.subarray(at, at + count), this.length);
      this.length += count;
      at += count;
      if (this.length + GUARD >= this.bytes.length) this.scan();
    }
  }

  /** @throws Unfamiliar or ReadTrouble when the part was cut off. */
  end(): void {
    this.scan();
    if (this.length > 0) this.outer.push(this.bytes.subarray(0, this.length));
    this.outer.end();
  }

  /** Reads what is whole of the bytes at hand and keeps the rest. */
  private scan(): void {
    const { bytes, length } = this;
    bytes[length] = LESS;
    bytes[length + 1] = 0;
    const view = bytes.subarray(0, length);
    const end = this.stage === 'before' ? this.before(view) : 0;
    // The stage changes within: `before` leaves it where the container was opened.
    this.keep(this.isInside() ? this.inside(view, end) : end);
  }

  private isInside(): boolean {
    return this.stage === 'inside';
  }

  private before(view: Uint8Array): number {
    let at = view.indexOf(LESS);
    let end = at < 0 ? view.length : at;
    while (at >= 0) {
      const mark = markAt(view, at);
      if (!mark) break;
      end = mark.end;
      if (mark.kind === 'open' && mark.name === this.container) {
        this.stage = 'inside';
        this.prefix = view.slice(at + 1, at + 1 + mark.prefix);
        break;
      }
      at = view.indexOf(LESS, end);
      if (at < 0) end = view.length;
    }
    this.outer.push(view.subarray(0, end));
    return end;
  }

  private inside(view: Uint8Array, start: number): number {
    const { bytes, length, prefix } = this;
    let at = start;
    while (this.stage === 'inside') {
      while (bytes[at] !== LESS) at += 1;
      if (at >= length) break;
      const next = prefix.length > 0 ? this.prefixed(bytes, at) : this.familiar(bytes, at + 1, 0);
      const after = next < 0 ? this.unusual(view, at) : next;
      if (after < 0) break;
      at = after;
    }
    if (this.stage === 'inside') return Math.min(at, length);
    this.outer.push(view.subarray(at));
    return length;
  }

  private prefixed(bytes: Uint8Array, at: number): number {
    const { prefix } = this;
    const start = bytes[at + 1] === 0x2f ? at + 2 : at + 1;
    for (let index = 0; index < prefix.length; index += 1) if (bytes[start + index] !== prefix[index]) return -1;
    return this.familiar(bytes, at + 1, prefix.length);
  }

  /** Gives a mark or an element to the other scanner; the place behind it, or -1 when it is not whole yet. */
  private unusual(view: Uint8Array, at: number): number {
    const mark = markAt(view, at);
    if (!mark) return -1;
    if (mark.kind === 'close') {
      this.close(mark);
      if (this.stage === 'inside') this.handOver(() => this.outer.push(view.subarray(at, mark.end)));
      else this.outer.push(view.subarray(at, mark.end));
      return mark.end;
    }
    const whole = mark.kind !== 'open' || this.isWhole(mark.name);
    const end = whole ? elementEnd(view, at) : mark.end;
    if (end < 0) return -1;
    if (!whole) this.opened += 1;
    this.handOver(() => this.outer.push(view.subarray(at, end)));
    return end;
  }

  private close({ name }: Mark): void {
    if (this.opened > 0) this.opened -= 1;
    else if (name === this.container) {
      this.closed();
      this.stage = 'behind';
    } else throw new Unfamiliar();
  }

  /** True while an element is open that was given to the other scanner. */
  protected get isOuterOpen(): boolean {
    return this.opened > 0;
  }

  private keep(from: number): void {
    this.bytes.copyWithin(0, from, this.length);
    this.length -= from;
  }

  private grow(): void {
    if (this.bytes.length > MAX_ROOM) throw new Unfamiliar();
    const larger = new Uint8Array((this.bytes.length - GUARD) * 2 + GUARD);
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
