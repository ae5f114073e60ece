// Takes the pictures of the walkthrough in a real VS Code and makes them small: media/walkthrough/*.webp.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openPage } from './browser/launch.mjs';
import { root, temporaryFolder } from './lib/paths.mjs';
import { run, stopOnSignals } from './lib/processes.mjs';
import { Failure, main, note } from './lib/say.mjs';

const quality = 0.86;

await main(async () => {
  stopOnSignals();
  const pictures = temporaryFolder('pictures');
  const env = {
    ...process.env,
    SPECWRIGHT_TEST_GREP: 'Pictures of the walkthrough',
    SPECWRIGHT_PICTURES: pictures,
  };
  await run(process.execPath, [join(root, 'scripts/test.mjs'), '--only', 'build,ui'], { cwd: root, env });
  const taken = readdirSync(pictures).filter((name) => name.endsWith('.png'));
  if (taken.length === 0) throw new Failure('No pictures were taken.');
  const folder = join(root, 'media/walkthrough');
  mkdirSync(folder, { recursive: true });
  const { page, close } = await openPage();
  try {
    for (const name of taken.sort()) {
      const png = readFileSync(join(pictures, name)).toString('base64');
      const webp = await page.evaluate(asWebp, { png, quality });
      const file = join(folder, `${basename(name, '.png')}.webp`);
      writeFileSync(file, Buffer.from(webp, 'base64'));
      note(`${file}  ${(statSync(file).size / 1024).toFixed(1)} KB`);
    }
  } finally {
    await close();
  }
});

/** Runs in the browser, which can do what would need a library here. */
/* global createImageBitmap, document */
async function asWebp({ png, quality }) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = Object.assign(document.createElement('canvas'), {
    width: bitmap.width,
    height: bitmap.height,
  });
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/webp', quality).split(',')[1];
}
