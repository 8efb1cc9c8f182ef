import { XML_HEAD } from './xml';

/** The font of Chinese characters and the one of letters and digits: Word picks by character. */
export interface Typeface {
  readonly chinese: string;
  readonly latin: string;
}

const LATIN = 'Times New Roman';

/** GB/T 9704-2012, 7.3 and 7.5. */
export const TITLE: Typeface = { chinese: '方正小标宋简体', latin: LATIN };
export const HEI: Typeface = { chinese: '黑体', latin: LATIN };
export const KAI: Typeface = { chinese: '楷体_GB2312', latin: LATIN };
export const FANG_SONG: Typeface = { chinese: '仿宋_GB2312', latin: LATIN };
/** Digits too: page numbers are in 宋体. */
export const SONG: Typeface = { chinese: '宋体', latin: '宋体' };

interface FontEntry {
  readonly name: string;
  /** Names to try where it is not installed, best first. */
  readonly instead: readonly string[];
  readonly family: 'roman' | 'swiss' | 'modern' | 'script';
  readonly pitch: 'fixed' | 'variable';
  /** As Windows numbers them: 86 is GB 2312, 00 is Western. */
  readonly charset: '86' | '00';
}

/**
 * Few computers have the fonts of the standard. A text names one font only, so what to take instead stands in the font
 * table. 小标宋 gives way to 华文中宋, which Office brings and which is as heavy, before 宋体; making the title bold for
 * the sake of 宋体 would thicken 小标宋 where it is there.
 */
const FONTS: readonly FontEntry[] = [
  {
    name: TITLE.chinese,
    instead: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
    family: 'roman',
    pitch: 'variable',
    charset: '86',
  },
  { name: HEI.chinese, instead: ['SimHei'], family: 'modern', pitch: 'fixed', charset: '86' },
  {
    name: KAI.chinese,
    instead: ['楷体', 'KaiTi', '华文楷体', 'STKaiti'],
    family: 'script',
    pitch: 'fixed',
    charset: '86',
  },
  {
    name: FANG_SONG.chinese,
    instead: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong'],
    family: 'modern',
    pitch: 'fixed',
    charset: '86',
  },
  { name: SONG.chinese, instead: ['SimSun'], family: 'roman', pitch: 'variable', charset: '86' },
  { name: LATIN, instead: [], family: 'roman', pitch: 'variable', charset: '00' },
];

/** The font table (CT_FontsList, ECMA-376 part 1, 17.8.3.10); names to take instead are one list with commas (17.8.3.1). */
export function fontTableXml(): string {
  const fonts = FONTS.map(fontXml).join('');
  return `${XML_HEAD}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts}</w:fonts>`;
}

function fontXml({ name, instead, family, pitch, charset }: FontEntry): string {
  const alternatives = instead.length === 0 ? '' : `<w:altName w:val="${instead.join(',')}"/>`;
  return (
    `<w:font w:name="${name}">${alternatives}<w:charset w:val="${charset}"/>` +
    `<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`
  );
}
