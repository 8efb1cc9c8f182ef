import { builtInFormat, showsDay } from '../numberformats';
import type { XmlReader, XmlTag } from '../xmlscan';

/** What a cell's style index says about its number. */
export interface CellStyle {
  readonly format: string;
  readonly showsDay: boolean;
}

/** Reads styles.xml for the number formats of cells; looks, fonts and the formats of conditional styles are passed by. */
export class StylesReader implements XmlReader {
  readonly collecting = false;
  readonly styles: CellStyle[] = [];
  private readonly codes = new Map<number, string>();
  private readonly ids: number[] = [];
  private container = '';

  open(tag: XmlTag): void {
    if (tag.name === 'numFmts' || tag.name === 'cellXfs') this.container = tag.name;
    else if (tag.name === 'numFmt' && this.container === 'numFmts') {
      this.codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? 'General');
    } else if (tag.name === 'xf' && this.container === 'cellXfs') this.ids.push(Number(tag.attribute('numFmtId') ?? 0));
  }

  close(name: string): void {
    if (name === this.container) this.container = '';
    if (name !== 'styleSheet') return;
    for (const id of this.ids) {
      const format = this.codes.get(id) ?? builtInFormat(id);
      this.styles.push({ format, showsDay: showsDay(format) });
    }
  }

  text(): void {}
}
