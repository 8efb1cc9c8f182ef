import type { Evaluation } from '../evaluate';
import { shown } from '../formula/explain';
import { areaAddress, formatPlace } from '../model/address';
import { projectJson, reportJson, scorecardJson } from './score-json';
import type { Check, ExplainingEntries, Side } from '../model/check';

/** The contract's version of the result. */
const VERSION = 1;

/**
 * The result as the command line's JSON (shared/design/contract.md): amounts as decimal strings, cells as “Sheet!A1”,
 * keys of stages that were not run absent.
 */
export function toJson(evaluation: Evaluation, region: readonly string[]): object {
  return {
    version: VERSION,
    unit: { name: evaluation.unitName, region, year: evaluation.year },
    tables: evaluation.tables.map((table) => ({
      kind: table.kind,
      sheet: table.sheet,
      range: areaAddress(table.area),
      title: table.title,
      unitName: table.unitName,
      subject: table.subject,
      year: table.year,
      asOf: table.asOf,
      amountUnit: table.amountUnit,
      writtenUnit: table.writtenUnit.toString(),
      rows: table.rowCount,
      hidden: table.hidden,
      confidence: table.confidence,
    })),
    unrecognised: evaluation.unrecognised,
    ...(evaluation.facts && {
      facts: evaluation.facts.map(({ name, definition, figure }) => ({
        name,
        definition,
        value: figure.value === null ? null : shown(figure.value, figure.unit),
        unit: figure.unit,
        cells: figure.place === null ? [] : [formatPlace(figure.place)],
      })),
    }),
    ...(evaluation.checks && { checks: evaluation.checks.map(checkJson) }),
    findings: evaluation.findings,
    ...(evaluation.scorecard && { scorecard: scorecardJson(evaluation.scorecard) }),
    ...(evaluation.projects && { projects: evaluation.projects.map(projectJson) }),
    ...(evaluation.narrative && { report: reportJson(evaluation.narrative) }),
    ...(evaluation.report && { written: evaluation.report.written }),
    timings: evaluation.timings,
  };
}

function checkJson(check: Check): object {
  return {
    id: check.id,
    key: check.key,
    title: check.title,
    basis: check.basis,
    class: check.class,
    status: check.status,
    left: check.left && sideJson(check.left),
    right: check.right && sideJson(check.right),
    difference: check.difference?.toString() ?? null,
    tolerance: check.tolerance?.toString() ?? null,
    cause: check.cause,
    message: check.message,
    explainedBy: (check.explainedBy ?? []).map(explainingJson),
    handling: check.handling,
  };
}

function explainingJson({ sheet, areas, text, value }: ExplainingEntries): object {
  return { cells: areas.map((area) => `${sheet}!${areaAddress(area)}`), text, value: value.toString() };
}

function sideJson(side: Side): object {
  return {
    text: side.text,
    value: side.value?.toString() ?? null,
    unit: side.unit,
    cells: side.places.map(formatPlace),
  };
}
