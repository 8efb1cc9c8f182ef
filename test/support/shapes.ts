import type { LaidBook } from './laid';
import type { YearStyle } from './laid-head';
import type { Random } from './random';
import { amountsAsText, inYuan } from './shapes-amounts';
import type { TextStyle } from './shapes-amounts';
import { codesInColumns, codesWritten } from './shapes-codes';
import { blankRowsBetween, columnNumbers, indentedNames, lineNumbers, notesAppended } from './shapes-rows';
import {
  genericNames,
  offsetBy,
  permuted,
  sideBySide,
  someHidden,
  stacked,
  withoutHints,
  withUnrelated,
} from './shapes-sheets';
import { threePublicAs } from './shapes-three-public';
import { captionWords, headStyled, otherWords, withoutForms, yearStyled } from './shapes-words';

/** One way to lay the same figures: facts and verdicts of the workbook must not change with it. */
export interface Shape {
  readonly id: string;
  /** Shapes of one family exclude one another; families are applied in the order in which they first occur here. */
  readonly family: 'words' | 'cells' | 'rows' | 'codes' | 'amounts' | 'public' | 'head' | 'year' | 'place' | 'book';
  readonly apply: (book: LaidBook, random: Random) => LaidBook;
}

/** Every re-laying of the acceptance tests. Each one alone keeps all figures and their keys. */
export const SHAPES: readonly Shape[] = [
  { id: 'other-words-1', family: 'words', apply: (book) => otherWords(book, 0) },
  { id: 'other-words-2', family: 'words', apply: (book) => otherWords(book, 1) },
  { id: 'names-indented', family: 'cells', apply: indentedNames },
  { id: 'three-public-blocks', family: 'public', apply: (book) => threePublicAs(book, 'blocks') },
  { id: 'three-public-alternating', family: 'public', apply: (book) => threePublicAs(book, 'alternating') },
  { id: 'three-public-list', family: 'public', apply: (book) => threePublicAs(book, 'list') },
  { id: 'three-public-transposed', family: 'public', apply: (book) => threePublicAs(book, 'transposed') },
  { id: 'codes-split-full', family: 'codes', apply: (book) => codesInColumns(book, 'full') },
  { id: 'codes-split-own', family: 'codes', apply: (book) => codesInColumns(book, 'own') },
  { id: 'codes-dotted', family: 'codes', apply: (book) => codesWritten(book, '.') },
  { id: 'codes-hyphenated', family: 'codes', apply: (book) => codesWritten(book, '-') },
  { id: 'codes-spaced', family: 'codes', apply: (book) => codesWritten(book, ' ') },
  { id: 'codes-numbers', family: 'codes', apply: (book) => codesWritten(book, 'number') },
  { id: 'column-numbers', family: 'rows', apply: columnNumbers },
  { id: 'line-numbers', family: 'rows', apply: lineNumbers },
  { id: 'line-and-column-numbers', family: 'rows', apply: (book) => columnNumbers(lineNumbers(book)) },
  { id: 'blank-rows-between', family: 'rows', apply: (book, random) => blankRowsBetween(book, random.whole(3, 7)) },
  { id: 'notes-and-signatures', family: 'rows', apply: notesAppended },
  { id: 'in-yuan', family: 'amounts', apply: inYuan },
  { id: 'amounts-as-text', family: 'amounts', apply: (book, random) => amountsAsText(book, textStyle(random)) },
  { id: 'in-yuan-as-text', family: 'amounts', apply: (book, random) => amountsAsText(inYuan(book), textStyle(random)) },
  { id: 'head-form-first', family: 'head', apply: (book) => headStyled(book, 'formFirst') },
  { id: 'head-joined', family: 'head', apply: (book) => headStyled(book, 'joined') },
  { id: 'head-swapped', family: 'head', apply: (book) => headStyled(book, 'swapped') },
  { id: 'head-above', family: 'head', apply: (book) => headStyled(book, 'above') },
  { id: 'head-own-rows', family: 'head', apply: (book) => headStyled(book, 'ownRows') },
  { id: 'head-split', family: 'head', apply: (book) => headStyled(book, 'split') },
  {
    id: 'unit-in-brackets',
    family: 'head',
    apply: (book) => captionWords(book, '填报单位', (unit) => `（单位：${unit}）`),
  },
  { id: 'unit-half-width', family: 'head', apply: (book) => captionWords(book, '编制单位', (unit) => `单位: ${unit}`) },
  {
    id: 'unit-renminbi',
    family: 'head',
    apply: (book) => captionWords(book, '部门', (unit) => `金额单位：人民币${unit}`),
  },
  { id: 'forms-dropped', family: 'head', apply: withoutForms },
  ...(['2024年度', '2024年', '二〇二四年度', 'row'] as const).map(yearShape),
  { id: 'offset', family: 'place', apply: (book, random) => offsetBy(book, random.whole(1, 4), random.whole(1, 3)) },
  { id: 'stacked', family: 'place', apply: (book, random) => stacked(book, random.whole(1, 3)) },
  { id: 'side-by-side', family: 'place', apply: (book, random) => sideBySide(book, random.whole(1, 2)) },
  { id: 'generic-names', family: 'place', apply: genericNames },
  { id: 'permuted', family: 'book', apply: permuted },
  { id: 'hidden', family: 'book', apply: someHidden },
  { id: 'unrelated', family: 'book', apply: withUnrelated },
  { id: 'no-hints', family: 'book', apply: withoutHints },
];

function yearShape(style: YearStyle): Shape {
  return { id: `year-${style}`, family: 'year', apply: (book) => yearStyled(book, style) };
}

function textStyle(random: Random): TextStyle {
  return {
    thousands: random.chance(0.6),
    fullWidth: random.chance(0.3),
    negative: random.pick(['-', '−', '()', '（）'] as const) ?? '-',
    zero: random.pick(['—', '-', '/', '', '0.00', null] as const),
  };
}

/** The shape with this id; throws when there is none, which is a slip of the test. */
export function shapeNamed(id: string): Shape {
  const shape = SHAPES.find((each) => each.id === id);
  if (!shape) throw new Error(`no shape named ${id}`);
  return shape;
}

/** Some shapes that go together, at most one of a family, in the order in which they are to be applied. */
export function someShapes(random: Random, probability = 0.5): Shape[] {
  const families = [...new Set(SHAPES.map((shape) => shape.family))];
  return families.flatMap((family) => {
    const shape = random.chance(probability) ? random.pick(SHAPES.filter((each) => each.family === family)) : null;
    return shape ? [shape] : [];
  });
}

/** The workbook laid in all the shapes, one after the other. */
export function shaped(book: LaidBook, shapes: readonly Shape[], random: Random): LaidBook {
  return shapes.reduce((laid, shape) => shape.apply(laid, random), book);
}
