import { WpsHost } from '../../../src/hosts/wps/host';
import type { EtApplication } from '../../../src/hosts/wps/et';
import type { ChosenFile } from '../../../src/hosts/port';
import { areaOfAddress } from '../../../src/hosts/sheet-address';
import type { Book } from '../workbook/book';
import { openWps } from '../wps/open-wps';
import type { HostUnderTest } from './contract';

export interface WpsUnderTest extends HostUnderTest {
  readonly host: WpsHost;
  readonly wps: ReturnType<typeof openWps>;
  readonly application: EtApplication;
  readonly book: Book;
  readonly saved: ChosenFile[];
}

type Quirks = Parameters<typeof openWps>[0]['quirks'];

/** Our adapter in front of the model of WPS, a book behind it. */
export function wpsUnderTest(book: Book, quirks?: Quirks): WpsUnderTest {
  const wps = openWps(quirks ? { book, quirks } : { book });
  const application = wps.Application as EtApplication;
  const saved: ChosenFile[] = [];
  const files = {
    open: () => null,
    save: (file: ChosenFile) => {
      saved.push(file);
      return true;
    },
  };
  const put = (sheet: string, address: string, entry: string | number): void => {
    const { top, left } = areaOfAddress(address);
    const found = book.sheet(sheet);
    if (!found) throw new Error(`no sheet ${sheet}`);
    found.put(top, left, entry);
  };
  return {
    host: new WpsHost({ application, pause: () => Promise.resolve() }, files),
    wps,
    application,
    book,
    saved,
    type: (sheet, address, edit) => put(sheet, address, edit ?? ''),
    typeFormula: (sheet, address, formula) => put(sheet, address, `=${formula}`),
    close: () => wps.close(),
  };
}
