import type { CSSProperties } from 'react';
import type { Border, Style } from '../../hosts/workbook/style';
import type { CellView } from '../view';

const LINES: Readonly<Record<Border['line'], string>> = {
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  hair: '1px dotted',
  double: '3px double',
  dotted: '1px dotted',
  dashed: '1px dashed',
  dashDot: '1px dashed',
  dashDotDot: '1px dashed',
  mediumDashed: '2px dashed',
  mediumDashDot: '2px dashed',
  mediumDashDotDot: '2px dashed',
  slantDashDot: '2px dashed',
};
const ACROSS: Readonly<Partial<Record<Style['horizontal'], CSSProperties>>> = {
  left: { justifyContent: 'flex-start', textAlign: 'left' },
  center: { justifyContent: 'center', textAlign: 'center' },
  centerContinuous: { justifyContent: 'center', textAlign: 'center' },
  right: { justifyContent: 'flex-end', textAlign: 'right' },
};
const DOWN: Readonly<Record<Style['vertical'], string>> = {
  top: 'flex-start',
  center: 'center',
  bottom: 'flex-end',
  justify: 'center',
  distributed: 'center',
};

/** How a cell looks on the page. */
export function cssOf({ font, fill, borders, ...style }: Style, kind: CellView['kind']): CSSProperties {
  const side = (name: 'left' | 'right' | 'top' | 'bottom'): string | undefined => {
    const border = borders[name];
    return border ? `${LINES[border.line]} ${border.color}` : undefined;
  };
  const general = kind === 'number' ? ACROSS.right : kind === 'other' ? ACROSS.center : ACROSS.left;
  return {
    fontFamily: `'${font.name}', 'Noto Sans CJK SC', sans-serif`,
    fontSize: `${font.size}pt`,
    fontWeight: font.bold ? 700 : 400,
    fontStyle: font.italic ? 'italic' : 'normal',
    textDecoration: [font.underline === 'none' ? '' : 'underline', font.strikethrough ? 'line-through' : ''].join(' '),
    color: font.color,
    ...(fill === null ? {} : { background: fill }),
    ...(side('left') && { borderLeft: side('left') }),
    ...(side('right') && { borderRight: side('right') }),
    ...(side('top') && { borderTop: side('top') }),
    ...(side('bottom') && { borderBottom: side('bottom') }),
    ...(ACROSS[style.horizontal] ?? general),
    alignItems: DOWN[style.vertical],
    whiteSpace: style.wrap ? 'pre-wrap' : 'pre',
    ...(style.indent > 0 && { paddingLeft: 3 + style.indent * 9 }),
  };
}
