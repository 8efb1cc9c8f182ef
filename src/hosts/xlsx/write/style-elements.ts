import type { CellStyle } from '../../../sheet/style';
import type { Markup } from './markup';
import { markup } from './markup';

/** #RRGGBB as spreadsheets write it, with full opacity. */
export function opaque(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

/** GB2312 among Windows character sets; without it old Excel shows Chinese fonts in another one. */
const CHINESE_CHARSET = '134';
const ROMAN = '1';
const SWISS = '2';
const MODERN = '3';
const FAMILIES: Readonly<Record<string, string>> = {
  'Times New Roman': ROMAN,
  Arial: SWISS,
  Calibri: SWISS,
  等线: SWISS,
  微软雅黑: SWISS,
  'Microsoft YaHei': SWISS,
};
const CHINESE_NAME = /\p{Script=Han}|_GB2312$|^(?:Sim(?:Sun|Hei)|NSimSun|FangSong|KaiTi|Microsoft YaHei)/u;

/** CT_Font in the order Excel writes it. */
export function fontElement(font: CellStyle['font']): Markup {
  const chinese = CHINESE_NAME.test(font.name);
  const family = FAMILIES[font.name] ?? (chinese ? MODERN : null);
  return markup(
    'font',
    {},
    ...(font.bold ? [markup('b')] : []),
    ...(font.underline ? [markup('u')] : []),
    markup('sz', { val: String(font.size) }),
    ...(font.color === null ? [] : [markup('color', { rgb: opaque(font.color) })]),
    markup('name', { val: font.name }),
    ...(family === null ? [] : [markup('family', { val: family })]),
    ...(chinese ? [markup('charset', { val: CHINESE_CHARSET })] : []),
  );
}

/** A fill of one colour, or none. */
export function fillElement(color: string | null): Markup {
  if (color === null) return markup('fill', {}, markup('patternFill', { patternType: 'none' }));
  const colors = [markup('fgColor', { rgb: opaque(color) }), markup('bgColor', { indexed: '64' })];
  return markup('fill', {}, markup('patternFill', { patternType: 'solid' }, ...colors));
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Thin lines on four sides, or none. */
export function borderElement(lines: boolean): Markup {
  const line = (side: string): Markup =>
    lines ? markup(side, { style: 'thin' }, markup('color', { auto: '1' })) : markup(side);
  return markup('border', {}, ...SIDES.map(line), markup('diagonal'));
}

/** Places in the other lists that one cell format names. */
export interface FormatPlaces {
  readonly numFmtId: number;
  readonly fontId: number;
  readonly fillId: number;
  readonly borderId: number;
  /** The style “常规” that every format is based on; null when the workbook has no such list. */
  readonly xfId: number | null;
}

/** The xf of a cell; `guarded` marks it as text for good, as a leading apostrophe does. */
export function formatElement(style: CellStyle, places: FormatPlaces, guarded: boolean): Markup {
  const alignment = markup('alignment', {
    ...(style.horizontal === 'general' ? {} : { horizontal: style.horizontal }),
    vertical: style.vertical,
    ...(style.wrap ? { wrapText: '1' } : {}),
    ...(style.indent > 0 ? { indent: String(style.indent) } : {}),
  });
  const attributes = {
    numFmtId: String(places.numFmtId),
    fontId: String(places.fontId),
    fillId: String(places.fillId),
    borderId: String(places.borderId),
    ...(places.xfId === null ? {} : { xfId: String(places.xfId) }),
    ...(guarded ? { quotePrefix: '1' } : {}),
    ...(places.numFmtId === 0 ? {} : { applyNumberFormat: '1' }),
    applyFont: '1',
    ...(style.fill === null ? {} : { applyFill: '1' }),
    ...(style.border ? { applyBorder: '1' } : {}),
    applyAlignment: '1',
  };
  return markup('xf', attributes, alignment);
}
