// Draws media/icon.png, the icon of the extension, from media/icon.svg.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPage } from './browser/launch.mjs';
import { root } from './lib/paths.mjs';
import { main, note } from './lib/say.mjs';

const side = 256;

await main(async () => {
  const { page, close } = await openPage();
  try {
    const svg = readFileSync(join(root, 'media/icon.svg'), 'utf8');
    await page.setViewportSize({ width: side, height: side });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    const file = join(root, 'media/icon.png');
    await page.screenshot({ path: file, omitBackground: true });
    note(`${file}  ${(statSync(file).size / 1024).toFixed(1)} KB`);
  } finally {
    await close();
  }
});
