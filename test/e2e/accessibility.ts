import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Fluent's own stops at the ends of a list hand the focus on at once: nobody is ever at one of them. */
const CONTEXT = { exclude: ['[data-tabster-dummy]'] };

/** What axe finds wrong with a page: rule and elements, in words. */
export async function accessibilityFaults(page: Page | Frame): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (context) =>
      (window as unknown as { readonly axe: { run(context: object): Promise<AxeResults> } }).axe.run(context),
    CONTEXT,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
