import type { Figure } from '../../facts/figure';
import type { CellPlace } from '../../model/address';
import { Decimal } from '../../model/decimal';
import type { FundAmounts, FundPart, ProjectFund, ProjectFunds } from '../../model/project';
import { FUND_PARTS, PROJECT_FUNDS, recordOf } from '../../model/project';
import type { AmountUnit } from '../../model/unit';
import { fromYuan, powerOfUnit } from '../../model/unit';
import type { SourceFunds } from './source';

/** The lines of 项目资金: first all money, then its parts. */
export const FUND_LINES = ['年度资金总额', ...FUND_PARTS] as const;
export type FundLine = (typeof FUND_LINES)[number];

/** The unit the official form states its money in. */
const FORM_UNIT = '万元';
const HALF = Decimal.of('0.5');

/** What tables of hers say of a project's money. */
export type MoneyFigures = Readonly<Record<FundLine, SourceFunds>>;

/** An amount she typed on our form of a project, where the workbook held none. */
export interface TypedAmount {
  /** The project's id. */
  readonly project: string;
  readonly line: FundLine;
  readonly fund: ProjectFund;
  /** In 万元; null where what she typed is no amount. */
  readonly value: Decimal | null;
  readonly written: string;
  readonly place: CellPlace;
}

/** An amount that takes part in the evaluation, and where it comes from. */
export type KnownAmount =
  | { readonly origin: 'table'; readonly figure: Figure; readonly value: Decimal; readonly place: CellPlace | null }
  | { readonly origin: 'typed'; readonly value: Decimal; readonly place: CellPlace };

/** Amounts of one line in 万元, as the form shows them: those of a table without a unit as they are written. */
export type KnownLine = Readonly<Record<ProjectFund, KnownAmount | null>>;

/** An amount she typed once that a table of hers states otherwise by now. */
export interface Contradiction {
  readonly typed: TypedAmount;
  readonly figure: Figure;
}

/** All that is known of a project's money. */
export interface ProjectMoney {
  readonly lines: Readonly<Record<FundLine, KnownLine>>;
  readonly contradictions: readonly Contradiction[];
}

/** What the tables say, and what she typed where they say nothing; she never overrides a table in silence. */
export function projectMoney(tables: MoneyFigures, typed: readonly TypedAmount[]): ProjectMoney {
  const contradictions: Contradiction[] = [];
  const known = (line: FundLine, fund: ProjectFund): KnownAmount | null => {
    const own = typed.find((one) => one.line === line && one.fund === fund) ?? null;
    const figure = tables[line][fund];
    if (figure?.value) {
      const value = onForm(figure, figure.value);
      if (own && !(own.value && isWrittenAlike(own.value, value, figure))) contradictions.push({ typed: own, figure });
      return { origin: 'table', figure, value, place: figure.place };
    }
    return own?.value ? { origin: 'typed', value: own.value, place: own.place } : null;
  };
  const lines = recordOf(FUND_LINES, (line) => recordOf(PROJECT_FUNDS, (fund) => known(line, fund)));
  return { lines, contradictions };
}

/** The figures of tables among the amounts. */
export function figuresOfMoney({ lines }: ProjectMoney): Figure[] {
  const amounts = FUND_LINES.flatMap((line) => PROJECT_FUNDS.flatMap((fund) => lines[line][fund] ?? []));
  return amounts.flatMap((amount) => (amount.origin === 'table' ? [amount.figure] : []));
}

/** An amount in the unit of the form; one without a unit is taken as it is written, and the form says so. */
export function onForm({ unit }: Figure, value: Decimal): Decimal {
  return unit === null ? value : fromYuan(value, FORM_UNIT);
}

/** Equal within half the last digit the table writes. */
function isWrittenAlike(typed: Decimal, stated: Decimal, figure: Figure): boolean {
  return typed.minus(stated).abs().compare(onForm(figure, figure.step).times(HALF)) <= 0;
}

/** Money in the unit of the table it came from; in that of the form where she typed all of it. */
export function fundsForModel({ lines }: ProjectMoney): ProjectFunds {
  const unit = unitOf(lines);
  const power = unit === null ? 0 : powerOfUnit(FORM_UNIT) - powerOfUnit(unit);
  const amounts = (line: KnownLine): FundAmounts => ({
    ...recordOf(PROJECT_FUNDS, (fund) => line[fund]?.value.shift(power) ?? null),
    places: PROJECT_FUNDS.flatMap((fund) => line[fund]?.place ?? []),
  });
  const parts = recordOf(FUND_PARTS, (part: FundPart) => amounts(lines[part]));
  return { ...amounts(lines.年度资金总额), unit, parts };
}

/** The unit of the source of all the money; that of the form where only she or the parts say anything. */
function unitOf(lines: ProjectMoney['lines']): AmountUnit | null {
  const amounts = FUND_LINES.flatMap((line) => PROJECT_FUNDS.flatMap((fund) => lines[line][fund] ?? []));
  const whole = PROJECT_FUNDS.flatMap((fund) => lines.年度资金总额[fund] ?? []);
  const stated = whole.find((amount) => amount.origin === 'table');
  if (stated) return stated.figure.unit;
  return amounts.length === 0 ? null : FORM_UNIT;
}
