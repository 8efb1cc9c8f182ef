import type { TextStore } from '../columnar/text-store';
import type { Budget } from '../limits';
import type { XmlReader, XmlTag } from '../xmlscan';
import { decodeEscapes } from '../xmltext';

/** Gathers a text from its runs; readings printed above Chinese or Japanese characters (rPh) are not part of it. */
export class RunText {
  collecting = false;
  private phonetic = false;
  private gathered = '';

  open(name: string): void {
    if (name === 'rPh') this.phonetic = true;
    else if (name === 't' && !this.phonetic) this.collecting = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic = false;
    else if (name === 't') this.collecting = false;
  }

  add(text: string): void {
    this.gathered += text;
  }

  /** The text so far; begins a new one. */
  take(): string {
    const text = decodeEscapes(this.gathered);
    this.gathered = '';
    this.collecting = false;
    this.phonetic = false;
    return text;
  }
}

/** Reads sharedStrings.xml into the texts that cells name by number. */
export class SharedTextsReader implements XmlReader {
  private readonly run = new RunText();

  constructor(
    private readonly texts: TextStore,
    private readonly budget: Budget,
  ) {}

  get collecting(): boolean {
    return this.run.collecting;
  }

  open(tag: XmlTag): void {
    this.run.open(tag.name);
  }

  close(name: string): void {
    if (name === 'si') {
      const text = this.run.take();
      this.budget.spendText(text.length);
      this.texts.addText(text);
    } else this.run.close(name);
  }

  text(text: string): void {
    this.run.add(text);
  }
}
