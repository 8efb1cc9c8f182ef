import type { CellValue, ReadRequest, RowBlock, SheetDescription, WorkbookSource } from '../../model/grid';
import { cellAddress } from '../../model/address';
import { isFormula } from '../entry';
import { ChunkSize, tooLarge } from './chunk-size';
import { breathe } from './connection';
import type { Connection, Session } from './connection';
import { describeSheets } from './describe';
import { jsonBytes } from './requests';
import { cellValue, mayHoldErrors } from './values';

/** Rows looked through for a number when a column's format is asked for before its cells were read. */
const SAMPLED_ROWS = 300;

/** The workbook in front, read in chunks that Excel gives at once. */
export class ExcelSource implements WorkbookSource {
  private descriptions = new Map<string, SheetDescription>();
  private readonly sizes = new Map<string, ChunkSize>();
  /** First row with a number, by column, of every sheet that was read. */
  private readonly samples = new Map<string, (number | undefined)[]>();

  constructor(private readonly connection: Connection) {}

  async describe(): Promise<readonly SheetDescription[]> {
    this.connection.requireBaseline();
    const sheets = await describeSheets(this.connection);
    this.descriptions = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    this.sizes.clear();
    this.samples.clear();
    return sheets;
  }

  async read({ sheet, fromRow, toRow }: ReadRequest): Promise<RowBlock> {
    const { rowCount, columnCount } = await this.description(sheet);
    const firstRow = Math.max(0, fromRow);
    const end = Math.min(toRow, rowCount);
    const rows: (readonly CellValue[])[] = [];
    if (columnCount === 0) return { firstRow, rows };
    await this.inChunks(sheet, columnCount, firstRow, end, async (session, from, count) => {
      const { values, kinds } = await this.valuesOf(session, sheet, from, count, columnCount);
      const read = values.map((row, down) =>
        trimmed(row.map((value, column) => cellValue(value, kinds?.[down]?.[column] ?? null))),
      );
      this.sample(sheet, from, read);
      rows.push(...read);
      return jsonBytes(values);
    });
    return { firstRow, rows };
  }

  async columnFormats(sheet: string): Promise<readonly (string | null)[]> {
    const { columnCount, rowCount } = await this.description(sheet);
    if (!this.samples.has(sheet)) await this.read({ sheet, fromRow: 0, toRow: Math.min(rowCount, SAMPLED_ROWS) });
    const samples = this.samples.get(sheet) ?? [];
    const session = this.connection.open();
    const asked = Array.from({ length: columnCount }, (_, column) => {
      const row = samples[column];
      if (row === undefined) return null;
      const cell = session.sheet(sheet).getRangeByIndexes(row, column, 1, 1);
      cell.load('numberFormat');
      return cell;
    });
    if (asked.every((cell) => cell === null)) return asked.map(() => null);
    await session.sync(sheet);
    return asked.map((cell) => (cell === null ? null : String(cell.numberFormat[0]?.[0] ?? 'General')));
  }

  async formulas(sheet: string): Promise<ReadonlyMap<string, string>> {
    const { rowCount, columnCount } = await this.description(sheet);
    const formulas = new Map<string, string>();
    if (columnCount === 0) return formulas;
    await this.inChunks(sheet, columnCount, 0, rowCount, async (session, from, count) => {
      const range = session.sheet(sheet).getRangeByIndexes(from, 0, count, columnCount);
      range.load('formulas,values');
      await session.sync(sheet);
      range.formulas.forEach((row: readonly unknown[], down: number) =>
        row.forEach((entry, column) => {
          if (!isFormula(entry, range.values[down]?.[column])) return;
          formulas.set(cellAddress(from + down, column), entry.slice(1));
        }),
      );
      return jsonBytes(range.formulas) + jsonBytes(range.values);
    });
    return formulas;
  }

  private async description(sheet: string): Promise<SheetDescription> {
    const known = this.descriptions.get(sheet);
    if (known) return known;
    await this.describe();
    const found = this.descriptions.get(sheet);
    if (!found) throw new Error('No such sheet.');
    return found;
  }

  private async valuesOf(
    session: Session,
    sheet: string,
    from: number,
    count: number,
    columns: number,
  ): Promise<{
    readonly values: readonly (readonly unknown[])[];
    readonly kinds: readonly (readonly string[])[] | null;
  }> {
    const range = session.sheet(sheet).getRangeByIndexes(from, 0, count, columns);
    range.load('values');
    await session.sync(sheet);
    const values = range.values as readonly (readonly unknown[])[];
    if (!mayHoldErrors(values)) return { values, kinds: null };
    const again = session.sheet(sheet).getRangeByIndexes(from, 0, count, columns);
    again.load('valueTypes');
    await session.sync(sheet);
    return { values, kinds: again.valueTypes };
  }

  /** @param readChunk reads some rows and gives what the answer weighed, in bytes */
  private async inChunks(
    sheet: string,
    columns: number,
    from: number,
    to: number,
    readChunk: (session: Session, from: number, count: number) => Promise<number>,
  ): Promise<void> {
    const size = this.sizes.get(sheet) ?? new ChunkSize(this.connection.isWeb, columns);
    this.sizes.set(sheet, size);
    for (let row = from; row < to;) {
      const count = Math.min(size.rows, to - row);
      try {
        const bytes = await readChunk(this.connection.open(), row, count);
        size.weighed(count, bytes);
        row += count;
      } catch (error) {
        if (!tooLarge(error) || !size.halve()) throw error;
      }
      if (row < to) await breathe();
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

function trimmed(row: CellValue[]): CellValue[] {
  let length = row.length;
  while (length > 0 && row[length - 1] === null) length -= 1;
  return length === row.length ? row : row.slice(0, length);
}
