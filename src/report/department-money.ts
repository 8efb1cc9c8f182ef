import type { Figure } from '../facts/figure';
import type { Value } from '../formula/evaluate';
import type { Scope } from '../formula/scope';
import { formatPlace } from '../model/address';
import type { Decimal } from '../model/decimal';
import { recordOf } from '../model/project';
import { fromYuan } from '../model/unit';
import type { Fund, FundLine } from './department-form';
import {
  ALL_FUNDS,
  FORM,
  FUND_COLUMNS,
  FUND_NAMES,
  fundColumn,
  fundKey,
  fundPlace,
  setAsideKey,
} from './department-form';
import { typedFigure } from './department-typed-figure';
import type { FoundAmount } from './found-amount';
import { foundAmount } from './found-amount';
import type { KeptRow } from './kept';
import type { TypedMoney } from './typed-amount';
import { typedMoney } from './typed-amount';
import type { RawValue } from './working-paper';

/** An amount she typed on the form, as it takes part in the evaluation. */
export interface TypedFund {
  readonly typed: TypedMoney;
  readonly value: Value;
}

/** An amount of the form: found in the workbook, else as she typed it. */
export type KnownFund = FoundAmount | TypedFund;

/** The lines of money of the form, by id; null where an amount is still 待填. */
export type KnownFunds = ReadonlyMap<string, Readonly<Record<Fund, KnownFund | null>>>;

/** What she typed for one amount of the form. */
export interface TypedEntry {
  readonly line: FundLine;
  readonly fund: Fund;
  readonly typed: TypedMoney;
}

/** All that is known of the department's money. */
export interface DepartmentMoney {
  readonly funds: KnownFunds;
  /** What she typed where the workbook has an amount of its own. */
  readonly setAside: readonly (TypedEntry & { readonly found: FoundAmount })[];
  /** What she typed that is no amount. */
  readonly unclear: readonly TypedEntry[];
}

export function isTypedFund(known: KnownFund | null | undefined): known is TypedFund {
  return known !== null && known !== undefined && 'typed' in known;
}

/**
 * What the workbook says of the department's money, and what she typed on 自评_部门整体自评表 where it says nothing; she
 * never overrides a table in silence.
 */
export function departmentMoney(
  scope: Scope,
  year: number | null,
  kept: ReadonlyMap<string, KeptRow>,
): DepartmentMoney {
  const setAside: (TypedEntry & { found: FoundAmount })[] = [];
  const unclear: TypedEntry[] = [];
  const known = (line: FundLine, fund: Fund): KnownFund | null => {
    const found = foundAmount(line[fund], scope);
    const typed = typedIn(line, fund, year, kept);
    if (typed === null) return found;
    if (found) {
      setAside.push({ line, fund, typed, found });
      return found;
    }
    if (typed.value !== null) return typedFund(line, fund, year, { ...typed, value: typed.value });
    unclear.push({ line, fund, typed });
    return null;
  };
  const funds = new Map(FORM.funds.map((line) => [line.id, recordOf(FUND_COLUMNS, (fund) => known(line, fund))]));
  return { funds, setAside, unclear };
}

function typedIn(
  line: FundLine,
  fund: Fund,
  year: number | null,
  kept: ReadonlyMap<string, KeptRow>,
): TypedMoney | null {
  const id = fundKey(year, line.id);
  const rows = [kept.get(id), kept.get(setAsideKey(id))];
  return typedMoney(rows, fundColumn(fund), fundPlace(line, fund));
}

function typedFund(
  line: FundLine,
  fund: Fund,
  year: number | null,
  typed: TypedMoney & { readonly value: Decimal },
): TypedFund {
  const figure = typedFigure(year, line.label.trim(), FUND_NAMES[fund], typed.value, fundPlace(line, fund));
  return { typed, value: { value: figure.value, figures: [figure] } };
}

/** All figures of the workbook in the form. Those she typed stand on the form itself. */
export function figuresOfFunds(funds: KnownFunds): Figure[] {
  const amounts = [...funds.values()].flatMap((line) => Object.values(line));
  return amounts.flatMap((known) => (known === null || isTypedFund(known) ? [] : known.value.figures));
}

/** The reading of source cells, with the cells of the form she typed amounts into as they are written. */
export function rawWithTyped(raw: RawValue, funds: KnownFunds): RawValue {
  const typed = new Map(
    [...funds.values()]
      .flatMap((line) => Object.values(line))
      .filter(isTypedFund)
      .flatMap((known) =>
        known.value.figures.map(({ place }) => [place && formatPlace(place), amountOnForm(known)] as const),
      ),
  );
  return (place) => {
    const amount = typed.get(formatPlace(place));
    return amount ? Number(amount.toString()) : raw(place);
  };
}

/** An amount in 万元, the unit of the form. */
export function amountOnForm({ value }: KnownFund): Decimal {
  return fromYuan(value.value, '万元');
}

/**
 * The scope in which a department is scored and described: where she typed an amount into the line of all money, the
 * amounts of that line have their names (全年预算数 …) as they stand on the form, unless a table gives them those names.
 */
export function scopeWithTypedFunds(scope: Scope, { funds }: DepartmentMoney): Scope {
  const all = funds.get(ALL_FUNDS);
  if (!all || !FUND_COLUMNS.some((fund) => isTypedFund(all[fund]))) return scope;
  const byName = new Map(FUND_COLUMNS.map((fund) => [FUND_NAMES[fund], all[fund]]));
  return {
    ...scope,
    table: (name, prior) => scope.table(name, prior),
    fact: (name) => scope.fact(name) ?? figuresOf(byName.get(name) ?? null),
  };
}

/** The figures an amount is the sum of; null where it is worked out from them otherwise. */
function figuresOf(known: KnownFund | null): readonly Figure[] | null {
  if (known === null) return null;
  return isTypedFund(known) || known.node.type === 'reference' ? known.value.figures : null;
}
