import type { EvaluateOptions, Evaluation } from '../../src/evaluate';
import { evaluate } from '../../src/evaluate';
import { openWorkbookFile } from '../../src/hosts/xlsx/open';
import { blankWorkbook } from '../../src/hosts/xlsx/write/blank';
import { verifyWritten } from '../../src/hosts/xlsx/write/verify';
import { writePlan } from '../../src/hosts/xlsx/write/write';
import { cellAddress } from '../../src/model/address';
import type { CellValue, WorkbookSource } from '../../src/model/grid';
import { isOwnSheet } from '../../src/model/own-sheet';

export interface Evaluated {
  readonly evaluation: Evaluation;
  readonly bytes: Uint8Array;
}

export async function opened(bytes: Uint8Array, fileName = '工作簿.xlsx'): Promise<WorkbookSource> {
  const outcome = await openWorkbookFile(bytes, fileName);
  if ('problem' in outcome) throw new Error(outcome.problem.message);
  return outcome.source;
}

/** The whole way from a workbook's bytes to the evaluated workbook's, verified as the command line does. */
export async function evaluatedFrom(
  bytes: Uint8Array,
  options: Partial<EvaluateOptions> & { readonly previousBytes?: Uint8Array } = {},
): Promise<Evaluated> {
  const { previousBytes, ...rest } = options;
  const source = await opened(bytes, rest.copiedFrom);
  const previous = previousBytes && (await opened(previousBytes));
  const pipe = evaluate(source, { last: 'report', date: '2024年4月20日', ...(previous && { previous }), ...rest });
  for (;;) {
    const step = await pipe.next();
    if (!step.done) continue;
    const evaluation = step.value;
    if (!evaluation.report) throw new Error('no report');
    const base = rest.copiedFrom === undefined ? bytes : blankWorkbook();
    const written = writePlan(base, evaluation.report.plan);
    if ('problem' in written) throw new Error(written.problem.message);
    expect(await verifyWritten(base, written.bytes, evaluation.report.plan)).toEqual([]);
    return { evaluation, bytes: written.bytes };
  }
}

/** Every cell of the sheets of ours that holds something, by “Sheet!A1”. */
export async function ownCells(bytes: Uint8Array): Promise<Map<string, CellValue>> {
  const source = await opened(bytes);
  const cells = new Map<string, CellValue>();
  for (const sheet of await source.describe()) {
    if (!isOwnSheet(sheet.name)) continue;
    const { rows } = await source.read({ sheet: sheet.name, fromRow: 0, toRow: sheet.rowCount });
    rows.forEach((row, at) =>
      row.forEach((value, column) => {
        if (value !== null) cells.set(`${sheet.name}!${cellAddress(at, column)}`, value);
      }),
    );
  }
  return cells;
}

/** Every formula of the sheets of ours, by “Sheet!A1”. */
export async function ownFormulas(bytes: Uint8Array): Promise<Map<string, string>> {
  const source = await opened(bytes);
  const formulas = new Map<string, string>();
  for (const sheet of await source.describe()) {
    if (!isOwnSheet(sheet.name)) continue;
    for (const [address, text] of await source.formulas(sheet.name)) formulas.set(`${sheet.name}!${address}`, text);
  }
  return formulas;
}
