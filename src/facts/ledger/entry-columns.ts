import type { AmountUnit } from '../../model/unit';

/**
 * Where the columns of a ledger stand in its sheet, counting from 0. A column the sheet does not have is absent. The
 * names are those of the kind `ledger/entries`.
 */
export interface EntryColumns {
  readonly sheet: string;
  /** First row below the header. */
  readonly firstRow: number;
  readonly unit: AmountUnit;
  readonly columns: ReadonlyMap<string, number>;
  /** The account of a subsidiary ledger that names it above the header and not in every row. */
  readonly account: string | null;
  /** True when dates are counted from 1904. */
  readonly from1904?: boolean;
}
