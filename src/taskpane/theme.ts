import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';

/** Half of the range of a colour's brightness. */
const MIDDLE = 128;

/** Chinese faces before the system's own, so that figures and words stand on one line. */
const FONT = '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

/**
 * The theme that fits the program around the pane. Contrast themes of the system need none of their own: there every
 * colour is the system's (forced-colors).
 * @param background the program's own background as #RRGGBB; null where it does not tell
 * @param prefersDark what the system prefers, where the program does not tell
 */
export function themeFor(background: string | null, prefersDark: boolean): Theme {
  const isDark = background === null ? prefersDark : brightness(background) < MIDDLE;
  return { ...(isDark ? webDarkTheme : webLightTheme), fontFamilyBase: FONT };
}

/** Brightness of #RRGGBB from 0 to 255, weighted as eyes do (ITU-R BT.601). A colour of another form counts as light. */
function brightness(color: string): number {
  const digits = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!digits) return 255;
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return (red * 299 + green * 587 + blue * 114) / 1000;
}
