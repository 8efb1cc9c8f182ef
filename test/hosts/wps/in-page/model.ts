import type { EtApplication } from '../../../../src/hosts/wps/et';
import type { Canonical } from '../../workbook/canonical';
import { seen } from '../../contract/seen';
import { load } from '../../workbook/load/load';
import type { MemberTable } from '../declarations/member-table';
import { openEt } from '../open-et';
import { PROFILES } from '../quirks';
import type { ProfileName } from '../quirks';

/** What a page of the test is given: a workbook, and the members of the object model as the vendor declares them. */
export interface ModelData {
  /** Of an .xlsx file, one character for each byte. */
  readonly workbook: string;
  readonly members: MemberTable;
  readonly profile: ProfileName;
}

/** The model of WPS as a page reaches it. */
export interface InPageModel {
  readonly Application: unknown;
  /** The book as plain data. */
  seen(): Canonical;
  /** Types into a cell as she does. @param address "E7" */
  type(sheet: string, address: string, value: number): void;
  /** Sheet and address of the cell she is at. */
  selected(): string;
  /** What was used of the object model that is not declared or not modelled. */
  misuses(): readonly string[];
}

/** Opens the model in the realm this script runs in, which is another one than the page's. */
export function openModel({ workbook, members, profile }: ModelData): InPageModel {
  const bytes = Uint8Array.from(workbook, (character) => character.charCodeAt(0));
  const { Application, book, program } = openEt(load(bytes), members, { quirks: PROFILES[profile] });
  const application = Application as EtApplication;
  return {
    Application,
    seen: () => seen(book, false),
    type: (sheet, address, value) => {
      const range = application.ActiveWorkbook?.Worksheets.Item(sheet)?.Range(address);
      if (!range) throw new Error(`no ${sheet}!${address}`);
      range.Value2 = value;
    },
    selected: () => `${application.ActiveSheet?.Name}!${application.Selection?.Address(false, false)}`,
    misuses: () => program.bridge.misuses,
  };
}

Object.assign(globalThis, { openModel });
