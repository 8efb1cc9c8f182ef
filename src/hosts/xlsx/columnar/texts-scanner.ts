import type { Budget } from '../limits';
import type { XmlScanner } from '../xmlscan';
import { PartScanner } from './part-scanner';
import type { TextStore } from './text-store';
import { charactersOf } from './text-store';
import { closing, plainTextEnd } from './usual-marks';

// Not imported: where modules are compiled one by one, every look at an import in the innermost loop is a call.
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const S = 0x73;
const I = 0x69;
const T = 0x74;
const X = 0x78;
/** `<si>` and `<t>`. */
const ELEMENTS_A_TEXT = 2;

/** Reads sharedStrings.xml straight from its bytes into a store; texts of several runs go to the other scanner. */
export class TextsScanner extends PartScanner {
  constructor(
    private readonly texts: TextStore,
    private readonly budget: Budget,
    outer: XmlScanner,
  ) {
    super(outer, 'sst');
  }

  protected familiar(bytes: Uint8Array, name: number, prefix: number): number {
    const at = name + prefix;
    if (bytes[at] !== S || bytes[at + 1] !== I || bytes[at + 2] !== GREATER || bytes[at + 3] !== LESS) return -1;
    let start = at + 4 + prefix;
    if (bytes[start] !== T) return -1;
    start += 1;
    if (bytes[start] === 0x20 && bytes[start + 1] === X) {
      while (bytes[start] !== GREATER && bytes[start] !== LESS) start += 1;
      if (bytes[start - 1] === SLASH) return -1;
    }
    if (bytes[start] !== GREATER) return -1;
    const end = plainTextEnd(bytes, start + 1);
    const after = end < 0 ? -1 : closing(bytes, end, T, prefix);
    const close = after + 2 + prefix;
    if (after < 0 || bytes[after] !== LESS || bytes[after + 1] !== SLASH) return -1;
    if (bytes[close] !== S || bytes[close + 1] !== I || bytes[close + 2] !== GREATER) return -1;
    this.budget.spendElement(ELEMENTS_A_TEXT);
    this.budget.spendText(charactersOf(bytes, start + 1, end));
    this.texts.add(bytes, start + 1, end);
    return close + 3;
  }

  protected isWhole(): boolean {
    return true;
  }

  protected handOver(give: () => void): void {
    give();
  }

  protected closed(): void {}
}
