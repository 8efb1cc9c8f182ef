import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Grid } from '../../../../src/model/grid';
import type { Table } from '../../../../src/model/table';
import { KINDS } from '../../../../src/tables/packs';
import { recognise } from '../../../../src/tables/recognise';
import type { SheetLayout } from './layout';

const files = readdirSync(__dirname).filter(
  (file) => file.endsWith('.ts') && !/^layouts?\./.test(file) && file !== 'layouts.test.ts',
);
const layouts = files.flatMap(
  (file) => (jest.requireActual(join(__dirname, file)) as { layouts: SheetLayout[] }).layouts,
);

/** The written value of `行|列`: the row by name, code or label, of any side. */
function written(table: Table, key: string): string | undefined {
  const [row, column] = key.split('|') as [string, string];
  const found =
    table.rows.find((one) => one.name === row) ?? table.rows.find((one) => one.code === row || one.label === row);
  const cell = found?.cells.get(column);
  return cell?.value?.toString() ?? cell?.written;
}

describe('every kind of table is recognised in at least three wordings', () => {
  const kinds = [...new Set(KINDS.map((kind) => kind.id))];

  test.each(kinds)('%s has three layouts', (kind) => {
    expect(layouts.filter((layout) => layout.kind === kind).length).toBeGreaterThanOrEqual(3);
  });

  test.each(layouts.map((layout) => [layout.kind, layout.source, layout] as const))(
    '%s as in %s',
    (_kind, _source, layout) => {
      const { tables, unrecognised } = recognise([Grid.ofRows(layout.sheet, layout.rows)]);
      expect({ kinds: tables.map((table) => table.kind), unrecognised }).toEqual({
        kinds: [layout.kind],
        unrecognised: [],
      });
      const table = tables[0] as Table;
      const { cells, ...facts } = layout.expect;
      expect({
        unitName: table.unitName,
        year: table.year,
        amountUnit: table.amountUnit,
        rows: table.rowCount,
        ...(facts.asOf === undefined ? {} : { asOf: table.asOf }),
        ...(facts.subject === undefined ? {} : { subject: table.subject }),
      }).toEqual(facts);
      expect(table.confidence).not.toBe('uncertain');
      expect(Object.fromEntries(Object.keys(cells).map((key) => [key, written(table, key)]))).toEqual(cells);
    },
  );
});
