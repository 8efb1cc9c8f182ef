import type { CellValue } from './grid';
import { isBlank } from './grid';
import { halfWidth } from './text';

/**
 * What an identity number as it stands in a cell is worth.
 * `valid` checks out · `old` fifteen digits of before 1999 · `lost` a number cell: Excel keeps fifteen digits ·
 * `length` not eighteen characters or a letter among them · `birth` its birthday does not exist · `checksum` its last
 * character does not fit the others · `blank` nothing.
 */
export type IdentityState = 'valid' | 'old' | 'lost' | 'length' | 'birth' | 'checksum' | 'blank';

/** An identity number, normalised. */
export interface Identity {
  readonly state: IdentityState;
  /** Without spaces, X upper case; empty for `blank` and `lost`, where the number is not known. */
  readonly number: string;
  /** Born on, as yyyymmdd; 0 where the number does not tell. */
  readonly born: number;
}

const NO_IDENTITY: Identity = { state: 'blank', number: '', born: 0 };
const LOST: Identity = { state: 'lost', number: '', born: 0 };
/** GB 11643: the weights of the first seventeen digits, and the check characters by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const EARLIEST_BIRTH_YEAR = 1890;
/** A number of more digits than a double keeps. */
const LARGEST_KEPT = 1e15;
const SPACES = /[\s\u200b-\u200f\ufeff'’‘`]/g;

/** Reads the identity number in a cell; spaces, full-width digits and a small x are how people type, not faults. */
export function readIdentity(cell: CellValue): Identity {
  if (isBlank(cell)) return NO_IDENTITY;
  if (typeof cell === 'number' && Math.abs(cell) >= LARGEST_KEPT) return LOST;
  if (typeof cell !== 'string' && typeof cell !== 'number') return { state: 'length', number: '', born: 0 };
  const number = halfWidth(String(cell)).replace(SPACES, '').toUpperCase();
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(number)) return LOST;
  if (/^\d{15}$/.test(number)) {
    const born = Number(`19${number.slice(6, 12)}`);
    return { state: isDay(born) ? 'old' : 'birth', number, born: isDay(born) ? born : 0 };
  }
  if (!/^\d{17}[\dX]$/.test(number)) return { state: 'length', number, born: 0 };
  const born = Number(number.slice(6, 14));
  if (!isDay(born)) return { state: 'birth', number, born: 0 };
  return { state: checkCharacter(number) === number[17] ? 'valid' : 'checksum', number, born };
}

/** The last character that belongs to the first seventeen digits. */
export function checkCharacter(number: string): string {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at++) sum += (number.charCodeAt(at) - 48) * (WEIGHTS[at] as number);
  return CHECK_CHARACTERS[sum % 11] as string;
}

function isDay(day: number): boolean {
  const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
  if (year < EARLIEST_BIRTH_YEAR || month < 1 || month > 12 || date < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date <= (month === 2 && !leap ? 28 : (DAYS[month - 1] as number));
}

/** The first two digits of every province, 港澳台 and the residence permits of their people. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** False when no province has such a number. County codes retire and are not looked at. */
export function hasKnownArea(number: string): boolean {
  return PROVINCES.has(number.slice(0, 2));
}

/** Whole years at a day, both as yyyymmdd. */
export function ageAt(born: number, day: number): number {
  return Math.floor((day - born) / 10_000);
}
