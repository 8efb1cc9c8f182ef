import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RIBBON } from '../../../src/ribbon/buttons';
import { ICON_SIZES } from '../../../src/ribbon/excel-manifest';

const ASSETS = join(__dirname, '../../../assets');

describe('the ribbon', () => {
  test('has ids that differ', () => {
    const ids = RIBBON.buttons.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([RIBBON.icon, ...RIBBON.buttons.map(({ icon }) => icon)])('has the icon %s in every size', (icon) => {
    expect(existsSync(join(ASSETS, `icons/${icon}.svg`))).toBe(true);
    expect(ICON_SIZES.filter((size) => !existsSync(join(ASSETS, `${icon}-${size}.png`)))).toEqual([]);
  });

  test.each(RIBBON.buttons)('says in both languages what $id does', ({ label, tip }) => {
    // Excel cuts labels that need more than two lines of about this length.
    expect(label.chinese.length).toBeLessThanOrEqual(8);
    expect(label.english).toMatch(/^[A-Z][a-z ]+$/);
    expect(tip.chinese).toMatch(/。$/);
    expect(tip.english).toMatch(/\.$/);
  });
});
