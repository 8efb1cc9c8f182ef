import type { Area } from '../../../src/model/address';
import type { CellValue } from '../../../src/model/grid';
import { areaOf } from './areas';
import type { Book } from './book';
import type { FormulaContent } from './cells';
import type { EngineData } from './engine';
import { engineValue, showCells } from './engine';
import { engineText } from './engine-text';
import type { BookSheet } from './sheet';

/** What a formula gives, or why it cannot be worked out here as Excel would. */
export type Calculated = CellValue | { readonly reason: string };

/** Values of formulas, by the object that stands for each; all of one state of a book. */
export type Results = Map<FormulaContent, Calculated>;

export function isUnknown(value: Calculated): value is { readonly reason: string } {
  return typeof value === 'object' && value !== null && 'reason' in value;
}

/**
 * A number in a text as the engine writes it and Excel would not: with more than its 15 digits, or as 1E15 for 1E+15
 * (Excel specifications and limits: number precision).
 */
const JOINED_NUMBER = /(?=[\d.]{17})\d+\.\d+|\dE\d/;

/** A formula on its way to a value. */
interface Step {
  readonly sheet: BookSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: FormulaContent;
  readonly text: string;
  /** Formula cells it reads; those from `next` on were not looked at yet. */
  readonly reads: readonly Place[];
  next: number;
}

interface Place {
  readonly sheet: BookSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: FormulaContent;
}

/**
 * Works formulas out when they are asked for, each after those it reads, and keeps what they give. A formula that reads
 * itself by whatever way has no value: Excel warns and shows 0 or its last value (Microsoft support: Remove or allow a
 * circular reference), which no sheet of ours may rest on.
 */
export class Calculation {
  private readonly data: EngineData;
  private readonly columnsOfFormulas = new Map<string, Map<number, Place[]>>();

  /** The book must not change as long as this is used. @param results what is known already; added to */
  constructor(
    private readonly book: Book,
    private readonly results: Results,
  ) {
    const sheets = book.sheets.map(({ id, name }) => ({ id, name }));
    const byId = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
    this.data = { sheets, value: (id, row, column) => this.known(byId.get(id) as BookSheet, row, column) };
  }

  value(sheet: BookSheet, row: number, column: number, formula: FormulaContent): Calculated {
    const path: Step[] = [];
    const onPath = new Set<FormulaContent>();
    this.begin({ sheet, row, column, formula }, path, onPath);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const read = step.reads[step.next];
      step.next += 1;
      if (read === undefined) {
        path.pop();
        onPath.delete(step.formula);
        if (!this.results.has(step.formula)) this.results.set(step.formula, this.worked(step));
      } else if (onPath.has(read.formula)) {
        const circle = path.slice(path.findIndex((one) => one.formula === read.formula));
        for (const { formula: one } of circle) this.results.set(one, { reason: 'it reads itself' });
      } else if (!this.results.has(read.formula)) {
        this.begin(read, path, onPath);
      }
    }
    return this.results.get(formula) as Calculated;
  }

  private begin(place: Place, path: Step[], onPath: Set<FormulaContent>): void {
    const prepared = engineText(place.formula.text, this.book, place.sheet);
    if ('reason' in prepared) {
      this.results.set(place.formula, prepared);
      return;
    }
    const reads = prepared.reads.flatMap(({ sheet, address }) => this.formulasIn(sheet, areaOf(address)));
    path.push({ ...place, text: prepared.text, reads, next: 0 });
    onPath.add(place.formula);
  }

  private worked(step: Step): Calculated {
    for (const { formula } of step.reads) {
      const value = this.results.get(formula);
      if (value !== undefined && isUnknown(value)) return { reason: `it reads a formula that cannot be worked out` };
    }
    showCells(this.data);
    const value = engineValue(step.text, step.sheet.id, step.row, step.column);
    if (typeof value === 'string' && step.text.includes('&') && JOINED_NUMBER.test(value)) {
      return { reason: 'it joins a number of more than 15 digits to a text' };
    }
    return value;
  }

  private known(sheet: BookSheet, row: number, column: number): CellValue {
    const content = sheet.content(row, column);
    if (content === null) return null;
    if (content.kind === 'constant') return content.value;
    const value = this.results.get(content);
    if (value === undefined || isUnknown(value)) throw new Error(`${sheet.name} is read before it is worked out.`);
    return value;
  }

  /** Formula cells in an area, from an index by column: areas of whole columns have few formulas in a million rows. */
  private formulasIn(sheet: BookSheet, area: Area): Place[] {
    if (area.top === area.bottom && area.left === area.right) {
      const content = sheet.content(area.top, area.left);
      return content?.kind === 'formula' ? [{ sheet, row: area.top, column: area.left, formula: content }] : [];
    }
    const columns = this.formulaColumns(sheet);
    const found: Place[] = [];
    for (const [column, places] of columns) {
      if (column < area.left || column > area.right) continue;
      for (const place of places) if (place.row >= area.top && place.row <= area.bottom) found.push(place);
    }
    return found;
  }

  private formulaColumns(sheet: BookSheet): Map<number, Place[]> {
    let columns = this.columnsOfFormulas.get(sheet.id);
    if (!columns) {
      columns = new Map();
      for (const { row, column, formula } of sheet.formulas()) {
        const places = columns.get(column) ?? [];
        places.push({ sheet, row, column, formula });
        columns.set(column, places);
      }
      this.columnsOfFormulas.set(sheet.id, columns);
    }
    return columns;
  }
}
