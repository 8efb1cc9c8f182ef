import { ChunkSize, tooLarge } from './chunk-size';
import { breathe } from './connection';
import type { Connection, Session } from './connection';
import type { SheetState } from './book-state';
import { isFormula } from '../entry';
import { jsonBytes, piece, sendPieces } from './requests';

/** A formula of a sheet that we do not write, which reads one of ours that is to go. */
export interface HerFormula {
  readonly sheet: { readonly id: string; readonly name: string };
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/**
 * Formulas on other sheets that read sheets which are to go: Excel turns them into #REF!, so they are taken down first.
 * @param others the sheets that stay
 */
export async function formulasReading(
  session: Session,
  connection: Connection,
  others: readonly SheetState[],
  names: readonly string[],
): Promise<HerFormula[]> {
  if (names.length === 0 || others.length === 0) return [];
  const used = others.map(({ id }) => session.sheet(id).getUsedRangeOrNullObject(true));
  for (const range of used) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await session.sync();
  const found: HerFormula[] = [];
  for (const [index, range] of used.entries()) {
    if (range.isNullObject) continue;
    const { id, name } = others[index] as SheetState;
    const { rowIndex, columnIndex, rowCount, columnCount } = range;
    const size = new ChunkSize(connection.isWeb, columnCount * 2);
    for (let done = 0; done < rowCount;) {
      const count = Math.min(size.rows, rowCount - done);
      const chunk = session.sheet(id).getRangeByIndexes(rowIndex + done, columnIndex, count, columnCount);
      chunk.load('formulas,values');
      try {
        await session.sync(name);
      } catch (error) {
        if (!tooLarge(error) || !size.halve()) throw error;
        continue;
      }
      const entries = chunk.formulas as unknown[][];
      entries.forEach((row, down) =>
        row.forEach((formula, right) => {
          if (!isFormula(formula, chunk.values[down]?.[right]) || !reads(formula, names)) return;
          found.push({ sheet: { id, name }, row: rowIndex + done + down, column: columnIndex + right, formula });
        }),
      );
      size.weighed(count, jsonBytes(entries) * 2);
      done += count;
      await breathe();
    }
  }
  return found;
}

function reads(formula: string, names: readonly string[]): boolean {
  const text = formula.toLowerCase().replace(/''/g, "'");
  return names.some((name) => text.includes(`${name.toLowerCase()}!`) || text.includes(`${name.toLowerCase()}'!`));
}

/** Puts formulas back where Excel made them #REF!; where she wrote something else since, hers stays. */
export async function putFormulasBack(session: Session, formulas: readonly HerFormula[]): Promise<void> {
  if (formulas.length === 0) return;
  const cells = formulas.map(({ sheet, row, column }) => {
    const cell = session.sheet(sheet.id).getRangeByIndexes(row, column, 1, 1);
    cell.load('formulas');
    return cell;
  });
  await session.sync();
  const lost = formulas.filter((_, index) => String(cells[index]?.formulas[0]?.[0]).includes('#REF!'));
  const bySheet = new Map<string, HerFormula[]>();
  for (const one of lost) bySheet.set(one.sheet.id, [...(bySheet.get(one.sheet.id) ?? []), one]);
  for (const [id, own] of bySheet) {
    const pieces = own.map(({ row, column, formula }) =>
      piece(
        2,
        (sheet) => {
          sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
        },
        jsonBytes(formula),
      ),
    );
    await sendPieces(session, id, own[0]?.sheet.name ?? '', pieces);
  }
}
