import type { CellPlace } from '../../model/address';
import { parsePlace } from '../../model/address';
import type { Cause, Check, CheckStatus, Side } from '../../model/check';
import type { Decimal } from '../../model/decimal';
import type { Finding, FindingClass, Handling } from '../../model/finding';
import type { PaneResult } from '../engine/result';
import type { Said } from '../engine/said';

/** One line of the list: a relation as it was tried, or something else that is said about the workbook. */
export interface ListItem {
  readonly key: string;
  /** Id of the rule. */
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  readonly basis: string;
  readonly class: FindingClass;
  /** Null for what is no relation. */
  readonly status: CheckStatus | null;
  readonly left: Side | null;
  readonly right: Side | null;
  readonly difference: Decimal | null;
  readonly tolerance: Decimal | null;
  readonly cause: Cause | null;
  /** Where to look: of a relation the left side first, then the right. */
  readonly places: readonly CellPlace[];
  /** The sheet it is listed under; null for what is about the whole workbook. */
  readonly sheet: string | null;
  /** What a mark of hers depends on; null for what needs none. */
  readonly figures: string | null;
  readonly handling: Handling;
}

/** 必须改正, 需要说明, 提示, and 相符 for relations that hold. */
export type ItemGroup = FindingClass | 'proof';

/** The group an item is listed in. */
export function groupOf({ status, class: one }: ListItem): ItemGroup {
  return status === null || needsHandling(status) ? one : 'proof';
}

function needsHandling(status: CheckStatus): boolean {
  return status === 'fails' || status === 'missing';
}

/** True for what still waits for her. */
export function isOpen({ handling }: ListItem): boolean {
  return handling.state === 'open' || handling.state === 'reopened';
}

/** Everything that was found and tried, in the order of the workbook's sheets, with her marks of this minute in it. */
export function itemsOf(result: PaneResult, said: Said): ListItem[] {
  const order = new Map(result.sheets.map(({ sheet }, index) => [sheet, index]));
  const rank = ({ sheet }: ListItem): number => (sheet === null ? -1 : (order.get(sheet) ?? order.size));
  const items = [
    ...(result.checks ?? []).map((check) => itemOfCheck(check, result)),
    ...result.findings.map((one) => itemOfFinding(one, result)),
  ].map((item) => ({ ...item, handling: handlingNow(item, said) }));
  const row = ({ places }: ListItem): number => places[0]?.row ?? -1;
  return items.sort((a, b) => rank(a) - rank(b) || row(a) - row(b));
}

function itemOfCheck(check: Check, { figures }: PaneResult): ListItem {
  const places = [check.left?.places[0], check.right?.places[0]].flatMap((place) => place ?? []);
  const { key, id, title, message, basis, status, left, right, difference, tolerance, cause, handling } = check;
  return {
    ...{ key, rule: id, title, message, basis, status, left, right, difference, tolerance, cause, handling, places },
    class: check.class,
    sheet: places[0]?.sheet ?? null,
    figures: figures[key] ?? null,
  };
}

function itemOfFinding(finding: Finding, { figures }: PaneResult): ListItem {
  const { key, rule, title, message, basis, handling, cells } = finding;
  const places = cells.flatMap((cell) => parsePlace(cell) ?? []);
  return {
    ...{ key, rule, title, message, basis, handling, places },
    class: finding.class,
    ...{ status: null, left: null, right: null, difference: null, tolerance: null, cause: null },
    sheet: places[0]?.sheet ?? null,
    figures: figures[key] ?? null,
  };
}

function handlingNow({ key, handling, figures }: ListItem, { marks }: Said): Handling {
  const mark = figures === null ? undefined : marks[key];
  if (!mark) return handling;
  const isMade = mark.state === 'explained' || mark.state === 'not-applicable';
  return { state: isMade && mark.figures !== figures ? 'reopened' : mark.state, reason: mark.reason };
}
