import type { Node } from './xml';

/** The 64 colours of old workbooks (ECMA-376 part 1, 18.8.27); the first eight come twice. */
const FIRST = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];
const INDEXED = [
  ...FIRST,
  ...FIRST,
  ...'800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080'.split(' '),
  ...'0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99'.split(' '),
  ...'99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966'.split(' '),
  ...'003300 333300 993300 993366 333399 333333'.split(' '),
];

/** Colours of the theme of Office 2013 in the order cells count them: light 1, dark 1, light 2, dark 2, accents. */
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');

/** The colours of a theme part in the order cells count them (18.8.3: 0 is light 1, though the part begins with dark 1). */
export function themeColors(theme: Node | null): readonly string[] {
  const scheme = theme?.at('themeElements', 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  return THEME_ORDER.map((name, index) => {
    const color = scheme.first(name)?.children[0];
    return color?.attribute('lastClr') ?? color?.attribute('val') ?? (OFFICE_THEME[index] as string);
  });
}

/** #RRGGBB of a colour element (CT_Color); null where the program decides. */
export function colorOf(node: Node | null, theme: readonly string[]): string | null {
  if (!node || node.flag('auto')) return null;
  const [rgb, indexed, themed] = [node.attribute('rgb'), node.attribute('indexed'), node.attribute('theme')];
  const plain =
    rgb?.slice(-6) ??
    (themed === null ? (indexed === null ? undefined : INDEXED[Number(indexed)]) : theme[Number(themed)]);
  return plain === undefined ? null : tinted(plain, node.number('tint', 0));
}

/** A lighter (tint above 0) or darker colour: its luminance is moved towards 1 or 0 (18.8.19). */
function tinted(rgb: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255) as Rgb;
  if (tint === 0) return `#${rgb.toUpperCase()}`;
  const [hue, saturation, luminance] = toHsl([red, green, blue]);
  const moved = tint < 0 ? luminance * (1 + tint) : luminance * (1 - tint) + tint;
  const bytes = toRgb([hue, saturation, moved]).map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${bytes.join('').toUpperCase()}`;
}

type Rgb = [number, number, number];

function toHsl([red, green, blue]: Rgb): Rgb {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const luminance = (most + least) / 2;
  const range = most - least;
  if (range === 0) return [0, 0, luminance];
  const saturation = range / (1 - Math.abs(2 * luminance - 1));
  const sixth =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [sixth / 6, saturation, luminance];
}

function toRgb([hue, saturation, luminance]: Rgb): Rgb {
  const chroma = saturation * Math.min(luminance, 1 - luminance);
  const part = (offset: number): number => {
    const place = (offset + hue * 12) % 12;
    return luminance - chroma * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return [part(0), part(8), part(4)];
}
