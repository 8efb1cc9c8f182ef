import type { CellValue, ReadRequest, RowBlock, SheetDescription, WorkbookSource } from '../../model/grid';
import type { Area } from '../../model/address';
import { cellAddress } from '../../model/address';
import { isFormula } from '../entry';
import { blockRows, cellValue, mayHoldErrors, rangeOf, rowsOf } from './cells';
import { describeSheets } from './describe';
import type { EtWorksheet } from './et';
import { OpenBook } from './open-book';
import { trouble } from './problems';
import type { WpsProgram } from './program';

/** Rows looked through for a number when a column's format is asked for before its cells were read. */
const SAMPLED_ROWS = 300;

/** The workbook in front, read in blocks between which WPS can draw and she can click. */
export class WpsSource implements WorkbookSource {
  private descriptions = new Map<string, SheetDescription>();
  /** First row with a number, by column, of every sheet that was read. */
  private readonly samples = new Map<string, (number | undefined)[]>();

  /** The workbook that was described; it is read from even when another comes to the front. */
  private book: OpenBook | null = null;

  constructor(private readonly program: WpsProgram) {}

  async describe(): Promise<readonly SheetDescription[]> {
    const book = OpenBook.front(this.program);
    const sheets = await describeSheets(book);
    this.book = book;
    this.descriptions = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    this.samples.clear();
    return sheets;
  }

  async read({ sheet, fromRow, toRow }: ReadRequest): Promise<RowBlock> {
    const { rowCount, columnCount } = await this.description(sheet);
    const firstRow = Math.max(0, fromRow);
    const rows: (readonly CellValue[])[] = [];
    await this.inBlocks(sheet, columnCount, firstRow, Math.min(toRow, rowCount), (worksheet, from, to) => {
      const read = valuesOf(worksheet, { top: from, left: 0, bottom: to, right: columnCount - 1 });
      this.sample(sheet, from, read);
      rows.push(...read);
    });
    return { firstRow, rows };
  }

  async columnFormats(sheet: string): Promise<readonly (string | null)[]> {
    const { columnCount, rowCount } = await this.description(sheet);
    if (!this.samples.has(sheet)) await this.read({ sheet, fromRow: 0, toRow: Math.min(rowCount, SAMPLED_ROWS) });
    const samples = this.samples.get(sheet) ?? [];
    if (samples.every((row) => row === undefined)) return Array.from({ length: columnCount }, () => null);
    const book = this.described();
    return book.ask(sheet, () => {
      const worksheet = book.sheet(sheet);
      const formats: (string | null)[] = Array.from({ length: columnCount }, () => null);
      for (const area of sampledAreas(samples)) {
        const format = rangeOf(worksheet, area).NumberFormat;
        for (let column = area.left; column <= area.right; column++)
          formats[column] = format ?? formatAt(worksheet, area.top, column);
      }
      return formats;
    });
  }

  async formulas(sheet: string): Promise<ReadonlyMap<string, string>> {
    const { rowCount, columnCount } = await this.description(sheet);
    const formulas = new Map<string, string>();
    await this.inBlocks(sheet, columnCount, 0, rowCount, (worksheet, from, to) => {
      const area = { top: from, left: 0, bottom: to, right: columnCount - 1 };
      const range = rangeOf(worksheet, area);
      const written = rowsOf(range.Formula, area);
      if (!written.some((row) => row.some((formula) => isFormula(formula, null)))) return;
      const values = rowsOf(range.Value2, area);
      written.forEach((row, down) =>
        row.forEach((formula, column) => {
          if (!isFormula(formula, values[down]?.[column])) return;
          formulas.set(cellAddress(from + down, column), formula.slice(1));
        }),
      );
    });
    return formulas;
  }

  /** Refuses when another workbook than the one that was read is in front. @throws HostTrouble other-workbook, unsupported */
  refuseOther(): void {
    const { book } = this;
    if (!book) return;
    OpenBook.front(this.program);
    if (!book.ask('', () => book.isFront())) throw trouble('other-workbook');
  }

  /** The workbook that was described. @throws HostTrouble */
  private described(): OpenBook {
    return this.book ?? OpenBook.front(this.program);
  }

  private async description(sheet: string): Promise<SheetDescription> {
    if (!this.descriptions.has(sheet)) await this.describe();
    const found = this.descriptions.get(sheet);
    if (!found) throw trouble('gone', sheet);
    return found;
  }

  /** @param to not included */
  private async inBlocks(
    name: string,
    columns: number,
    from: number,
    to: number,
    readBlock: (sheet: EtWorksheet, from: number, to: number) => void,
  ): Promise<void> {
    if (columns === 0 || from >= to) return;
    const book = this.described();
    const step = blockRows(columns);
    for (let row = from; row < to; row += step) {
      book.ask(name, () => readBlock(book.sheet(name), row, Math.min(to, row + step) - 1));
      if (row + step < to) await this.program.pause();
    }
  }

  private sample(sheet: string, from: number, rows: readonly (readonly CellValue[])[]): void {
    const samples = this.samples.get(sheet) ?? [];
    this.samples.set(sheet, samples);
    rows.forEach((row, down) =>
      row.forEach((value, column) => {
        const known = samples[column];
        if (typeof value === 'number' && (known === undefined || known > from + down)) samples[column] = from + down;
      }),
    );
  }
}

function formatAt(sheet: EtWorksheet, row: number, column: number): string {
  return sheet.Cells.Item(row + 1, column + 1).NumberFormat ?? 'General';
}

/** Neighbours sampled in one row are asked about together: mostly they are formatted alike. */
function sampledAreas(samples: readonly (number | undefined)[]): Area[] {
  const areas: Area[] = [];
  samples.forEach((row, column) => {
    const last = areas[areas.length - 1];
    if (row === undefined) return;
    if (last?.top === row && last.right === column - 1) areas[areas.length - 1] = { ...last, right: column };
    else areas.push({ top: row, bottom: row, left: column, right: column });
  });
  return areas;
}

/** Formulas are asked for only where a number among the values may stand for an error. */
function valuesOf(sheet: EtWorksheet, area: Parameters<typeof rangeOf>[1]): CellValue[][] {
  const range = rangeOf(sheet, area);
  const values = rowsOf(range.Value2, area);
  const formulas = mayHoldErrors(values) ? rowsOf(range.Formula, area) : null;
  return values.map((row, down) => trimmed(row.map((value, column) => cellValue(value, formulas?.[down]?.[column]))));
}

function trimmed(row: CellValue[]): CellValue[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === null) length -= 1;
  return length === row.length ? row : row.slice(0, length);
}
