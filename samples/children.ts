import { checkCharacter } from '../src/model/roster-identity';
import data from './children-2023.json';
import { published } from './published';

/** A child on a roster: an invented name, and a number of identity of no existing area. */
export interface Child {
  readonly township: string;
  readonly name: string;
  readonly identity: string;
  readonly kind: string;
  /** 元 a month. */
  readonly standard: number;
  /** First and last month paid, 1 to 12. */
  readonly from: number;
  readonly to: number;
  readonly remark: string | null;
}

export interface ChildProgramme {
  /** The middle of its published ids: programme.orphans.persons. */
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly children: readonly Child[];
}

const SURNAMES = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗');
const MIDDLES = Array.from('小家志文雨子思明');
const LASTS = Array.from('安宁平和乐欣悦康佳远');
/** All are minors to the end of 2023. */
const FIRST_BIRTH_YEAR = 2006;
const BIRTH_YEARS = 16;

export const monthsPaid = ({ from, to }: Child): number => to - from + 1;

/** Paid in a year, in 元. */
export const paidTo = (child: Child): number => child.standard * monthsPaid(child);

/** The standards of the programmes, as the table of standards lists them. */
export const childStandards = data.programmes.flatMap(({ name, groups }) =>
  groups.map(({ kind, standard }) => ({ programme: name, kind, standard })),
);

/** The two small programmes; throws when persons or money are not as published. */
export const childProgrammes: readonly ChildProgramme[] = data.programmes.map(({ id, name, sheet, groups }, at) => {
  const places = groups.flatMap(({ kind, standard, persons, parts }) =>
    Array.from({ length: persons }, (_, own) => ({
      kind,
      standard,
      ...(parts[persons - 1 - own] ?? { from: 1, to: 12, remark: null }),
    })),
  );
  const children = places.map((place, own) => ({ ...place, ...person(at * 100 + own) }));
  const amount = children.reduce((sum, child) => sum + paidTo(child), 0);
  const stated = Math.round(published(`programme.${id}.amount`) * 10_000);
  if (amount !== stated) throw new Error(`${name}: ${amount} on the roster, ${stated} published`);
  if (children.length !== published(`programme.${id}.persons`)) throw new Error(`${name}: ${children.length} persons`);
  return { id, name, sheet, children };
});

/** The same number gives the same person; different ones differ in name, township or birthday by far. */
function person(number: number): Pick<Child, 'township' | 'name' | 'identity'> {
  const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';
  const round = Math.floor(number / SURNAMES.length);
  const name = `${pick(SURNAMES, number)}${pick(MIDDLES, number + round)}${pick(LASTS, 3 * number + Math.floor(round / 2))}`;
  const year = FIRST_BIRTH_YEAR + ((number * 5) % BIRTH_YEARS);
  const [month, day] = [1 + ((number * 7) % 12), 1 + ((number * 11) % 28)];
  const born = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
  const front = `${data.area}${born}${String(100 + ((number * 37) % 900)).padStart(3, '0')}`;
  return { township: pick(data.townships, number), name, identity: `${front}${checkCharacter(front)}` };
}
