import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { chromium } from 'playwright-core';
import { ICON_SIZES } from '../src/ribbon/excel-manifest';

/**
 * Draws assets/icons/*.svg as PNG files in every size, with the Chromium of this machine:
 * CHROMIUM=$(which chromium) npx tsx assets/draw-icons.ts
 * The PNG files are kept in the repository, so nothing that builds the add-in has to draw.
 */
async function drawIcons(): Promise<void> {
  const executablePath = process.env['CHROMIUM'];
  if (executablePath === undefined) throw new Error('CHROMIUM names no program.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const folder = join(__dirname, 'icons');
  for (const file of readdirSync(folder)) {
    const svg = readFileSync(join(folder, file), 'utf8');
    for (const size of ICON_SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
      const png = await page.screenshot({ omitBackground: true });
      writeFileSync(join(__dirname, `${parse(file).name}-${size}.png`), png);
    }
  }
  await browser.close();
}

void drawIcons();
