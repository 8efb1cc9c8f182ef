import { builtInFormat } from '../../../../src/hosts/xlsx/numberformats';
import type { Border, BorderLine, Borders, FontStyle, Horizontal, Style, Vertical } from '../style';
import { intern, PLAIN } from '../style';
import { colorOf } from './colors';
import type { Node } from './xml';

/** A cell format of a workbook, as cells name it by number. */
export interface LoadedStyle {
  readonly style: Style;
  /** The cell's text was entered behind a “'”. */
  readonly marked: boolean;
}

/** The cell formats (cellXfs) of styles.xml (ECMA-376 part 1, 18.8). */
export function loadStyles(root: Node, theme: readonly string[]): LoadedStyle[] {
  const formats = new Map(
    (root.first('numFmts')?.all('numFmt') ?? []).map((one) => [one.number('numFmtId', 0), one.attribute('formatCode')]),
  );
  const fonts = (root.first('fonts')?.all('font') ?? []).map((font) => fontOf(font, theme));
  const fills = (root.first('fills')?.all('fill') ?? []).map((fill) => fillOf(fill, theme));
  const borders = (root.first('borders')?.all('border') ?? []).map((border) => bordersOf(border, theme));
  return (root.first('cellXfs')?.all('xf') ?? []).map((xf) => {
    const alignment = xf.first('alignment');
    const protection = xf.first('protection');
    const formatId = xf.number('numFmtId', 0);
    const style = intern({
      font: fonts[xf.number('fontId', 0)] ?? PLAIN.font,
      fill: fills[xf.number('fillId', 0)] ?? null,
      borders: borders[xf.number('borderId', 0)] ?? PLAIN.borders,
      horizontal: (alignment?.attribute('horizontal') ?? 'general') as Horizontal,
      vertical: (alignment?.attribute('vertical') ?? 'bottom') as Vertical,
      wrap: alignment?.flag('wrapText') ?? false,
      shrink: alignment?.flag('shrinkToFit') ?? false,
      indent: alignment?.number('indent', 0) ?? 0,
      rotation: degrees(alignment?.number('textRotation', 0) ?? 0),
      format: formats.get(formatId) ?? builtInFormat(formatId),
      locked: protection?.flag('locked', true) ?? true,
      formulaHidden: protection?.flag('hidden') ?? false,
    });
    return { style, marked: xf.flag('quotePrefix') };
  });
}

/** 91…180 are the degrees 1…90 downwards (18.8.1 textRotation). */
function degrees(rotation: number): number {
  return rotation > 90 && rotation <= 180 ? 90 - rotation : rotation;
}

function fontOf(font: Node, theme: readonly string[]): FontStyle {
  const on = (name: string): boolean => font.first(name)?.flag('val', true) ?? false;
  const underline = font.first('u');
  return {
    name: font.first('name')?.attribute('val') ?? PLAIN.font.name,
    size: font.first('sz')?.number('val', 11) ?? 11,
    bold: on('b'),
    italic: on('i'),
    strikethrough: on('strike'),
    underline: underline ? ((underline.attribute('val') ?? 'single') as FontStyle['underline']) : 'none',
    color: colorOf(font.first('color'), theme) ?? '#000000',
  };
}

function fillOf(fill: Node, theme: readonly string[]): string | null {
  const pattern = fill.first('patternFill');
  if (!pattern || (pattern.attribute('patternType') ?? 'none') === 'none') return null;
  return colorOf(pattern.first('fgColor'), theme);
}

function bordersOf(border: Node, theme: readonly string[]): Borders {
  const side = (...names: readonly string[]): Border | null => {
    const element = names.map((name) => border.first(name)).find((found) => found !== null);
    const line = element?.attribute('style') ?? 'none';
    if (!element || line === 'none') return null;
    return { line: line as BorderLine, color: colorOf(element.first('color'), theme) ?? '#000000' };
  };
  const diagonal = side('diagonal');
  return {
    // Newer files say start and end for left and right.
    left: side('left', 'start'),
    right: side('right', 'end'),
    top: side('top'),
    bottom: side('bottom'),
    diagonalDown: border.flag('diagonalDown') ? diagonal : null,
    diagonalUp: border.flag('diagonalUp') ? diagonal : null,
  };
}
