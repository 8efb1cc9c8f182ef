import type { Sheet } from './boxes';
import { budgetPages } from './budget-pages';
import { executionPages } from './execution-pages';
import { finalPages } from './final-pages';
import { formSheet, tableSheet } from './page';
import { ledgerPages } from './ledger-pages';
import { goalForms, indicatorPages } from './performance-pages';
import { priorYearPages } from './prior-year-pages';
import { programmePages } from './programme-pages';
import { UNIT_NAME, confirmPublished } from './published';
import { rosterPages } from './roster-pages';
import { profile, unitPages } from './unit-pages';

export const SAMPLE_NAME = `${UNIT_NAME}2023年度.xlsx`;

/** The sheets of the sample workbook, in order; throws when a published figure does not stand where it should. */
export function sampleSheets(): Sheet[] {
  const sheets = [
    formSheet(profile()),
    ...unitPages().map(tableSheet),
    ...finalPages().map(tableSheet),
    ...budgetPages().map(tableSheet),
    ...goalForms().map(formSheet),
    ...executionPages().map(tableSheet),
    ...indicatorPages().map(tableSheet),
    ...programmePages().map(tableSheet),
    ...rosterPages().map(tableSheet),
    ...ledgerPages().map(tableSheet),
    ...priorYearPages().map(tableSheet),
  ];
  confirmPublished(sheets);
  return sheets;
}
