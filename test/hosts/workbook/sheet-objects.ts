import { cellAddress } from '../../../src/model/address';
import type { Area } from '../../../src/model/address';
import { contains, without } from './areas';
import { withSheetRenamed } from './formula-text';
import { BookError } from './problem';
import { SharedMap } from './shared-map';
import { SheetFrame } from './sheet-frame';
import type { CellLink, CellNote, Chart, PlacedValidation, ValidationRule } from './structure';

/** What lies on the cells of a sheet: validations, notes, links, charts. */
export abstract class SheetObjects extends SheetFrame {
  private placedValidations: readonly PlacedValidation[] = [];
  private placedCharts: readonly Chart[] = [];
  private cellNotes = new SharedMap<string, CellNote & { row: number; column: number }>();
  private cellLinks = new SharedMap<string, CellLink & { row: number; column: number }>();

  get validations(): readonly PlacedValidation[] {
    return this.placedValidations;
  }

  get charts(): readonly Chart[] {
    return this.placedCharts;
  }

  validationAt(row: number, column: number): ValidationRule | null {
    return this.placedValidations.find(({ areas }) => areas.some((area) => contains(area, row, column)))?.rule ?? null;
  }

  /** Gives the cells of the areas one rule, or none; they lose the rule they had. */
  setValidation(areas: readonly Area[], rule: ValidationRule | null): void {
    this.allow(null);
    const rest = this.placedValidations.flatMap((placed) => {
      const left = areas.reduce<Area[]>(
        (parts, hole) => parts.flatMap((part) => without(part, hole)),
        [...placed.areas],
      );
      return left.length === 0 ? [] : [{ areas: left, rule: placed.rule }];
    });
    this.placedValidations = rule === null ? rest : [...rest, { areas, rule }];
  }

  note(row: number, column: number): CellNote | null {
    return this.cellNotes.get(cellAddress(row, column)) ?? null;
  }

  /** Notes in the order of their cells. */
  notes(): readonly (CellNote & { readonly row: number; readonly column: number })[] {
    return inOrder([...this.cellNotes.entries()].map(([, note]) => note));
  }

  setNote(row: number, column: number, note: CellNote | null): void {
    this.allow(null);
    const key = cellAddress(row, column);
    if (note === null) this.cellNotes.delete(key);
    else this.cellNotes.set(key, { author: note.author, text: note.text, row, column });
  }

  link(row: number, column: number): CellLink | null {
    return this.cellLinks.get(cellAddress(row, column)) ?? null;
  }

  links(): readonly (CellLink & { readonly row: number; readonly column: number })[] {
    return inOrder([...this.cellLinks.entries()].map(([, link]) => link));
  }

  setLink(row: number, column: number, link: CellLink | null): void {
    this.allow(null);
    const key = cellAddress(row, column);
    if (link === null) this.cellLinks.delete(key);
    else this.cellLinks.set(key, { target: link.target, tip: link.tip, row, column });
  }

  chart(id: string): Chart | null {
    return this.placedCharts.find((chart) => chart.id === id) ?? null;
  }

  /** Adds a chart in front of the others; an id is given to it. */
  addChart(chart: Omit<Chart, 'id'>): Chart {
    this.allow(null);
    const added = { ...chart, id: this.book.newId() };
    this.placedCharts = [...this.placedCharts, added];
    return added;
  }

  changeChart(id: string, patch: Partial<Omit<Chart, 'id'>>): void {
    this.allow(null);
    this.existing(id);
    this.placedCharts = this.placedCharts.map((chart) => (chart.id === id ? { ...chart, ...patch } : chart));
  }

  /** Puts a chart over the cells of an area, edge to edge. */
  placeChart(id: string, area: Area): void {
    this.changeChart(id, {
      from: { row: area.top, column: area.left, down: 0, right: 0 },
      to: { row: area.bottom + 1, column: area.right + 1, down: 0, right: 0 },
    });
  }

  deleteChart(id: string): void {
    this.allow(null);
    this.existing(id);
    this.placedCharts = this.placedCharts.filter((chart) => chart.id !== id);
  }

  /** Left, top, width and height of a chart in points of its sheet. */
  chartBox(id: string): { left: number; top: number; width: number; height: number } {
    const { from, to } = this.existing(id);
    const left = this.leftOf(from.column) + from.right;
    const top = this.topOf(from.row) + from.down;
    return { left, top, width: this.leftOf(to.column) + to.right - left, height: this.topOf(to.row) + to.down - top };
  }

  protected takeObjects(other: SheetObjects): void {
    this.placedValidations = other.placedValidations;
    this.placedCharts = other.placedCharts;
    this.cellNotes = other.cellNotes.clone();
    this.cellLinks = other.cellLinks.clone();
  }

  /** Takes the validations of an area away. */
  protected dropValidations(area: Area): void {
    this.placedValidations = this.placedValidations.flatMap(({ areas, rule }) => {
      const left = areas.flatMap((one) => without(one, area));
      return left.length === 0 ? [] : [{ areas: left, rule }];
    });
  }

  protected dropLinks(area: Area): void {
    for (const [key, { row, column }] of [...this.cellLinks.entries()]) {
      if (contains(area, row, column)) this.cellLinks.delete(key);
    }
  }

  protected renameInStructure(from: string, to: string | null): void {
    const renamed = (reference: string): string => withSheetRenamed(reference, from, to) ?? reference;
    this.placedCharts = this.placedCharts.map((chart) => renamedChart(chart, renamed));
    this.placedValidations = this.placedValidations.map(({ areas, rule }) => ({
      areas,
      rule: {
        ...rule,
        formula1: renamedFormula(rule.formula1, renamed),
        formula2: renamedFormula(rule.formula2, renamed),
      },
    }));
  }

  private existing(id: string): Chart {
    const chart = this.chart(id);
    if (!chart) throw new BookError('ItemNotFound', `There is no chart ${id} on ${this.name}.`);
    return chart;
  }
}

function inOrder<T extends { readonly row: number; readonly column: number }>(placed: T[]): T[] {
  return placed.sort((a, b) => a.row - b.row || a.column - b.column);
}

function renamedFormula(formula: string, renamed: (reference: string) => string): string {
  return formula.startsWith('=') ? `=${renamed(formula.slice(1))}` : formula;
}

function renamedChart(chart: Chart, renamed: (reference: string) => string): Chart {
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      name: series.name && 'reference' in series.name ? { reference: renamed(series.name.reference) } : series.name,
      values: series.values === null ? null : renamed(series.values),
      categories: series.categories === null ? null : renamed(series.categories),
    })),
  };
}
