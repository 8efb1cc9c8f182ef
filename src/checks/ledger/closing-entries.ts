import { usualSide } from '../../facts/ledger/account';
import type { Fen } from '../../model/ledger';

/** The movement of one side of an account, as the trial balance states it and as its entries add up to. */
export interface Movement {
  readonly code: string;
  readonly side: 'debit' | 'credit';
  readonly stated: Fen;
  readonly posted: Fen;
}

/** Income and expenditure, which are closed to nothing at the end of the year. */
const CLOSED = /^[4-7]/;
/** What they are closed to: net assets and 结转结余. The money itself (8001) is no part of the closing. */
const CLOSED_TO = /^(?:3|8(?!001))/;

/**
 * The movements that can be compared. A ledger is often drawn before the year was closed and the trial balance after,
 * or the other way round: then only one of them holds the closing, and what it moves is left out.
 */
export function comparable<One extends Movement>(movements: readonly One[]): One[] {
  if (!differInClosing(movements)) return [...movements];
  return movements.filter(
    ({ code, side }) => !CLOSED_TO.test(code) && !(CLOSED.test(code) && side === closingSide(code)),
  );
}

/** True when every account of income and expenditure is closed in one of the two and not in the other. */
function differInClosing(movements: readonly Movement[]): boolean {
  const own = movements.filter(({ code }) => CLOSED.test(code));
  const pairs = own
    .filter(({ code, side }) => side === closingSide(code))
    .flatMap((closing) => {
      const usual = own.find(({ code, side }) => code === closing.code && side !== closing.side);
      return usual && (usual.stated !== 0 || usual.posted !== 0) ? [{ closing, usual }] : [];
    });
  return (
    pairs.length > 0 &&
    pairs.every(
      ({ closing, usual }) =>
        closing.stated !== closing.posted && (closing.stated === usual.stated) !== (closing.posted === usual.posted),
    )
  );
}

function closingSide(code: string): 'debit' | 'credit' {
  return usualSide(code) === '借' ? 'credit' : 'debit';
}
